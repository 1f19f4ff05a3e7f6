/**
 * What is shown of a document: sent or asked for, with its rule, page and other places, and never of a text that has
 * changed.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LSPErrorCodes, ResponseError, type ClientCapabilities } from 'vscode-languageserver'
import { describe, expect, test } from 'vitest'
import { defineRule, span, type Rule } from '#rule'
import { Editor, waitUntil } from './editor.ts'

const URI = 'untitled:draft.txt'
const DRAFT = 'The board voted to remove Norvik from Norvik on Monday.\n'
const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } }

/** A rule that counts how often it runs, finds each “wolf”, and fails at “bug”. */
function counting(): { readonly rules: readonly Rule[]; runs: number } {
  const counted: { rules: readonly Rule[]; runs: number } = { rules: [], runs: 0 }
  counted.rules = [
    defineRule({
      id: 'cried-wolf',
      kind: 'slip',
      stage: 'stable',
      severity: 'error',
      since: '0.1.0',
      quotations: 'check',
      summary: 'A wolf.',
      options: {},
      messages: { wolf: () => 'There is no wolf' },
      *check({ story, find }) {
        counted.runs++
        for (const block of story.blocks) {
          const text = story.slice(block)
          if (text.includes('bug')) throw new TypeError('nobody foresaw “bug”\nsecond line')
          for (const { index } of text.matchAll(/wolf/g))
            yield find('wolf', { at: span(block.start + index, block.start + index + 4) })
        }
      },
    }),
  ]
  return counted
}

describe('a diagnostic', () => {
  const related = 'Jane Doering spoke.\n\n\nJane Doring left, and Ms. Doering and Doering’s son stayed with them.\n'

  test('has the rule, its level, the link to its page on this machine, and the other places', async () => {
    const editor = await Editor.start({
      capabilities: {
        textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true } },
      },
    })
    await editor.open(URI, related)
    const [one, ...others] = await editor.diagnostics(URI)
    expect(others).toEqual([])
    expect(one).toMatchObject({
      code: 'misspelt-name',
      source: 'copydesk',
      data: { fingerprint: expect.stringMatching(/^[\da-f]{16}$/) },
    })
    expect([1, 2]).toContain(one!.severity)
    expect(existsSync(fileURLToPath(one!.codeDescription!.href))).toBe(true)
    expect(one!.codeDescription!.href).toMatch(/\/rules\/misspelt-name\/rule\.md$/)
    expect(one!.relatedInformation!.length).toBeGreaterThan(0)
    expect(one!.relatedInformation![0]!.location.uri).toBe(URI)
    expect(one!.message).not.toMatch(/Line/)
    await editor.stop()
  })

  test('says the other lines where the editor shows no places, and has no link where it opens none', async () => {
    const editor = await Editor.start()
    await editor.open(URI, related)
    const [one] = await editor.diagnostics(URI)
    expect(one).not.toHaveProperty('relatedInformation')
    expect(one).not.toHaveProperty('codeDescription')
    expect(one!.message).toMatch(/\. Lines? 1: .+\.$/)
    await editor.stop()
  })

  test('is hidden below the level that is set, and shown when another is', async () => {
    const editor = await Editor.start({ initializationOptions: { level: 'error' } })
    await editor.open(
      URI,
      'Norvik won. Norvik lost on Saturday, July 17, 2020, and to remove Norvik from Norvik was hard.\n',
    )
    expect((await editor.diagnostics(URI)).map(({ severity }) => severity)).toEqual([1, 1])
    await editor.configure({ copydesk: { level: 'warning', rules: { 'weekday-mismatch': 'warning' } } })
    expect(
      (await editor.diagnostics(URI, (now) => now.some(({ severity }) => severity === 2))).map(
        ({ code, severity }) => ({ code, severity }),
      ),
    ).toEqual([
      { code: 'weekday-mismatch', severity: 2 },
      { code: 'self-reference', severity: 1 },
    ])
    await editor.stop()
  })

  test('tells of an order that hides nothing, greyed where the editor greys', async () => {
    const editor = await Editor.start({
      capabilities: { textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1] } } } },
    })
    await editor.open(URI, '<!-- copydesk-disable-file repeated-word -->\n\nText.\n', 'markdown')
    expect(await editor.diagnostics(URI)).toMatchObject([
      { code: 'suppression', severity: 3, tags: [1], range: { start: { line: 0, character: 0 } } },
    ])
    await editor.stop()
  })
})

