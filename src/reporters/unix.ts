/**
 * The report in the form of Unix compilers, for editors that jump to errors: `path:line:column: message [Error/rule]`.
 */
import type { Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import { printable, printablePath } from './writing/printable.ts'
import { counted, shownFindings } from './content/shown.ts'

export interface UnixOptions {
  /** The least level that is shown. */
  readonly show: Severity
}

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' }

/** The unix report: a line a finding and the number of them at the end; empty where nothing was found. */
export function unixReport(reports: readonly FileReport[], { show }: UnixOptions): string {
  const lines: string[] = []
  for (const { path, findings, notices } of reports) {
    const name = printablePath(path)
    for (const { start, severity, rule, message } of shownFindings(findings, show)) {
      lines.push(`${name}:${start.line}:${start.column}: ${printable(message)} [${WORDS[severity]}/${rule}]\n`)
    }
    for (const { start, message } of notices)
      lines.push(`${name}:${start.line}:${start.column}: ${printable(message)} [Notice]\n`)
  }
  return lines.length === 0 ? '' : `${lines.join('')}\n${counted(lines.length, 'problem')}\n`
}
