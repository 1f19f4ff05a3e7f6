/** Writes the reports that build servers, code hosts and browsers read. */
import type { Rule, Severity } from '#rule'
import { checkstyleReport } from '../../reporters/checkstyle.ts'
import { githubReport } from '../../reporters/github.ts'
import { gitlabReport } from '../../reporters/gitlab.ts'
import { htmlReport } from '../../reporters/html.ts'
import { junitReport } from '../../reporters/junit.ts'
import { rdjsonReport } from '../../reporters/reviewdog/rdjson.ts'
import { rdjsonlReport } from '../../reporters/reviewdog/rdjsonl.ts'
import { sarifReport } from '../../reporters/sarif.ts'
import { statisticsHtml } from '../../reporters/statistics.ts'
import { unixReport } from '../../reporters/unix.ts'
import { version } from '../../project/package-files.ts'
import type { ReportFormat } from '../arguments/arguments.ts'
import type { RunReport } from '../run-report.ts'
import { pathsFromRepository } from '../files/repository-paths.ts'
import { ruleHelp } from './rule-help.ts'

/** The formats that are written here. */
export type ServerFormat = Exclude<ReportFormat, 'desk' | 'vfile' | 'compact' | 'json'>

/** What the formats may need besides the reports. */
export interface ServerReportOptions {
  /** The least level that is shown. */
  readonly show: Severity
  /** What is said of what isn't shown. */
  readonly closing: readonly string[]
  /** Whether the run's figures are reported, too. */
  readonly statistics: boolean
  /** The least level that fails the run. */
  readonly failOn: Severity | 'never'
  readonly cwd: string
  readonly rules: readonly Rule[]
}

/**
 * The report as text. Code hosts know files by their paths in the repository; the others get the paths that the
 * user wrote.
 */
export function serverReport(
  format: ServerFormat,
  run: RunReport,
  { show, closing, statistics, failOn, cwd, rules }: ServerReportOptions,
): string {
  const { files, failures, passedOver = new Map() } = run
  switch (format) {
    case 'unix':
      return unixReport(files, { show })
    case 'checkstyle':
      return checkstyleReport(files, { show, failures })
    case 'junit':
      return junitReport(files, { show, failures, failOn })
    case 'rdjson':
      return rdjsonReport(files, { show, failures })
    case 'rdjsonl':
      return rdjsonlReport(files, { show, failures })
    case 'html':
      return htmlReport(files, {
        show,
        failures,
        closing,
        version: version(),
        statistics: statistics ? statisticsHtml(files, passedOver) : '',
      })
    case 'github':
    case 'gitlab':
    case 'sarif':
      return hostReport(format, pathsFromRepository(run, cwd), show, rules)
  }
}

function hostReport(
  format: 'github' | 'gitlab' | 'sarif',
  { files, failures }: RunReport,
  show: Severity,
  rules: readonly Rule[],
): string {
  if (format === 'github') return githubReport(files, { show, failures })
  if (format === 'gitlab') return gitlabReport(files, { show, failures })
  return sarifReport(files, { show, failures, version: version(), rules: rules.map(ruleHelp) })
}
