/**
 * Tests that --since and --staged end in one clear line where git can't answer, and work in every kind of repository
 * where it can.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { git } from '../../src/cli/changed/git.ts'
import { checkout, type Checkout } from './checkout.ts'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

const OLD = 'Shop sells a widget\n\nThe shop sold one thing and was glad of it.\n'
const NEW = `${OLD}\nA new widget.\n`
const HAS_GIT = spawnSync('git', ['--version']).status === 0
const DAMAGED_INDEX = 'OPTION: git’s index is damaged; delete .git/index, and “git reset” makes a new one'
const NO_TREE = 'needs a git repository with a working tree; this folder lies in none'

/** Both ways of asking; the option, and what comes of it. */
async function both(made: Checkout, cwd = '', env: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const said: string[] = []
  for (const [option, argv] of [
    ['--since', ['--since=HEAD', '.']],
    ['--staged', ['--staged', '.']],
  ] as const) {
    const { code, stdout, stderr } = await made.run([...argv, '--format=compact'], { cwd, env })
    expect(stderr).toMatch(/^(?:copydesk: [^\n]+\n)?$/)
    expect(stderr).not.toMatch(/bug in Copydesk|\bat .*:\d+:\d+/)
    said.push(
      `${code} ${stderr
        .replace(/^copydesk: /, '')
        .trimEnd()
        .replaceAll(option, 'OPTION')}${stdout.replace(/:.*/g, '').trim()}`,
    )
  }
  return said
}

/** Makes a repository in which a draft has something new, staged. */
function edited(): GitCheckout {
  const made = gitCheckout({ 'a.txt': OLD, 'news/b.txt': `${OLD}\nAll is quiet.\n` })
  made.write('a.txt', NEW)
  made.git('add', 'a.txt')
  return made
}

