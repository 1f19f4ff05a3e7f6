/** Reads and checks files, one after the other; a file that can't be checked doesn't keep the others from it. */
import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { CalendarDay, CopyKind, Format } from '#story'
import { checkStories, pluginsOf } from '../check/check-story.ts'
import { latestDay, type FileFailure, type FileReport } from '../check/file-report.ts'
import { formatOf } from '../check/format-of.ts'
import { decodeBytes, DecodeError, type DecodedFile } from '../readers/decode-bytes.ts'
import type { Reader } from '../readers/reader.ts'
import { readText } from '../readers/text.ts'
import { ConfigError } from './config-error.ts'
import { whyUnreadable } from './file-errors.ts'
import type { Input } from './find-files.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'
import type { Settings } from './settings.ts'

/** The name of the standard input where it was given none. */
export const STDIN = '<stdin>'

// Twenty times the longest book. More is a mistake, and would only end in want of memory.
const LARGEST = 128 * 1024 * 1024

// Most readers bring a parser of their own along; each is loaded with the first file that needs it.
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (source, options) => [readText(source, options)],
  markdown: async () => {
    const { readMarkdown } = await import('../readers/markdown.ts')
    return (source, options) => [readMarkdown(source, options)]
  },
  mdx: async () => {
    const { readMdx } = await import('../readers/mdx.ts')
    return (source, options) => [readMdx(source, options)]
  },
  html: async () => (await import('../readers/html.ts')).readHtml,
  ninjs: async () => (await import('../readers/ninjs.ts')).readNinjs,
  feed: async () => (await import('../readers/feed.ts')).readFeed,
}

/** What a run brings. */
export interface RunReport {
  readonly files: readonly FileReport[]
  readonly failures: readonly FileFailure[]
}

/** What a run needs to know. */
export interface RunTask {
  readonly inputs: readonly Input[]
  readonly settings: Settings
  readonly stdinFilename: string | undefined
  readonly io: Io
  /** Whether the reports are to hold the text of their files. */
  readonly keepsSource?: boolean | undefined
  /** Names the bytes of a file, where somebody wants to know later what was checked. */
  readonly digest?: ((bytes: Uint8Array) => string) | undefined
}

/** What became of one input. */
export type Outcome = Checked | Unchecked

/** An input that was checked. */
export interface Checked {
  readonly report: FileReport
  /** The name of the bytes that were checked. */
  readonly digest?: string | undefined
}

/** An input that could not be checked. */
export interface Unchecked {
  readonly failure: FileFailure
  /** Whether that is so for every file of the same config: it is told once. */
  readonly isOfConfig: boolean
}

/** Checks all inputs in their order, one after the other. */
export async function checkFiles(task: RunTask): Promise<RunReport> {
  const outcomes: Outcome[] = []
  for (const input of task.inputs) outcomes.push(await checkInput(input, task))
  return reportOf(outcomes)
}

/** What a run comes to, in the order of its outcomes. */
export function reportOf(outcomes: readonly Outcome[]): RunReport {
  const files: FileReport[] = []
  const failures: FileFailure[] = []
  const told = new Set<string>()
  for (const outcome of outcomes) {
    if ('report' in outcome) {
      files.push(outcome.report)
      continue
    }
    const { failure, isOfConfig } = outcome
    const key = `${failure.path}: ${failure.message}`
    if (isOfConfig && told.has(key)) continue
    told.add(key)
    failures.push(failure)
  }
  return { files, failures }
}

/** Reads and checks one input. Never throws. */
export async function checkInput(input: Input, { settings, stdinFilename, io, keepsSource, digest }: Omit<RunTask, 'inputs'>): Promise<Outcome> {
  const place = placeOf(input, stdinFilename, io.cwd)
  const failed = (message: string, path = place.path, isOfConfig = false): Unchecked => ({ failure: { path, message }, isOfConfig })
  try {
    const bytes = await readInput(input, io)
    const { text } = decode(bytes)
    const checkText = await checkerOf(place, settings, text)
    return { report: { ...checkText(text), ...(keepsSource ? { source: text } : {}) }, ...(digest ? { digest: digest(bytes) } : {}) }
  } catch (error) {
    if (error instanceof UnfitFile) return failed(error.message)
    if (error instanceof ConfigError) return failed(error.message, error.path, true)
    return failed(`could not be checked because of ${bugReport(error, io)}; please report it with the file`)
  }
}

/** What an input is called. */
export interface Place {
  /** As the user knows it. */
  readonly path: string
  readonly absolute: string
}

/** What an input is called; without a name of its own, the standard input is copy of the working folder. */
export function placeOf(input: Input, stdinFilename: string | undefined, cwd: string): Place {
  if (input.kind === 'file') return input
  return { path: stdinFilename ?? STDIN, absolute: resolve(cwd, stdinFilename ?? STDIN) }
}

/** What is known of a piece of copy beside its text, and goes before what its name and the config say. */
export interface Known {
  readonly format?: Format | undefined
  readonly date?: CalendarDay | undefined
  readonly kind?: CopyKind | undefined
}

/**
 * Makes what checks the text of one file, as its config wants it.
 * @param source The file's text, from which its format is told where its name tells none.
 * @throws {ConfigError}
 */
export async function checkerOf({ path, absolute }: Place, settings: Settings, source: string, known: Known = {}): Promise<(text: string) => FileReport> {
  const { joined, active } = await settings.of(absolute)
  const format = known.format ?? settings.input ?? formatOf(path === STDIN ? undefined : basename(path), source)
  const read = await READERS[format]()
  const options = { path, names: joined.names, date: known.date, kind: known.kind ?? joined.kind, plugins: pluginsOf(active) }
  return (text) => {
    const stories = read(text, options)
    return { path, format, date: latestDay(stories), ...checkStories(stories, active, settings.scope) }
  }
}

/** Something that can't be read as copy; the message is the predicate of a sentence about the file. */
export class UnfitFile extends Error {}

/**
 * The bytes of an input.
 * @throws {UnfitFile}
 */
export async function readInput(input: Input, io: Io): Promise<Uint8Array> {
  if (input.content) return input.content
  try {
    return input.kind === 'stdin' ? await readAll(io) : readFile(input.absolute)
  } catch (error) {
    const reason = whyUnreadable(error)
    throw reason === undefined ? error : new UnfitFile(reason)
  }
}

/** @throws {UnfitFile} */
export function decode(bytes: Uint8Array): DecodedFile {
  try {
    return decodeBytes(bytes)
  } catch (error) {
    throw error instanceof DecodeError ? new UnfitFile(error.message) : error
  }
}

function readFile(path: string): Uint8Array {
  const stats = statSync(path)
  // A pipe is what a shell's <(…) hands over; a device may never end.
  if (!stats.isFile() && !stats.isFIFO()) throw new UnfitFile('is no file')
  if (stats.size > LARGEST) throw new UnfitFile('is too big to be copy (over 128 MB)')
  return readFileSync(path)
}

async function readAll(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of io.stdin()) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    size += bytes.length
    if (size > LARGEST) throw new UnfitFile('is too big to be copy (over 128 MB)')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
