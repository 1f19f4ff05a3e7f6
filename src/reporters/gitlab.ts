/** The report that GitLab shows in a merge request as “Code Quality”. */
import type { Severity } from '#rule'
import { hashOf } from '../check/fingerprint.ts'
import type { FileReport } from '../check/file-report.ts'
import { entriesOf, UNCHECKED, type ReportEntry, type RunOptions } from './content/entries.ts'
import { safeJson } from './writing/safe-json.ts'
import { wellFormed } from './writing/well-formed.ts'

// GitLab knows info, minor, major, critical and blocker; the last two are for code that brings a machine down.
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** The Code Quality report: a list of issues, each with a fingerprint of its own that outlives moved lines. */
export function gitlabReport(reports: readonly FileReport[], options: RunOptions): string {
  const given = new Map<string, number>()
  return `${safeJson(
    entriesOf(reports, options).map((entry) => issueOf(entry, fingerprintOf(entry, given))),
    2,
  )}\n`
}

function issueOf({ path, severity, rule, message, start, end }: ReportEntry, fingerprint: string): object {
  return {
    description: message,
    check_name: rule,
    fingerprint,
    severity: rule === UNCHECKED ? 'blocker' : SEVERITIES[severity],
    location: {
      path: wellFormed(path).replace(/^(?:\.\/)+/, ''),
      lines: { begin: start?.line ?? 1, end: end?.line ?? 1 },
    },
  }
}

/** Unique in the report: GitLab drops an issue whose fingerprint it has seen. */
function fingerprintOf({ path, rule, message, finding }: ReportEntry, given: Map<string, number>): string {
  const identity = hashOf(path) + (finding?.fingerprint ?? hashOf(`${rule}\n${message}`))
  const before = given.get(identity) ?? 0
  given.set(identity, before + 1)
  return before === 0 ? identity : `${identity}-${before}`
}
