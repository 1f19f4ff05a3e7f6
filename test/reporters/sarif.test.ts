/** Tests the SARIF report. */
import { describe, expect, test } from 'vitest'
import { fileUri } from '../../src/reporters/writing/file-uri.ts'
import { sarifReport } from '../../src/reporters/sarif.ts'
import { schemaProblems } from '../json-schema.ts'
import { SARIF } from './published-schemas.ts'
import { fileReport, finding, hostileReportsWithSource, HOSTILE, note } from './reports.ts'
import { edited, sampleReports } from './sample-reports.ts'

const OPTIONS = { show: 'info', failures: [], version: '1.2.3', rules: [] } as const

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly index: number }
      readonly region: Region
    }
  }[]
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region
        readonly insertedContent?: { readonly text: string }
      }[]
    }[]
  }[]
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
  readonly artifacts: readonly { readonly location: { readonly uri: string; readonly uriBaseId?: string } }[]
  readonly results: readonly Result[]
}
const runOf = (...args: Parameters<typeof sarifReport>): Run =>
  (JSON.parse(sarifReport(...args)) as { runs: [Run] }).runs[0]

/** The offset of a place, in a source whose lines end in LF. */
function offsetOf(source: string, line: number, column: number): number {
  return (
    source
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, one) => sum + one.length + 1, 0)
    + column
    - 1
  )
}

