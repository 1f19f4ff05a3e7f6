/** Tests the Code Quality report of GitLab. */
import { describe, expect, test } from 'vitest'
import { gitlabReport } from '../../src/reporters/gitlab.ts'
import { schemaProblems } from '../json-schema.ts'
import { GITLAB } from './published-schemas.ts'
import { fileReport, finding, hostileReportsWithSource, HOSTILE, manyFindings, note } from './reports.ts'
import { sampleReports } from './sample-reports.ts'

const OPTIONS = { show: 'info', failures: [] } as const

interface Issue {
  readonly description: string
  readonly fingerprint: string
  readonly location: { readonly path: string }
}
const issuesOf = (...args: Parameters<typeof gitlabReport>): readonly Issue[] =>
  JSON.parse(gitlabReport(...args)) as Issue[]

describe('the GitLab report', () => {
  test('is a list of issues with GitLab’s severities', () => {
    const reports = [
      fileReport(
        './a.txt',
        [
          finding(3, 'wrong', { related: [note(6, 'here')], end: { line: 4, column: 1, offset: 4000 } }),
          finding(12, 'look', { severity: 'warning' }),
          finding(13, 'mild', { severity: 'info' }),
        ],
        { notices: [note(9, 'passed over')] },
      ),
    ]
    expect(issuesOf(reports, { ...OPTIONS, failures: [{ path: 'gone.txt', message: 'does not exist' }] })).toEqual([
      {
        description: 'could not be checked: does not exist',
        check_name: 'unchecked-file',
        fingerprint: expect.any(String) as string,
        severity: 'blocker',
        location: { path: 'gone.txt', lines: { begin: 1, end: 1 } },
      },
      {
        description: 'wrong. Line 6: here.',
        check_name: 'stray-word',
        fingerprint: expect.stringMatching(/^[\da-f]{16}0123456789abcdef$/) as string,
        severity: 'major',
        location: { path: 'a.txt', lines: { begin: 3, end: 4 } },
      },
      {
        description: 'look.',
        check_name: 'stray-word',
        fingerprint: expect.any(String) as string,
        severity: 'minor',
        location: { path: 'a.txt', lines: { begin: 12, end: 12 } },
      },
      {
        description: 'mild.',
        check_name: 'stray-word',
        fingerprint: expect.any(String) as string,
        severity: 'info',
        location: { path: 'a.txt', lines: { begin: 13, end: 13 } },
      },
      {
        description: 'passed over',
        check_name: 'passed-over',
        fingerprint: expect.any(String) as string,
        severity: 'info',
        location: { path: 'a.txt', lines: { begin: 9, end: 9 } },
      },
    ])
    expect(gitlabReport([], OPTIONS)).toBe('[]\n')
  })

  test('gives each issue a fingerprint of its own, and the same in every run, wherever its lines go', () => {
    const many = manyFindings(500)
    const reports = [
      many,
      { ...many, path: 'other.txt' },
      fileReport('c', [finding(1, 'x'), finding(2, 'x')], { notices: [note(1, 'same'), note(2, 'same')] }),
    ]
    const prints = issuesOf(reports, OPTIONS).map(({ fingerprint }) => fingerprint)
    expect(new Set(prints).size).toBe(prints.length)
    const moved = reports.map((report) => ({
      ...report,
      findings: report.findings.map((one) => ({ ...one, start: { ...one.start, line: one.start.line + 7 } })),
    }))
    expect(issuesOf(moved, OPTIONS).map(({ fingerprint }) => fingerprint)).toEqual(prints)
  })

  test('is what GitLab’s schema allows: of the samples, and of hostile text, whose paths stay as they are', () => {
    const failures = HOSTILE.map((text) => ({ path: text, message: text }))
    for (const reports of [sampleReports(), hostileReportsWithSource()]) {
      expect(schemaProblems(GITLAB, issuesOf(reports, { ...OPTIONS, failures }))).toEqual([])
    }
    const paths = issuesOf(hostileReportsWithSource(), OPTIONS).map(({ location }) => location.path)
    expect(new Set(paths)).toEqual(
      new Set(HOSTILE.map((text) => (text === '' ? 'empty' : text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')))),
    )
  })

  test('shows what is to be shown', () => {
    expect(
      issuesOf([fileReport('a', [finding(1, 'x'), finding(2, 'y', { severity: 'warning' })])], {
        ...OPTIONS,
        show: 'error',
      }),
    ).toHaveLength(1)
  })
})
