/** Tests what holds for every format: hostile text is harmless in it, and ten thousand findings are soon told. */
import { describe, expect, test } from 'vitest'
import type { FileReport } from '../../src/check/file-report.ts'
import { checkstyleReport } from '../../src/reporters/checkstyle.ts'
import { compactReport } from '../../src/reporters/compact.ts'
import { githubSummary } from '../../src/reporters/github-summary.ts'
import { githubReport } from '../../src/reporters/github.ts'
import { gitlabReport } from '../../src/reporters/gitlab.ts'
import { htmlReport } from '../../src/reporters/html.ts'
import { junitReport } from '../../src/reporters/junit.ts'
import { rdjsonReport } from '../../src/reporters/reviewdog/rdjson.ts'
import { rdjsonlReport } from '../../src/reporters/reviewdog/rdjsonl.ts'
import { sarifReport } from '../../src/reporters/sarif.ts'
import { unixReport } from '../../src/reporters/unix.ts'
import { duration } from '../duration.ts'
import { dangersIn, HOSTILE, hostileReportsWithSource, manyFindings } from './reports.ts'

const FAILURES = HOSTILE.map((text) => ({ path: text, message: text }))
const OPTIONS = { show: 'info', failures: FAILURES, version: '1.2.3', rules: [], failOn: 'error' } as const

const FORMATS: Readonly<Record<string, (reports: readonly FileReport[]) => string>> = {
  compact: (reports) => compactReport(reports, OPTIONS),
  unix: (reports) => unixReport(reports, OPTIONS),
  sarif: (reports) => sarifReport(reports, OPTIONS),
  'github’s summary': (reports) => githubSummary(reports, OPTIONS),
  gitlab: (reports) => gitlabReport(reports, OPTIONS),
  junit: (reports) => junitReport(reports, OPTIONS),
  checkstyle: (reports) => checkstyleReport(reports, OPTIONS),
  rdjson: (reports) => rdjsonReport(reports, OPTIONS),
  rdjsonl: (reports) => rdjsonlReport(reports, OPTIONS),
  html: (reports) => htmlReport(reports, OPTIONS),
}

describe.each(Object.entries(FORMATS))('the format %s', (_, render) => {
  test('can’t move the cursor, reorder a line or command a build server', () => {
    expect(dangersIn(render(hostileReportsWithSource()))).toEqual([])
  })

  test('tells 10,000 findings of one file in under two seconds, on as many lines or on one', () => {
    for (const oneLine of [false, true]) {
      let report = ''
      const many = manyFindings(10_000, oneLine)
      expect(duration(() => (report = render([many])))).toBeLessThan(2000)
      expect(report.length).toBeGreaterThan(100_000)
    }
  })

  test('says the same of the same, and ends its last line', () => {
    const many = [manyFindings(20)]
    expect(render(many)).toBe(render(many))
    expect(render(many).endsWith('\n')).toBe(true)
  })
})

test('workflow commands, too, tell 10,000 findings in under two seconds', () => {
  let report = ''
  expect(duration(() => (report = githubReport([manyFindings()], OPTIONS)))).toBeLessThan(2000)
  expect(report.split('\n').length).toBeGreaterThan(10_000)
})