describe('the SARIF report', () => {
  test('tells rules, files, results with their places, prints and fixes, and what went wrong', () => {
    const source = 'The headline\nStand the the line\n'
    const report = fileReport(
      'news desk/ö 1.txt',
      [
        finding(2, '“the the” [stands](twice) {0}', {
          severity: 'warning',
          start: { line: 2, column: 7, offset: 19 },
          end: { line: 2, column: 14, offset: 26 },
          related: [note(1, 'here')],
          suggestions: [
            { title: 'Delete one', grade: 'safe', edits: [{ start: 22, end: 26, text: '' }] },
            { title: 'Write it', grade: 'idea', edits: [{ start: 19, end: 26, text: 'a' }] },
            { title: 'Ask', grade: 'idea', edits: [] },
          ],
        }),
      ],
      {
        source,
        notices: [
          { message: 'passed over', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 4, offset: 3 } },
        ],
      },
    )
    const rules = [
      {
        id: 'odd-word',
        title: 'An odd word',
        kind: 'style',
        severity: 'info',
        summary: 'A word is odd.',
        why: 'Odd words stop a reader.',
      },
      { id: 'stray-word', title: 'A stray word', kind: 'slip', severity: 'error', summary: 'A word strays.', why: '' },
    ] as const
    const file = { uri: 'news%20desk/%C3%B6%201.txt', uriBaseId: '%SRCROOT%', index: 0 }
    expect(
      JSON.parse(
        sarifReport([report], { ...OPTIONS, rules, failures: [{ path: 'gone.txt', message: 'does not exist' }] }),
      ),
    ).toEqual({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Copydesk',
              version: '1.2.3',
              semanticVersion: '1.2.3',
              rules: [
                {
                  id: 'odd-word',
                  shortDescription: { text: 'An odd word' },
                  fullDescription: { text: 'A word is odd. Odd words stop a reader.' },
                  help: {
                    text: 'A word is odd.\n\nOdd words stop a reader.\n\n“copydesk --explain odd-word” shows the whole page.',
                  },
                  defaultConfiguration: { level: 'note' },
                  properties: { tags: ['style'] },
                },
                {
                  id: 'stray-word',
                  shortDescription: { text: 'A stray word' },
                  fullDescription: { text: 'A word strays.' },
                  help: { text: 'A word strays.\n\n“copydesk --explain stray-word” shows the whole page.' },
                  defaultConfiguration: { level: 'error' },
                  properties: { tags: ['slip'] },
                },
              ],
            },
          },
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [
                {
                  level: 'error',
                  message: { text: 'does not exist' },
                  locations: [
                    { physicalLocation: { artifactLocation: { uri: 'gone.txt', uriBaseId: '%SRCROOT%', index: 1 } } },
                  ],
                },
                {
                  level: 'note',
                  message: { text: 'passed over' },
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: file,
                        region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
                      },
                    },
                  ],
                },
              ],
            },
          ],
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          artifacts: [{ location: file }, { location: { uri: 'gone.txt', uriBaseId: '%SRCROOT%', index: 1 } }],
          results: [
            {
              ruleId: 'stray-word',
              ruleIndex: 1,
              level: 'warning',
              message: { text: '“the the” [stands\\](twice) {{0}}' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: file,
                    region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 14 },
                  },
                },
              ],
              relatedLocations: [
                {
                  id: 0,
                  physicalLocation: {
                    artifactLocation: file,
                    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
                  },
                  message: { text: 'here' },
                },
              ],
              partialFingerprints: { 'copydesk/v1': '0123456789abcdef' },
              fixes: [
                {
                  description: { text: 'Delete one' },
                  artifactChanges: [
                    {
                      artifactLocation: file,
                      replacements: [{ deletedRegion: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 14 } }],
                    },
                  ],
                },
                {
                  description: { text: 'Perhaps write it' },
                  artifactChanges: [
                    {
                      artifactLocation: file,
                      replacements: [
                        {
                          deletedRegion: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 14 },
                          insertedContent: { text: 'a' },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })
  })

  test('is what the standard’s schema allows: of the samples, of hostile text, of nothing', () => {
    const failures = HOSTILE.map((text) => ({ path: text, message: text }))
    for (const reports of [sampleReports(), hostileReportsWithSource(), []]) {
      expect(schemaProblems(SARIF, JSON.parse(sarifReport(reports, { ...OPTIONS, failures })))).toEqual([])
    }
  })

  test('points with its numbers at its own rules and files, those of plugins, too', () => {
    const { results, tool, artifacts } = runOf(sampleReports(), {
      ...OPTIONS,
      rules: [
        {
          id: 'misspelt-name',
          title: 'A misspelt name',
          kind: 'contradiction',
          severity: 'error',
          summary: 'A name.',
          why: '',
        },
      ],
    })
    expect(results.length).toBeGreaterThan(20)
    for (const {
      ruleId,
      ruleIndex,
      locations: [location],
    } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
      expect(artifacts[location!.physicalLocation.artifactLocation.index]!.location.uri).toBe(
        location!.physicalLocation.artifactLocation.uri,
      )
    }
  })

  test('has regions that are the words of the samples, and fixes that make their edits', () => {
    let fixed = 0
    for (const sample of sampleReports()) {
      const source = sample.source!
      const offsets = ({ startLine, startColumn, endLine, endColumn }: Region): { start: number; end: number } => ({
        start: offsetOf(source, startLine, startColumn),
        end: offsetOf(source, endLine, endColumn),
      })
      runOf([sample], OPTIONS).results.forEach(({ locations: [location], fixes = [] }, index) => {
        const found = sample.findings[index]!
        expect(offsets(location!.physicalLocation.region)).toEqual({ start: found.start.offset, end: found.end.offset })
        const made = fixes.map(({ artifactChanges: [change] }) =>
          edited(
            source,
            change!.replacements.map(({ deletedRegion, insertedContent }) => ({
              ...offsets(deletedRegion),
              text: insertedContent?.text ?? '',
            })),
          ),
        )
        expect(made).toEqual(
          found.suggestions.filter(({ edits }) => edits.length > 0).map(({ edits }) => edited(source, edits)),
        )
        fixed += made.length
      })
    }
    expect(fixed).toBeGreaterThan(10)
  })

  test('shows what is to be shown, and tells no fix where the source isn’t at hand', () => {
    const report = fileReport('a', [
      finding(1, 'x', { suggestions: [{ title: 'Cut', grade: 'safe', edits: [{ start: 0, end: 1, text: '' }] }] }),
      finding(2, 'y', { severity: 'warning' }),
    ])
    const { results } = runOf([report], { ...OPTIONS, show: 'error' })
    expect(results).toHaveLength(1)
    expect(results[0]!.fixes).toBeUndefined()
  })
})

describe('a path as a URI', () => {
  test('is a reference from the root, or the whole way to a file outside it', () => {
    expect(fileUri('a b/50%.md')).toBe('a%20b/50%25.md')
    expect(fileUri('C#/1:2?.md')).toBe('C%23/1%3A2%3F.md')
    expect(fileUri('/tmp/ö.md')).toBe('file:///tmp/%C3%B6.md')
    expect(fileUri('C:/news/a b.md')).toBe('file:///C:/news/a%20b.md')
  })

  test('is the path again when it is read, whatever the path holds', () => {
    for (const path of HOSTILE.filter((text) => text !== '' && !/\p{Cs}/u.test(text) && !text.includes('..'))) {
      const uri = fileUri(path)
      expect(uri).toMatch(/^[!-~]*$/)
      expect(decodeURIComponent(new URL(`file:///root/${uri}`).pathname)).toBe(`/root/${path}`)
    }
    expect(fileUri('half \ud800')).toBe('half%20%EF%BF%BD')
  })
})
