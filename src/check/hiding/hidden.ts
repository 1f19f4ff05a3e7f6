/**
 * Findings that are not reported: hidden by a comment, a side file, a config, a list of the caller's, a baseline, or since
 * an earlier version had them.
 */
import type { Finding } from '../finding.ts'
import type { IgnoredFinding } from './ignored-finding.ts'

/** What hides a finding. */
export type HiddenBy = 'comment' | 'side file' | 'config' | 'ignored' | 'baseline' | 'earlier version'

/** A finding that is not reported, and why. */
export interface HiddenFinding {
  readonly finding: Finding
  readonly by: HiddenBy
  /** Why, in the words of whoever hid it. */
  readonly reason?: string
  /** The caller's entry that hides it. */
  readonly ignored?: IgnoredFinding
}

/** What a report must have for findings to be hidden in it. */
export interface HidingReport {
  readonly findings: readonly Finding[]
  readonly hidden?: readonly HiddenFinding[]
}

/** Takes out of a report the findings for which there is an answer, and keeps them as hidden. */
export function hideFindings<Report extends HidingReport>(
  report: Report,
  answer: (finding: Finding) => Omit<HiddenFinding, 'finding'> | undefined,
): Report {
  const findings: Finding[] = []
  const hidden: HiddenFinding[] = []
  for (const finding of report.findings) {
    const why = answer(finding)
    if (why) hidden.push({ finding, ...why })
    else findings.push(finding)
  }
  return hidden.length === 0 ? report : { ...report, findings, hidden: [...(report.hidden ?? []), ...hidden] }
}
