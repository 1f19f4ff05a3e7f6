/**
 * What is offered at a finding: each edit, made by an editor that was told of nothing else, settles the finding and
 * changes nothing more.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver'
import { describe, expect, test } from 'vitest'
import { unified } from 'unified'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { check } from '../../src/check.ts'
import { fixSource } from '../../src/check/fixing/fix.ts'
import { checkout, type Checkout } from '../cli/checkout.ts'
import { durationUntil } from '../duration.ts'
import { Editor, type EditorOptions } from './editor.ts'
import { edited } from './protocol-text.ts'

const FULL: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
}

interface Desk {
  readonly editor: Editor
  readonly made: Checkout
  readonly uri: string
  uriOf(name: string): string
  /** Makes an action's edit: in the open document, and on the disk. */
  make(action: CodeAction): Promise<void>
  text: string
}

/** An editor with one document of a folder open. */
async function desk(
  files: Readonly<Record<string, string>>,
  name: string,
  languageId = 'plaintext',
  options: EditorOptions = {},
): Promise<Desk> {
  const made = checkout(files)
  const uriOf = (one: string): string => pathToFileURL(made.path(one)).href
  const editor = await Editor.start({ folders: [pathToFileURL(made.root).href], capabilities: FULL, ...options })
  const uri = uriOf(name)
  const at: Desk = {
    editor,
    made,
    uri,
    uriOf,
    text: files[name]!,
    make: async ({ edit }) => {
      const named = [
        ...Object.keys(edit!.changes ?? {}),
        ...(edit!.documentChanges ?? []).map((one) =>
          'textDocument' in one ? one.textDocument.uri : 'uri' in one ? one.uri : '',
        ),
      ]
      const others = new Set(named.filter((one) => one !== uri))
      const before = Object.fromEntries(
        [...others]
          .filter((one) => existsSync(fileURLToPath(one)))
          .map((one) => [one, readFileSync(fileURLToPath(one), 'utf8')]),
      )
      const after = edited({ ...before, [uri]: at.text }, edit!)
      for (const one of others) {
        mkdirSync(dirname(fileURLToPath(one)), { recursive: true })
        writeFileSync(fileURLToPath(one), after[one]!)
      }
      if (after[uri] !== at.text) await editor.change(uri, { text: after[uri]! })
      at.text = after[uri]!
      await editor.saved(...others)
    },
  }
  await editor.open(uri, at.text, languageId)
  return at
}

const rulesOf = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code)

async function offers({ editor, uri }: Desk, rule: string, at = 0): Promise<readonly CodeAction[]> {
  const diagnostic = (await editor.diagnostics(uri)).filter(({ code }) => code === rule)[at]!
  return editor.actions(uri, diagnostic, { diagnostics: [diagnostic] })
}

const titled = (actions: readonly CodeAction[], title: RegExp): CodeAction | undefined =>
  actions.find((one) => title.test(one.title))

/** What a reader of Markdown sees; comments are no part of it. */
async function shownOf(markdown: string): Promise<string> {
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkRehype)
    .use(rehypeStringify)
    .process(markdown.replace('\uFEFF', ''))
  return String(html).replace(/\s*\n\s*/g, '\n')
}

