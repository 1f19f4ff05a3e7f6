/** A run as one list of what is to be said, for the formats that have one kind of entry for everything. */
import type { Severity } from '#rule'
import type { Point } from '#text'
import type { FileFailure, FileReport } from '../../check/file-report.ts'
import type { Finding } from '../../check/finding.ts'
import { messageWithPlaces } from './other-places.ts'
import { printable } from '../writing/printable.ts'
import { shownFindings } from './shown.ts'

/** What build servers' formats need to know of a run besides its reports. */
export interface RunOptions {
  /** The least level that is shown. */
  readonly show: Severity
  /** The files that could not be checked. */
  readonly failures: readonly FileFailure[]
}

/** One thing to say of a file; all texts are printable, but for the path, which is exact. */
export interface ReportEntry {
  readonly path: string
  readonly severity: Severity
  /** The rule's id; of other things a word that no rule has as its id. */
  readonly rule: string
  readonly message: string
  /** Left out where a file could not be checked at all. */
  readonly start?: Point
  readonly end?: Point
  readonly finding?: Finding
}

/** The name under which a stretch that was passed over is reported. */
const PASSED_OVER = 'passed-over'
/** The name under which a file that could not be checked is reported. */
export const UNCHECKED = 'unchecked-file'

/**
 * The entries of a run: first the files that could not be checked, then file by file its findings and what was passed
 * over.
 */
export function entriesOf(reports: readonly FileReport[], { show, failures }: RunOptions): readonly ReportEntry[] {
  return [...failures.map(failureEntry), ...reports.flatMap((report) => fileEntries(report, show))]
}

/** The entries of one file. */
export function fileEntries({ path, findings, notices }: FileReport, show: Severity): readonly ReportEntry[] {
  return [
    ...shownFindings(findings, show).map((finding): ReportEntry => {
      const { severity, rule, start, end } = finding
      return { path, severity, rule, message: messageWithPlaces(finding), start, end, finding }
    }),
    ...notices.map(({ message, start, end }): ReportEntry => ({
      path,
      severity: 'info',
      rule: PASSED_OVER,
      message: printable(message),
      start,
      end,
    })),
  ]
}

/** The entry of a file that could not be checked. */
export function failureEntry({ path, message }: FileFailure): ReportEntry {
  return { path, severity: 'error', rule: UNCHECKED, message: `could not be checked: ${printable(message)}` }
}
