/**
 * A repository that is a stranger's, settings and all: whatever setting of git could name a program names one here, and
 * none is run.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

const HAS_GIT = process.platform !== 'win32' && spawnSync('git', ['--version']).status === 0
const HOOKS = [
  'applypatch-msg',
  'commit-msg',
  'fsmonitor-watchman',
  'post-applypatch',
  'post-checkout',
  'post-commit',
  'post-index-change',
  'post-merge',
  'post-rewrite',
  'pre-applypatch',
  'pre-auto-gc',
  'pre-commit',
  'pre-merge-commit',
  'pre-push',
  'pre-rebase',
  'prepare-commit-msg',
  'proc-receive',
  'push-to-checkout',
  'query-watchman',
  'reference-transaction',
]
// What git’s own list of settings leaves out, or names by a star.
const UNLISTED = [
  // A driver of its own, since git gives up where such a program doesn’t answer.
  'filter.other.process',
  'remote.<name>.vcs',
  'trailer.<token>.cmd',
  'trailer.<token>.command',
  'hook.<name>.command',
  'hook.<name>.event',
  'tar.<format>.command',
  'submodule.<name>.update',
  'gc.recentObjectsHook',
  'core.fsmonitor',
  'credential.<url>.helper',
  'imap.tunnel',
  'sendemail.<identity>.smtpServer',
  'lfs.customtransfer.<name>.path',
  'merge.<driver>.driver',
  'diff.<driver>.textconv',
  'diff.<driver>.command',
  'filter.<driver>.clean',
  'filter.<driver>.smudge',
  'gpg.ssh.defaultKeyCommand',
  'ssh.variant',
  ...[
    'rev-parse',
    'symbolic-ref',
    'for-each-ref',
    'merge-base',
    'ls-tree',
    'ls-files',
    'diff-index',
    'cat-file',
    'config',
  ].flatMap((name) => [`alias.${name}`, `pager.${name}`]),
]
// These name no program but another repository, or a file of settings: each has a test of its own below.
const ELSEWHERE =
  /^(?:core\.(?:worktree|bare|repositoryformatversion|hookspath)|extensions\..*|include\.path|includeif\..*)$/i

interface Trapped extends GitCheckout {
  /** The path of a program that leaves its name behind when it is run. */
  trap(name: string): string
  /** The names of those that were run. */
  ran(): readonly string[]
}

function trapped(files: Readonly<Record<string, string>> = {}): Trapped {
  const made = gitCheckout({
    'a.txt': 'A draft.\n',
    'old.txt': `${'A line of copy that stays as it is.\n'.repeat(20)}`,
    'b.md': 'A draft.\n',
    '.gitattributes': '* diff=evil filter=evil merge=evil\n',
    ...files,
  })
  const log = made.path('.git/ran')
  mkdirSync(made.path('.git/traps'))
  made.write('.git/traps/trap', `#!/bin/sh\necho "\${0##*/}" >> '${log}'\n`)
  chmodSync(made.path('.git/traps/trap'), 0o755)
  return {
    ...made,
    trap: (name) => {
      const path = made.path('.git/traps', name.replaceAll('/', '_'))
      if (!existsSync(path)) symlinkSync('trap', path)
      return path
    },
    ran: () => {
      const names = existsSync(log) ? [...new Set(readFileSync(log, 'utf8').trim().split('\n'))] : []
      rmSync(log, { force: true })
      return names
    },
  }
}

/** All settings that git's documentation names, and some more, each with a place in it filled in. */
function settings(): readonly string[] {
  const listed = execFileSync('git', ['help', '--config'], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => /^[a-z][\w-]*\..*[\w>*-]$/i.test(name))
  const names = [...listed, ...UNLISTED].map((name) =>
    name
      .replace(
        /^(remote|branch)\.<\w+>/,
        (_, section: string) => `${section}.${section === 'remote' ? 'origin' : 'main'}`,
      )
      .replace(/<[^>]*>|\*/g, 'evil'),
  )
  return [...new Set(names)].filter((name) => !ELSEWHERE.test(name))
}

function configOf(values: ReadonlyMap<string, string>): string {
  return [...values]
    .map(([name, value]) => {
      const [section = '', ...rest] = name.split('.')
      const key = rest.pop()!
      return `[${section}${rest.length > 0 ? ` "${rest.join('.')}"` : ''}]\n\t${key} = "${value}"\n`
    })
    .join('')
}