describe('edits that a finding suggests', () => {
  test('are quick fixes of its diagnostic, for the version that they were made for; a safe one is preferred', async () => {
    const at = await desk({ 'draft.txt': 'Most of of the ferries sail. On Monday, the the ferry sank.\n' }, 'draft.txt')
    const safe = (await offers(at, 'repeated-word')).find(({ isPreferred }) => isPreferred)
    expect(safe).toMatchObject({
      kind: 'quickfix',
      title: 'Delete one',
      diagnostics: [{ code: 'repeated-word' }],
      edit: { documentChanges: [{ textDocument: { uri: at.uri, version: at.editor.versionOf(at.uri) } }] },
    })
    const unsure = await offers(at, 'repeated-word', 1)
    expect(unsure.length).toBeGreaterThan(2)
    expect(unsure.filter(({ isPreferred }) => isPreferred)).toEqual([])
    await at.make(safe!)
    expect(at.text).toBe('Most of the ferries sail. On Monday, the the ferry sank.\n')
    await at.editor.stop()
  })

  test('are plain changes for an editor that knows no others, and none are offered elsewhere in the text', async () => {
    const at = await desk({ 'draft.txt': 'Fine.\n\nMost of of the ferries sail.\n' }, 'draft.txt', 'plaintext', {
      capabilities: { textDocument: FULL.textDocument! },
    })
    expect((await offers(at, 'repeated-word')).map(({ title, edit }) => [title, Object.keys(edit!)])).toEqual([
      ['Delete one', ['changes']],
      ['Make all safe edits (1)', ['changes']],
    ])
    expect(
      await at.editor.actions(
        at.uri,
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } },
        { only: ['quickfix'] },
      ),
    ).toEqual([])
    await at.editor.stop()
  })

  test('come in the kinds that are asked for', async () => {
    const at = await desk({ 'draft.txt': 'Most of of the ferries sail.\n' }, 'draft.txt')
    const [diagnostic] = await at.editor.diagnostics(at.uri)
    const kinds = async (only?: string[], triggerKind?: 1 | 2): Promise<readonly unknown[]> => [
      ...new Set(
        (
          await at.editor.actions(at.uri, diagnostic!, {
            ...(only ? { only } : {}),
            ...(triggerKind ? { triggerKind } : {}),
          })
        ).map(({ kind }) => kind),
      ),
    ]
    expect(await kinds()).toEqual(['quickfix', 'source.fixAll.copydesk'])
    expect(await kinds([''])).toEqual(['quickfix', 'source.fixAll.copydesk'])
    expect(await kinds(['source'])).toEqual(['source.fixAll.copydesk'])
    expect(await kinds(['source.fixAll.copydesk'], 2)).toEqual(['source.fixAll.copydesk'])
    expect(await kinds(['source.fixAll.other'])).toEqual([])
    expect(await kinds(['refactor'])).toEqual([])
    // An editor asks by itself wherever the cursor goes.
    expect(await kinds(undefined, 2)).toEqual(['quickfix'])
    await at.editor.stop()
  })

  test('all at once are what --fix makes', async () => {
    const source = `Most of of the ferries sail sail. ${'It was was in in the the of of a a harbour. '.repeat(20)}\nYou may also like\n`
    const at = await desk({ 'draft.txt': source }, 'draft.txt')
    await at.editor.diagnostics(at.uri)
    const [action] = await at.editor.actions(
      at.uri,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      { only: ['source.fixAll'] },
    )
    await at.make(action!)
    const { source: fixed, fixed: count } = fixSource(
      source,
      (text) => check(text, { path: 'draft.txt' }).findings,
      new Set(['safe']),
    )
    expect(count).toBeGreaterThan(5)
    expect(at.text).toBe(fixed)
    expect(action!.title).toBe(`Make all safe edits (${count})`)
    await at.editor.stop()
  })

  test('of all of a long page are few enough for a menu, and soon there', async () => {
    const at = await desk(
      { 'draft.md': 'Most of of the ferries sail, and it was was so.\n\n'.repeat(400) },
      'draft.md',
      'markdown',
    )
    await at.editor.diagnostics(at.uri)
    let actions: readonly CodeAction[] = []
    expect(
      await durationUntil(async () => {
        actions = await at.editor.actions(
          at.uri,
          { range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } } },
          { only: ['quickfix'] },
        )
      }),
    ).toBeLessThan(5000)
    expect(actions.length).toBeGreaterThan(10)
    expect(actions.length).toBeLessThanOrEqual(100)
    expect(titled(actions, /^Ignore/)).toBeUndefined()
    await at.editor.stop()
  })
})