describe.skipIf(!HAS_GIT)('one clear line', () => {
  test('in git’s own folder, in a bare repository, and in neither', async () => {
    const made = edited()
    made.git('clone', '--quiet', '--bare', '.', 'bare')
    for (const cwd of ['.git', '.git/refs', 'bare', 'bare/objects'])
      expect(await both(made, cwd), cwd).toEqual([`2 OPTION ${NO_TREE}`, `2 OPTION ${NO_TREE}`])
    expect(await both(checkout({}, { repository: false }))).toEqual([`2 OPTION ${NO_TREE}`, `2 OPTION ${NO_TREE}`])
    made.git('config', 'core.bare', 'true')
    expect(await both(made)).toEqual([`2 OPTION ${NO_TREE}`, `2 OPTION ${NO_TREE}`])
  })

  const DAMAGES: readonly (readonly [string, (made: GitCheckout) => void, string])[] = [
    ['an index that is no index', ({ path }) => writeFileSync(path('.git/index'), 'no index'), DAMAGED_INDEX],
    ['an index that was cut off', ({ path }) => truncateSync(path('.git/index'), 100), DAMAGED_INDEX],
    [
      'settings that are none',
      ({ path }) => appendFileSync(path('.git/config'), '[oops\n'),
      'OPTION: git can’t read this repository: bad config line ',
    ],
    [
      'a HEAD that is none',
      ({ path }) => writeFileSync(path('.git/HEAD'), 'oops\n'),
      'OPTION: there is a .git here, which git takes for no repository; it may be damaged',
    ],
    [
      'a branch that is empty',
      ({ path }) => writeFileSync(path('.git/refs/heads/main'), ''),
      'OPTION: the commit that HEAD is at can’t be read; the repository may be damaged (git fsck says more)',
    ],
    [
      'a branch at no commit',
      ({ path }) => writeFileSync(path('.git/refs/heads/main'), `${'12'.repeat(20)}\n`),
      'OPTION: the commit that HEAD is at can’t be read; the repository may be damaged (git fsck says more)',
    ],
    [
      'a HEAD at no commit',
      ({ path }) => writeFileSync(path('.git/HEAD'), `${'12'.repeat(20)}\n`),
      'OPTION: the commit that HEAD is at can’t be read; the repository may be damaged (git fsck says more)',
    ],
    ['no tree', (made) => lose(made, 'HEAD^{tree}'), 'OPTION: git can’t say what has changed: '],
    [
      'no earlier version',
      (made) => lose(made, 'HEAD:a.txt'),
      'OPTION: the repository lacks something that it should have; it may be damaged (git fsck says more)',
    ],
    ['a version that is no blob', (made) => lose(made, 'HEAD:a.txt', 'garbage'), 'OPTION: '],
  ]
  test.each(DAMAGES)('of %s', async (_, damage, message) => {
    const made = edited()
    damage(made)
    for (const said of await both(made)) expect(said.slice(0, message.length + 2)).toBe(`2 ${message}`)
  })

  test('of a staged version that is missing', async () => {
    const made = edited()
    lose(made, ':a.txt')
    expect((await both(made))[1]).toBe(
      '2 OPTION: the repository lacks something that it should have; it may be damaged (git fsck says more)',
    )
  })

  test('where the repository is somebody else’s', async () => {
    const refusal = '2 OPTION: git refuses this repository, since it belongs to somebody else'
    expect(await both(edited(), '', { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })).toEqual([refusal, refusal])
  })

  test('where git isn’t installed, or can’t be run', async () => {
    const made = edited()
    made.write('bin/git', 'no program')
    const refusal = '2 --since and --staged need git, which was not found'
    expect(
      (await both(made, '', { PATH: '/nowhere' })).map((said) =>
        said.replace('OPTION', said.includes('--staged') ? '--since' : '--staged'),
      ),
    ).toEqual([refusal, refusal])
  })

  test.skipIf(process.platform === 'win32')('where git waits for ever: for a pipe that nobody writes to', async () => {
    const made = edited()
    made.git('mv', 'news/b.txt', 'c.txt')
    made.write('c.txt', `${OLD}\nAll is quiet. And well.\n`)
    made.git('add', 'c.txt')
    execFileSync('mkfifo', [made.path('.gitattributes')])
    await expect(
      git({ cwd: made.root, env: {}, patience: 500 }, ['diff-index', '--cached', '--raw', '-M', 'HEAD']),
    ).rejects.toThrow(/^git did not answer for 0\.5 seconds$/)
    expect((await git({ cwd: made.root, env: {} }, ['rev-parse', 'HEAD'])).toString()).toMatch(/^[\da-f]{40}\n$/)
  })

  test('in a shallow clone that hasn’t fetched the branch', async () => {
    const origin = edited()
    origin.commit()
    origin.git('branch', 'other')
    const clone = checkout({}, { repository: false })
    execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(origin.root).href, 'shallow'], {
      cwd: clone.root,
      stdio: 'ignore',
    })
    expect((await clone.run(['--since=origin/other', '.'], { cwd: 'shallow' })).stderr).toBe(
      'copydesk: --since: there is no commit “origin/other” in this shallow clone; fetch it, and the whole history (fetch-depth: 0)\n',
    )
  })

  test('in a partial clone, which fetches nothing and says what does', async () => {
    const origin = edited()
    origin.commit()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const clone = checkout({}, { repository: false })
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: clone.path('partial'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    mkdirSync(clone.path('partial'))
    git('clone', '--quiet', '--filter=blob:none', pathToFileURL(origin.root).href, '.')
    expect(await both(clone, 'partial')).toEqual(['0 ', '0 '])
    const since = (): Promise<object> => clone.run(['--since=HEAD~1', '.', '--format=compact'], { cwd: 'partial' })
    expect(await since()).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'copydesk: --since: this is a partial clone and lacks earlier versions of files; “git diff --stat HEAD~1...” fetches them\n',
    })
    git('diff', '--stat', 'HEAD~1...')
    expect(await since()).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^a\.txt:5:[^\n]*\n$/) as string,
      stderr: '',
    })
    git('clone', '--quiet', '--filter=tree:0', '--no-checkout', pathToFileURL(origin.root).href, 'treeless')
    for (const said of await both(clone, 'partial/treeless'))
      expect(said).toMatch(/^2 OPTION: this is a partial clone and lacks earlier versions of files; /)
  })
})

