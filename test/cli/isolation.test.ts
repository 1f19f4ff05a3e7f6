/** Proves that no run opens a network connection, and that code lying in a checkout is never run. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledCommand, runNode } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'

const ALARM = fileURLToPath(new URL('network-alarm.cjs', import.meta.url))
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url))
const DRAFT = [
  'Officials remove Portside from Portside',
  '',
  'HARBOUR CITY (Wire) – See https://example.com/live and mail desk@example.com. Officials put the the ferry off on Sept. 31.',
  '',
  'Read more: http://example.com/more',
  '',
  'You may also like',
  '',
  'Follow us on www.example.com',
  '',
].join('\n')

const command = bundledCommand()

/** A checkout of drafts with links, images and configs of every kind. */
function drafts(): Checkout {
  return checkout({
    'draft.txt': DRAFT,
    'post.md': `---\ntitle: A post\nimage: https://example.com/a.png\ndate: 2024-05-04\n---\n\n${DRAFT}\n![A ferry](https://example.com/b.png) <img src="https://example.com/c.png">\n\n<script src="https://example.com/d.js"></script>\n`,
    'copydesk.yml':
      'extends: [strict, desk.json]\nnames: names.yml\noverrides: [{files: "*.md", rules: {}}]\nignore: [old/]\n',
    'desk.json': '{"$schema": "https://example.com/config.schema.json", "rules": {}}',
    'names.yml': '- name: Portside\n  aliases: [Port Side]\n',
    'bad/copydesk.yml': 'extends: https://example.com/copydesk.yml\n',
    'bad/draft.txt': DRAFT,
    '.gitignore': 'old/\n',
    'old/draft.txt': DRAFT,
  })
}

