/**
 * What holds for a document: the editor's settings, however they are told, and the config, names and side file on the
 * disk.
 */
import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkout, type Checkout } from '../cli/checkout.ts'
import { Editor, waitUntil, type EditorOptions } from './editor.ts'

const DRAFT = 'Most of of the ferries sail. They remove Norvik from Norvik.\n'
const URI = 'untitled:draft.txt'
const QUIET = { rules: { 'repeated-word': 'off' } }
const ASKED = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } }

const uriOf = (made: Checkout, name: string): string => pathToFileURL(made.path(name)).href
async function rulesAt(editor: Editor, uri: string, count?: number): Promise<readonly unknown[]> {
  return (await editor.diagnostics(uri, (now) => count === undefined || now.length === count)).map(({ code }) => code)
}

async function started(options: EditorOptions): Promise<Editor> {
  const editor = await Editor.start(options)
  await editor.open(URI, DRAFT)
  return editor
}

describe('the settings of the editor', () => {
  test('are taken from its first words', async () => {
    const editor = await started({ initializationOptions: QUIET })
    expect(await rulesAt(editor, URI)).toEqual(['self-reference'])
    await editor.stop()
  })

  test('are taken from what it tells, by their section or alone; what it doesn’t say again holds as it said it first', async () => {
    const editor = await started({ initializationOptions: { level: 'error' } })
    expect(await rulesAt(editor, URI)).toHaveLength(2)
    await editor.configure({ copydesk: QUIET })
    expect(await rulesAt(editor, URI, 1)).toEqual(['self-reference'])
    await editor.configure(null)
    expect(await rulesAt(editor, URI, 2)).toHaveLength(2)
    await editor.configure(QUIET)
    expect(await rulesAt(editor, URI, 1)).toEqual(['self-reference'])
    await editor.stop()
  })

  test('are asked for, before anything is checked, and again when they change', async () => {
    let given: unknown = QUIET
    const editor = await started({ capabilities: ASKED, settings: () => given })
    expect(await rulesAt(editor, URI)).toEqual(['self-reference'])
    expect(editor.sent.get(URI)).toHaveLength(1)
    expect(editor.registered).toEqual(['workspace/didChangeConfiguration'])
    given = { rules: {} }
    await editor.configure(null)
    expect(await rulesAt(editor, URI, 2)).toHaveLength(2)
    await editor.stop()
  })

  test('hold as they were said first where the editor answers with nothing', async () => {
    const editor = await started({ capabilities: ASKED, initializationOptions: QUIET, settings: () => null })
    expect(await rulesAt(editor, URI)).toEqual(['self-reference'])
    await editor.stop()
  })

  test.each([
    ['refuses to tell them', undefined],
    ['never answers', () => new Promise(() => undefined)],
  ])('are the usual ones where it %s', async (_, settings) => {
    const editor = await started({ capabilities: ASKED, ...(settings ? { settings } : {}) })
    expect(await rulesAt(editor, URI)).toHaveLength(2)
    await editor.stop()
  })

  test('and its files can be kept from being watched: that is noted, and all is checked', async () => {
    const editor = await started({
      refusesToRegister: true,
      capabilities: {
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          didChangeConfiguration: { dynamicRegistration: true },
        },
      },
    })
    expect(await rulesAt(editor, URI)).toHaveLength(2)
    const refusals = (): readonly string[] =>
      editor.log.filter((line) => line.startsWith('the editor refuses workspace/did'))
    await waitUntil(
      () => refusals().length === 2,
      () => JSON.stringify(editor.log),
    )
    await editor.stop()
  })

  test.each([
    [{ level: 'fatal' }, 'the setting “level” takes one of error, warning, info'],
    [{ debounce: -1 }, 'the setting “debounce” takes a number of milliseconds up to 10000'],
    [{ debounce: 'soon' }, 'the setting “debounce” takes a number of milliseconds up to 10000'],
    [{ rules: [] }, 'the setting “rules” takes rules with their levels'],
    [{ rules: { 'repeated-wrod': 'off' } }, 'there is no rule “repeated-wrod”; did you mean “repeated-word”?'],
    [{ rules: { __proto__x: 'off' } }, /^there is no rule “__proto__x”/],
    [[], 'the settings are not keys with values'],
  ])('that can’t be followed are told once: %j', async (wrong, told) => {
    const editor = await started({ initializationOptions: wrong })
    await editor.configure({ copydesk: wrong })
    expect(await rulesAt(editor, URI)).toHaveLength(2)
    await editor.settled()
    expect(editor.messages).toHaveLength(1)
    expect(editor.messages[0]!.replace(/^Copydesk: /, '')).toMatch(told)
    await editor.stop()
  })

  test('give way to a config, rule by rule, and may name the config', async () => {
    const made = checkout({
      'a/draft.txt': DRAFT,
      'a/copydesk.yml': 'rules: {repeated-word: off}\n',
      'other.yml': 'rules: {self-reference: off}\n',
    })
    const editor = await Editor.start({
      folders: [pathToFileURL(made.root).href],
      initializationOptions: { rules: { 'repeated-word': 'on', 'self-reference': 'off' } },
    })
    const uri = uriOf(made, 'a/draft.txt')
    await editor.open(uri, DRAFT)
    expect(await rulesAt(editor, uri)).toEqual([])
    await editor.configure({ copydesk: { rules: {}, config: 'other.yml' } })
    expect(await rulesAt(editor, uri, 1)).toEqual(['repeated-word'])
    await editor.stop()
  })
})

