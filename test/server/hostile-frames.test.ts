/**
 * What a broken or hostile editor may send to the process: it ends with one line, or goes on and answers what comes
 * next. Nothing hangs, nothing crashes.
 */
import { spawn } from 'node:child_process'
import { StreamMessageReader } from 'vscode-languageserver-protocol/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FrameGuard } from '../../src/server/session/frame-guard.ts'
import { bundledCommand } from '../cli/bundled-command.ts'
import { waitUntil } from './editor.ts'
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

describe('bytes that are no message end the conversation, with one line that says why', () => {
  test.each<readonly [string, string | Buffer, RegExp]>([
    ['a header without a length', 'Content-Type: x\r\n\r\n{}', /no Content-Length/],
    ['another header', 'Foo: 1\r\n\r\n{}', /no Content-Length/],
    ['a length that is no number', 'Content-Length: abc\r\n\r\n{}', /“abc” is no number/],
    ['NaN', 'Content-Length: NaN\r\n\r\n{}', /“NaN” is no number/],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}', /“-5” is no number/],
    ['a length with a fraction', 'Content-Length: 2.5\r\n\r\n{}', /“2.5” is no number/],
    ['a length in other digits', 'Content-Length: 0x10\r\n\r\n{}', /“0x10” is no number/],
    ['no length at all', 'Content-Length:\r\n\r\n{}', /“” is no number/],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', /two lengths/],
    ['a huge length', 'Content-Length: 99999999999\r\n\r\n{}', /99999999999 bytes is too big/],
    ['a length beyond all numbers', `Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`, /is no number/],
    [
      'a header without an end',
      `Content-Length: 2\r\nContent-Type: ${'x'.repeat(10_000)}`,
      /no header, or one without an end/,
    ],
    ['a header that is none', 'Content-Length: 2\r\nnonsense\r\n\r\n{}', /header that is none/],
    ['no length, but an empty body', 'Content-Length: 0\r\n\r\n', /JSON/],
    ['JSON that is cut off', frame('{"jsonrpc": "2.0", "id": 1'), /JSON/],
    ['no JSON', frame('{nope'), /JSON/],
    ['no UTF-8', Buffer.concat([Buffer.from('Content-Length: 3\r\n\r\n'), Buffer.from([0xff, 0xfe, 0xfd])]), /JSON/],
    [
      'noise',
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) % 256)),
      /without a header|no header/,
    ],
    ['a request of the web', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', /a header that is none/],
    ['a line of text, without waiting for more', 'hello', /without a header/],
  ])('%s', async (_, bytes, why) => {
    const guard = new FrameGuard()
    const reader = new StreamMessageReader(guard)
    const errors: string[] = []
    guard.on('error', ({ message }) => errors.push(message))
    reader.onError(({ message }) => errors.push(message))
    reader.listen(() => undefined)
    guard.write(INIT)
    guard.write(bytes)
    await waitUntil(
      () => errors.length > 0,
      () => 'nothing was said',
    )
    expect(errors[0]).toMatch(why)
  })

  test.each<readonly [string, readonly (string | Buffer)[], RegExp]>([
    ['a broken header, before anything', ['Content-Length: NaN\r\n\r\n{}'], /“NaN” is no number/],
    ['a broken body, in mid-conversation', [INIT, frame('{nope')], /JSON/],
    ['noise', [INIT, Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) % 256))], /header/],
  ])('and the process with 1: %s', async (_, bytes, why) => {
    const server = new ServerProcess(command.path)
    server.send(...bytes)
    expect(await server.end()).toBe(1)
    expect(server.stderr).toMatch(/^copydesk lsp: [^\n]+\n$/)
    expect(server.stderr).toMatch(why)
  })
})

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
    ['a second initialize', request(9, 'initialize', { capabilities: {} }), { 9: -32600 }],
    ['null', frame('null')],
    ['a number', frame('7')],
    ['an empty batch', frame('[]')],
    ['a batch', frame([{ jsonrpc: '2.0', id: 9, method: 'textDocument/hover' }])],
    ['an empty object', frame('{}')],
    ['a request with an id that is none', request({}, 'textDocument/hover', {})],
    ['an answer to nothing', frame({ jsonrpc: '2.0', id: 4711, result: null })],
    ['an answer with nothing', frame({ jsonrpc: '2.0', id: 4711 })],
    [
      'a cancellation of nothing',
      [
        notification('$/cancelRequest', { id: 4711 }),
        notification('$/cancelRequest', null),
        notification('$/cancelRequest'),
      ],
    ],
    ['progress of nothing', notification('$/progress', { token: 1, value: 1 })],
    [
      'a trace that is none',
      [
        notification('$/setTrace', null),
        notification('$/setTrace', { value: 7 }),
        notification('$/setTrace', { value: 'verbose' }),
      ],
    ],
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
    [
      'changes that are none',
      [
        open({}),
        change(null),
        change({}),
        change({ text: null }),
        change({ range: { start: at('1', null), end: {} }, text: 'a' }),
        change({ range: {}, text: 'a' }),
        change('x'),
      ],
    ],
    [
      'null as parameters',
      ['didOpen', 'didChange', 'didClose', 'didSave'].map((name) => notification(`textDocument/${name}`, null)),
    ],
    [
      'no parameters',
      [
        'textDocument/didOpen',
        'workspace/didChangeWatchedFiles',
        'workspace/didChangeConfiguration',
        'workspace/didChangeWorkspaceFolders',
      ].map((name) => notification(name)),
    ],
    ['a document without a text', open({ text: undefined })],
    ['a document with a number for a text', open({ text: 7, languageId: null })],
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
    ['a name that is a number', open({ uri: 7 })],
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
      'actions for nothing',
      [open({}), request(9, 'textDocument/codeAction', { textDocument: { uri: URI }, context: { diagnostics: [{}] } })],
      { 9: -32602 },
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
      'a hover at no place',
      [open({}), request(9, 'textDocument/hover', { textDocument: { uri: URI }, position: null })],
      { 9: -32602 },
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
  test('is over with shutdown: what is asked behind it is refused', async () => {
    const server = new ServerProcess(command.path)
    server.send(INIT)
    await server.until(() => server.answerTo(1))
    server.send(request(77, 'shutdown'), request(78, 'textDocument/hover', {}), open({}))
    await server.until(() => (server.answerTo(77) && server.answerTo(78) ? true : undefined))
    expect(server.answerTo(77)).toMatchObject({ result: null })
    expect(server.answerTo(78)!.error!.code).toBe(-32600)
    server.send(notification('exit'))
    expect(await server.end()).toBe(0)
    expect(server.stderr).toBe('')
  })

  test('begins with initialize: what is asked before is refused, what is told before is nothing', async () => {
    const server = new ServerProcess(command.path)
    server.send(open({}), request(8, 'textDocument/codeAction', {}), request(9, 'shutdown'), INIT)
    await server.until(() => server.answerTo(1))
    expect([8, 9].map((id) => server.answerTo(id)!.error!.code)).toEqual([-32002, -32002])
    server.send(request(2, 'shutdown'), notification('exit'))
    expect(await server.end()).toBe(0)
    expect(server.answers.some(({ method }) => method === 'textDocument/publishDiagnostics')).toBe(false)
  })

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

  test.each<readonly [string, Buffer, number]>([
    ['in the middle', INIT, 1],
    ['in the middle of a message', Buffer.concat([INIT, Buffer.from('Content-Length: 100\r\n\r\n{')]), 1],
    ['behind shutdown', Buffer.concat([INIT, request(2, 'shutdown')]), 0],
  ])('ends when the editor hangs up %s', async (_, bytes, code) => {
    const server = new ServerProcess(command.path)
    server.send(bytes)
    await server.until(() => server.answerTo(1))
    server.child.stdin.end()
    expect(await server.end()).toBe(code)
    expect(server.stderr).toBe('')
  })

  test('ends as it was asked to when the editor hangs up right behind a crowd of messages and shutdown', async () => {
    const server = new ServerProcess(command.path)
    server.send(
      Buffer.concat([
        INIT,
        ...Array.from({ length: 300 }, (_, id) => request(1000 + id, 'x/unknown')),
        request(2, 'shutdown'),
      ]),
    )
    server.child.stdin.end()
    expect(await server.end()).toBe(0)
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

  test.each([-1, 1.5])('doesn’t end for a parent that is none: %j', async (processId) => {
    const server = new ServerProcess(command.path)
    server.send(
      request(1, 'initialize', {
        processId,
        rootUri: 7,
        workspaceFolders: [{ uri: 7 }],
        capabilities: null,
        initializationOptions: 'x',
      }),
      notification('initialized', {}),
    )
    await server.until(() => server.answerTo(1))
    await new Promise((resolve) => setTimeout(resolve, 3500))
    server.send(request(2, 'shutdown'), notification('exit'))
    expect(await server.end(), server.stderr).toBe(0)
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