describe('an editor that is sent diagnostics', () => {
  test('hears of the last text only, once, a while after the last keystroke', async () => {
    const counted = counting()
    const editor = await Editor.start({ rules: counted.rules, initializationOptions: { debounce: 60 } })
    await editor.open(URI, 'a wolf')
    await editor.diagnostics(URI)
    for (const text of ['wolf', 'wolf wolf', 'wolf wolf wolf']) await editor.change(URI, { text })
    expect(await editor.diagnostics(URI)).toHaveLength(3)
    expect(editor.sent.get(URI)!.map(({ version }) => version)).toEqual([2, 5])
    expect(counted.runs).toBe(2)
    await editor.stop()
  })

  test('hears at once when it saves', async () => {
    const editor = await Editor.start({ rules: counting().rules, initializationOptions: { debounce: 10_000 } })
    await editor.open(URI, '')
    await editor.diagnostics(URI)
    await editor.change(URI, { text: 'wolf' })
    await editor.save(URI)
    expect(await editor.diagnostics(URI)).toHaveLength(1)
    await editor.stop()
  })

  test('hears that all is clear when it closes a document, and of its new text when it opens it again', async () => {
    const editor = await Editor.start()
    await editor.open(URI, DRAFT)
    expect(await editor.diagnostics(URI)).toHaveLength(1)
    await editor.close(URI)
    await waitUntil(
      () => editor.sent.get(URI)!.length === 2,
      () => 'it wasn’t cleared',
    )
    expect(editor.sent.get(URI)!.at(-1)).toEqual({ uri: URI, diagnostics: [] })
    await editor.open(URI, `${DRAFT}\nYou may also like\n`)
    expect(await editor.diagnostics(URI)).toHaveLength(2)
    await editor.stop()
  })

  test('hears nothing of a document that it closes before it was checked', async () => {
    const editor = await Editor.start()
    await editor.open(URI, DRAFT)
    await editor.close(URI)
    // One that was opened behind it has its turn behind it.
    await editor.open('untitled:another', DRAFT)
    await editor.diagnostics('untitled:another')
    expect(editor.sent.get(URI)).toEqual([{ uri: URI, diagnostics: [] }])
    await editor.change(URI, { text: DRAFT })
    await editor.settled()
    expect(editor.sent.get(URI)).toHaveLength(1)
    await editor.stop()
  })

  test('is offered no other way to get them', async () => {
    const editor = await Editor.start()
    expect(editor.server.capabilities).not.toHaveProperty('diagnosticProvider')
    expect(editor.server.capabilities).not.toHaveProperty('codeActionProvider')
    await editor.stop()
  })
})

describe('an editor that asks for diagnostics', () => {
  test('is sent none unasked, and told when nothing has changed', async () => {
    const counted = counting()
    const editor = await Editor.start({ capabilities: PULLS, rules: counted.rules })
    await editor.open(URI, 'wolf')
    const first = await editor.pull(URI)
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'cried-wolf' }], resultId: expect.any(String) })
    expect(await editor.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })
    expect(counted.runs).toBe(1)
    await editor.change(URI, { text: 'wolf wolf' })
    const second = await editor.pull(URI, first.resultId)
    expect(second).toMatchObject({ kind: 'full', items: [{}, {}] })
    expect(second.resultId).not.toBe(first.resultId)
    expect(editor.sent.size).toBe(0)
    await editor.stop()
  })

  test('is asked to ask again when settings change, and no number of a result comes twice', async () => {
    const editor = await Editor.start({
      capabilities: { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } },
    })
    await editor.open(URI, DRAFT)
    const ids = new Set<string | undefined>()
    const levels = ['error', 'warning', 'error', 'warning']
    for (const [index, level] of levels.entries()) {
      await editor.configure({ copydesk: { level, rules: { 'self-reference': level === 'error' ? 'warning' : 'on' } } })
      await waitUntil(
        () => editor.refreshes === index + 1,
        () => 'it wasn’t asked to ask again',
      )
      const report = await editor.pull(URI, [...ids].at(-1))
      expect(report.kind === 'full' && report.items.length).toBe(level === 'error' ? 0 : 1)
      ids.add(report.resultId)
      await editor.close(URI)
      await editor.open(URI, DRAFT)
      ids.add((await editor.pull(URI, report.resultId)).resultId)
    }
    expect(ids.size).toBe(8)
    await editor.configure({ copydesk: { level: 'warning' } })
    await editor.stop()
  })

  test('gets “cancelled” for a question that it takes back, and nothing is checked for it', async () => {
    const counted = counting()
    const editor = await Editor.start({ capabilities: PULLS, rules: counted.rules })
    await editor.open(URI, 'wolf')
    for (const ask of ['textDocument/diagnostic', 'textDocument/hover', 'textDocument/codeAction']) {
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
      const { CancellationTokenSource } = await import('vscode-languageserver')
      const source = new CancellationTokenSource()
      const answer = editor.client.sendRequest(
        ask,
        { textDocument: { uri: URI }, position: range.start, range, context: { diagnostics: [] } },
        source.token,
      )
      source.cancel()
      await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    }
    expect(counted.runs).toBe(0)
    await editor.stop()
  })

  test('who asks at once for several things of one text has it checked once', async () => {
    const counted = counting()
    const editor = await Editor.start({ capabilities: PULLS, rules: counted.rules })
    await editor.open(URI, 'wolf')
    await Promise.all([editor.pull(URI), editor.hover(URI, { line: 0, character: 1 }), editor.pull(URI)])
    expect(counted.runs).toBe(1)
    await editor.stop()
  })

  test('gets nothing of a document that isn’t open', async () => {
    const editor = await Editor.start({ capabilities: PULLS })
    expect(await editor.pull('file:///nowhere.txt')).toEqual({ kind: 'full', items: [] })
    await editor.stop()
  })
})

