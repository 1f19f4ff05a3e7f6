/**
 * The draft that every editor is tried with, over the protocol alone: in each encoding, with CRLF, and with editors
 * that watch and that don't.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver'
import { describe, expect, test } from 'vitest'
import { checkout } from '../cli/checkout.ts'
import { Editor } from './editor.ts'
import { changed, edited, offsetAt, textIn } from './protocol-text.ts'
import type { PositionEncoding } from '../../src/server/documents/positions.ts'

interface Scenario {
  readonly findings: readonly {
    readonly rule: string
    readonly quote: string
    readonly line: number
    readonly start: number
    readonly end: number
  }[]
  readonly quickFix: { readonly rule: string; readonly title: string; readonly before: string; readonly after: string }
  readonly config: string
  readonly afterQuickFixAndConfig: readonly string[]
}

const FOLDER = new URL('../editors/scenario/', import.meta.url)
const DRAFT = readFileSync(new URL('draft.txt', FOLDER), 'utf8').replace(/\r?\n/g, '\r\n')
const { findings, quickFix, config, afterQuickFixAndConfig } = JSON.parse(
  readFileSync(new URL('expected.json', FOLDER), 'utf8'),
) as Scenario

const rulesOf = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code)

describe('the scenario of the editors', () => {
  const offers: readonly (readonly [readonly string[] | undefined, PositionEncoding])[] = [
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-16', 'utf-8', 'utf-32'], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-32', 'utf-8', 'utf-16'], 'utf-32'],
    [['utf-7', 'utf-32'], 'utf-32'],
    [['utf-7'], 'utf-16'],
  ]
  test.each(offers)('counts as the editor wants it: offered %j, it is %s', async (offered, encoding) => {
    const editor = await Editor.start(offered ? { capabilities: { general: { positionEncodings: [...offered] } } } : {})
    expect(editor.server.capabilities.positionEncoding).toBe(encoding)
    await editor.open('untitled:draft.txt', DRAFT)
    const shown = await editor.diagnostics('untitled:draft.txt')
    const place = (line: number, character: number): number => offsetAt(DRAFT, { line, character }, 'utf-16')
    expect(
      shown.map(({ code, range }) => ({
        code,
        start: offsetAt(DRAFT, range.start, encoding),
        end: offsetAt(DRAFT, range.end, encoding),
      })),
    ).toEqual(
      findings.map(({ rule, line, start, end }) => ({ code: rule, start: place(line, start), end: place(line, end) })),
    )
    // Columns in other units differ behind the emoji.
    expect(shown[1]!.range.start.character).toBe({ 'utf-8': 114, 'utf-16': 108, 'utf-32': 107 }[encoding])
    expect(shown.map(({ range }) => textIn(DRAFT, range, encoding))).toEqual(findings.map(({ quote }) => quote))
    await editor.stop()
  })

  test('is exact in UTF-16, which every editor speaks', async () => {
    const editor = await Editor.start()
    await editor.open('untitled:draft.txt', DRAFT)
    const shown = await editor.diagnostics('untitled:draft.txt')
    expect(
      shown.map(({ code, range: { start, end } }) => ({
        rule: code,
        line: start.line,
        start: start.character,
        end: end.character,
        endLine: end.line,
      })),
    ).toEqual(findings.map(({ rule, line, start, end }) => ({ rule, line, start, end, endLine: line })))
    await editor.stop()
  })

  const WATCHING: ClientCapabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }
  test.each([
    ['is told of by an editor that watches files', WATCHING, async (editor: Editor, uri: string) => editor.saved(uri)],
    [
      'is seen when an editor that watches nothing has saved it',
      {},
      async (editor: Editor, uri: string) => editor.save(uri),
    ],
    [
      'is seen at the next keystroke where nobody tells',
      {},
      async (editor: Editor, _: string, draft: string, text: string) => editor.change(draft, { text }),
    ],
  ] as const)('a quick fix is applied, and a change of the config %s', async (_, capabilities, tell) => {
    const { root, path, write } = checkout({ 'draft.txt': DRAFT })
    const uri = pathToFileURL(path('draft.txt')).href
    const editor = await Editor.start({
      folders: [pathToFileURL(root).href],
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
        ...capabilities,
      },
    })
    await editor.open(uri, DRAFT)
    const shown = await editor.diagnostics(uri)
    const toFix = shown.find(({ code }) => code === quickFix.rule)!
    const action = (await editor.actions(uri, toFix, { diagnostics: [toFix] })).find(
      ({ title }) => title === quickFix.title,
    )!
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: quickFix.rule, range: toFix.range }] })
    const fixed = edited({ [uri]: DRAFT }, action.edit!)[uri]!
    expect(fixed).toBe(DRAFT.replace(quickFix.before, quickFix.after))
    const [change] = action.edit!.changes![uri]!
    await editor.change(uri, { range: change!.range, text: change!.newText })
    expect(rulesOf(await editor.diagnostics(uri))).toEqual(
      findings.map(({ rule }) => rule).filter((rule) => rule !== quickFix.rule),
    )

    write('copydesk.yml', config)
    await tell(editor, pathToFileURL(path('copydesk.yml')).href, uri, fixed)
    expect(rulesOf(await editor.diagnostics(uri, (now) => now.length === afterQuickFixAndConfig.length))).toEqual(
      afterQuickFixAndConfig,
    )
    await editor.stop()
  })

  test('the model that the server is compared with knows the protocol’s own example', () => {
    expect(offsetAt('a𐐀b', { line: 0, character: 3 }, 'utf-16')).toBe(3)
    expect(offsetAt('a𐐀b', { line: 0, character: 2 }, 'utf-16')).toBe(1)
    expect(offsetAt('a𐐀b', { line: 0, character: 5 }, 'utf-8')).toBe(3)
    expect(offsetAt('x\r\ny\rz\n', { line: 3, character: 9 }, 'utf-16')).toBe(7)
    expect(
      changed(
        'ab\r\ncd',
        { range: { start: { line: 0, character: 99 }, end: { line: 1, character: 1 } }, text: '-' },
        'utf-32',
      ),
    ).toBe('ab-d')
  })
})