const MARKED = [
  ['markdown', 'a paragraph', 'Fine.\n\nMost of of the ferries\nsail.\n'],
  ['markdown', 'a later line of a paragraph', 'Fine it is\nand most of of the ferries\nsail.\n'],
  ['markdown', 'the first line', 'Most of of the ferries sail.\n\nIt was was so.\n'],
  ['markdown', 'CRLF', 'Fine.\r\n\r\nMost of of the ferries\r\nsail.\r\n'],
  ['markdown', 'a heading', 'Fine.\n## Most of of the ferries\nsail.\n'],
  ['markdown', 'text under a heading', '# Fine\nMost of of the ferries\nsail.\n'],
  ['markdown', 'a blockquote', '> Fine.\n>\n> Most of of the ferries\n> sail.\n'],
  ['markdown', 'a list', '- Fine\n- Most of of the ferries\n- sail\n'],
  ['markdown', 'a list of numbers, deep', '9. Fine\n   - Sub\n   - Most of of the ferries\n10. It sails\n'],
  ['markdown', 'a list of numbers', '9. Fine\n10. Most of of the ferries\n11. sail\n'],
  ['markdown', 'a list behind a paragraph', 'Fine:\n\n- Most of of the ferries\n- sail\n'],
  ['markdown', 'a list in a blockquote', '> - Fine\n> - Most of of the ferries\n> - sail\n'],
  ['markdown', 'a loose list', '* Fine\n\n* Most of of the ferries\n\n* sail\n'],
  ['markdown', 'a table’s head', '| Most of of the ferries | b |\n| --- | --- |\n| c | d |\n'],
  ['markdown', 'behind front matter', '---\ntitle: Fine\n---\n\nMost of of the ferries sail.\n'],
  ['markdown', 'behind a mark', '\uFEFFMost of of the ferries sail.\n'],
  [
    'html',
    'a page',
    '<!doctype html>\n<html><body>\n<p>Fine.</p>\n<p>Most of of the\nferries sail.</p>\n</body></html>\n',
  ],
  [
    'html',
    'an XHTML page',
    '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Most of of the ferries sail.</p></body></html>\n',
  ],
  ['html', 'a later line of a paragraph', '<p>Fine it is\nand most of of the ferries\nsail.</p>\n'],
  ['mdx', 'a paragraph', "import A from 'a'\n\n# Fine\n\nMost of of the ferries sail, <A/>.\n"],
] as const

