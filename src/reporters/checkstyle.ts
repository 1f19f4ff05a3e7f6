/** The report in Checkstyle's XML, which Jenkins and many other build servers read. */
import type { FileReport } from '../check/file-report.ts'
import { failureEntry, fileEntries, type ReportEntry, type RunOptions } from './content/entries.ts'
import { escapeXml, xmlAttributes } from './writing/escape-xml.ts'

// The version of Checkstyle whose output this is like; consumers look for one and take this.
const LIKE = '4.3'

/** The Checkstyle report: a `<file>` each, with an `<error>` for whatever is to be said of it. */
export function checkstyleReport(reports: readonly FileReport[], { show, failures }: RunOptions): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<checkstyle version="${LIKE}">\n`,
    ...failures.map((failure) => fileElement(failure.path, [failureEntry(failure)])),
    ...reports.map((report) => fileElement(report.path, fileEntries(report, show))),
    '</checkstyle>\n',
  ].join('')
}

function fileElement(path: string, entries: readonly ReportEntry[]): string {
  if (entries.length === 0) return `  <file name="${escapeXml(path)}"/>\n`
  const errors = entries.map(
    ({ severity, rule, message, start }) =>
      `    <error${xmlAttributes({ line: start?.line ?? 1, column: start?.column, severity, message, source: `copydesk.${rule}` })}/>\n`,
  )
  return `  <file name="${escapeXml(path)}">\n${errors.join('')}  </file>\n`
}
