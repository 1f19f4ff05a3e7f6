/** Fixes files before they are checked and reported: each is read, fixed as far as may be, and written back. */
import { statSync } from 'node:fs'
import type { Grade } from '#rule'
import type { SourceEdit } from '#text'
import { checkSource } from '../check/check-source.ts'
import type { FileFailure } from '../check/file-report.ts'
import type { Finding } from '../check/finding.ts'
import { fixSource } from '../check/fixing/fix.ts'
import { UnreadError } from '../check/unread.ts'
import type { DecodedFile } from '../readers/bytes/decode-bytes.ts'
import { encodeBytes } from '../readers/bytes/encode-bytes.ts'
import { escapeUnprintable } from '../reporters/writing/printable.ts'
import { unifiedDiff } from '../reporters/unified-diff.ts'
import { ConfigError } from '../project/config-error.ts'
import { planCheck, type CopyPath } from '../project/check-plan.ts'
import type { HideFor } from '../project/hide-known.ts'
import type { RunTask } from './check-file.ts'
import { decode, pathOf, readInput, UnfitFile } from './files/read-input.ts'
import type { Input } from './files/find-files.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'
import { UnwrittenFile, writeCopy } from './files/write-copy.ts'

/** What a fixing run needs to know. */
export interface FixTask extends RunTask {
  readonly grades: ReadonlySet<Grade>
  /** What hides the known findings of a file: they are not fixed. */
  readonly hide: HideFor
  /** Whether a diff is made and nothing is written. */
  readonly isDryRun: boolean
}

/** What fixing came to. */
export interface FixRun {
  /** What to check now: dry, the drafts as they would be. */
  readonly inputs: readonly Input[]
  /** What could not be written. */
  readonly failures: readonly FileFailure[]
  /** How many findings were answered, and in how many files. */
  readonly fixed: number
  readonly files: number
  /** What goes to the standard output: a diff, or the standard input's copy. */
  readonly output: string
}

/** Fixes all inputs in their order. What can't be read or checked is left to the check, which says why. */
export async function fixFiles(task: FixTask): Promise<FixRun> {
  const inputs: Input[] = []
  const failures: FileFailure[] = []
  const output: string[] = []
  let fixed = 0
  let files = 0
  for (const input of task.inputs) {
    const place = pathOf(input, task.stdinFilename, task.io.cwd)
    try {
      const done = await fixInput(input, place, task)
      inputs.push(done.input)
      output.push(done.output)
      fixed += done.fixed
      if (done.fixed > 0) files++
    } catch (error) {
      const message = whyUnfixed(error, input, task.io)
      if (message !== undefined) failures.push({ path: place.path, message })
      // The standard input can't be read twice.
      if (input.kind === 'file') inputs.push(input)
    }
  }
  return { inputs, failures, fixed, files, output: output.join('') }
}

/** Why an input was not fixed, where the check won't meet the same and say so. */
function whyUnfixed(error: unknown, input: Input, io: Io): string | undefined {
  if (error instanceof UnwrittenFile) return error.message
  if (error instanceof UnfitFile || error instanceof UnreadError)
    return input.kind === 'stdin' ? error.message : undefined
  if (error instanceof ConfigError) return input.kind === 'stdin' ? `${error.path}: ${error.message}` : undefined
  return `could not be fixed because of ${bugReport(error, io)}; please report it with the file`
}

interface Done {
  readonly input: Input
  readonly fixed: number
  readonly output: string
}

/** @throws {UnfitFile | UnwrittenFile | ConfigError} */
async function fixInput(input: Input, place: CopyPath, task: FixTask): Promise<Done> {
  const bytes = await readInput(input, task.io)
  // A pipe, too, can be read once only.
  const again: Input = isLasting(input) ? input : { ...input, content: bytes }
  const file = decode(bytes)
  const plan = await planCheck(place, task.settings, file.text)
  const hide = await task.hide(place)
  const findIn = (text: string): readonly Finding[] => {
    const report = { path: place.path, ...checkSource(text, plan) }
    return (hide ? hide(report) : report).findings
  }
  const { source, edits, fixed } = fixSource(file.text, findIn, task.grades)
  if (task.isDryRun) {
    const output = diffOf(place.path, file, edits, task.io.stdout.isTTY === true)
    return { input: fixed > 0 ? { ...input, content: encodeBytes({ ...file, text: source }) } : again, fixed, output }
  }
  if (input.kind === 'stdin') {
    if (file.encoding !== 'utf-8')
      throw new UnwrittenFile('is UTF-16; a fixed draft goes to the standard output in UTF-8 only')
    const written = encodeBytes({ ...file, text: source })
    return { input: { ...input, content: written }, fixed, output: file.bom ? `\uFEFF${source}` : source }
  }
  if (fixed === 0) return { input: again, fixed, output: '' }
  if (!isSame(encodeBytes(file), bytes))
    throw new UnwrittenFile('holds bytes that would not be kept; it was left as it is')
  writeCopy(input.absolute, bytes, encodeBytes({ ...file, text: source }))
  return { input, fixed, output: '' }
}

function isLasting(input: Input): boolean {
  return input.kind === 'file' && statSync(input.absolute, { throwIfNoEntry: false })?.isFile() === true
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

/**
 * The diff of the file; a byte order mark of UTF-8 is part of its first line. On a terminal, nothing in it moves the
 * cursor.
 */
function diffOf(
  path: string,
  { text, bom, encoding }: DecodedFile,
  edits: readonly SourceEdit[],
  isTerminal: boolean,
): string {
  const mark = bom && encoding === 'utf-8' ? '\uFEFF' : ''
  const moved = mark === '' ? edits : edits.map((edit) => ({ ...edit, start: edit.start + 1, end: edit.end + 1 }))
  const diff = unifiedDiff(path, mark + text, moved)
  return isTerminal
    ? diff
        .split('\n')
        .map((line) => escapeUnprintable(line.replace(/\t/g, ' ').trimEnd()))
        .join('\n')
    : diff
}
