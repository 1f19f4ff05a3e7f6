/** Tests the JSON report, which is a contract. */
import { expect, test } from 'vitest'
import { jsonReport } from '../../src/reporters/json.ts'
import { duration } from '../duration.ts'
import { dangersIn, fileReport, finding, hostileReports, note } from './reports.ts'

const OPTIONS = { show: 'info', version: '1.2.3', failures: [] } as const

test('the JSON report has the keys of the contract, in its order, and no others', () => {
  const odd = { ...finding(16, 'twice', { quote: 'Xiaomi' }), extra: 'not in the contract', messageId: 'x' }
  const reports = [
    fileReport('draft.txt', [
      {
        ...odd,
        related: [note(6, 'here')],
        suggestions: [{ title: 'Delete it', grade: 'idea', edits: [{ start: 0, end: 0, text: '' }] }],
      },
    ]),
    fileReport('b.md', [finding(1, 'a', { severity: 'warning' }), finding(2, 'b', { severity: 'info' })], {
      format: 'markdown',
      words: 3,
      notices: [note(2, 'passed over')],
    }),
  ]
  const report = jsonReport(reports, { ...OPTIONS, failures: [{ path: 'gone.txt', message: 'does not exist' }] })
  expect(report.endsWith('}\n')).toBe(true)
  expect(JSON.stringify(JSON.parse(report))).toBe(
    JSON.stringify({
      version: 1,
      tool: { name: 'copydesk', version: '1.2.3' },
      files: [
        {
          path: 'draft.txt',
          format: 'text',
          words: 337,
          findings: [
            {
              rule: 'stray-word',
              title: 'A stray word',
              kind: 'slip',
              severity: 'error',
              message: 'twice',
              start: { line: 16, column: 5, offset: 16000 },
              end: { line: 16, column: 9, offset: 16004 },
              quote: 'Xiaomi',
              related: [
                {
                  message: 'here',
                  start: { line: 6, column: 1, offset: 6000 },
                  end: { line: 6, column: 2, offset: 6001 },
                },
              ],
              suggestions: [{ title: 'Delete it', grade: 'idea', edits: [{ start: 0, end: 0, text: '' }] }],
              fingerprint: '0123456789abcdef',
              url: 'rules/stray-word/rule.md',
            },
          ],
          notices: [],
        },
        {
          path: 'b.md',
          format: 'markdown',
          words: 3,
          findings: [
            {
              rule: 'stray-word',
              title: 'A stray word',
              kind: 'slip',
              severity: 'warning',
              message: 'a',
              start: { line: 1, column: 5, offset: 1000 },
              end: { line: 1, column: 9, offset: 1004 },
              quote: 'word',
              related: [],
              suggestions: [],
              fingerprint: '0123456789abcdef',
              url: 'rules/stray-word/rule.md',
            },
            {
              rule: 'stray-word',
              title: 'A stray word',
              kind: 'slip',
              severity: 'info',
              message: 'b',
              start: { line: 2, column: 5, offset: 2000 },
              end: { line: 2, column: 9, offset: 2004 },
              quote: 'word',
              related: [],
              suggestions: [],
              fingerprint: '0123456789abcdef',
              url: 'rules/stray-word/rule.md',
            },
          ],
          notices: [
            {
              message: 'passed over',
              start: { line: 2, column: 1, offset: 2000 },
              end: { line: 2, column: 2, offset: 2001 },
            },
          ],
        },
      ],
      failures: [{ path: 'gone.txt', message: 'does not exist' }],
      summary: { files: 2, words: 340, errors: 1, warnings: 1, infos: 1, suppressed: 0 },
    }),
  )
})

test('the JSON report lists what is shown and counts what is hidden', () => {
  const report = JSON.parse(
    jsonReport([fileReport('a', [finding(1, 'a', { severity: 'warning' }), finding(2, 'b')])], {
      ...OPTIONS,
      show: 'error',
    }),
  ) as object
  expect(report).toMatchObject({ files: [{ findings: [{ message: 'b' }] }], summary: { errors: 1, warnings: 1 } })
})

test('the JSON report keeps every hostile text exactly, and is harmless on a terminal and in a log', () => {
  const reports = hostileReports()
  const report = jsonReport(reports, OPTIONS)
  expect(dangersIn(report)).toEqual([])
  const { files } = JSON.parse(report) as {
    files: {
      path: string
      findings: {
        message: string
        quote: string
        related: { message: string }[]
        suggestions: { title: string; edits: { text: string }[] }[]
      }[]
    }[]
  }
  reports.forEach(({ path, findings: [expected] }, index) => {
    const {
      path: read,
      findings: [found],
    } = files[index]!
    expect(read).toBe(path)
    expect(found!.message).toBe(expected!.message)
    expect(found!.quote).toBe(expected!.quote)
    expect(found!.related.map(({ message }) => message)).toEqual(expected!.related.map(({ message }) => message))
    expect(found!.suggestions).toEqual(expected!.suggestions)
  })
})

test('the JSON report holds 20,000 findings', () => {
  const findings = Array.from({ length: 20_000 }, (_, index) => finding(index + 1, `“word ${index}” is wrong`))
  let report = ''
  expect(duration(() => (report = jsonReport([fileReport('a.txt', findings)], OPTIONS)))).toBeLessThan(2000)
  expect(JSON.parse(report)).toMatchObject({ summary: { errors: 20_000 } })
})
