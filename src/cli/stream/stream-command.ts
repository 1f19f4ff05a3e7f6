/** `copydesk stream`: articles come in as JSON Lines, and each goes out as a line of what is found in it. */
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Rule, Severity } from '#rule'
import { checkSource } from '../../check/check-source.ts'
import type { FileReport } from '../../check/file-report.ts'
import { UnreadError } from '../../check/unread.ts'
import { answerLine, refusalLine, type RowId } from '../../reporters/stream-row.ts'
import { planCheck } from '../../project/check-plan.ts'
import { Settings } from '../../project/settings.ts'
import { whyUnreadable } from '../../project/file-errors.ts'
import { UsageError, type Arguments } from '../arguments/arguments.ts'
import { STDIN } from '../files/read-input.ts'
import { isOver } from '../fail-on.ts'
import { bugReport } from '../internal-error.ts'
import type { Io } from '../io.ts'
import { readArticle, UnfitRow } from './stream-article.ts'
import { linesOf, type StreamLine } from './stream-lines.ts'
import { StreamOutput } from './stream-output.ts'

/** The most that a line may hold, in bytes; a line is kept until its end has come. */
export const LONGEST_LINE = 16 * 1024 * 1024

// The engine may let its heap grow to half as much again as is in use, where it would wait for four times as much: what
// a row leaves behind is taken away as long as it is little, and memory stays as it was after the first thousand rows.
// It costs no time that could be measured.
const HEAP_GROWTH = '--heap-growing-percent=50'

const OK = 0
const FINDINGS = 1
const FAILED = 2

/**
 * Checks the rows of the standard input, one after the other, in constant memory. All follow the config of the working
 * folder: a row's path is a stranger's word, good for patterns and not for a search on the disk.
 * @returns The exit code: 2 where a row could not be checked, else 1 where one has findings at or over the threshold,
 * else 0.
 * @throws {UsageError | ConfigError} before any row is read.
 */
export async function stream(args: Arguments, io: Io, rules: readonly Rule[]): Promise<number> {
  setFlagsFromString(HEAP_GROWTH)
  const settings = new Settings(rules, { ...args, cwd: io.cwd, searchFrom: io.cwd })
  await settings.of(resolve(io.cwd, STDIN))
  const output = new StreamOutput(io.stdout)
  let code = OK
  for await (const line of linesOf(openInput(io), LONGEST_LINE)) {
    if (isBlank(line)) continue
    const row = await answer(line, settings, io)
    if (row.failed) code = FAILED
    else if (code === OK && isOver(row.findings, args.failOn)) code = FINDINGS
    await output.write(row.text)
    if (output.isGone) break
  }
  return code
}

/** @throws {UsageError} where the standard input is nothing that can be read. */
function openInput(io: Io): AsyncIterable<Uint8Array | string> {
  try {
    return io.stdin()
  } catch (error) {
    const reason = whyUnreadable(error)
    throw reason === undefined ? error : new UsageError(`the standard input ${reason}`)
  }
}

interface Answer {
  readonly text: string
  readonly failed: boolean
  readonly findings: readonly { readonly severity: Severity }[]
}

async function answer({ number, bytes }: StreamLine, settings: Settings, io: Io): Promise<Answer> {
  let id: RowId | undefined
  try {
    if (!bytes) throw new UnfitRow('is too long (over 16 MB)')
    const article = readArticle(bytes)
    id = article.id
    const report = await checkArticle(article, settings, io.cwd)
    return {
      text: answerLine(id, report),
      failed: report.notices.some(({ about }) => about === 'unread'),
      findings: report.findings,
    }
  } catch (error) {
    const why =
      error instanceof UnfitRow || error instanceof UnreadError
        ? error.message
        : `could not be checked because of ${bugReport(error, io)}; please report it with the row`
    return { text: refusalLine(error instanceof UnfitRow ? error.id : id, number, why), failed: true, findings: [] }
  }
}

async function checkArticle(
  { copy, path = STDIN, format, date, kind }: ReturnType<typeof readArticle>,
  settings: Settings,
  cwd: string,
): Promise<FileReport> {
  const plan = await planCheck({ path, absolute: resolve(cwd, path) }, settings, copy, { format, date, kind })
  return { path, ...checkSource(copy, plan) }
}

function isBlank({ bytes }: StreamLine): boolean {
  return bytes !== undefined && bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
