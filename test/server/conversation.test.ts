/**
 * The server as a process: how a conversation begins and ends, and that a message which makes no sense ends nothing.
 */
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundledCommand } from '../cli/bundled-command.ts'
import { frame, notification, request, ServerProcess } from './server-process.ts'

const command = bundledCommand()
const INIT = Buffer.concat([
  request(1, 'initialize', { processId: null, rootUri: null, capabilities: {} }),
  notification('initialized', {}),
])
const URI = 'file:///nowhere/draft.txt'
const open = (document: object): Buffer =>
  notification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: 'Most of of it.', ...document },
  })
const change = (...contentChanges: readonly unknown[]): Buffer =>
  notification('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges })
const at = (line: unknown, character: unknown): object => ({ line, character })

describe('a message that makes no sense ends nothing', () => {
  // One process for all: each finds it as the others left it.
  let server: ServerProcess
  let pings = 1000
  beforeAll(async () => {
    server = new ServerProcess(command.path)
    server.send(INIT)
    await server.until(() => server.answerTo(1))
  })

  test.each<readonly [string, Buffer | readonly Buffer[], Readonly<Record<number, number>>?]>([
    ['an unknown request', request(9, 'foo/bar', {}), { 9: -32601 }],
    ['an unknown request of the optional kind', request(9, '$/foo', {}), { 9: -32601 }],
    ['an unknown notification', notification('foo/bar')],
    ['an answer to nothing', frame({ jsonrpc: '2.0', id: 4711, result: null })],
    ['a cancellation of nothing', [notification('$/cancelRequest', { id: 4711 })]],
    ['a change of what isn’t open', change({ text: 'a' })],
    [
      'changes outside the text',
      [
        open({}),
        change(
          { range: { start: at(99, 99), end: at(999, 1) }, text: 'a' },
          { range: { start: at(-1, -1), end: at(1e300, 1e300) }, text: 'b' },
          { range: { start: at(3, 3), end: at(0, 0) }, text: 'c' },
        ),
      ],
    ],
    ['a document without a version', [open({ version: undefined }), change({ text: 'Most of of it' })]],
    [
      'names that are none',
      [
        '',
        ' ',
        'not a uri %%%',
        'file:',
        'file://',
        'file:///%00/a.txt',
        'file:///%zz/a.txt',
        'file:///' + 'a'.repeat(5000),
        'file:///a%2Fb.txt',
        '\0',
        'http://[::1/a',
        'javascript:alert(1)',
        'file:///dev/stdin',
        'file:///proc/self/mem',
      ].map((uri) => open({ uri })),
    ],
    [
      'settings that are none',
      [
        { settings: 7 },
        { settings: { copydesk: [[]] } },
        { settings: { copydesk: { rules: { __proto__: 1, constructor: 'off' }, debounce: Number.MAX_VALUE } } },
        null,
      ].map((params) => notification('workspace/didChangeConfiguration', params)),
    ],
    [
      'folders that are none',
      [{ event: { added: [{ uri: 'x' }], removed: null } }, {}].map((params) =>
        notification('workspace/didChangeWorkspaceFolders', params),
      ),
    ],
    [
      'actions for nonsense',
      [
        open({}),
        request(9, 'textDocument/codeAction', {
          textDocument: { uri: URI },
          range: { start: at(0, 0), end: at(1e9, 0) },
          context: { diagnostics: [{}, { code: 'repeated-word', data: 7 }], only: [] },
        }),
      ],
    ],
    [
      'thousands of messages at once',
      [
        open({}),
        ...Array.from({ length: 5000 }, (_, index) => [
          change({ range: { start: at(0, index), end: at(0, index) }, text: 'x' }),
          ...(index % 10 === 0
            ? [request(100_000 + index, 'textDocument/hover', { textDocument: { uri: URI }, position: at(0, 0) })]
            : []),
        ]).flat(),
      ],
    ],
    ['a message in single bytes', Array.from(open({}), (byte) => Buffer.from([byte]))],
  ])('%s', async (_, bytes, errors = {}) => {
    const ping = ++pings
    server.answers.length = 0
    server.send(
      ...(Buffer.isBuffer(bytes) ? [bytes] : (bytes as readonly Buffer[])),
      request(ping, 'textDocument/hover', { textDocument: { uri: 'file:///nowhere' }, position: at(0, 0) }),
    )
    await server.until(() => server.answerTo(ping))
    await server.until(() => (Object.keys(errors).every((id) => server.answerTo(Number(id))) ? true : undefined))
    expect(Object.fromEntries(Object.keys(errors).map((id) => [id, server.answerTo(Number(id))?.error?.code]))).toEqual(
      errors,
    )
    expect({ ended: server.ended, stderr: server.stderr }).toEqual({ ended: undefined, stderr: '' })
    server.send(notification('textDocument/didClose', { textDocument: { uri: URI } }))
  })

  // The one for all goes on to the end.
  afterAll(async () => {
    server.send(request(76, 'shutdown'), notification('exit'))
    await server.end()
  })
})

describe('a conversation', () => {
  test.each<readonly [string, Buffer, number]>([
    ['exit without shutdown', Buffer.concat([INIT, notification('exit')]), 1],
    ['exit before anything', notification('exit'), 1],
    ['shutdown and exit', Buffer.concat([INIT, request(2, 'shutdown'), notification('exit')]), 0],
  ])('ends with %s, and the exit code says which', async (_, bytes, code) => {
    const server = new ServerProcess(command.path)
    server.send(bytes)
    expect(await server.end()).toBe(code)
    expect(server.stderr).toBe('')
  })

  test.each<readonly [string, Buffer, answered: number, code: number]>([
    ['in the middle', INIT, 1, 1],
    ['in the middle of a message', Buffer.concat([INIT, Buffer.from('Content-Length: 100\r\n\r\n{')]), 1, 1],
    ['behind shutdown', Buffer.concat([INIT, request(2, 'shutdown')]), 2, 0],
  ])('ends when the editor hangs up %s', async (_, bytes, answered, code) => {
    const server = new ServerProcess(command.path)
    server.send(bytes)
    await server.until(() => server.answerTo(answered))
    server.child.stdin.end()
    expect(await server.end()).toBe(code)
    expect(server.stderr).toBe('')
  })

  test('ends when nobody reads what it writes', async () => {
    const server = new ServerProcess(command.path)
    server.send(INIT)
    await server.until(() => server.answerTo(1))
    server.child.stdout.destroy()
    server.send(
      open({}),
      ...Array.from({ length: 20 }, (_, index) =>
        request(100 + index, 'textDocument/hover', { textDocument: { uri: URI }, position: at(0, 0) }),
      ),
    )
    expect(await server.end()).toBe(1)
    expect(server.stderr).toBe('')
  })

  test('ends soon after the editor has died, though its pipe is held open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
    const server = new ServerProcess(command.path)
    server.send(
      request(1, 'initialize', { processId: parent.pid, rootUri: null, capabilities: {} }),
      notification('initialized', {}),
    )
    await server.until(() => server.answerTo(1))
    expect(server.ended).toBeUndefined()
    parent.kill()
    expect(await server.end()).toBe(1)
    expect(server.stderr).toBe('')
  })

  test('goes on where the editor refuses what it is asked', async () => {
    const server = new ServerProcess(command.path)
    server.send(
      request(1, 'initialize', {
        processId: null,
        rootUri: null,
        capabilities: {
          workspace: {
            configuration: true,
            didChangeWatchedFiles: { dynamicRegistration: true },
            didChangeConfiguration: { dynamicRegistration: true },
          },
        },
      }),
      notification('initialized', {}),
      open({}),
    )
    const refused = new Set<unknown>()
    for (const method of ['workspace/configuration', 'client/registerCapability', 'client/registerCapability']) {
      const asked = await server.until(() => server.answers.find((one) => one.method === method && !refused.has(one)))
      refused.add(asked)
      server.send(frame({ jsonrpc: '2.0', id: asked!.id, error: { code: -32601, message: 'no\nnever' } }))
    }
    const shown = await server.until(() =>
      server.answers.find(({ method }) => method === 'textDocument/publishDiagnostics'),
    )
    expect(shown!.params).toMatchObject({ diagnostics: [{ code: 'repeated-word' }] })
    server.send(request(2, 'shutdown'), notification('exit'))
    expect(await server.end()).toBe(0)
    expect(server.stderr).toBe('')
  })

  test.each([
    ['--port=1', 2],
    ['draft.txt', 2],
  ])('doesn’t begin with %s', async (arg, code) => {
    const server = new ServerProcess(command.path, { args: ['lsp', arg] })
    expect(await server.end()).toBe(code)
    expect(server.stderr).toMatch(/^copydesk lsp: there is no “[^”]+” here; [^\n]+\n$/)
  })

  test('is had with --stdio and --clientProcessId', async () => {
    const server = new ServerProcess(command.path, { args: ['lsp', '--stdio', '--clientProcessId=1'] })
    server.send(INIT, request(2, 'shutdown'), notification('exit'))
    expect(await server.end(), server.stderr).toBe(0)
  })
})