describe('a document', () => {
  test('of 5 million characters is told of and not checked', async () => {
    const editor = await Editor.start()
    await editor.open(URI, 'of of '.repeat(900_000))
    expect(await editor.diagnostics(URI)).toMatchObject([
      { code: 'not-checked', message: expect.stringMatching(/^this is too long .+4 million characters.+`copydesk`/) },
    ])
    await editor.change(URI, { text: DRAFT })
    expect(await editor.diagnostics(URI)).toMatchObject([{ code: 'self-reference' }])
    await editor.stop()
  })

  test('that a rule fails at ends nothing: it is told in one line, and the next text is checked', async () => {
    const editor = await Editor.start({ rules: counting().rules })
    await editor.open(URI, 'a bug')
    await editor.open('untitled:other.txt', 'a wolf')
    expect(await editor.diagnostics(URI)).toMatchObject([
      {
        code: 'not-checked',
        message: expect.stringMatching(
          /^this could not be checked because of a bug in Copydesk \(TypeError: nobody foresaw “bug”\); please report it with the copy$/,
        ),
      },
    ])
    expect(await editor.diagnostics('untitled:other.txt')).toMatchObject([{ code: 'cried-wolf' }])
    await editor.change(URI, { text: 'a wolf' })
    expect(await editor.diagnostics(URI)).toMatchObject([{ code: 'cried-wolf' }])
    expect(editor.log.join('\n')).toContain('nobody foresaw')
    expect(
      await editor.actions(URI, { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } } }),
    ).toEqual([])
    await editor.stop()
  })

  test('with a byte order mark in its text has its findings behind it', async () => {
    const editor = await Editor.start()
    await editor.open(URI, `\uFEFF${DRAFT}`)
    expect(await editor.diagnostics(URI)).toMatchObject([
      { range: { start: { line: 0, character: 39 }, end: { line: 0, character: 45 } } },
    ])
    await editor.stop()
  })

  test.each([
    ['file:///a/data.json', 'json', '{"text": "of of the the"}', 0],
    ['file:///a/list.yml', 'yaml', 'text: most of of the ferries\n', 0],
    ['file:///a/some.jsonc', 'jsonc', '{"text": "of of the the"}', 0],
    ['file:///a/story.json', 'json', '{"headline": "Ferries", "body_text": "Most of of the ferries sail."}', 1],
    ['file:///a/story.ninjs', 'json', '{"body_text": "Most of of the ferries sail."}', 1],
    [
      'file:///a/feed.xml',
      'xml',
      '<?xml version="1.0"?><rss><channel><item><title>Ferries</title><description>Most of of the ferries sail.</description></item></channel></rss>',
      1,
    ],
    ['untitled:Untitled-1', 'markdown', '`of of` and most of of the ferries', 1],
    ['untitled:Untitled-1', 'plaintext', 'most of of the ferries', 1],
    ['vscode-vfs://github/o/r/a.md?ref=1#x', 'markdown', '`of of` and most of of the ferries', 1],
    ['git:/a/b.txt', 'plaintext', 'most of of the ferries', 1],
    ['no scheme %%%', 'plaintext', 'most of of the ferries', 1],
    ['', 'plaintext', 'most of of the ferries', 1],
    ['file:///nowhere/at/all.html', 'html', '<p>most of of the ferries</p><script>of of</script>', 1],
    ['file:///nowhere/at/all.mdx', 'mdx', 'most of of the ferries {of.of.of}', 1],
    ['file:///nowhere/page', 'gfm', '`of of` and most of of the ferries', 1],
    ['file://host/share/a.txt', 'plaintext', 'most of of the ferries', 1],
    ['file:///c%3A/desk/a.txt', 'plaintext', 'most of of the ferries', 1],
  ])('at %j, in the language %s, is read as it should be', async (uri, languageId, text, count) => {
    const editor = await Editor.start()
    await editor.open(uri, text, languageId)
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(Array<string>(count).fill('repeated-word'))
    await editor.stop()
  })

  test('is never answered for with an error that ends the conversation', async () => {
    const editor = await Editor.start({ capabilities: PULLS })
    for (const params of [null, {}, { textDocument: null }, { textDocument: { uri: 7 } }]) {
      for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/diagnostic']) {
        const answer = await editor.client.sendRequest(method, params).catch((error: unknown) => error)
        expect(answer instanceof Error && !(answer instanceof ResponseError)).toBe(false)
      }
    }
    await editor.open(URI, DRAFT)
    expect((await editor.pull(URI)).kind).toBe('full')
    await editor.stop()
  })
})