describe('the network', () => {
  const guarded = async (
    made: Checkout,
    argv: readonly string[],
    stdin = '',
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ alarms: string; code: number | null; stdout: string; stderr: string }> => {
    const log = made.path('.alarms')
    writeFileSync(log, '')
    const ended = await command.run(argv, {
      cwd: made.root,
      node: ['--require', ALARM],
      env: { NETWORK_ALARM: log, ...more },
      stdin,
    })
    return { ...ended, alarms: readFileSync(log, 'utf8') }
  }

  test('would be noticed: each way to it raises the alarm', async () => {
    const log = checkout({ alarms: '' }).path('alarms')
    const ways: Readonly<Record<string, string>> = {
      fetch: 'fetch("http://127.0.0.1:9")',
      'net.connect': 'require("net").connect(9)',
      'net.Socket.connect': 'new (require("net").Socket)().connect(9)',
      'tls.connect': '(await import("node:tls")).connect(9)',
      'https.get': '(await import("node:https")).get("https://127.0.0.1:9")',
      'http.request': 'require("http").request("http://127.0.0.1:9")',
      'http2.connect': 'require("http2").connect("http://127.0.0.1:9")',
      'dns.lookup': 'require("dns").lookup("localhost", () => {})',
      'dns/promises.resolve4': 'require("dns").promises.resolve4("localhost")',
      'dgram.createSocket': 'require("dgram").createSocket("udp4")',
      'child_process.spawn': 'require("child_process").spawn("true")',
      'worker_threads.Worker': 'new (require("worker_threads").Worker)("0", {eval: true})',
    }
    const script = Object.values(ways)
      .map((way) => `try { await ${way} } catch {}`)
      .join('\n')
    await runNode(['--require', ALARM, '-e', `(async () => { ${script} })()`], { env: { NETWORK_ALARM: log } })
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(Object.keys(ways))
  })

  const runs: readonly (readonly [string, readonly string[], number])[] = [
    ['drafts by name, with a config', ['draft.txt', 'post.md'], 1],
    ['a folder, as JSON, with a broken config in it', ['.', '--format=json'], 2],
    ['a glob, for the desk, in colours', ['*.{txt,md}', '--format=desk', '--all', '--color=always'], 1],
    ['drafts, as a page', ['draft.txt', 'post.md', '--format=html'], 1],
    ['drafts, for code scanning', ['draft.txt', 'post.md', '--format=sarif'], 1],
    ['drafts, streamed', ['stream'], 2],
    ['the standard input', ['-', '--stdin-filename=post.md', '--format=compact'], 1],
    ['a missing file', ['https://example.com/draft.txt'], 2],
    ['a config by name', ['--config', 'copydesk.yml', '--print-config', 'post.md'], 0],
    ['the rules', ['--list-rules'], 0],
    ['a page', ['--explain', 'self-reference'], 0],
    ['help', ['--help'], 0],
    ['the version', ['--version'], 0],
    ...(readdirSync(SAMPLES).some((name) => /\.(?:txt|md)$/.test(name))
      ? [['the samples', [SAMPLES, '--format=json', '--fail-on=never'], 0] as const]
      : []),
  ]
  test.each(runs)('is never touched by a run: %s', async (_, argv, code) => {
    const ended = await guarded(drafts(), argv, DRAFT)
    expect(ended.alarms).toBe('')
    expect(ended.code, ended.stderr).toBe(code)
    expect(ended.stdout === '').toBe(argv[0]!.startsWith('https:'))
  })

  test('is never touched by threads, in which the alarm rings as well', async () => {
    const made = drafts()
    const ended = await guarded(made, ['draft.txt', 'post.md', '--workers=2', '--format=json'], '', {
      NETWORK_ALARM_THREADS: 'allowed',
    })
    expect({ alarms: ended.alarms, code: ended.code }, ended.stderr).toEqual({ alarms: '', code: 1 })
    const calling = 'new (require("worker_threads").Worker)("fetch(String(0))", {eval: true}).on("error", () => {})'
    await runNode(['--require', ALARM, '-e', calling], {
      env: { NETWORK_ALARM: made.path('.alarms'), NETWORK_ALARM_THREADS: 'allowed' },
    })
    expect(readFileSync(made.path('.alarms'), 'utf8')).toBe('fetch\n')
  })

  test('is out of reach: nothing in the command imports a module that leads there, but for what asks git and what starts its own threads', () => {
    expect([...command.importers.keys()].toSorted()).toContain('fs')
    const leading =
      /^(?:net|tls|http|https|http2|dgram|dns|dns\/promises|child_process|worker_threads|cluster|inspector|repl|vm)$/
    const found = [...command.importers].flatMap(([name, files]) =>
      leading.test(name) ? [...files].map((file) => `${file}: ${name}`) : [],
    )
    // A thread runs the module beside the command's own, and nothing that a checkout names.
    expect(found.toSorted()).toEqual([
      'src/cli/changed/git.ts: child_process',
      'src/cli/workers/check-worker.ts: worker_threads',
      'src/cli/workers/worker-pool.ts: worker_threads',
      'src/server/thread/check-thread.ts: worker_threads',
      'src/server/thread/threads.ts: worker_threads',
    ])
  })
})

