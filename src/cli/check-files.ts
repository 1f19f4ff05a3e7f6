/** Reads and checks files, one after the other; a file that can't be checked doesn't keep the others from it. */
import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Format } from '#story'
import { checkStories, pluginsOf } from '../check/check-story.ts'
import type { FileFailure, FileReport } from '../check/file-report.ts'
import { formatOf } from '../check/format-of.ts'
import { decodeBytes, DecodeError } from '../readers/decode-bytes.ts'
import type { Reader } from '../readers/reader.ts'
import { readText } from '../readers/text.ts'
import { ConfigError } from './config-error.ts'
import { whyUnreadable } from './file-errors.ts'
import type { Input } from './find-files.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'
import type { Settings } from './settings.ts'

/** The name of the standard input where it was given none. */
const STDIN = '<stdin>'

// Twenty times the longest book. More is a mistake, and would only end in want of memory.
const LARGEST = 128 * 1024 * 1024

// The Markdown reader brings a parser of its own along; it is loaded with the first file that needs it.
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (source, options) => [readText(source, options)],
  markdown: async () => {
    const { readMarkdown } = await import('../readers/markdown.ts')
    return (source, options) => [readMarkdown(source, options)]
  },
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
}

/** Checks all inputs in their order. */
export async function checkFiles({ inputs, settings, stdinFilename, io }: RunTask): Promise<RunReport> {
  const files: FileReport[] = []
  const failures: FileFailure[] = []
  const told = new Set<string>()
  for (const input of inputs) {
    const path = input.kind === 'stdin' ? (stdinFilename ?? STDIN) : input.path
    // Without a name of its own, the standard input is copy of the working folder.
    const absolute = input.kind === 'stdin' ? resolve(io.cwd, stdinFilename ?? STDIN) : input.absolute
    const fail = (message: string): unknown => failures.push({ path, message })
    try {
      const { joined, active } = await settings.of(absolute)
      const text = await readCopy(input, io)
      const format = formatOf(basename(path))
      const read = await READERS[format]()
      files.push({ path, format, ...checkStories(read(text, { path, names: joined.names, kind: joined.kind, plugins: pluginsOf(active) }), active) })
    } catch (error) {
      if (error instanceof UnfitFile) fail(error.message)
      else if (!(error instanceof ConfigError)) fail(`could not be checked because of ${bugReport(error, io)}; please report it with the file`)
      else if (!told.has(`${error.path}: ${error.message}`)) {
        told.add(`${error.path}: ${error.message}`)
        failures.push({ path: error.path, message: error.message })
      }
    }
  }
  return { files, failures }
}

/** Something that can't be read as copy; the message is the predicate of a sentence about the file. */
class UnfitFile extends Error {}

/** @throws {UnfitFile} */
async function readCopy(input: Input, io: Io): Promise<string> {
  try {
    return decodeBytes(input.kind === 'stdin' ? await readAll(io) : readFile(input.absolute)).text
  } catch (error) {
    const reason = error instanceof DecodeError ? error.message : whyUnreadable(error)
    throw reason === undefined ? error : new UnfitFile(reason)
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
