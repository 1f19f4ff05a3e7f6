/** Tests the unix report. */
import { expect, test } from 'vitest'
import { unixReport } from '../../src/reporters/unix.ts'
import { fileReport, finding, hostileReports, note } from './reports.ts'

test('the unix report is a line a finding, and counts them', () => {
  const reports = [
    fileReport('a b.txt', [
      finding(3, '“x” is wrong'),
      finding(12, 'look', { severity: 'warning', rule: 'odd-word' }),
      finding(13, 'mild', { severity: 'info' }),
    ]),
    fileReport('c.md', [], { notices: [note(7, 'passed over')] }),
  ]
  expect(unixReport(reports, { show: 'info' })).toBe(
    [
      'a b.txt:3:5: “x” is wrong [Error/stray-word]',
      'a b.txt:12:5: look [Warning/odd-word]',
      'a b.txt:13:5: mild [Info/stray-word]',
      'c.md:7:1: passed over [Notice]',
      '',
      '4 problems',
      '',
    ].join('\n'),
  )
  expect(unixReport(reports.slice(0, 1), { show: 'error' })).toBe(
    'a b.txt:3:5: “x” is wrong [Error/stray-word]\n\n1 problem\n',
  )
  expect(unixReport([fileReport('c.md')], { show: 'info' })).toBe('')
})

test('the unix report can be read line by line, whatever a message holds', () => {
  const reports = hostileReports()
  const lines = unixReport(reports, { show: 'info' }).split('\n')
  expect(lines).toHaveLength(reports.length * 4 + 3)
  expect(
    lines.slice(0, -3).filter((line) => !/:\d+:\d+: .*\[(?:(?:Error|Warning|Info)\/stray-word|Notice)\]$/.test(line)),
  ).toEqual([])
})
