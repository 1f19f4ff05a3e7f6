/** A stranger's checkout: what lies in it can't lead outside, hang, flood, run anything or speak for Copydesk. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../src/cli/run-command.ts'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout, type Outcome } from './checkout.ts'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

const HAS_GIT = spawnSync('git', ['--version']).status === 0
const HAS_FIFOS = spawnSync('mkfifo', ['--version']).status === 0
const DRAFT = 'A widget.\n'
const SECRET = 'sesame-4711'
// A run that waits for what never comes waits for ever.
const LONGEST_RUN = 30_000
const EMPTY_BASELINE = '{"version": 1, "files": {}}\n'

/** A repository beside a folder that is none of its business. */
function besideSecrets(files: Readonly<Record<string, string>>): Checkout {
  const made = checkout(
    {
      'secrets/copydesk.yml': `rules: {${SECRET}: on}\n`,
      'secrets/names.yml': `- name: ${SECRET}\n  ${SECRET}: [x]\n`,
      'secrets/side.yml': `ignore:\n  - rule: ${SECRET}\n`,
      'secrets/baseline.json': `{"version": 1, "files": {"../repo/a.txt": {}}, "${SECRET}": 1}\n`,
      'secrets/copy.txt': `${SECRET} is a widget.\n`,
      ...files,
    },
    { repository: false },
  )
  mkdirSync(made.path('repo/.git'), { recursive: true })
  return made
}

/** What a run that refuses comes to. */
function outcomeOf({ code, stdout, stderr }: Outcome): object {
  return { code, stderr, tells: (stdout + stderr).includes(SECRET) }
}

/** One clear line that tells nothing of what the file holds. */
function refusal(message: RegExp): object {
  return {
    code: 2,
    stderr: expect.stringMatching(new RegExp(`^copydesk: (?=[^\\n]+\\n$)[^\\n]*?(?:${message.source})`)) as string,
    tells: false,
  }
}

describe('a link out of the repository is not followed', () => {
  const outside = /lies outside the repository/
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    Readonly<Record<string, string>>,
    RegExp,
  ])[] = [
    ['a config', {}, { 'repo/copydesk.yml': '../secrets/copydesk.yml' }, outside],
    [
      'a file that a config builds on',
      { 'repo/copydesk.yml': 'extends: ./base.yml\n' },
      { 'repo/base.yml': '../secrets/copydesk.yml' },
      outside,
    ],
    [
      'a folder that a config builds on',
      { 'repo/copydesk.yml': 'extends: ./base/copydesk.yml\n' },
      { 'repo/base': '../secrets' },
      outside,
    ],
    [
      'a names file',
      { 'repo/copydesk.yml': 'names: names.yml\n' },
      { 'repo/names.yml': '../secrets/names.yml' },
      outside,
    ],
    [
      'a side file',
      {},
      { 'repo/a.txt.copydesk.yml': '../secrets/side.yml' },
      /is a link, and links to side files are not followed/,
    ],
  ]
  test.each(cases)('%s', async (_, files, links, message) => {
    const made = besideSecrets({ 'repo/a.txt': DRAFT, ...files })
    for (const [name, target] of Object.entries(links)) made.link(name, target)
    expect(outcomeOf(await made.run(['a.txt'], { cwd: 'repo' }))).toEqual(refusal(message))
  })

  test.each([
    'extends: ../secrets/copydesk.yml',
    'names: ../secrets/names.yml',
    'extends: /etc/copydesk.yml',
    'names: /etc/passwd',
  ])('nor a path: %s', async (config) => {
    const made = besideSecrets({ 'repo/a.txt': DRAFT, 'repo/copydesk.yml': `${config}\n` })
    expect(outcomeOf(await made.run(['a.txt'], { cwd: 'repo' }))).toEqual(refusal(outside))
  })

  test('nor one to a draft or a folder that a search comes by', async () => {
    const made = besideSecrets({ 'repo/a.txt': DRAFT })
    made.link('repo/copy.txt', '../secrets/copy.txt')
    made.link('repo/more', '../secrets')
    for (const argv of [['.'], ['**/*.txt']]) {
      const { stdout, stderr } = await made.run([...argv, '--format=compact'], { cwd: 'repo' })
      expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' })
      expect(stdout).toMatch(/^a\.txt:1:/)
    }
  })

  test('a baseline behind a link is not written through, and what it holds is not told', async () => {
    const made = besideSecrets({ 'repo/a.txt': DRAFT })
    made.link('repo/known.json', '../secrets/baseline.json')
    const before = readFileSync(made.path('secrets/baseline.json'), 'utf8')
    for (const argv of [['--baseline=known.json'], ['--baseline=known.json', '--update-baseline']]) {
      const { code, stdout, stderr } = await made.run(['a.txt', ...argv], { cwd: 'repo' })
      expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 2 })
      expect(stdout + stderr.replace(/“[^”]*”/g, '')).not.toContain(SECRET)
    }
    writeFileSync(made.path('secrets/baseline.json'), EMPTY_BASELINE)
    expect((await made.run(['a.txt', '--baseline=known.json', '--update-baseline'], { cwd: 'repo' })).stderr).toMatch(
      /^copydesk: known\.json: is a link[^\n]*\n$/,
    )
    expect(readFileSync(made.path('secrets/baseline.json'), 'utf8')).toBe(EMPTY_BASELINE)
    expect(before).toContain(SECRET)
  })

  test('a fix is not written through one', async () => {
    const made = besideSecrets({})
    made.link('repo/a.txt', '../secrets/copy.txt')
    const before = readFileSync(made.path('secrets/copy.txt'), 'utf8')
    await made.run(['a.txt', '--fix', '--fix-unsafe'], { cwd: 'repo' })
    expect(readFileSync(made.path('secrets/copy.txt'), 'utf8')).toBe(before)
  })
})

