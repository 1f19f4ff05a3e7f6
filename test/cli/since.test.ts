/** Tests --since and --staged against real repositories. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, renameSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkout } from './checkout.ts'
import { gitCheckout } from './git-checkout.ts'

const OLD = 'Shop sells a widget\n\nThe shop sold one thing and was glad of it.\n'

/** The findings of a compact report, as “path:line rule”. */
const places = (stdout: string): readonly string[] =>
  stdout.split('\n').flatMap((line) => {
    const match = /^(.+?):(\d+):\d+: \w+ ([\w-]+):/.exec(line)
    return match ? [`${match[1]}:${match[2]} ${match[3]}`] : []
  })

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('--since', () => {
  test('finds one thing where one thing went wrong in 200 articles', async () => {
    const articles = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `news/story-${index}.md`,
        `# Story ${index}\n\nThe shop sold a widget.\n`,
      ]),
    )
    const { run, write, commit, git } = gitCheckout(articles)
    git('checkout', '--quiet', '-b', 'edit')
    write('news/story-7.md', `${articles['news/story-7.md']}\nIt sold a second widget on Monday.\n`)
    commit()
    const { code, stdout, stderr } = await run(['--since', 'main', '.', '--format=compact'])
    expect({ code, places: places(stdout), stderr }).toEqual({
      code: 1,
      places: ['news/story-7.md:5 stray-widget'],
      stderr: '',
    })
  })

  test('compares with where the branches part, so that what others did in between is not ours', async () => {
    const { run, write, commit, git } = gitCheckout({ 'a.txt': OLD, 'b.txt': 'Clean copy.\n' })
    git('checkout', '--quiet', '-b', 'edit')
    write('b.txt', 'Clean copy, and more.\n')
    commit()
    git('checkout', '--quiet', 'main')
    write('a.txt', 'Shop sells a gadget\n')
    commit()
    git('checkout', '--quiet', 'edit')
    expect(await run(['--since=main', '--format=compact'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('sees what isn’t committed or added yet', async () => {
    const { run, write } = gitCheckout({ 'a.txt': OLD })
    write('a.txt', `${OLD}\nA new widget.\n`)
    write('news/new.txt', 'Another widget.\n')
    expect(places((await run(['--since=HEAD', '--format=compact'])).stdout)).toEqual([
      'a.txt:5 stray-widget',
      'news/new.txt:1 stray-widget',
    ])
  })

  test('knows findings again whose lines have moved, in files that were renamed', async () => {
    const { run, write, path, git } = gitCheckout({
      'a.txt': `${OLD}\n${'A quiet line of copy that stays as it is.\n\n'.repeat(10)}`,
    })
    git('mv', 'a.txt', 'moved.md')
    write(
      'moved.md',
      `# A new headline\n\nA new first paragraph.\n\n${OLD}\n${'A quiet line of copy that stays as it is.\n\n'.repeat(10)}`,
    )
    expect(places((await run(['--since=HEAD', '--format=compact'])).stdout)).toEqual([])
    renameSync(path('moved.md'), path('again.md'))
    // To git, a file that is neither added nor known is new.
    expect(places((await run(['--since=HEAD', '--format=compact'])).stdout)).toEqual(['again.md:5 stray-widget'])
  })

  test('takes the files that are named, from any folder, and counts what is hidden', async () => {
    const { run, write } = gitCheckout({ 'a.txt': OLD, 'news/b.txt': OLD })
    write('a.txt', `${OLD}\nA widget.\n`)
    write('news/b.txt', `${OLD}\nA widget.\n`)
    const { stdout } = await run(['--since=HEAD', '--format=json'], { cwd: 'news' })
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'b.txt' }],
      summary: { files: 1, errors: 1, suppressed: 1 },
    })
    expect((await run(['--since=HEAD', 'a.txt', '--format=desk'])).stdout).toMatch(
      /STOP: 1 must-fix[^]*\n1 hidden by an older version\n$/,
    )
  })

  test('says nothing and ends well where nothing has changed', async () => {
    const { run } = gitCheckout({ 'a.txt': OLD })
    expect(await run(['--since=HEAD', '.', '--format=compact'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('finds files with odd names', async () => {
    const { run, write } = gitCheckout({
      'two words.txt': OLD,
      'café “x”.txt': OLD,
      '-n.txt': OLD,
      'tab\there.txt': OLD,
    })
    for (const name of ['two words.txt', 'café “x”.txt', '-n.txt', 'tab\there.txt']) write(name, `${OLD}\nA widget.\n`)
    const { stdout } = await run(['--since=HEAD', '--format=json'])
    expect((JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path).toSorted()).toEqual([
      '-n.txt',
      'café “x”.txt',
      'tab\there.txt',
      'two words.txt',
    ])
  })

  test('fixes only what is new', async () => {
    const { run, write, path } = gitCheckout({ 'a.txt': OLD })
    write('a.txt', `${OLD}\nA new widget of theirs.\n`)
    const { readFileSync } = await import('node:fs')
    expect((await run(['--fix', '--since=HEAD'])).stderr).toBe('copydesk: fixed 1 finding in 1 file; none left\n')
    expect(readFileSync(path('a.txt'), 'utf8')).toBe(`${OLD}\nA new gadget of theirs.\n`)
  })

  test('is one clear line outside a repository, for an unknown commit and before the first one', async () => {
    const outside = checkout({ 'a.txt': OLD }, { repository: false })
    expect(await outside.run(['--since=main', '.'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: --since needs a git repository with a working tree; this folder lies in none\n',
    })
    expect((await outside.run(['--staged', '.'])).stderr).toBe(
      'copydesk: --staged needs a git repository with a working tree; this folder lies in none\n',
    )
    const { run } = gitCheckout({ 'a.txt': OLD })
    for (const ref of ['mian', '--output=x', 'HEAD:a.txt', '']) {
      const { code, stdout, stderr } = await run([`--since=${ref}`, '.'])
      expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 })
    }
    expect((await run(['--since=mian', '.'])).stderr).toBe(
      'copydesk: --since: there is no commit “mian” here; where it is another repository’s branch, fetch it first\n',
    )
    const empty = gitCheckout()
    expect((await empty.run(['--since=main', '.'])).stderr).toBe(
      'copydesk: --since: this repository has no commit yet\n',
    )
  })

  test('is one clear line in a shallow clone that lacks the merge base, and for histories that never met', async () => {
    const origin = gitCheckout({ 'a.txt': OLD })
    origin.git('checkout', '--quiet', '-b', 'edit')
    for (let count = 0; count < 3; count++) {
      origin.write('a.txt', `${OLD}\nEdit ${count}.\n`)
      origin.commit()
    }
    origin.git('checkout', '--quiet', 'main')
    origin.write('b.txt', OLD)
    origin.commit()
    const clone = checkout({}, { repository: false })
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', args, { cwd: clone.root, stdio: 'ignore' })
    git('clone', '--quiet', '--depth=1', '--no-single-branch', pathToFileURL(origin.root).href, 'shallow')
    expect((await clone.run(['--since=origin/edit', '.'], { cwd: 'shallow' })).stderr).toBe(
      'copydesk: --since: this clone is shallow and lacks the commit where “origin/edit” and HEAD part; fetch the whole history (fetch-depth: 0)\n',
    )
    origin.git('checkout', '--quiet', '--orphan', 'other')
    origin.commit()
    expect((await origin.run(['--since=main', '.'])).stderr).toBe(
      'copydesk: --since: “main” and HEAD have no commit in common\n',
    )
  })

  test('runs nothing that the repository’s settings name', async () => {
    const { run, write, git, path } = gitCheckout({ 'a.txt': OLD, '.gitattributes': '*.txt diff=evil\n' })
    write('evil.sh', `#!/bin/sh\ntouch '${path('ran')}'\ncat "$1" 2>/dev/null\n`)
    chmodSync(path('evil.sh'), 0o755)
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.evil.textconv', 'diff.evil.command', 'core.pager'])
      git('config', key, path('evil.sh'))
    write('.git/hooks/post-index-change', `#!/bin/sh\ntouch '${path('ran')}'\n`)
    chmodSync(path('.git/hooks/post-index-change'), 0o755)
    write('a.txt', `${OLD}\nA widget.\n`)
    expect(places((await run(['--since=HEAD', '.', '--format=compact'])).stdout)).toEqual(['a.txt:5 stray-widget'])
    expect(existsSync(path('ran'))).toBe(false)
  })
})

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('--staged', () => {
  test('checks what is staged, not what lies in the folder, and tells what is new in it', async () => {
    const { run, write, git } = gitCheckout({ 'a.txt': OLD, 'b.txt': OLD })
    write('a.txt', `${OLD}\nA staged widget.\n`)
    git('add', 'a.txt')
    write('a.txt', `${OLD}\nA staged widget.\n\nA later widget.\n`)
    write('b.txt', `${OLD}\nA widget that nobody staged.\n`)
    expect(places((await run(['--staged', '--format=compact'])).stdout)).toEqual(['a.txt:5 stray-widget'])
  })

  test('works before the first commit', async () => {
    const { run, write, git } = gitCheckout()
    write('a.txt', OLD)
    git('add', 'a.txt')
    expect(places((await run(['--staged', '.', '--format=compact'])).stdout)).toEqual(['a.txt:1 stray-widget'])
  })

  test('leaves out what is staged for deletion, and links', async () => {
    const { run, link, git } = gitCheckout({ 'a.txt': OLD, 'b.txt': 'Clean copy.\n' })
    git('rm', '--quiet', '--cached', 'a.txt')
    link('link.txt', 'a.txt')
    git('add', 'link.txt')
    expect(await run(['--staged', '.', '--format=compact'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test.each([
    [['--staged', '--since=HEAD'], '--since and --staged contradict each other'],
    [['--staged', '--fix'], '--staged checks what git will commit, which is not fixed; fix the files and stage them'],
    [['--staged', '-'], 'the standard input has no earlier version to compare with'],
    [['--update-baseline', '.'], '--update-baseline needs --baseline FILE'],
    [
      ['--update-baseline', '--baseline=b.json', '--since=HEAD', '.'],
      '--update-baseline goes with whole files, not with --since or --staged',
    ],
    [
      ['--update-baseline', '--baseline=b.json', '--fix', '.'],
      '--update-baseline and fixes don’t go together; fix first',
    ],
  ])('%j is refused in one line', async (argv, message) => {
    const { run } = checkout({ 'a.txt': OLD })
    expect(await run(argv)).toEqual({ code: 2, stdout: '', stderr: `copydesk: ${message}\n` })
  })
})
