/** The report in SARIF 2.1.0, which code scanning on GitHub, Azure DevOps and many viewers read. */
import type { FileFailure, FileReport } from '../check/file-report.ts'
import type { FindingNote } from '../check/finding.ts'
import type { RunOptions } from './content/entries.ts'
import { safeJson } from './writing/safe-json.ts'
import { sarifNotificationOf, SarifArtifacts, sarifResultOf } from './sarif/sarif-result.ts'
import { SarifRules, type RuleHelp } from './sarif/sarif-rules.ts'
import { shownFindings } from './content/shown.ts'

export type { RuleHelp } from './sarif/sarif-rules.ts'

export interface SarifOptions extends RunOptions {
  /** Copydesk's own version. */
  readonly version: string
  /** The rules as the report describes them; one that isn't among them is known by its id alone. */
  readonly rules: readonly RuleHelp[]
}

/**
 * The SARIF report: one run. Fixes are only reported of files whose source is at hand, since they are written as lines and
 * columns.
 */
export function sarifReport(reports: readonly FileReport[], { show, failures, version, rules }: SarifOptions): string {
  const known = new SarifRules(rules)
  const artifacts = new SarifArtifacts()
  for (const { path } of reports) artifacts.locationOf(path)
  const results = reports.flatMap((report) =>
    shownFindings(report.findings, show).map((finding) => sarifResultOf(report, finding, known, artifacts)),
  )
  const notifications = [
    ...failures.map(({ path, message }: FileFailure) =>
      sarifNotificationOf('error', message, artifacts.locationOf(path)),
    ),
    ...reports.flatMap(({ path, notices }) =>
      notices.map((notice: FindingNote) =>
        sarifNotificationOf('note', notice.message, artifacts.locationOf(path), notice),
      ),
    ),
  ]
  return `${safeJson(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Copydesk', version, semanticVersion: version, rules: known.descriptors } },
          invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: notifications }],
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          artifacts: artifacts.all,
          results,
        },
      ],
    },
    2,
  )}\n`
}
