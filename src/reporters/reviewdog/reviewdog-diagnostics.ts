/** A run as reviewdog's diagnostics, of which rdjson and rdjsonl are made. */
import type { Severity } from '#rule'
import type { FileReport } from '../../check/file-report.ts'
import type { Finding } from '../../check/finding.ts'
import { ByteColumns } from './byte-columns.ts'
import { failureEntry, fileEntries, type ReportEntry, type RunOptions } from '../content/entries.ts'
import { isWellFormed, wellFormed } from '../writing/well-formed.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** The name under which reviewdog shows the diagnostics. */
export const SOURCE = { name: 'copydesk' } as const

/**
 * The diagnostics, as objects for JSON. Columns and suggestions need the source, since reviewdog counts in bytes; of a
 * report without one they name lines only.
 */
export function diagnosticsOf(reports: readonly FileReport[], { show, failures }: RunOptions): readonly object[] {
  return [
    ...failures.map((failure) => diagnosticOf(failureEntry(failure), undefined)),
    ...reports.flatMap((report) => {
      const entries = fileEntries(report, show)
      const columns = report.source === undefined || entries.length === 0 ? undefined : new ByteColumns(report.source)
      return entries.map((entry) => diagnosticOf(entry, columns))
    }),
  ]
}

function diagnosticOf(
  { path, severity, rule, message, start, end, finding }: ReportEntry,
  columns: ByteColumns | undefined,
): object {
  const suggestions = finding && columns ? suggestionsOf(finding, columns) : []
  return {
    message,
    location: { path: wellFormed(path), ...(start && end ? { range: rangeOf(start, end, columns) } : {}) },
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: { value: rule },
    ...(suggestions.length > 0 ? { suggestions } : {}),
  }
}

function rangeOf(start: Finding['start'], end: Finding['end'], columns: ByteColumns | undefined): object {
  if (columns) return { start: columns.pointAt(start.offset), end: columns.pointAt(end.offset) }
  return { start: { line: start.line }, end: { line: end.line } }
}

/**
 * Reviewdog's suggestions have one edit each: one with more of them, or whose words JSON can't carry, is not offered.
 */
function suggestionsOf({ suggestions }: Finding, columns: ByteColumns): readonly object[] {
  return suggestions.flatMap(({ edits }) => {
    const [edit, ...more] = edits
    if (!edit || more.length > 0 || !isWellFormed(edit.text)) return []
    return [{ range: { start: columns.pointAt(edit.start), end: columns.pointAt(edit.end) }, text: edit.text }]
  })
}