describe('data that is more than it seems is refused', () => {
  const bomb = [
    'a: &a [x, x]',
    ...[...'bcdefghijklmnop'].map(
      (name, index) => `${name}: &${name} [*${'abcdefghijklmnop'[index]!}, *${'abcdefghijklmnop'[index]!}]`,
    ),
  ].join('\n')
  test.each([
    [
      'a config',
      { 'copydesk.yml': `${bomb}\n` },
      /^copydesk: copydesk\.yml: line 2: is not plain data: it repeats a part by an alias/,
    ],
    [
      'a names file',
      { 'copydesk.yml': 'names: names.yml\n', 'names.yml': `${bomb}\n` },
      /^copydesk: names\.yml: line 2: is not plain data/,
    ],
    [
      'a side file',
      { 'a.txt.copydesk.yml': `${bomb}\n` },
      /^copydesk: a\.txt\.copydesk\.yml: line 2: is not plain data/,
    ],
  ])('aliases of YAML in %s', async (_, files, message) => {
    const { run } = checkout({ 'a.txt': DRAFT, ...files })
    expect((await run(['a.txt'])).stderr).toMatch(message)
  })

  test('aliases of YAML in front matter multiply nothing', async () => {
    const { run } = checkout({ 'a.md': `---\ntitle: A day\n${bomb}\n---\n\nA widget.\n` })
    const { code, stdout } = await run(['a.md', '--format=json'])
    expect({ code, isShort: stdout.length < 20_000 }).toEqual({ code: 1, isShort: true })
  })
})

