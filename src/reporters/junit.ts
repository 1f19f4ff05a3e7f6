/** The report in JUnit's XML, as Jenkins, GitLab and others show test results. */
import type { Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import { failureEntry, fileEntries, type ReportEntry, type RunOptions } from './content/entries.ts'
import { escapeXml, xmlAttributes } from './writing/escape-xml.ts'
import { isShown } from './content/shown.ts'

export interface JunitOptions extends RunOptions {
  /** The least level that counts as a failed test: that which fails the run. */
  readonly failOn: Severity | 'never'
}

interface Suite {
  readonly xml: string
  readonly tests: number
  readonly failures: number
  readonly errors: number
}

/**
 * The JUnit report: a suite each file, a test each finding. A finding at or over `failOn` is a failed test and one
 * below it a test that passed with a word to say; a clean file is one test that passed, one that couldn't be checked an
 * error.
 */
export function junitReport(reports: readonly FileReport[], { show, failures, failOn }: JunitOptions): string {
  const suites = [
    ...failures.map((failure) => suiteOf(failure.path, [errorCase(failureEntry(failure))], 0, 1)),
    ...reports.map((report) => fileSuite(report, show, failOn)),
  ]
  const sum = (count: (suite: Suite) => number): number => suites.reduce((total, suite) => total + count(suite), 0)
  const counts = {
    tests: sum(({ tests }) => tests),
    failures: sum((suite) => suite.failures),
    errors: sum(({ errors }) => errors),
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${xmlAttributes({ name: 'copydesk', ...counts })}>\n`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('')
}

function fileSuite(report: FileReport, show: Severity, failOn: JunitOptions['failOn']): Suite {
  const { path } = report
  const entries = fileEntries(report, show)
  if (entries.length === 0)
    return suiteOf(path, [`    <testcase${xmlAttributes({ name: 'copydesk', classname: path })}/>\n`], 0, 0)
  const fails = ({ finding }: ReportEntry): boolean =>
    finding !== undefined && failOn !== 'never' && isShown(finding.severity, failOn)
  return suiteOf(
    path,
    entries.map((entry) => (fails(entry) ? failedCase(entry) : passedCase(entry))),
    entries.filter(fails).length,
    0,
  )
}

function suiteOf(path: string, cases: readonly string[], failures: number, errors: number): Suite {
  const attributes = xmlAttributes({ name: path, tests: cases.length, failures, errors })
  return { xml: `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`, tests: cases.length, failures, errors }
}

function failedCase(entry: ReportEntry): string {
  return testCase(
    entry,
    `<failure${xmlAttributes({ type: entry.severity, message: entry.message })}>${escapeXml(entryText(entry))}</failure>`,
  )
}

function passedCase(entry: ReportEntry): string {
  return testCase(entry, `<system-out>${escapeXml(entryText(entry))}</system-out>`)
}

function errorCase(entry: ReportEntry): string {
  return testCase(
    entry,
    `<error${xmlAttributes({ type: entry.rule, message: entry.message })}>${escapeXml(entryText(entry))}</error>`,
  )
}

function testCase({ path, rule, start }: ReportEntry, outcome: string): string {
  return `    <testcase${xmlAttributes({ name: `${place(start)}${rule}`, classname: path })}>${outcome}</testcase>\n`
}

function entryText({ path, severity, rule, message, start }: ReportEntry): string {
  return `${path}:${place(start)}${severity} ${rule}: ${message}`
}

function place(start: ReportEntry['start']): string {
  return start ? `${start.line}:${start.column} ` : ''
}
