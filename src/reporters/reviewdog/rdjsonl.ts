/** The report that reviewdog reads with `-f=rdjsonl`. */
import type { FileReport } from '../../check/file-report.ts'
import type { RunOptions } from '../content/entries.ts'
import { diagnosticsOf } from './reviewdog-diagnostics.ts'
import { safeJson } from '../writing/safe-json.ts'

/** A line of JSON each diagnostic; empty where there is none. */
export function rdjsonlReport(reports: readonly FileReport[], options: RunOptions): string {
  return diagnosticsOf(reports, options)
    .map((diagnostic) => `${safeJson(diagnostic)}\n`)
    .join('')
}