describe('the key __proto__ reaches no prototype', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
  const cases = KEYS.flatMap((key): readonly (readonly [string, string, string])[] => [
    [`a config’s ${key}`, 'copydesk.yml', `"${key}": {polluted: "yes"}\n`],
    [`a JSON config’s ${key}`, 'copydesk.json', `{"${key}": {"polluted": "yes"}}`],
    [`a config’s rules’ ${key}`, 'copydesk.json', `{"rules": {"${key}": ["on", {"polluted": "yes"}]}}`],
    [
      `a rule’s options’ ${key}`,
      'copydesk.json',
      `{"rules": {"stray-widget": ["on", {"${key}": {"polluted": "yes"}}]}}`,
    ],
    [`a side file’s ${key}`, 'a.txt.copydesk.yml', `"${key}": {polluted: "yes"}\n`],
    [
      `a side file’s entry’s ${key}`,
      'a.txt.copydesk.yml',
      `ignore: [{rule: stray-widget, "${key}": {polluted: "yes"}}]\n`,
    ],
    [`a baseline’s ${key}`, 'known.json', `{"version": 1, "files": {}, "${key}": {"polluted": "yes"}}`],
  ])
  test.each(cases)('%s', async (_, name, content) => {
    const { run } = checkout({ 'a.txt': DRAFT, 'known.json': EMPTY_BASELINE, [name]: content })
    const { code, stderr } = await run(['a.txt', '--baseline=known.json'])
    expect({ code, polluted: ({} as { polluted?: string }).polluted, lines: stderr.split('\n').length }).toEqual({
      code: 2,
      polluted: undefined,
      lines: 2,
    })
  })

  test.each(KEYS)('files and fingerprints of a baseline that are called %s', async (key) => {
    const { run } = checkout({
      'a.txt': DRAFT,
      'known.json': `{"version": 1, "files": {"${key}": {"${key}": {"rule": "polluted"}}, "a.txt": {"${key}": {"rule": "stray-widget"}}}}`,
    })
    expect((await run(['a.txt', '--baseline=known.json'])).code).toBe(1)
    expect((await run(['a.txt', '--baseline=known.json', '--update-baseline'])).code).toBe(0)
    expect((await run(['a.txt', '--baseline=known.json'])).code).toBe(0)
    expect(({} as { rule?: string }).rule).toBe(undefined)
  })

  test.each([
    ['YAML', (key: string) => `---\n"${key}": {polluted: "A widget"}\ntitle: A widget\n---\n`],
    ['TOML', (key: string) => `+++\n"${key}" = {polluted = "A widget"}\ntitle = "A widget"\n+++\n`],
  ])('front matter in %s', async (_, write) => {
    for (const key of KEYS) {
      const { run } = checkout({ 'a.md': `${write(key)}\nA widget.\n` })
      const { code, stderr } = await run(['a.md'])
      expect({ code, stderr, polluted: ({} as { polluted?: string }).polluted }).toEqual({
        code: 1,
        stderr: '',
        polluted: undefined,
      })
    }
  })

  test('ninjs', async () => {
    for (const key of KEYS) {
      const { run } = checkout({
        'a.ninjs': `{"${key}": {"polluted": "A widget", "headline": "A widget"}, "headline": "A widget", "body_text": "A widget."}`,
      })
      const { code, stderr } = await run(['a.ninjs'])
      expect({ code, stderr, polluted: ({} as { polluted?: string }).polluted }).toEqual({
        code: 1,
        stderr: '',
        polluted: undefined,
      })
    }
  })
})

