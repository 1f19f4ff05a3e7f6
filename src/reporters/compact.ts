/** One line a finding, for editors and scripts: `path:line:column: severity rule: message`. */
import type { Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import { printable, printablePath } from './writing/printable.ts'
import { shownFindings } from './content/shown.ts'

export interface CompactOptions {
  /** The least level that is shown. */
  readonly show: Severity
}

/** The compact report; empty where nothing was found. What was passed over comes behind a file's findings. */
export function compactReport(reports: readonly FileReport[], { show }: CompactOptions): string {
  const lines: string[] = []
  for (const { path, findings, notices } of reports) {
    const name = printablePath(path)
    for (const { start, severity, rule, message } of shownFindings(findings, show)) {
      lines.push(`${name}:${start.line}:${start.column}: ${severity} ${rule}: ${printable(message)}\n`)
    }
    for (const { start, message } of notices) {
      lines.push(`${name}:${start.line}:${start.column}: notice: ${printable(message)}\n`)
    }
  }
  return lines.join('')
}
