/**
 * A draft as long as a shelf of books: what else is open is answered meanwhile, and the server ends when it is told to.
 */
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from '../cli/bundled-command.ts'
import { Editor } from './editor.ts'
import { notification, request, ServerProcess, type Answer } from './server-process.ts'

const command = bundledCommand()
const DRAFT = 'Most of of the ferries sail.\n'
const LONG =
  'The board of Norvik said on Monday that the ferries of Salden will sail to Ostby in May, as in other years.\n\n'.repeat(
    35_000,
  )
const BIG = 'untitled:big.txt'
const SMALL = 'untitled:small.txt'

const opened = (uri: string, text: string): Buffer =>
  notification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } })
const isShown =
  (uri: string) =>
  ({ method, params }: Answer): boolean =>
    method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri

/** A server with a small draft that was checked, and a long one that is being checked. */
async function besideLong(): Promise<ServerProcess> {
  const server = new ServerProcess(command.path)
  server.send(
    request(1, 'initialize', { processId: null, rootUri: pathToFileURL('/').href, capabilities: {} }),
    notification('initialized', {}),
    opened(SMALL, DRAFT),
  )
  await server.until(() => server.answers.find(isShown(SMALL)))
  server.send(opened(BIG, LONG))
  return server
}

describe('while a long draft is being checked', { timeout: 120_000 }, () => {
  test('a hover in another one, new diagnostics and another draft are there first', async () => {
    const server = await besideLong()
    server.send(request(2, 'textDocument/hover', { textDocument: { uri: SMALL }, position: { line: 0, character: 6 } }))
    server.send(
      notification('textDocument/didChange', {
        textDocument: { uri: SMALL, version: 2 },
        contentChanges: [{ text: `${DRAFT}\nThey put the the ferry off.\n` }],
      }),
      opened('untitled:third.txt', DRAFT),
    )
    await server.until(() => server.answers.find(isShown(BIG)))
    const order = server.answers.map((one) =>
      one.id === 2
        ? 'hover'
        : isShown(BIG)(one)
          ? 'big'
          : isShown('untitled:third.txt')(one)
            ? 'third'
            : isShown(SMALL)(one)
              ? 'small'
              : '',
    )
    expect(
      order.filter((one) => one !== '').toSorted((one, other) => Number(one === 'big') - Number(other === 'big')),
    ).toEqual(order.filter((one) => one !== ''))
    expect(order.filter((one) => one === 'small')).toHaveLength(2)
    expect(order).toContain('third')
    expect(server.answerTo(2)!.result).toMatchObject({ contents: { value: expect.stringContaining('repeated-word') } })
    server.send(request(3, 'shutdown'), notification('exit'))
    expect(await server.end(), server.stderr).toBe(0)
  })

  test('the server ends without it', async () => {
    const server = await besideLong()
    server.send(request(3, 'shutdown'), notification('exit'))
    expect(await server.end(), server.stderr).toBe(0)
    expect(server.answers.some(isShown(BIG))).toBe(false)
  })
})

describe('a draft whose check doesn’t end', () => {
  const never = { postMessage: () => undefined, on: () => undefined, terminate: () => undefined }

  test('is told at its first line, and again when it has changed', async () => {
    const editor = await Editor.start({ startThread: () => never, limit: 50 })
    await editor.open(SMALL, DRAFT)
    for (const text of ['Another line.\n', 'Most of of it.\n']) {
      expect(await editor.diagnostics(SMALL)).toMatchObject([
        {
          range: { start: { line: 0, character: 0 } },
          code: 'not-checked',
          message: expect.stringMatching(/^this takes too long to be checked while you type/),
        },
      ])
      expect(await editor.hover(SMALL, { line: 0, character: 6 })).toBeNull()
      await editor.change(SMALL, { text })
    }
    await editor.stop()
  })

  test('keeps no editor waiting that closes it', async () => {
    const editor = await Editor.start({
      startThread: () => never,
      limit: 60_000,
      capabilities: { textDocument: { diagnostic: {} } },
    })
    await editor.open(SMALL, DRAFT)
    const pulled = editor.pull(SMALL)
    await editor.settled()
    await editor.close(SMALL)
    expect(await pulled).toMatchObject({ kind: 'full', items: [] })
    await editor.stop()
  })
})
