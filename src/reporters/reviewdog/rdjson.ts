/** The report that reviewdog reads with `-f=rdjson`. */
import type { FileReport } from '../../check/file-report.ts'
import type { RunOptions } from '../content/entries.ts'
import { diagnosticsOf, SOURCE } from './reviewdog-diagnostics.ts'
import { safeJson } from '../writing/safe-json.ts'

/** One JSON text with all diagnostics. */
export function rdjsonReport(reports: readonly FileReport[], options: RunOptions): string {
  return `${safeJson({ source: SOURCE, diagnostics: diagnosticsOf(reports, options) }, 2)}\n`
}