describe('a file that no desk wrote', () => {
  /** A file of a size that takes no room on the disk. */
  const makeHuge = (path: string, size: number): void => {
    const file = openSync(path, 'w')
    ftruncateSync(file, size)
    closeSync(file)
  }

  test('of 200 MB is refused in one line without being read, and the others are checked', async () => {
    const { run, path } = checkout({ 'b.txt': DRAFT })
    makeHuge(path('a.txt'), 200_000_000)
    const before = process.memoryUsage().arrayBuffers
    const { code, stdout, stderr } = await run(['.', '--format=compact'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'copydesk: a.txt: is too big to be copy (over 128 MB)\n' })
    expect(stdout).toMatch(/^b\.txt:1:/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })

  test.each([
    ['copydesk.yml', ['a.txt'], 'copydesk: copydesk.yml: is too big (over 5 MB)\n'],
    ['a.txt.copydesk.yml', ['a.txt'], 'copydesk: a.txt.copydesk.yml: is too big (over 5 MB)\n'],
    [
      'known.json',
      ['a.txt', '--baseline=known.json'],
      'copydesk: known.json: is too big to be a baseline (over 64 MB)\n',
    ],
  ])('nor does %s of 200 MB', async (name, argv, message) => {
    const { run, path } = checkout({ 'a.txt': DRAFT })
    makeHuge(path(name), 200_000_000)
    const { code, stderr } = await run(argv)
    expect({ code, stderr }).toEqual({ code: 2, stderr: message })
  })

  const command = bundledCommand()

  test('nor does a standard input that goes on and on', async () => {
    let sent = 0
    const piece = new Uint8Array(8 * 1024 * 1024).fill(97)
    let stderr = ''
    const code = await runCommand(
      ['-'],
      {
        cwd: '/',
        env: {},
        stdout: { write: () => true },
        stderr: { write: (text) => (stderr += text) },
        stdin: async function* () {
          for (;;) {
            sent += piece.length
            yield piece
          }
        },
      },
      [],
    )
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'copydesk: <stdin>: is too big to be copy (over 128 MB)\n' })
    expect(sent).toBeLessThan(150_000_000)
  })

  test.skipIf(!HAS_FIFOS)(
    'keeps no run waiting: a pipe that nobody writes to is no copy, config, side file or baseline',
    { timeout: 300_000 },
    async () => {
      for (const [name, argv, ends] of [
        ['pipe.txt', ['.', '--format=compact'], 1],
        ['copydesk.yml', ['.', '--format=compact'], 1],
        ['package.json', ['.', '--format=compact'], 1],
        ['.gitignore', ['.', '--format=compact'], 1],
        ['a.txt.copydesk.yml', ['a.txt'], 2],
        ['known.json', ['a.txt', '--baseline=known.json'], 2],
        ['names.yml', ['a.txt', '--config=desk.yml'], 2],
      ] as const) {
        const made = checkout({ 'a.txt': 'Officials put the the ferry off.\n', 'desk.yml': 'names: names.yml\n' })
        execFileSync('mkfifo', [made.path(name)])
        const { code, stdout, stderr } = await command.run(argv, { cwd: made.root, timeout: LONGEST_RUN })
        expect({ name, code, stderr: stderr.split('\n').length, isChecked: stdout.startsWith('a.txt:1:') }).toEqual({
          name,
          code: ends,
          stderr: ends,
          isChecked: ends === 1,
        })
      }
    },
  )

  test.skipIf(!existsSync('/dev/zero'))(
    'nor does one that never ends: links to a device',
    { timeout: 300_000 },
    async () => {
      for (const [name, argv, ends] of [
        ['draft.txt', ['.', '--format=compact'], 1],
        ['.gitignore', ['.', '--format=compact'], 1],
        ['.copydeskignore', ['.', '--format=compact'], 1],
        ['package.json', ['.', '--format=compact'], 1],
        ['draft.txt', ['draft.txt'], 2],
        ['a.txt.copydesk.yml', ['a.txt'], 2],
        ['known.json', ['a.txt', '--baseline=known.json'], 2],
        ['names.yml', ['a.txt', '--config=desk.yml'], 2],
      ] as const) {
        const made = checkout({ 'a.txt': 'Officials put the the ferry off.\n', 'desk.yml': 'names: names.yml\n' })
        made.link(name, '/dev/zero')
        const { code, stdout, stderr } = await command.run(argv, { cwd: made.root, timeout: LONGEST_RUN })
        expect({ name, code, stderr: stderr.split('\n').length, isChecked: stdout.startsWith('a.txt:1:') }).toEqual({
          name,
          code: ends,
          stderr: ends,
          isChecked: ends === 1,
        })
      }
    },
  )

  test('can’t forge a line, a colour or a command by its name, in any report', async () => {
    const name = 'fine\n::error::forged\u001B[31m\r##[error]forged\u202E.txt'
    const { run } = checkout({
      [name]: DRAFT,
      [`${name}.copydesk.yml`]: 'ignore: 3\n',
      'b\n::error::forged.bin': '\0',
      [`${name}.md`]: DRAFT,
    })
    for (const format of [
      'desk',
      'vfile',
      'compact',
      'unix',
      'json',
      'sarif',
      'github',
      'gitlab',
      'junit',
      'checkstyle',
      'rdjson',
      'rdjsonl',
      'html',
    ]) {
      const { code, stdout, stderr } = await run(
        ['.', 'b\n::error::forged.bin', `--format=${format}`, '--color=never'],
        { isTTY: true },
      )
      expect(code).toBe(2)
      // oxlint-disable-next-line no-control-regex
      expect(stdout + stderr, format).not.toMatch(/^\s*::error::forged|\u001B|\r|\u202E/m)
      expect(stderr, format).not.toContain('##[error]')
    }
  })
})