describe('code in a checkout', () => {
  const EVIL_PATHS = [
    'copydesk.config.js',
    'copydesk.config.mjs',
    'copydesk.config.cjs',
    'copydesk.config.ts',
    'copydesk.js',
    '.copydeskrc',
    '.copydeskrc.js',
    '.copydeskrc.cjs',
    '.remarkrc.js',
    '.remarkrc.mjs',
    '.remarkrc.cjs',
    '.retextrc.js',
    '.rehyperc.js',
    '.textlintrc.js',
    '.prettierrc.js',
    'prettier.config.js',
    'remark.config.js',
    'index.js',
    'plugin.js',
    'rules/house/rule.ts',
    'rules/house/rule.js',
    'rules/index.js',
    'rules/index.ts',
    'node_modules/copydesk/index.js',
    'node_modules/copydesk-plugin/index.js',
    'node_modules/copydesk-preset-house/index.js',
    'node_modules/@copydesk/preset/index.js',
    ...[
      'yaml',
      'vfile',
      'vfile-reporter',
      'unified',
      'retext-english',
      'retext-repeated-words',
      'remark-parse',
      'ignore',
      'picocolors',
      'strict',
      'house',
    ].map((name) => `node_modules/${name}/index.js`),
  ]

  function trapped(): Checkout & { readonly marker: string } {
    const made = checkout()
    const marker = made.path('.marker')
    const evil = `require('node:fs').appendFileSync(${JSON.stringify(marker)}, __filename + '\\n')\n`
    const asModule = `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(marker)}, import.meta.url + '\\n')\n`
    for (const path of EVIL_PATHS) {
      made.write(path, /\.m?ts$|\.mjs$/.test(path) ? asModule : evil)
      if (path.startsWith('node_modules/'))
        made.write(path.replace(/index\.js$/, 'package.json'), '{"main": "index.js"}')
    }
    made.write(
      'package.json',
      JSON.stringify({
        name: 'site',
        main: 'index.js',
        imports: { '#rule': './plugin.js', '#story': './plugin.js' },
        prettier: './prettier.config.js',
        remarkConfig: { plugins: ['./plugin.js', 'copydesk-plugin'] },
        retextConfig: { plugins: ['./plugin.js'] },
        scripts: { prepare: 'node plugin.js' },
      }),
    )
    made.write('draft.txt', DRAFT)
    made.write(
      'post.md',
      `# A post\n\n${DRAFT}\n\n<script>require('./plugin.js')</script>\n\n\`\`\`js\nrequire('./plugin.js')\n\`\`\`\n`,
    )
    return { ...made, marker }
  }

  test('would be noticed if it ran', async () => {
    const { root, path, marker } = trapped()
    await runNode(['plugin.js'], { cwd: root })
    await runNode(['.remarkrc.mjs'], { cwd: root })
    await runNode(['-e', 'require("yaml"); require("copydesk-plugin")'], { cwd: root })
    expect(readFileSync(marker, 'utf8').trim().split('\n')).toEqual([
      path('plugin.js'),
      `file://${path('.remarkrc.mjs')}`,
      path('node_modules/yaml/index.js'),
      path('node_modules/copydesk-plugin/index.js'),
    ])
  })

  test('is never run, whatever is checked', async () => {
    const { root, marker } = trapped()
    for (const argv of [
      ['.'],
      ['draft.txt', 'post.md', '--format=json'],
      ['**/*.md', '--format=desk'],
      ['plugin.js'],
      ['--print-config', 'post.md'],
      ['--list-rules'],
      ['--explain', 'self-reference'],
    ]) {
      const { stdout, stderr } = await command.run(argv, { cwd: root })
      expect({ argv, isSilent: stdout === '', stderr }).toEqual({ argv, isSilent: false, stderr: '' })
    }
    expect(existsSync(marker)).toBe(false)
  })

  test.each([
    'extends: ./plugin.js',
    'extends: plugin',
    'extends: copydesk-plugin',
    'extends: [house]',
    'extends: ./rules/house',
    'plugins: [./plugin.js]',
    'rules: {house: on}',
    'rules: ./rules/house/rule.js',
    'rules: !!js/function "require(\'./plugin.js\')"',
    '__proto__: {extends: ./plugin.js}',
    'names: plugin.js',
    'parser: ./plugin.js',
    'extends: node_modules/copydesk-plugin/index.js',
    'extends: "data:text/javascript,require(\'./plugin.js\')"',
    'extends: plugin.js?.yml',
  ])('is never run, even where a config asks for it: %s', async (config) => {
    const { root, write, marker } = trapped()
    write('copydesk.yml', `${config}\n`)
    const { code, stderr } = await command.run(['draft.txt'], { cwd: root })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^copydesk: [^\n]+\n$/)
    expect(existsSync(marker)).toBe(false)
  })
})