describe.skipIf(!HAS_GIT)('works as anywhere', () => {
  test('in a linked working tree, a submodule, and a folder of either', async () => {
    const made = edited()
    made.commit()
    made.git('worktree', 'add', '--quiet', '-b', 'linked', 'linked')
    made.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', pathToFileURL(made.root).href, 'sub')
    for (const root of ['linked', 'sub']) {
      made.write(`${root}/news/b.txt`, NEW)
      made.git('-C', root, 'add', '.')
      expect(await both(made, root), root).toEqual(['1 news/b.txt', '1 news/b.txt'])
      expect(await both(made, `${root}/news`), root).toEqual(['1 b.txt', '1 b.txt'])
    }
  })

  test('in a working tree whose repository lies elsewhere: bare, separate, or named by the environment', async () => {
    const made = edited()
    made.commit()
    made.git('clone', '--quiet', '--bare', '.', 'bare')
    made.git('-C', 'bare', 'worktree', 'add', '--quiet', '-b', 'linked', '../of-bare')
    made.git('clone', '--quiet', '--separate-git-dir', 'separate', '.', 'of-separate')
    made.git('clone', '--quiet', '.', 'named')
    renameSync(made.path('named/.git'), made.path('named.git'))
    const elsewhere = { GIT_DIR: made.path('named.git'), GIT_WORK_TREE: made.path('named') }
    for (const [root, env] of [
      ['of-bare', {}],
      ['of-separate', {}],
      ['named', elsewhere],
    ] as const) {
      made.write(`${root}/news/b.txt`, NEW)
      execFileSync('git', ['add', '.'], { cwd: made.path(root), env: { ...process.env, ...env } })
      expect(await both(made, root, env), root).toEqual(['1 news/b.txt', '1 news/b.txt'])
      expect(await both(made, `${root}/news`, env), root).toEqual(['1 b.txt', '1 b.txt'])
    }
  })

  test('where names are made by SHA-256', async () => {
    const made = checkout({ 'a.txt': OLD, 'b.txt': OLD }, { repository: false })
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
        cwd: made.root,
        encoding: 'utf8',
      })
    git('init', '--quiet', '--object-format=sha256')
    expect((await made.run(['--staged'])).code).toBe(0)
    git('add', '.')
    expect((await made.run(['--staged', '--format=compact'])).stdout).toMatch(/^a\.txt:1:[^\n]*\nb\.txt:1:[^\n]*\n$/)
    git('commit', '--quiet', '-m', 'Copy')
    made.write('a.txt', NEW)
    git('add', '.')
    expect(await both(made)).toEqual(['1 a.txt', '1 a.txt'])
  })

  test('before the first commit, on a branch of its own too', async () => {
    const made = edited()
    made.commit()
    made.git('checkout', '--quiet', '--orphan', 'other')
    expect(await both(made)).toEqual(['2 OPTION: this repository has no commit yet', '1 a.txt\na.txt\nnews/b.txt'])
  })

  test('with an index of its own, as a commit of single files has it', async () => {
    const made = edited()
    made.git('commit', '--quiet', '--no-gpg-sign', '-m', 'All')
    made.write('news/b.txt', NEW)
    execFileSync('git', ['read-tree', 'HEAD'], {
      cwd: made.root,
      env: { ...process.env, GIT_INDEX_FILE: '.git/other' },
    })
    execFileSync('git', ['add', 'news/b.txt'], {
      cwd: made.root,
      env: { ...process.env, GIT_INDEX_FILE: '.git/other' },
    })
    expect((await both(made, '', { GIT_INDEX_FILE: '.git/other' }))[1]).toBe('1 news/b.txt')
    expect((await both(made))[1]).toBe('0 ')
  })
})

/** Takes an object away, or damages it. */
function lose({ git, path }: GitCheckout, name: string, garbage?: string): void {
  const id = git('rev-parse', name).trim()
  const file = path('.git/objects', id.slice(0, 2), id.slice(2))
  if (!existsSync(file)) throw new Error(`${name} isn’t among ${readdirSync(join(file, '..')).join()}`)
  rmSync(file)
  if (garbage !== undefined) writeFileSync(file, garbage)
}
