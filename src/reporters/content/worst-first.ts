/** Puts the entries of a run in the order in which somebody short of time wants to read them. */
import { byGravity } from '#rule'
import type { FileReport } from '../../check/file-report.ts'
import { failureEntry, fileEntries, type ReportEntry, type RunOptions } from './entries.ts'

/**
 * The entries of a run: the worst first; of those, first what could not be checked, then the newest story’s; else as
 * they came.
 */
export function worstFirst(reports: readonly FileReport[], { show, failures }: RunOptions): readonly ReportEntry[] {
  const newestFirst = reports.toSorted((one, other) => dayOf(other) - dayOf(one))
  const entries = [...failures.map(failureEntry), ...newestFirst.flatMap((report) => fileEntries(report, show))]
  return entries.toSorted((one, other) => byGravity(one.severity, other.severity))
}

/** A number that grows with the day; a story without one counts as old. */
function dayOf({ date }: FileReport): number {
  return date ? (date.year * 100 + date.month) * 100 + date.day : 0
}
