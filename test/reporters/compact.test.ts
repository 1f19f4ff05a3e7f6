/** Tests the compact report. */
import { expect, test } from 'vitest'
import { compactReport } from '../../src/reporters/compact.ts'
import { duration } from '../duration.ts'
import { dangersIn, fileReport, finding, hostileReports, note } from './reports.ts'

test('the compact report is a line a finding', () => {
  const reports = [
    fileReport('a.txt', [
      finding(3, '“x” is wrong'),
      finding(12, 'look', { severity: 'warning', rule: 'odd-word' }),
      finding(13, 'mild', { severity: 'info' }),
    ]),
    fileReport('b c.md'),
    fileReport('d.txt', [], { notices: [note(7, 'this stretch was passed over')] }),
  ]
  expect(compactReport(reports, { show: 'info' })).toBe(
    [
      'a.txt:3:5: error stray-word: “x” is wrong',
      'a.txt:12:5: warning odd-word: look',
      'a.txt:13:5: info stray-word: mild',
      'd.txt:7:1: notice: this stretch was passed over',
      '',
    ].join('\n'),
  )
  expect(compactReport(reports.slice(0, 2), { show: 'error' })).toBe('a.txt:3:5: error stray-word: “x” is wrong\n')
  expect(compactReport([fileReport('b.md')], { show: 'info' })).toBe('')
})

test('the compact report keeps hostile text to its own line', () => {
  const reports = hostileReports()
  const report = compactReport(reports, { show: 'info' })
  expect(dangersIn(report)).toEqual([])
  expect(report.split('\n')).toHaveLength(reports.length * 4 + 1)
})

test('the compact report tells 20,000 findings without losing one', () => {
  const findings = Array.from({ length: 20_000 }, (_, index) => finding(index + 1, `“word ${index}” is wrong`))
  let report = ''
  expect(duration(() => (report = compactReport([fileReport('a.txt', findings)], { show: 'info' })))).toBeLessThan(2000)
  expect(report.split('\n')).toHaveLength(20_001)
})