/**
 * Names a program in every setting in which git takes one, and “true” in those that are no names; what takes neither is
 * left out.
 */
function setAll({ git, trap, write, path, root }: Trapped): ReadonlySet<string> {
  const values = new Map(settings().map((name) => [name, trap(name)]))
  const programs = new Set(values.keys())
  git('config', 'include.path', path('.git/more'))
  write('.git/more', configOf(values))
  let refused = ''
  // More than Copydesk asks: whatever it may ask one day is to get an answer, too.
  for (const question of [
    ['rev-parse', '--show-cdup'],
    ['ls-files'],
    ['ls-tree', 'HEAD'],
    ['diff-index', '--cached', '-M', 'HEAD~1'],
    ['cat-file', '-p', 'HEAD:a.txt'],
    ['merge-base', 'HEAD', 'HEAD~1'],
    ['diff', '--raw', 'HEAD'],
    ['status', '--porcelain'],
    ['hash-object', 'a.txt'],
    ['log', '-1', '--format=%H'],
  ]) {
    for (;;) {
      const { status, stderr } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...question], {
        cwd: root,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null' },
      })
      if (status === 0) break
      const isNamed = (name: string): boolean =>
        stderr.toLowerCase().includes(`'${name.toLowerCase()}'`)
        || new RegExp(`/${name.replaceAll('.', '\\.')}['\\s]`, 'i').test(stderr)
      refused =
        [...values.keys()].find(isNamed)
        ?? [...values.keys()][(Number(/line (\d+) in file .*more/.exec(stderr)?.[1]) >> 1) - 1]
        ?? refused
      if (!values.has(refused)) throw new Error(`git names no setting: ${stderr}`)
      programs.delete(refused)
      if (values.get(refused) === 'true') values.delete(refused)
      else values.set(refused, 'true')
      write('.git/more', configOf(values))
    }
  }
  return programs
}

/** Puts something new into the folder and the index, a renamed and edited file among it, without setting off a trap. */
function edit({ write, path, git }: Trapped): void {
  write('a.txt', 'A draft.\n\nA widget.\n')
  write('b.md', 'A draft.\n\nA widget.\n')
  git('rm', '--quiet', '--cached', 'old.txt')
  renameSync(path('old.txt'), path('new.txt'))
  write('new.txt', `${'A line of copy that stays as it is.\n'.repeat(20)}\nA widget.\n`)
  git('add', 'a.txt', 'b.md', 'new.txt')
}

const RUNS: readonly (readonly string[])[] = [
  ['--since=HEAD', '.'],
  ['--since=HEAD~1', '.', '--fix-dry-run'],
  ['--staged'],
]

describe.skipIf(!HAS_GIT)('every setting that git’s documentation names', { timeout: 120_000 }, () => {
  test('runs nothing, though it names a program, in the repository’s settings and what they include', async () => {
    const made = trapped()
    made.commit()
    edit(made)
    const programs = setAll(made)
    for (const hook of HOOKS) {
      symlinkSync('../traps/trap', made.path('.git/hooks', hook))
      made.trap(hook)
    }
    made.write('.git/info/attributes', '* diff=evil filter=evil merge=evil text=auto ident\n*.md filter=other\n')
    expect(programs.size).toBeGreaterThan(300)
    // Not as git remembers them: each has to be read again.
    for (const name of ['a.txt', 'b.md', 'new.txt']) utimesSync(made.path(name), 1, 1)
    made.ran()
    for (const argv of RUNS) {
      const { code, stdout, stderr } = await made.run([...argv, '--format=compact'])
      expect({ argv, ran: made.ran(), code, stderr: stderr.replace(/^copydesk: would fix[^\n]*\n$/, '') }).toEqual({
        argv,
        ran: [],
        code: argv.includes('--fix-dry-run') ? 0 : 1,
        stderr: '',
      })
      expect(stdout).toContain('widget')
    }
  })

  test('would be noticed if it did: git’s own commands run what many of them name', () => {
    const made = trapped()
    made.commit()
    edit(made)
    const names = [
      'core.fsmonitor',
      'core.sshCommand',
      'core.editor',
      'filter.evil.clean',
      'filter.evil.smudge',
      'diff.external',
      'diff.evil.textconv',
      'tar.evil.command',
      'alias.evil',
      'remote.origin.uploadpack',
    ]
    made.git('config', 'include.path', made.path('.git/more'))
    made.write(
      '.git/more',
      configOf(new Map(names.map((name) => [name, `${name === 'alias.evil' ? '!' : ''}${made.trap(name)}`]))),
    )
    symlinkSync('../traps/trap', made.path('.git/hooks/pre-commit'))
    const ran = new Set<string>()
    for (const command of [
      ['status'],
      ['diff'],
      ['diff', '--no-ext-diff', 'HEAD'],
      ['add', '.'],
      ['commit'],
      ['commit', '--no-verify'],
      ['fetch', 'ssh://localhost/x'],
      ['fetch', made.root, '--upload-pack', made.trap('remote.origin.uploadpack')],
      ['archive', '--format=evil', 'HEAD'],
      ['checkout', 'HEAD', '--', '.'],
      ['evil'],
    ]) {
      try {
        made.git(...command)
      } catch {
        // What a trap answers is no sense to git.
      }
      for (const name of made.ran()) ran.add(name)
    }
    expect([...ran].toSorted()).toEqual([...names, 'pre-commit'].toSorted())
  })
})

