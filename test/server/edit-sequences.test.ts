/**
 * Random sequences of edits: the server's text is the protocol's, and its diagnostics are those of a fresh check.
 */
import fc from 'fast-check'
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Finding } from '../../src/check/finding.ts'
import { DocumentLines } from '../../src/server/documents/document-lines.ts'
import type { PositionEncoding } from '../../src/server/documents/positions.ts'
import type { Format } from '../../src/copy/index.ts'
import { Editor } from './editor.ts'
import { changed, positionAt } from './protocol-text.ts'
import { runs } from '../runs.ts'

const RUNS = runs(60, 3000)
const ENCODINGS: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32']
const LANGUAGES: readonly (readonly [languageId: string, name: string, format: Format])[] = [
  ['plaintext', 'a.txt', 'text'],
  ['markdown', 'a.md', 'markdown'],
  ['html', 'a.html', 'html'],
  ['mdx', 'a.mdx', 'mdx'],
]

const PIECES = [
  'The court told Norvik to sue Norvik.',
  ' of of ',
  ' the the ',
  'on September 31',
  '🚢',
  'é',
  '\ud83d',
  '\udea2',
  '\uFEFF',
  '\u2028',
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\r\n\r\n',
  '\n\n',
  'You may also like',
  '- ',
  '> ',
  '| a | b |',
  '# ',
  '<p>',
  '</p>',
  '&amp;',
  '{',
  '---\n',
  '<!-- copydesk-disable-file repeated-word -->',
  ' ',
  'Norvik',
  '“',
  '”',
  '“We met on Saturday, July 17, 2020,” she said.',
] as const
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''))
const number = fc.oneof(
  { weight: 8, arbitrary: fc.nat(12) },
  { weight: 3, arbitrary: fc.nat(90) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 1e9, 2 ** 31 - 1) },
)
const place = fc.record({ line: number, character: number })
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text }) },
  { weight: 2, arbitrary: place.chain((at) => fc.record({ range: fc.constant({ start: at, end: at }), text })) },
  { weight: 1, arbitrary: fc.record({ text }) },
)
const sequence = fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

type Shown = Pick<Diagnostic, 'code' | 'range' | 'severity' | 'message'>

/** What is to be shown of a text, worked out without the server. */
function expected(source: string, name: string, format: Format, encoding: PositionEncoding): readonly Shown[] {
  const mark = source.startsWith('\uFEFF') ? 1 : 0
  const { findings, notices } = check(source.slice(mark), { path: name, format })
  const range = ({ start, end }: Pick<Finding, 'start' | 'end'>): Diagnostic['range'] => ({
    start: positionAt(source, start.offset + mark, encoding),
    end: positionAt(source, end.offset + mark, encoding),
  })
  return [
    ...findings
      .filter(({ severity }) => severity !== 'info')
      .map((one) => ({
        code: one.rule,
        range: range(one),
        severity: one.severity === 'error' ? (1 as const) : (2 as const),
        message: one.message,
      })),
    // Whoever has begun to write sees that there is nothing yet.
    ...notices
      .filter(({ about }) => about !== 'empty')
      .map((one) => ({
        code: one.about === 'suppression' ? 'suppression' : 'passed-over',
        range: range(one),
        severity: 3 as const,
        message: one.message,
      })),
  ]
}

describe('any sequence of edits', { timeout: 120_000 + RUNS * 1000 }, () => {
  test('leaves the text that the protocol’s rules make of it', () => {
    fc.assert(
      fc.property(text, sequence, fc.constantFrom(...ENCODINGS), (begin, notifications, encoding) => {
        let lines = new DocumentLines(begin, encoding)
        let model = begin
        for (const one of notifications.flat()) {
          if ('range' in one) lines.replace(one.range, one.text)
          else lines = new DocumentLines(one.text, encoding)
          model = changed(model, one, encoding)
          expect(lines.text === model).toBe(true)
        }
      }),
      { numRuns: RUNS * 2 },
    )
  })

  test('is followed by the diagnostics of a fresh check', async () => {
    const servers = new Map<string, Editor>()
    for (const encoding of ENCODINGS) {
      for (const pulls of [true, false]) {
        const shows = { relatedInformation: true }
        servers.set(
          `${encoding} ${pulls}`,
          await Editor.start({
            capabilities: {
              general: { positionEncodings: [encoding] },
              textDocument: pulls ? { diagnostic: shows } : { publishDiagnostics: shows },
            },
            initializationOptions: { debounce: 0 },
          }),
        )
      }
    }
    let count = 0
    await fc.assert(
      fc.asyncProperty(
        text,
        sequence,
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(...LANGUAGES),
        fc.boolean(),
        fc.nat(2),
        async (begin, notifications, encoding, [languageId, name, format], pulls, often) => {
          const editor = servers.get(`${encoding} ${pulls}`)!
          const uri = `untitled:${count++}/${name}`
          let model = begin
          const shown = async (): Promise<readonly Shown[]> => {
            const report = pulls ? await editor.pull(uri) : undefined
            const diagnostics = report?.kind === 'full' ? report.items : await editor.diagnostics(uri)
            return diagnostics.map(
              ({ code, range, severity, message }) => ({ code, range, severity, message }) as Shown,
            )
          }
          const seen: (readonly Shown[])[] = []
          const wanted: (readonly Shown[])[] = []
          const look = async (): Promise<void> => {
            seen.push(await shown())
            wanted.push(expected(model, name, format, encoding))
          }
          await editor.open(uri, begin, languageId)
          if (often === 0) await look()
          for (const changes of notifications) {
            await editor.change(uri, ...changes)
            for (const one of changes) model = changed(model, one, encoding)
            if (often === 0) await look()
          }
          await look()
          expect(seen).toEqual(wanted)
          await editor.close(uri)
          editor.sent.clear()
        },
      ),
      { numRuns: RUNS },
    )
    for (const editor of servers.values()) await editor.stop()
  })
})
