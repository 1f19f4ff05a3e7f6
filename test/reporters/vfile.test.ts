/** Tests the report of vfile-reporter, as Copydesk feeds it. */
import { expect, test } from 'vitest'
import { vfileReport } from '../../src/reporters/vfile.ts'
import { duration } from '../duration.ts'
import { dangersIn, fileReport, finding, hostileReports, note } from './reports.ts'

const OPTIONS = { show: 'info', color: false } as const

test('the vfile report is a line a finding, with line and column', () => {
  const reports = [
    fileReport('draft.txt', [
      finding(3, '“word” is wrong'),
      finding(12, 'look', { severity: 'warning', rule: 'odd-word' }),
      finding(13, 'mild', { severity: 'info' }),
    ]),
    fileReport('clean.md'),
    fileReport('tangled.txt', [], { notices: [note(7, 'this stretch was passed over')] }),
  ]
  expect(vfileReport(reports, OPTIONS)).toBe(
    [
      'clean.md: no issues found',
      'draft.txt',
      '3:5-3:9   error   “word” is wrong              stray-word copydesk',
      '12:5-12:9 warning look                         odd-word   copydesk',
      '13:5-13:9 info    mild                         stray-word copydesk',
      '',
      'tangled.txt',
      '7:1-7:2   info    this stretch was passed over            copydesk',
      '',
      '4 messages (✖ 1 error, ⚠ 1 warning)',
      '',
    ].join('\n'),
  )
  expect(vfileReport(reports.slice(0, 2), { ...OPTIONS, show: 'error', quiet: true })).toBe(
    'draft.txt\n3:5-3:9 error “word” is wrong stray-word copydesk\n\n✖ 1 error\n',
  )
  expect(vfileReport([], OPTIONS)).toBe('')
})

test('the vfile report names up to twenty sound files, and counts more', () => {
  const sound = (count: number): ReturnType<typeof fileReport>[] =>
    Array.from({ length: count }, (_, index) => fileReport(`${index}.md`))
  expect(vfileReport(sound(20), OPTIONS).trimEnd().split('\n')).toHaveLength(20)
  expect(vfileReport(sound(1234), OPTIONS)).toBe('1,234 files: no issues found\n')
  expect(vfileReport([...sound(21), fileReport('draft.txt', [finding(3, 'wrong')])], OPTIONS)).toBe(
    '21 files: no issues found\n\ndraft.txt\n3:5-3:9 error wrong stray-word copydesk\n\n✖ 1 error\n',
  )
  expect(vfileReport(sound(21), { ...OPTIONS, quiet: true })).toBe('')
})

test('the vfile report has colours only where they are wanted, whatever the terminal', () => {
  const reports = [fileReport('draft.txt', [finding(3, 'wrong')])]
  expect(vfileReport(reports, { ...OPTIONS, color: true })).toContain('\u001b[31merror\u001b[39m')
  expect(vfileReport(reports, OPTIONS)).not.toContain('\u001b')
})

test('the vfile report keeps hostile text to its own line', () => {
  const reports = hostileReports()
  const report = vfileReport(reports, OPTIONS)
  expect(dangersIn(report)).toEqual([])
  // A line for the file and four for its messages, an empty one between files, and the sum with an empty one before it.
  expect(report.split('\n')).toHaveLength(reports.length * 6 - 1 + 2 + 1)
  expect(report).not.toContain('undefined')
})

test('the vfile report of a file with 20,000 findings shows the gravest and counts the rest', () => {
  const findings = Array.from({ length: 20_000 }, (_, index) =>
    finding(index + 1, `“word ${index}” is wrong`, {
      severity: index === 19_990 ? 'error' : index % 2 === 0 ? 'warning' : 'info',
    }),
  )
  let report = ''
  expect(duration(() => (report = vfileReport([fileReport('a.txt', findings)], OPTIONS)))).toBeLessThan(2000)
  const lines = report.trimEnd().split('\n')
  expect(lines).toHaveLength(504)
  expect(lines[500]).toMatch(/^19991:5-19991:9 +error +“word 19990” is wrong/)
  expect(lines[501]).toMatch(
    /^20000:9 +info +19,500 more findings in this file, the mildest, not shown; --format json or compact shows all +copydesk$/,
  )
  expect(report).not.toMatch(/info +“word/)
})

test('the vfile report outlives 200,000 findings and notices in one file', () => {
  const findings = Array.from({ length: 100_000 }, (_, index) => finding(index + 1, 'wrong'))
  const notices = Array.from({ length: 100_000 }, (_, index) => note(index + 1, 'passed over'))
  expect(vfileReport([fileReport('a.txt', findings, { notices })], OPTIONS)).toContain(
    '199,000 more findings in this file',
  )
})