describe('patterns that nobody wrote', () => {
  const numbers = (count: number, write: (index: number) => string): string =>
    `${Array.from({ length: count }, (_, index) => write(index)).join('\n')}\n`
  const deep = `${'a/'.repeat(60)}deep.txt`

  test.each([
    ['.gitignore', numbers(400_000, (index) => `x${index}`), 'is too big (over 1 MB)'],
    ['.gitignore', numbers(6_000, (index) => `x${index}`), 'has more lines than make sense (over 5,000)'],
    ['.copydeskignore', numbers(400_000, (index) => `x${index}`), 'is too big (over 1 MB)'],
    [
      '.copydeskignore',
      numbers(3_000, (index) => `*${index}`),
      'holds more patterns than make sense that mean more than one path (over 2,000)',
    ],
    [
      '.copydeskignore',
      numbers(30, (index) => `${'{a/b,c/d}'.repeat(7)}*${index}`),
      'holds more patterns than make sense that mean more than one path (over 2,000)',
    ],
    [
      'copydesk.yml',
      `ignore:\n${numbers(3_000, (index) => `  - "*${index}"`)}`,
      'holds more patterns than make sense that mean more than one path (over 2,000)',
    ],
    [
      'copydesk.yml',
      `kinds:\n  opinion:\n${numbers(3_000, (index) => `    - "*${index}"`)}`,
      'holds more patterns than make sense that mean more than one path (over 2,000)',
    ],
    [
      'copydesk.json',
      JSON.stringify({ overrides: Array.from({ length: 600 }, () => ({ files: 'x', rules: {} })) }),
      'line 1: “overrides” has more entries than make sense (over 500)',
    ],
  ])('are refused in one line: %s', async (name, content, message) => {
    const { run } = checkout({ 'a.txt': DRAFT, [name]: content })
    expect((await run(['.', '--format=compact'])).stderr).toBe(`copydesk: ${name}: ${message}\n`)
  })

  test.each(['.gitignore', '.copydeskignore'])(
    'and those that could be shared out in many ways cost no time: %s',
    async (name) => {
      for (const pattern of [
        '*/**/*/**/*/**/*/**/*/**/*/**/x',
        '**/a/**/a/**/a/**/a/**/a/**/a/**/b',
        `${'*?'.repeat(100)}x`,
        `${'*[!b]'.repeat(100)}x`,
        `${'*(a|'.repeat(200)}${')'.repeat(200)}`,
      ]) {
        const { run } = checkout({
          'a.txt': DRAFT,
          [deep]: DRAFT,
          [`${'a'.repeat(200)}.txt`]: DRAFT,
          [name]: `${pattern}\n`,
        })
        const before = process.cpuUsage()
        expect((await run(['.', '--format=compact'])).stdout.split('\n')).toHaveLength(4)
        expect(process.cpuUsage(before).user / 1e6, pattern).toBeLessThan(2)
      }
    },
  )

  test('but long lists of names are fine, and so is what somebody may well write', async () => {
    const { run } = checkout({
      'a.txt': DRAFT,
      'b.txt': DRAFT,
      'news/c.txt': DRAFT,
      'x/y/old/z/d.txt': DRAFT,
      'x/y/old/z/kept.txt': DRAFT,
      '.copydeskignore': `${numbers(20_000, (index) => `news/story-${index}.txt`)}news/c.txt\n`,
      '.gitignore': `${numbers(2_000, (index) => `/out-${index}/`)}**/old/**/*.txt\n!**/old/**/kept.txt\nb.*\n`,
    })
    expect((await run(['.', '--format=compact'])).stdout.replaceAll(/:.*/g, '').trim().split('\n')).toEqual([
      'a.txt',
      'x/y/old/z/kept.txt',
    ])
  })
})