describe('“ignore here” and “in this file”', () => {
  const NAMES = { markdown: 'draft.md', html: 'draft.html', mdx: 'draft.mdx' } as const
  test.each(MARKED)('hide a finding by a comment and change nothing else: %s, %s', async (languageId, _, source) => {
    for (const [title, isHere] of [
      [/^Ignore repeated-word here, with a reason$/, true],
      [/^Ignore repeated-word in this file, with a reason$/, false],
    ] as const) {
      const at = await desk({ [NAMES[languageId]]: source }, NAMES[languageId], languageId)
      const before = rulesOf(await at.editor.diagnostics(at.uri))
      await at.make(titled(await offers(at, 'repeated-word'), title)!)
      const others = isHere ? before.slice(1) : []
      expect(rulesOf(await at.editor.diagnostics(at.uri))).toEqual(others)
      expect(
        at.text.replace(
          /[ \t>]*(?:<!--|\{\/\*) copydesk-disable-(?:next-line|file) repeated-word -- reason (?:-->|\*\/\})\r?\n/,
          '',
        ),
      ).toBe(source)
      expect(at.text.replaceAll('\r\n', '').includes('\n')).toBe(!source.includes('\r\n'))
      expect(at.text.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'))
      const [after, original] = languageId === 'markdown' ? [await shownOf(at.text), await shownOf(source)] : ['', '']
      expect(after).toBe(original)
      await at.editor.stop()
    }
  })

  test.each([
    [
      'a row of a table, which a comment would cut in two',
      '| a | b |\n| --- | --- |\n| c | d |\n| Most of of the ferries | f |\n',
    ],
    ['front matter, which has no comments of that kind', '---\ntitle: Most of of the ferries sail\n---\n\nFine.\n'],
  ])('“here” is not offered in %s; “in this file” is', async (_, source) => {
    const at = await desk({ 'draft.md': source }, 'draft.md', 'markdown')
    const actions = await offers(at, 'repeated-word')
    expect(titled(actions, /here/)).toBeUndefined()
    await at.make(titled(actions, /in this file/)!)
    expect(await at.editor.diagnostics(at.uri)).toEqual([])
    expect(await shownOf(at.text)).toBe(await shownOf(source))
    await at.editor.stop()
  })

  test('put the cursor on the reason where the editor has such places', async () => {
    const at = await desk({ 'draft.md': '> $1} Most of of the ferries sail.\n' }, 'draft.md', 'markdown', {
      capabilities: {
        ...FULL,
        workspace: { workspaceEdit: { ...FULL.workspace!.workspaceEdit, snippetEditSupport: true } },
      },
    })
    const action = titled(await offers(at, 'repeated-word'), /here/)!
    expect(JSON.stringify(action.edit)).toContain('repeated-word -- ${1:reason} -->')
    await at.make(action)
    expect(await at.editor.diagnostics(at.uri)).toEqual([])
    await at.editor.stop()
  })

  const SIDE = 'draft.txt.copydesk.yml'
  test.each([
    ['a new one', undefined, /^ignore:\n {2}- rule: repeated-word\n(?: {4}quote: of of\n)? {4}reason: reason\n$/],
    [
      'one with comments',
      '# Desk\nignore:\n# the first\n- rule: self-reference   # so\n  reason: "because"\n',
      /^# Desk\nignore:\n# the first\n- rule: self-reference {3}# so\n {2}reason: "because"\n- rule: repeated-word\n/,
    ],
    [
      'one with CRLF',
      'ignore:\r\n  - {rule: self-reference}\r\n',
      /^ignore:\r\n {2}- \{rule: self-reference\}\r\n(?: {2}.*\r\n)+$/,
    ],
    ['an empty one', '', /^ignore:\n/],
  ] as const)('hide a finding of plain text by a side file: %s', async (_, before, wanted) => {
    for (const [title, count] of [
      [/here/, 1],
      [/in this file/, 0],
    ] as const) {
      const source = 'They remove Norvik from Norvik. Most of of the ferries sail.\n\nIt was was so.\n'
      const at = await desk({ 'draft.txt': source, ...(before === undefined ? {} : { [SIDE]: before }) }, 'draft.txt')
      await at.make(titled(await offers(at, 'repeated-word'), title)!)
      expect(readFileSync(at.made.path(SIDE), 'utf8')).toMatch(wanted)
      const left = await at.editor.diagnostics(
        at.uri,
        (now) => now.filter(({ code }) => code === 'repeated-word').length === count,
      )
      expect(left.filter(({ code }) => code === 'self-reference')).toHaveLength(before?.includes('self') ? 0 : 1)
      expect(at.text).toBe(source)
      await at.editor.stop()
    }
  })

  test('write into a side file as it stands unsaved in the editor, by the name that the editor has for it', async () => {
    const at = await desk({ 'draft.txt': 'Most of of the ferries sail.\n', [SIDE]: 'ignore: []\n' }, 'draft.txt')
    const named = at.uriOf(SIDE).replace('draft', '%64raft')
    const unsaved = '# not saved\nignore:\n  - rule: self-reference\n'
    await at.editor.open(named, unsaved, 'yaml')
    const action = titled(await offers(at, 'repeated-word'), /here/)!
    expect(action.edit!.documentChanges).toMatchObject([
      { textDocument: { uri: named, version: at.editor.versionOf(named) } },
    ])
    expect(edited({ [named]: unsaved }, action.edit!)[named]).toBe(
      `${unsaved}  - rule: repeated-word\n    quote: of of\n    reason: reason\n`,
    )
    await at.editor.stop()
  })

  test('are not offered where they can’t be made: no file yet and an editor that makes none, no file at all, a file that is no list', async () => {
    const plain = await desk({ 'draft.txt': 'Most of of the ferries sail.\n' }, 'draft.txt', 'plaintext', {
      capabilities: { ...FULL, workspace: { workspaceEdit: { documentChanges: true } } },
    })
    expect(titled(await offers(plain, 'repeated-word'), /Ignore/)).toBeUndefined()
    await plain.editor.open('untitled:a.txt', 'Most of of the ferries sail.\n')
    const [untitled] = await plain.editor.diagnostics('untitled:a.txt')
    expect(titled(await plain.editor.actions('untitled:a.txt', untitled!), /Ignore/)).toBeUndefined()
    await plain.editor.stop()
  })
})

describe('“add to the desk’s names”', () => {
  const DRAFT =
    'Officials met Bo Norvik at Norvik House. Norvik said that Norvik was well.\n\nNorvek said no.\n\nNorvik and Norvik’s son said it.\n'
  const TITLE = /^Add “Norvek” to the desk’s names$/

  test.each([
    [
      'a names file of lines',
      { 'copydesk.yml': 'names: desk.yml\n', 'desk.yml': '# people\n- Seagull # the ferry\n' },
      'desk.yml',
      /^# people\n- Seagull # the ferry\n- Norvek\n$/,
    ],
    [
      'a names file in JSON',
      { 'copydesk.yml': 'names: desk.json\n', 'desk.json': '[\n    "Seagull"\n]\n' },
      'desk.json',
      /^\[\n {4}"Seagull",\n {4}"Norvek"\n\]\n$/,
    ],
    [
      'the list of the config',
      { 'copydesk.yml': '# all\nnames:\n    - {name: Seagull, aliases: [SG]}\nrules: {self-reference: off}\n' },
      'copydesk.yml',
      /^# all\nnames:\n {4}- \{name: Seagull, aliases: \[SG\]\}\n {4}- Norvek\nrules: \{self-reference: off\}\n$/,
    ],
    [
      'a config without names',
      { 'copydesk.yml': 'rules:\n  self-reference: off # quiet\n' },
      'copydesk.yml',
      /^rules:\n {2}self-reference: off # quiet\nnames:\n {2}- Norvek\n$/,
    ],
    [
      'a config in JSON',
      { 'copydesk.json': '{"rules": {"self-reference": "off"}}\n' },
      'copydesk.json',
      /^\{"rules": \{"self-reference": "off"\}, "names": \["Norvek"\]\}\n$/,
    ],
    ['a new config at the repository’s root', {}, 'copydesk.yml', /^names:\n {2}- Norvek\n$/],
  ] as const)('goes to %s', async (_, files, target, wanted) => {
    const at = await desk({ 'news/draft.txt': DRAFT, ...files }, 'news/draft.txt')
    await at.make(titled(await offers(at, 'misspelt-name'), TITLE)!)
    expect(readFileSync(at.made.path(target), 'utf8')).toMatch(wanted)
    expect(await at.editor.diagnostics(at.uri, (now) => now.length === 0)).toEqual([])
    expect(at.text).toBe(DRAFT)
    await at.editor.stop()
  })

  test('gives the right name its other form where that alone would make the right one wrong', async () => {
    const at = await desk(
      {
        'draft.txt':
          'John McCartney spoke. Mr. McCartney won. McCartney said so.\n\nJohn McCartny left, and McCartney’s son stayed.\n',
        'copydesk.yml': 'names: [Norvik]\n',
      },
      'draft.txt',
    )
    await at.make(
      titled(await offers(at, 'misspelt-name'), /^Add “McCartney” to the desk’s names, written “McCartny” too$/)!,
    )
    expect(readFileSync(at.made.path('copydesk.yml'), 'utf8')).toBe(
      'names: [Norvik, {"name":"McCartney","aliases":["McCartny"]}]\n',
    )
    expect(await at.editor.diagnostics(at.uri, (now) => now.length === 0)).toEqual([])
    await at.editor.stop()
  })

  test('is not offered for a package.json, which holds much that is none of Copydesk’s', async () => {
    const at = await desk({ 'draft.txt': DRAFT, 'package.json': '{"copydesk": {"rules": {}}}' }, 'draft.txt')
    expect(titled(await offers(at, 'misspelt-name'), /Add/)).toBeUndefined()
    await at.editor.stop()
  })

  test('is not offered for other findings', async () => {
    const at = await desk({ 'draft.txt': 'They remove Norvik from Norvik.\n' }, 'draft.txt')
    expect(titled(await offers(at, 'self-reference'), /Add/)).toBeUndefined()
    await at.editor.stop()
  })
})