describe('the config', () => {
  test('is the nearest upward from the file, in a folder that is open or not, up to the repository’s root', async () => {
    const made = checkout({
      'a/draft.txt': DRAFT,
      'a/b/draft.txt': DRAFT,
      'copydesk.yml': 'rules: {repeated-word: off}\n',
      'a/b/copydesk.json': '{"rules": {"self-reference": "off"}}',
    })
    for (const folders of [
      [pathToFileURL(made.root).href],
      [],
      [pathToFileURL(made.path('a/b')).href, pathToFileURL(made.root).href],
    ]) {
      const editor = await Editor.start({ folders })
      await editor.open(uriOf(made, 'a/draft.txt'), DRAFT)
      await editor.open(uriOf(made, 'a/b/draft.txt'), DRAFT)
      expect(await rulesAt(editor, uriOf(made, 'a/draft.txt'))).toEqual(['self-reference'])
      expect(await rulesAt(editor, uriOf(made, 'a/b/draft.txt'))).toEqual(['repeated-word'])
      await editor.stop()
    }
  })

  test('of the first folder holds for what was never saved, and of another when folders change', async () => {
    const made = checkout({
      'one/copydesk.yml': 'rules: {repeated-word: off}\n',
      'two/copydesk.yml': 'rules: {self-reference: off}\n',
      'three/x': '',
    })
    const [one, two, three] = ['one', 'two', 'three'].map((name) => ({ uri: uriOf(made, name), name }))
    const editor = await started({
      folders: [one!.uri, two!.uri],
      capabilities: { workspace: { workspaceFolders: true } },
    })
    expect(editor.server.capabilities.workspace).toEqual({
      workspaceFolders: { supported: true, changeNotifications: true },
    })
    expect(await rulesAt(editor, URI)).toEqual(['self-reference'])
    await editor.folders([three!], [one!])
    expect(await editor.next(URI)).toMatchObject([{ code: 'repeated-word' }])
    await editor.folders([], [two!])
    expect(await editor.next(URI)).toHaveLength(2)
    await editor.stop()
  })

  test('that leaves a file out leaves it alone', async () => {
    const made = checkout({ 'old/draft.txt': DRAFT, 'copydesk.yml': 'ignore: [old/]\n' })
    const editor = await Editor.start()
    await editor.open(uriOf(made, 'old/draft.txt'), DRAFT)
    expect(await rulesAt(editor, uriOf(made, 'old/draft.txt'))).toEqual([])
    await editor.stop()
  })

  test('that is broken is told in one line at the document’s start, and mended is followed; other documents are none the worse', async () => {
    const made = checkout({
      'a/draft.txt': DRAFT,
      'b/draft.txt': DRAFT,
      'a/copydesk.yml': 'rules: {repeated-wrod: off}\n',
    })
    const [a, b] = [uriOf(made, 'a/draft.txt'), uriOf(made, 'b/draft.txt')]
    const editor = await Editor.start({ folders: [pathToFileURL(made.root).href] })
    await editor.open(a, DRAFT)
    await editor.open(b, DRAFT)
    expect(await editor.diagnostics(a)).toMatchObject([
      {
        code: 'not-checked',
        severity: 2,
        range: { start: { line: 0, character: 0 } },
        message:
          'a/copydesk.yml: line 1: there is no rule “repeated-wrod”; did you mean “repeated-word”?; nothing is checked until that is mended',
      },
    ])
    expect(await rulesAt(editor, b)).toHaveLength(2)
    made.write('a/copydesk.yml', 'names: names.yml\n')
    await editor.saved(uriOf(made, 'a/copydesk.yml'))
    expect(await editor.next(a)).toMatchObject([{ message: expect.stringContaining('“names.yml” does not exist') }])
    made.write('a/names.yml', '- Norvik\n')
    await editor.saved(uriOf(made, 'a/names.yml'))
    expect(await editor.next(a)).toHaveLength(2)
    expect(editor.sent.get(b)!.every(({ diagnostics }) => diagnostics.length === 2)).toBe(true)
    made.write('a/copydesk.json', '{}')
    await editor.change(a, { text: `${DRAFT} ` })
    expect(await editor.diagnostics(a)).toMatchObject([{ message: expect.stringContaining('stands beside') }])
    rmSync(made.path('a/copydesk.yml'))
    await editor.change(a, { text: DRAFT })
    expect(await rulesAt(editor, a)).toHaveLength(2)
    await editor.stop()
  })

  test('that changes unseen is seen at a keystroke anywhere, and then in all open documents', async () => {
    const made = checkout({ 'a.txt': DRAFT, 'b.txt': DRAFT, 'copydesk.yml': 'names: desk.yml\n', 'desk.yml': '[]\n' })
    const [a, b] = [uriOf(made, 'a.txt'), uriOf(made, 'b.txt')]
    const editor = await Editor.start()
    for (const uri of [a, b]) {
      await editor.open(uri, DRAFT)
      await editor.diagnostics(uri)
    }
    made.write('copydesk.yml', 'rules: {repeated-word: off, self-reference: off}\n')
    await editor.change(a, { text: `${DRAFT}.` })
    expect(await rulesAt(editor, a, 0)).toEqual([])
    expect(await rulesAt(editor, b, 0)).toEqual([])
    await editor.stop()
  })

  test('of others is no business of a document: what is saved elsewhere has nothing sent again', async () => {
    const made = checkout({ 'draft.txt': DRAFT, 'copydesk.yml': 'rules: {}\n', 'node_modules/x/package.json': '{}' })
    const editor = await Editor.start()
    await editor.open(uriOf(made, 'draft.txt'), DRAFT)
    await editor.diagnostics(uriOf(made, 'draft.txt'))
    for (let times = 0; times < 50; times++) await editor.saved(uriOf(made, 'node_modules/x/package.json'))
    await editor.save(uriOf(made, 'elsewhere.yml'))
    await editor.settled()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(editor.sent.get(uriOf(made, 'draft.txt'))).toHaveLength(1)
    await editor.stop()
  })

  test('comes with a side file, which is followed as soon as it is there, and told of where it is broken', async () => {
    const made = checkout({ 'draft.txt': DRAFT })
    const uri = uriOf(made, 'draft.txt')
    const side = uriOf(made, 'draft.txt.copydesk.yml')
    const editor = await Editor.start()
    await editor.open(uri, DRAFT)
    expect(await rulesAt(editor, uri)).toHaveLength(2)
    made.write('draft.txt.copydesk.yml', 'ignore:\n  - rule: self-reference\n')
    await editor.saved(side)
    expect(await rulesAt(editor, uri, 1)).toEqual(['repeated-word'])
    made.write('draft.txt.copydesk.yml', 'ignore: yes please\n')
    await editor.save(side)
    expect(await editor.next(uri)).toMatchObject([
      { message: expect.stringMatching(/^draft\.txt\.copydesk\.yml: .+; nothing is checked until that is mended$/) },
    ])
    await editor.stop()
  })
})
