/** Tests the JUnit report. */
import { describe, expect, test } from 'vitest'
import { junitReport } from '../../src/reporters/junit.ts'
import { readXml } from '../strict-xml.ts'
import { fileReport, finding, hostileReportsWithSource, HOSTILE, note } from './reports.ts'
import { sampleReports } from './sample-reports.ts'
import { JUNIT, vocabularyProblems } from './xml-vocabularies.ts'

const OPTIONS = { show: 'info', failures: [], failOn: 'error' } as const
const draft = fileReport(
  'a.txt',
  [finding(3, '“<x>” is wrong'), finding(12, 'look', { severity: 'warning', rule: 'odd-word' })],
  { notices: [note(9, 'passed over')] },
)

describe('the JUnit report', () => {
  test('has a suite each file and a test each finding; what fails the run has failed', () => {
    expect(
      junitReport([draft, fileReport('clean.md')], {
        ...OPTIONS,
        failures: [{ path: 'gone.txt', message: 'does not exist' }],
      }),
    ).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="copydesk" tests="5" failures="1" errors="1">
  <testsuite name="gone.txt" tests="1" failures="0" errors="1">
    <testcase name="unchecked-file" classname="gone.txt"><error type="unchecked-file" message="could not be checked: does not exist">gone.txt:error unchecked-file: could not be checked: does not exist</error></testcase>
  </testsuite>
  <testsuite name="a.txt" tests="3" failures="1" errors="0">
    <testcase name="3:5 stray-word" classname="a.txt"><failure type="error" message="“&lt;x&gt;” is wrong.">a.txt:3:5 error stray-word: “&lt;x&gt;” is wrong.</failure></testcase>
    <testcase name="12:5 odd-word" classname="a.txt"><system-out>a.txt:12:5 warning odd-word: look.</system-out></testcase>
    <testcase name="9:1 passed-over" classname="a.txt"><system-out>a.txt:9:1 info passed-over: passed over</system-out></testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" errors="0">
    <testcase name="copydesk" classname="clean.md"/>
  </testsuite>
</testsuites>
`)
  })

  test('counts as failed what --fail-on names', () => {
    const failed = (failOn: 'error' | 'warning' | 'info' | 'never'): string =>
      readXml(junitReport([draft], { ...OPTIONS, failOn })).attributes['failures']!
    expect([failed('never'), failed('error'), failed('warning'), failed('info')]).toEqual(['0', '1', '2', '2'])
  })

  test('is what Jenkins’s schema allows: of the samples, of hostile text, of nothing', () => {
    for (const reports of [sampleReports(), hostileReportsWithSource(), []]) {
      const root = readXml(
        junitReport(reports, { ...OPTIONS, failures: HOSTILE.map((text) => ({ path: text, message: text })) }),
      )
      expect(vocabularyProblems(JUNIT, root)).toEqual([])
      const cases = root.children.flatMap(({ children }) => children)
      expect(root.attributes['tests']).toBe(String(cases.length))
      expect(root.attributes['failures']).toBe(
        String(cases.filter(({ children }) => children[0]?.name === 'failure').length),
      )
      expect(root.attributes['errors']).toBe(String(HOSTILE.length))
    }
  })
})
