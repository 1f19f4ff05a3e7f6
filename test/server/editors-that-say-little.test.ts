/**
 * What the server does for editors that watch nothing, that make files and say nothing of versions, or that count bytes
 * without saying so.
 */
import { pathToFileURL } from 'node:url'
import type { ClientCapabilities } from 'vscode-languageserver'
import { expect, test } from 'vitest'
import { checkout } from '../cli/checkout.ts'
import { Editor } from './editor.ts'

const COPY = 'The board said “so” — most of of the ferries may sail.\n'

const ACTIONS = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
} satisfies ClientCapabilities

test('a config that was changed elsewhere counts when a draft is saved', async () => {
  const made = checkout({ 'draft.txt': COPY })
  const uri = pathToFileURL(made.path('draft.txt')).href
  const editor = await Editor.start({ folders: [pathToFileURL(made.root).href] })
  await editor.open(uri, COPY)
  expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(['repeated-word'])
  made.write('copydesk.yml', 'rules:\n  repeated-word: off\n')
  await editor.save(uri)
  expect(await editor.diagnostics(uri, (shown) => shown.length === 0)).toEqual([])
  await editor.stop()
})

test('an editor that makes files is offered a side file, and others only where there is one', async () => {
  const made = checkout({ 'draft.txt': COPY })
  const uri = pathToFileURL(made.path('draft.txt')).href
  const offered = async (capabilities: ClientCapabilities): Promise<readonly unknown[]> => {
    const editor = await Editor.start({
      folders: [pathToFileURL(made.root).href],
      capabilities: { ...ACTIONS, ...capabilities },
    })
    await editor.open(uri, COPY)
    const [finding] = await editor.diagnostics(uri)
    const actions = await editor.actions(uri, finding!)
    await editor.stop()
    return actions
      .filter(({ title }) => title.includes('here'))
      .map(
        ({ edit }) =>
          edit?.documentChanges?.map((change) => ('kind' in change ? change.kind : 'edit'))
          ?? Object.keys(edit?.changes ?? {}),
      )
  }
  expect(
    await offered({ workspace: { workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] } } }),
  ).toEqual([['create', 'edit']])
  expect(await offered({})).toEqual([])
  made.write('draft.txt.copydesk.yml', 'ignore: []\n')
  expect(await offered({})).toEqual([[`${uri}.copydesk.yml`]])
})

test.each([
  ['utf-8', 33, 38],
  ['utf-16', 27, 32],
  ['utf-7', 27, 32],
])('columns are counted as the settings say, else as agreed: %s', async (positionEncoding, start, end) => {
  const editor = await Editor.start({ initializationOptions: { positionEncoding } })
  await editor.open('untitled:draft.txt', COPY)
  const shown = await editor.diagnostics('untitled:draft.txt')
  expect(shown.map(({ range }) => [range.start.character, range.end.character])).toEqual([[start, end]])
  expect(editor.messages).toEqual([])
  await editor.stop()
})