describe.skipIf(!HAS_GIT)('a repository that is made to lead git elsewhere', () => {
  const URLS: readonly (readonly [string, (made: Trapped) => Readonly<Record<string, string>>])[] = [
    [
      'a command line as an address',
      ({ trap }) => ({ 'remote.origin.url': `ext::${trap('ext')} %S x`, 'protocol.ext.allow': 'always' }),
    ],
    [
      'a program of its own for SSH',
      ({ trap }) => ({
        'remote.origin.url': 'ssh://localhost/x',
        'core.sshCommand': trap('ssh'),
        'protocol.ssh.allow': 'always',
      }),
    ],
    [
      'a program of its own on the other side',
      ({ trap, root }) => ({
        'remote.origin.url': root,
        'remote.origin.uploadpack': trap('uploadpack'),
        'protocol.file.allow': 'always',
      }),
    ],
    [
      'a helper for another system',
      ({ trap }) => ({
        'remote.origin.url': 'x',
        'remote.origin.vcs': `ext::${trap('vcs')}`,
        'protocol.allow': 'always',
      }),
    ],
    [
      'another address in place of a harmless one',
      ({ trap }) => ({
        'remote.origin.url': 'https://example.org/x',
        [`url.ext::${trap('instead')} .insteadOf`]: 'https:',
        'protocol.ext.allow': 'always',
      }),
    ],
  ]
  /** Loses the earlier version of a draft, and says that the remote has it. */
  function lose(made: Trapped, config: Readonly<Record<string, string>>): void {
    const blob = made.git('rev-parse', 'HEAD:a.txt').trim()
    made.write('a.txt', 'A draft.\n\nA widget.\n')
    made.git('-c', 'filter.evil.clean=cat', 'add', 'a.txt')
    rmSync(made.path('.git/objects', blob.slice(0, 2), blob.slice(2)))
    for (const [key, value] of Object.entries({
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.fetch': '+refs/*:refs/remotes/*',
      ...config,
    })) {
      made.git('config', key, value)
    }
    made.ran()
  }

  test.each(URLS)('fetches nothing that is missing: %s', async (name, config) => {
    const made = trapped()
    lose(made, config(made))
    for (const [argv, how] of [
      [['--since=HEAD', '.'], 'HEAD...'],
      [['--staged'], '--cached'],
    ] as const) {
      const { code, stdout, stderr } = await made.run(argv)
      expect({ ran: made.ran(), code, stdout, stderr }).toEqual({
        ran: [],
        code: 2,
        stdout: '',
        stderr: `copydesk: ${argv[0].slice(0, 8).replace('=', '')}: this is a partial clone and lacks earlier versions of files; “git diff --stat ${how}” fetches them\n`,
      })
    }
    // git by itself would: the way is open.
    spawnSync('git', ['cat-file', '-p', 'HEAD:a.txt'], {
      cwd: made.root,
      env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null' },
    })
    expect(made.ran().length > 0 || name === 'a helper for another system').toBe(true)
  })

  test('is not asked where it is a folder of the copy that looks like git’s own', async () => {
    const made = trapped()
    const inner = gitCheckout({ 'a.txt': 'A draft.\n' })
    for (const name of ['HEAD', 'config', 'objects', 'refs', 'index'])
      renameSync(inner.path('.git', name), inner.path(name))
    rmSync(inner.path('.git'), { recursive: true })
    for (const key of ['core.fsmonitor', 'diff.external', 'core.pager'])
      execFileSync('git', ['config', '--file', inner.path('config'), key, made.trap(key)])
    for (const worktree of [undefined, inner.root]) {
      execFileSync('git', ['config', '--file', inner.path('config'), 'core.bare', String(worktree === undefined)])
      if (worktree !== undefined)
        execFileSync('git', ['config', '--file', inner.path('config'), 'core.worktree', worktree])
      for (const argv of [['--since=HEAD', '.'], ['--staged']] as const) {
        const { code, stderr } = await inner.run(argv)
        expect({ ran: made.ran(), code, stderr }).toEqual({
          ran: [],
          code: 2,
          stderr: `copydesk: ${argv[0].slice(0, 8).replace('=', '')} needs a git repository with a working tree; this folder lies in none\n`,
        })
      }
    }
  })

  test('is not asked by a program of the checkout that is called git', async () => {
    const made = trapped()
    for (const folder of ['.', 'bin', 'node_modules/.bin']) {
      mkdirSync(made.path(folder), { recursive: true })
      symlinkSync(made.trap('git'), made.path(folder, 'git'))
    }
    made.write('b.txt', 'A widget.\n')
    const own = `${made.path('node_modules/.bin')}:.::bin:${made.path('bin')}`
    const { code, stdout } = await made.run(['--since=HEAD', '.', '--format=compact'], {
      env: { PATH: `${own}:${process.env['PATH']}` },
    })
    expect({ ran: made.ran(), code, stdout: stdout.slice(0, 8) }).toEqual({ ran: [], code: 1, stdout: 'b.txt:1:' })
    expect(await made.run(['--staged'], { env: { PATH: own } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: --since and --staged need git, which was not found\n',
    })
    expect(made.ran()).toEqual([])
  })

  test('is not asked in its submodules, which have settings of their own', async () => {
    const made = trapped()
    const inner = gitCheckout({ 'b.txt': 'A widget.\n' })
    made.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', pathToFileURL(inner.root).href, 'inner')
    made.commit()
    for (const key of ['core.fsmonitor', 'diff.external', 'filter.evil.clean'])
      made.git('-C', 'inner', 'config', key, made.trap(key))
    made.write('inner/.gitattributes', '* filter=evil\n')
    made.write('inner/b.txt', 'A widget, and another widget.\n')
    made.write('a.txt', 'A widget.\n')
    made.git('add', 'a.txt')
    made.ran()
    for (const argv of [['--since=HEAD', '.'], ['--staged']]) {
      const { code, stdout, stderr } = await made.run([...argv, '--format=compact'])
      expect({ ran: made.ran(), code, stdout: stdout.replace(/:.*/, '').trim(), stderr }).toEqual({
        ran: [],
        code: 1,
        stdout: 'a.txt',
        stderr: argv.includes('.')
          ? 'copydesk: passed over 1 file of other repositories or behind links: --since has nothing to compare with there\n'
          : '',
      })
    }
  })

  test('leads to no file outside by paths that its index should not have', async () => {
    const made = trapped()
    const blob = made.git('hash-object', '-w', 'a.txt').trim()
    for (const path of ['x1/evil.txt', 'x2/evil.txt'])
      made.git('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`)
    const index = readFileSync(made.path('.git/index'))
      .toString('latin1')
      .replace('x1/evil.txt', '../evil.txt')
      .replace('x2/evil.txt', '/0/evil.txt')
    const body = Buffer.from(index, 'latin1').subarray(0, -20)
    writeFileSync(made.path('.git/index'), Buffer.concat([body, createHash('sha1').update(body).digest()]))
    expect(made.git('ls-files')).toContain('../evil.txt')
    expect(await made.run(['--staged', '--format=compact'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
