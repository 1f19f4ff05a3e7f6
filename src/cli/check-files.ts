/** Reads and checks files, one after the other; a file that can't be checked doesn't keep the others from it. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FileFailure, FileReport, PassedOver } from '../check/file-report.ts'
import { UnreadError } from '../check/unread.ts'
import { decodeBytes, DecodeError, type DecodedFile } from '../readers/bytes/decode-bytes.ts'
import { ConfigError } from '../project/config-error.ts'
import { checkerOf, type Place } from '../project/copy-checker.ts'
import { whyUnreadable } from '../project/file-errors.ts'
import type { Settings } from '../project/settings.ts'
import type { Input } from './files/find-files.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'

/** The name of the standard input where it was given none. */
export const STDIN = '<stdin>'

// Twenty times the longest book. More is a mistake, and would only end in want of memory.
export const LARGEST = 128 * 1024 * 1024
/** Said of such a file. */
export const TOO_BIG = 'is too big to be copy (over 128 MB)'

/** What a run brings. */
export interface RunReport {
  readonly files: readonly FileReport[]
  readonly failures: readonly FileFailure[]
  /** Files in searched folders that could be copy and were not read; left out, none was. */
  readonly passedOver?: PassedOver | undefined
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
      const { report, unread } = withoutUnread(outcome.report)
      // Of a file that can't pass nobody is to read “no issues found”.
      if (unread.length === 0 || report.findings.length > 0) files.push(report)
      failures.push(...unread.map(({ message }) => ({ path: report.path, message })))
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

/** A report, and what it says of copy that was not read: the file can't pass, whatever was found in the rest. */
function withoutUnread(report: FileReport): { readonly report: FileReport; readonly unread: FileReport['notices'] } {
  const unread = report.notices.filter(({ about }) => about === 'unread')
  return unread.length === 0
    ? { report, unread }
    : { report: { ...report, notices: report.notices.filter(({ about }) => about !== 'unread') }, unread }
}

/** Reads and checks one input. Never throws. */
export async function checkInput(
  input: Input,
  { settings, stdinFilename, io, keepsSource, digest }: Omit<RunTask, 'inputs'>,
): Promise<Outcome> {
  const place = placeOf(input, stdinFilename, io.cwd)
  const failed = (message: string, path = place.path, isOfConfig = false): Unchecked => ({
    failure: { path, message },
    isOfConfig,
  })
  try {
    const bytes = await readInput(input, io)
    const { text } = decode(bytes)
    const checkText = await checkerOf(place, settings, text)
    return {
      report: { ...checkText(text), ...(keepsSource ? { source: text } : {}) },
      ...(digest ? { digest: digest(bytes) } : {}),
    }
  } catch (error) {
    if (error instanceof UnfitFile || error instanceof UnreadError) return failed(error.message)
    if (error instanceof ConfigError) return failed(error.message, error.path, true)
    return failed(`could not be checked because of ${bugReport(error, io)}; please report it with the file`)
  }
}

/** What an input is called; without a name of its own, the standard input is copy of the working folder. */
export function placeOf(input: Input, stdinFilename: string | undefined, cwd: string): Place {
  if (input.kind === 'file') return input
  return { path: stdinFilename ?? STDIN, absolute: resolve(cwd, stdinFilename ?? STDIN) }
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
  if (stats.size > LARGEST) throw new UnfitFile(TOO_BIG)
  return readFileSync(path)
}

async function readAll(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of io.stdin()) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    size += bytes.length
    if (size > LARGEST) throw new UnfitFile(TOO_BIG)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
