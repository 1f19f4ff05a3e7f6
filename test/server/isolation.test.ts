/**
 * Proves that the server opens no connection, starts no process, and runs no code of the folder that is open in the
 * editor.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from '../cli/bundled-command.ts'
import { checkout, type Checkout } from '../cli/checkout.ts'
import { notification, request, ServerProcess } from './server-process.ts'

const ALARM = fileURLToPath(new URL('../cli/network-alarm.cjs', import.meta.url))
const DRAFT = 'Most of of the ferries sail. See https://example.com/live.\n\nThey remove Norvik from Norvik.\n'
const TRAPS = [
  'copydesk.config.js',
  'copydesk.config.mjs',
  'copydesk.config.cjs',
  'copydesk.js',
  '.copydeskrc.js',
  '.remarkrc.js',
  '.retextrc.js',
  'index.js',
  'plugin.js',
  'rules/index.js',
  'rules/house/rule.js',
  ...[
    'copydesk',
    'copydesk-plugin',
    'yaml',
    'vfile',
    'unified',
    'retext-english',
    'remark-parse',
    'ignore',
    'vscode-languageserver',
    'vscode-languageserver-protocol',
    'vscode-jsonrpc',
  ].map((name) => `node_modules/${name}/index.js`),
]

const command = bundledCommand()

function trapped(config: Readonly<Record<string, string>>): Checkout & { readonly marker: string } {
  const made = checkout({
    'draft.txt': DRAFT,
    'post.md': `---\ntitle: A post\nimage: https://example.com/a.png\n---\n\n![A](https://example.com/b.png)\n\n${DRAFT}`,
    'page.html': `<p>${DRAFT}</p><script src="plugin.js"></script>`,
    ...config,
  })
  const marker = made.path('.marker')
  for (const path of TRAPS) {
    made.write(
      path,
      /\.mjs$/.test(path)
        ? `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(marker)}, 'ran')\n`
        : `require('node:fs').appendFileSync(${JSON.stringify(marker)}, __filename)\n`,
    )
    if (path.startsWith('node_modules/')) made.write(path.replace(/index\.js$/, 'package.json'), '{"main": "index.js"}')
  }
  return { ...made, marker }
}

interface Told {
  readonly alarms: string
  readonly code: number | string
  readonly stderr: string
  readonly shown: readonly { readonly uri: string; readonly diagnostics: readonly { readonly code: string }[] }[]
}

/** Opens the drafts of a folder in the server, asks all there is to ask, and ends it. */
async function served({ root, path }: Checkout, settings: unknown): Promise<Told> {
  const log = path('.alarms')
  writeFileSync(log, '')
  const server = new ServerProcess(command.path, {
    node: ['--require', ALARM],
    env: { NETWORK_ALARM: log, NETWORK_ALARM_THREADS: 'allowed' },
    cwd: root,
  })
  const folder = { uri: pathToFileURL(root).href, name: 'site' }
  const textDocument = {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    hover: { contentFormat: ['markdown'] },
  }
  server.send(
    request(1, 'initialize', {
      processId: process.pid,
      rootUri: folder.uri,
      workspaceFolders: [folder],
      initializationOptions: settings,
      capabilities: {
        textDocument,
        workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      },
    }),
    notification('initialized', {}),
  )
  const uris = ['draft.txt', 'post.md', 'page.html'].map((name) => pathToFileURL(path(name)).href)
  for (const uri of uris)
    server.send(
      notification('textDocument/didOpen', {
        textDocument: {
          uri,
          languageId: uri.endsWith('md') ? 'markdown' : uri.endsWith('html') ? 'html' : 'plaintext',
          version: 1,
          text: readFileSync(fileURLToPath(uri), 'utf8'),
        },
      }),
    )
  const shown = (): Told['shown'] =>
    server.answers
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as Told['shown'][number])
  await server.until(() => (new Set(shown().map(({ uri }) => uri)).size === uris.length ? true : undefined))
  const range = { start: { line: 0, character: 8 }, end: { line: 99, character: 0 } }
  for (const [index, uri] of uris.entries()) {
    server.send(
      request(10 + index, 'textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } }),
      request(20 + index, 'textDocument/hover', { textDocument: { uri }, position: range.start }),
    )
    await server.until(() => (server.answerTo(10 + index) && server.answerTo(20 + index) ? true : undefined))
  }
  server.send(request(2, 'shutdown'))
  await server.until(() => server.answerTo(2))
  server.send(notification('exit'))
  const code = await server.end()
  return { alarms: readFileSync(log, 'utf8'), code, stderr: server.stderr, shown: shown() }
}

describe('the server', () => {
  test('never touches the network or another process, whatever is open', async () => {
    const { alarms, code, stderr, shown } = await served(
      trapped({
        'copydesk.yml': 'extends: [strict, desk.json]\nnames: names.yml\n',
        'desk.json': '{"$schema": "https://example.com/config.schema.json"}',
        'names.yml': '- Norvik\n',
      }),
      { level: 'info' },
    )
    expect({ alarms, code, stderr }).toEqual({ alarms: '', code: 0, stderr: '' })
    expect(shown.every(({ diagnostics }) => diagnostics.some((one) => one.code === 'repeated-word'))).toBe(true)
  })

  test.each([
    ['no config', {}, {}],
    ['a config that asks for it', { 'copydesk.yml': 'extends: ./plugin.js\n' }, {}],
    ['a config with a tag', { 'copydesk.yml': 'rules: !!js/function "require(\'./plugin.js\')"\n' }, {}],
    [
      'a package that does',
      { 'package.json': '{"type": "commonjs", "main": "index.js", "copydesk": {"plugins": ["./plugin.js"]}}' },
      {},
    ],
    ['settings that name code', {}, { config: 'plugin.js', rules: { './plugin.js': 'on' } }],
  ])('never runs code of the folder: %s', async (_, config, settings) => {
    const made = trapped(config as Readonly<Record<string, string>>)
    const { alarms, code, stderr } = await served(made, settings)
    expect({ alarms, code, stderr }).toEqual({ alarms: '', code: 0, stderr: '' })
    expect(existsSync(made.marker)).toBe(false)
  })

  test('leads nowhere: nothing of it imports what opens connections or starts processes, but for what starts its own threads', () => {
    const leading =
      /^(?:net|tls|http|https|http2|dgram|dns|dns\/promises|child_process|worker_threads|cluster|inspector|repl|vm)$/
    const found = [...command.importers].flatMap(([name, files]) =>
      leading.test(name)
        ? [...files].filter((file) => !file.startsWith('src/cli/')).map((file) => `${file}: ${name}`)
        : [],
    )
    // A thread runs the module beside the command's own, and nothing that a checkout names.
    expect(found.toSorted()).toEqual([
      'src/server/thread/check-thread.ts: worker_threads',
      'src/server/thread/threads.ts: worker_threads',
    ])
  })
})