describe('a hostile baseline', () => {
  test.each([
    ['nested without end', '['.repeat(5_000_000)],
    ['nested in objects', `{"version":1,"files":${'{"a":'.repeat(500_000)}`],
    ['of one endless name', `{"version":1,"files":{"${'a'.repeat(10_000_000)}":{"1":{"rule":"x"}}}}`],
    ['of no numbers', '{"version":1e999,"files":{}}'],
    [
      'of names that lead elsewhere',
      JSON.stringify({ version: 1, files: { [`${'../'.repeat(50)}etc/passwd`]: { x: { rule: 'stray-widget' } } } }),
    ],
    [
      'of 10 MB of files that aren’t there',
      JSON.stringify({
        version: 1,
        files: Object.fromEntries(
          Array.from({ length: 100_000 }, (_, index) => [
            `f${index}.md`,
            { [`${index}`]: { rule: 'stray-widget', quote: 'x'.repeat(60) } },
          ]),
        ),
      }),
    ],
  ])('%s ends in one line, or hides nothing', async (_, content) => {
    const { run } = checkout({ 'a.txt': DRAFT, 'known.json': content })
    const before = process.cpuUsage()
    const { code, stdout, stderr } = await run(['a.txt', '--baseline=known.json', '--format=compact'])
    expect(
      code === 1 ? { stdout: stdout.slice(0, 8), lines: 1 } : { stdout, lines: stderr.split('\n').length },
    ).toEqual(code === 1 ? { stdout: 'a.txt:1:', lines: 1 } : { stdout: '', lines: 2 })
    expect(stderr).not.toMatch(/bug in Copydesk|RangeError/)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
  })
})

describe('a diff of what would be fixed', () => {
  const HOSTILE =
    '::error::forged\n  ::warning::forged\n\nA widget.\n::set-output name=x::forged\nfine\r::error::forged\n'

  test('in a log of GitHub Actions commands nothing, whatever the draft says, and still is a diff', async () => {
    const { run, root, path } = gitCheckout({ 'a.txt': HOSTILE })
    const { stdout } = await run(['a.txt', '--fix-dry-run'], { env: { GITHUB_ACTIONS: 'true' } })
    const [, token] = /^::stop-commands::(copydesk-[\da-f]{32})\n/.exec(stdout)!
    expect(stdout.endsWith(`\n::${token}::\n`)).toBe(true)
    expect(stdout.split(token!)).toHaveLength(3)
    expect((await run(['a.txt', '--fix-dry-run'], { env: { GITHUB_ACTIONS: 'true' } })).stdout).not.toContain(token)
    for (const [program, ...args] of [
      ['git', 'apply', '--check'],
      ['patch', '--dry-run', '-p1'],
    ] as const) {
      if (spawnSync(program, ['--version']).status !== 0) continue
      const { status, stderr } = spawnSync(program, args, { cwd: root, input: stdout, encoding: 'utf8' })
      expect({ program, status, stderr }).toEqual({ program, status: 0, stderr: '' })
    }
    expect(readFileSync(path('a.txt'), 'utf8')).toBe(HOSTILE)
  })

  test('is nothing but the diff elsewhere, on a terminal and in a file', async () => {
    const { run, path } = checkout({ 'a.txt': HOSTILE })
    const onActions = { env: { GITHUB_ACTIONS: 'true' } }
    for (const world of [{}, { ...onActions, isTTY: true }])
      expect((await run(['a.txt', '--fix-dry-run'], world)).stdout).toMatch(/^--- a\/a\.txt\n/)
    await run(['a.txt', '--fix-dry-run', '--output=a.patch'], onActions)
    expect(readFileSync(path('a.patch'), 'utf8')).toMatch(/^--- a\/a\.txt\n(?![^]*stop-commands)/)
    expect((await run(['a.txt', '--fix-dry-run', '--rule=no-widget'], onActions)).stdout).not.toContain('forged')
  })
})

