/** Tests the Checkstyle report. */
import { describe, expect, test } from 'vitest'
import { checkstyleReport } from '../../src/reporters/checkstyle.ts'
import { readXml } from '../strict-xml.ts'
import { fileReport, finding, hostileReportsWithSource, HOSTILE, note } from './reports.ts'
import { sampleReports } from './sample-reports.ts'
import { CHECKSTYLE, vocabularyProblems } from './xml-vocabularies.ts'

const OPTIONS = { show: 'info', failures: [] } as const

describe('the Checkstyle report', () => {
  test('has a file each, and an error for what is to be said', () => {
    const reports = [
      fileReport('a & b.txt', [finding(3, '“<x>” is "wrong"', { related: [note(6, 'here')] })], {
        notices: [note(9, 'passed over')],
      }),
      fileReport('clean.md'),
    ]
    expect(checkstyleReport(reports, { ...OPTIONS, failures: [{ path: 'gone.txt', message: 'does not exist' }] }))
      .toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="gone.txt">
    <error line="1" severity="error" message="could not be checked: does not exist" source="copydesk.unchecked-file"/>
  </file>
  <file name="a &amp; b.txt">
    <error line="3" column="5" severity="error" message="“&lt;x&gt;” is &quot;wrong&quot;. Line 6: here." source="copydesk.stray-word"/>
    <error line="9" column="1" severity="info" message="passed over" source="copydesk.passed-over"/>
  </file>
  <file name="clean.md"/>
</checkstyle>
`)
  })

  test('shows what is to be shown', () => {
    const report = [fileReport('a', [finding(1, 'x'), finding(2, 'y', { severity: 'warning' })])]
    expect(readXml(checkstyleReport(report, { ...OPTIONS, show: 'error' })).children[0]!.children).toHaveLength(1)
  })

  test('keeps to its vocabulary: of the samples, of hostile text, of nothing', () => {
    for (const reports of [sampleReports(), hostileReportsWithSource(), []]) {
      const failures = HOSTILE.map((text) => ({ path: text, message: text }))
      expect(vocabularyProblems(CHECKSTYLE, readXml(checkstyleReport(reports, { ...OPTIONS, failures })))).toEqual([])
    }
  })

  test('keeps paths that can be printed exactly', () => {
    for (const path of ['a "b" & <c>.txt', '::error::x', '##[error]x', 'ends ]]> so', 'مرحبا 😀.md']) {
      expect(readXml(checkstyleReport([fileReport(path)], OPTIONS)).children[0]!.attributes['name']).toBe(path)
    }
  })
})
