/** Tests the two reports for reviewdog. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteColumns } from '../../src/reporters/reviewdog/byte-columns.ts'
import { rdjsonReport } from '../../src/reporters/reviewdog/rdjson.ts'
import { rdjsonlReport } from '../../src/reporters/reviewdog/rdjsonl.ts'
import { schemaProblems } from '../json-schema.ts'
import { RDJSON, RDJSONL_LINE } from './published-schemas.ts'
import { fileReport, finding, hostileReportsWithSource, HOSTILE, note } from './reports.ts'
import { edited, sampleReports } from './sample-reports.ts'
import { runs } from '../runs.ts'

const OPTIONS = { show: 'info', failures: [] } as const

interface Position {
  readonly line: number
  readonly column: number
}
interface Diagnostic {
  readonly message: string
  readonly location: { readonly path: string; readonly range: { readonly start: Position; readonly end: Position } }
  readonly suggestions?: readonly {
    readonly range: { readonly start: Position; readonly end: Position }
    readonly text: string
  }[]
}
const diagnosticsOf = (...args: Parameters<typeof rdjsonReport>): readonly Diagnostic[] =>
  (JSON.parse(rdjsonReport(...args)) as { diagnostics: Diagnostic[] }).diagnostics

/** A byte offset, as reviewdog works it out. */
function byteAt(bytes: Buffer, { line, column }: Position): number {
  let start = 0
  for (let number = 1; number < line; number++) start = bytes.indexOf(10, start) + 1
  return start + column - 1
}

describe('the reports for reviewdog', () => {
  const source = 'Hérald\n“The the” 😀 end\n'
  const report = fileReport(
    'a.txt',
    [
      finding(2, 'stands twice', {
        start: { line: 2, column: 2, offset: 8 },
        end: { line: 2, column: 9, offset: 15 },
        related: [note(1, 'here')],
        suggestions: [
          { title: 'Delete one', grade: 'safe', edits: [{ start: 11, end: 15, text: '' }] },
          {
            title: 'Two at once',
            grade: 'idea',
            edits: [
              { start: 0, end: 1, text: 'h' },
              { start: 8, end: 9, text: 't' },
            ],
          },
          { title: 'Half a character', grade: 'idea', edits: [{ start: 0, end: 1, text: '\ud800' }] },
          { title: 'Ask the desk', grade: 'idea', edits: [] },
        ],
      }),
    ],
    { source },
  )

  test('count columns in bytes, and offer the suggestions that have one edit', () => {
    expect(
      diagnosticsOf([report], { ...OPTIONS, failures: [{ path: 'gone.txt', message: 'does not exist' }] }),
    ).toEqual([
      {
        message: 'could not be checked: does not exist',
        location: { path: 'gone.txt' },
        severity: 'ERROR',
        source: { name: 'copydesk' },
        code: { value: 'unchecked-file' },
      },
      {
        message: 'stands twice. Line 1: here.',
        location: { path: 'a.txt', range: { start: { line: 2, column: 4 }, end: { line: 2, column: 11 } } },
        severity: 'ERROR',
        source: { name: 'copydesk' },
        code: { value: 'stray-word' },
        suggestions: [{ range: { start: { line: 2, column: 7 }, end: { line: 2, column: 11 } }, text: '' }],
      },
    ])
  })

  test('name lines alone where the source isn’t at hand', () => {
    expect(diagnosticsOf([{ ...report, source: undefined }], OPTIONS)[0]).toMatchObject({
      location: { range: { start: { line: 2 }, end: { line: 2 } } },
    })
    expect(rdjsonReport([{ ...report, source: undefined }], OPTIONS)).not.toMatch(/column|suggestions/)
  })

  test('are what reviewdog’s schema allows: of the samples, of hostile text, of nothing', () => {
    const failures = HOSTILE.map((text) => ({ path: text, message: text }))
    for (const reports of [sampleReports(), hostileReportsWithSource(), []]) {
      expect(schemaProblems(RDJSON, JSON.parse(rdjsonReport(reports, { ...OPTIONS, failures })))).toEqual([])
      const lines = rdjsonlReport(reports, { ...OPTIONS, failures }).split('\n')
      expect(lines.pop()).toBe('')
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(diagnosticsOf(reports, { ...OPTIONS, failures }))
      expect(lines.flatMap((line) => schemaProblems(RDJSONL_LINE, JSON.parse(line)))).toEqual([])
      // Go's reader of JSON gives the whole report up for half a character.
      expect(lines.filter((line) => /(?<!\\)(?:\\\\)*\\ud[89a-f]/i.test(line))).toEqual([])
    }
    expect(rdjsonlReport([], OPTIONS)).toBe('')
  })

  test('underline the words of the samples, and their suggestions make the edits, byte for byte', () => {
    let suggested = 0
    for (const sample of sampleReports()) {
      const bytes = Buffer.from(sample.source!)
      diagnosticsOf([sample], OPTIONS).forEach(({ location: { range }, suggestions = [] }, index) => {
        const found = sample.findings[index]
        if (!found) return
        expect(bytes.subarray(byteAt(bytes, range.start), byteAt(bytes, range.end)).toString()).toBe(
          sample.source!.slice(found.start.offset, found.end.offset),
        )
        const expected = found.suggestions
          .filter(({ edits }) => edits.length === 1)
          .map(({ edits }) => edited(sample.source!, edits))
        expect(
          suggestions.map(({ range, text }) =>
            Buffer.concat([
              bytes.subarray(0, byteAt(bytes, range.start)),
              Buffer.from(text),
              bytes.subarray(byteAt(bytes, range.end)),
            ]).toString(),
          ),
        ).toEqual(expected)
        suggested += expected.length
      })
    }
    expect(suggested).toBeGreaterThan(10)
  })
})

test('columns in bytes are those of the encoded line, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), fc.nat(), (text, anywhere) => {
      const source = text.replace(/\r/g, '\n')
      let offset = anywhere % (source.length + 1)
      if (/[\uDC00-\uDFFF]/.test(source[offset] ?? '')) offset--
      const lines = source.slice(0, offset).split('\n')
      expect(new ByteColumns(source).pointAt(offset)).toEqual({
        line: lines.length,
        column: Buffer.byteLength(lines.at(-1)!) + 1,
      })
    }),
    { numRuns: runs(300, 10_000) },
  )
})