describe.skipIf(!HAS_GIT)('a repository whose settings are a stranger’s', () => {
  /** A repository with a program in it that leaves a trace when it is run. */
  function trapped(): GitCheckout & { readonly trace: string; readonly evil: string } {
    const made = gitCheckout({ 'a.txt': 'A draft.\n', '.gitattributes': '*.txt diff=evil filter=evil merge=evil\n' })
    const trace = made.path('ran')
    made.write('evil.sh', `#!/bin/sh\necho "$0" >> '${trace}'\ncat\n`)
    chmodSync(made.path('evil.sh'), 0o755)
    return { ...made, trace, evil: made.path('evil.sh') }
  }

  const KEYS = [
    'core.fsmonitor',
    'core.pager',
    'core.editor',
    'core.sshCommand',
    'core.askPass',
    'core.gitProxy',
    'core.alternateRefsCommand',
    'credential.helper',
    'diff.external',
    'diff.evil.textconv',
    'diff.evil.command',
    'gpg.program',
    'pager.diff',
    'interactive.diffFilter',
    'uploadpack.packObjectsHook',
    'alias.diff',
    'alias.rev-parse',
    'trace2.eventTarget',
  ]
  const HOOKS = [
    'post-index-change',
    'fsmonitor-watchman',
    'pre-commit',
    'post-checkout',
    'reference-transaction',
    'pre-auto-gc',
    'query-watchman',
  ]

  test.each([
    ['--since', ['--since=HEAD', '.']],
    ['--staged', ['--staged']],
    ['--since with a fix', ['--since=HEAD', '.', '--fix-dry-run']],
  ])('runs nothing that they name: %s', async (_, argv) => {
    const { run, git, path, write, trace, evil } = trapped()
    for (const key of KEYS) git('config', key, evil)
    for (const hook of HOOKS) {
      write(`.git/hooks/${hook}`, readFileSync(evil, 'utf8'))
      chmodSync(path('.git/hooks', hook), 0o755)
    }
    write('a.txt', 'A draft.\n\nA widget.\n')
    if (argv[0] === '--staged') git('-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', 'add', 'a.txt')
    writeFileSync(trace, '')
    const { code, stderr } = await run(argv)
    const ended = argv.includes('--fix-dry-run') ? 0 : 1
    expect({
      code,
      ran: readFileSync(trace, 'utf8').replaceAll(/^.*\/evil\.sh$/gm, 'a program'),
      stderr: argv.includes('--fix-dry-run') ? '' : stderr,
    }).toEqual({ code: ended, ran: '', stderr: '' })
  })

  test('is found to be a trap by this test: git itself runs what they name', () => {
    const { git, write, trace, evil } = trapped()
    git('config', 'diff.external', evil)
    write('a.txt', 'A draft.\n\nA widget.\n')
    git('diff')
    expect(readFileSync(trace, 'utf8')).toContain('evil.sh')
  })

  test('is not asked by way of a shell: a reference is never an option or a command', async () => {
    const { run, path } = trapped()
    for (const ref of [
      '$(touch ran)',
      ';touch ran',
      '`touch ran`',
      '--output=ran',
      '-oran',
      '--upload-pack=touch ran',
      'HEAD\n--output=ran',
      '@{upstream}',
    ]) {
      expect(outcomeOf(await run([`--since=${ref}`, '.']))).toEqual(refusal(/--since/))
    }
    expect(existsSync(path('ran'))).toBe(false)
  })

  test('with a .git file that points elsewhere leads to no copy there', async () => {
    const made = besideSecrets({ 'repo/a.txt': DRAFT, 'repo/copydesk.yml': 'names: ../secrets/names.yml\n' })
    const elsewhere = gitCheckout({ 'copy.txt': `${SECRET} is a widget.\n` })
    made.write('moved/.git', `gitdir: ${elsewhere.path('.git')}\n`)
    made.write('moved/a.txt', DRAFT)
    const since = await made.run(['--since=HEAD', '.', '--format=compact'], { cwd: 'moved' })
    expect(since.stdout + since.stderr).not.toContain(SECRET)
    expect(since.stdout).toMatch(/^a\.txt:1:/)
    const staged = await made.run(['--staged', '--format=compact'], { cwd: 'moved' })
    expect(staged.stdout + staged.stderr).not.toContain(SECRET)
    made.write('broken/.git', 'gitdir: /nowhere\n')
    made.write('broken/a.txt', DRAFT)
    made.write('broken/copydesk.yml', 'names: ../secrets/names.yml\n')
    expect(outcomeOf(await made.run(['a.txt'], { cwd: 'broken' }))).toEqual(refusal(/lies outside the repository/))
    expect(outcomeOf(await made.run(['--since=HEAD', '.'], { cwd: 'broken' }))).toEqual(refusal(/--since/))
  })
})
