/** The lines of `copydesk stream`: a stable contract, described by schema/stream-row.schema.json. */
import type { SourceReport } from '../check/check-source.ts'
import { findingOf, noteOf } from './json.ts'
import { safeJson } from './writing/safe-json.ts'

/** What a row is called by those who sent it. */
export type RowId = string | number

/** What was found in a row, as one line with its end. */
export function answerLine(id: RowId | undefined, { findings, words, notices }: SourceReport): string {
  return `${safeJson({ id, findings: findings.map(findingOf), words, notices: notices.map(noteOf) })}\n`
}

/** Why a row could not be checked, as one line with its end; `line` counts from 1. */
export function refusalLine(id: RowId | undefined, line: number, error: string): string {
  return `${safeJson({ id, line, error })}\n`
}
