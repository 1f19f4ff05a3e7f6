/** What a run brings: the reports of its files in order, and what could not be checked. */
import type { FileFailure, FileReport, PassedOver } from '../check/file-report.ts'
import type { Outcome } from './check-file.ts'

/** The reports of a run. */
export interface RunReport {
  readonly files: readonly FileReport[]
  readonly failures: readonly FileFailure[]
  /** Files in searched folders that could be copy and were not read; left out, none was. */
  readonly passedOver?: PassedOver | undefined
}

/** Joins the outcomes of all inputs, in their order. */
export function reportOf(outcomes: readonly Outcome[]): RunReport {
  const files: FileReport[] = []
  const failures: FileFailure[] = []
  const reported = new Set<string>()
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
    if (isOfConfig && reported.has(key)) continue
    reported.add(key)
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
