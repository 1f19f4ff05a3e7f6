/**
 * Tests that --staged checks the index, whatever lies in the folder, and --since the folder, whatever git would make of
 * it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkout, type Checkout, type Outcome } from './checkout.ts'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

const OLD = 'Shop sells a widget\n\nThe shop sold one thing and was glad of it.\n'
const NEW = `${OLD}\nA new widget.\n`
const HAS_GIT = spawnSync('git', ['--version']).status === 0
const CLEAN = { code: 0, stdout: '', stderr: '' }

/** A run’s findings as “path:line”. */
async function found(
  made: Checkout,
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly at: readonly string[]; readonly stderr: string }> {
  const { code, stdout, stderr } = await made.run([...argv, '--format=json'])
  const files =
    stdout === ''
      ? []
      : (JSON.parse(stdout) as { files: { path: string; findings: { start: { line: number } }[] }[] }).files
  return {
    code,
    at: files.flatMap(({ path, findings }) => findings.map(({ start }) => `${path}:${start.line}`)),
    stderr,
  }
}

const alarms = (...at: readonly string[]): object => ({ code: 1, at, stderr: '' })

function staged(files: Readonly<Record<string, string>>): GitCheckout {
  const made = gitCheckout({ 'old.txt': OLD })
  for (const [name, content] of Object.entries(files)) made.write(name, content)
  made.git('add', '--all', '--force')
  return made
}

describe.skipIf(!HAS_GIT)('--staged checks the index', () => {
  const GONE: readonly (readonly [string, (made: GitCheckout) => void])[] = [
    ['nothing', ({ path }) => rmSync(path('a.txt'))],
    ['a link', ({ path, link }) => (rmSync(path('a.txt')), link('a.txt', 'old.txt'))],
    ['a link to nothing', ({ path, link }) => (rmSync(path('a.txt')), link('a.txt', 'gone.txt'))],
    ['a folder', ({ path, write }) => (rmSync(path('a.txt')), write('a.txt/x.txt', 'Copy.\n'))],
    ['what no desk can read', ({ write }) => write('a.txt', new Uint8Array([0, 1, 2, 0]))],
    ['other copy', ({ write }) => write('a.txt', 'Quiet.\n')],
  ]
  test.each(GONE)('where there is %s in the folder', async (_, replace) => {
    const made = staged({ 'a.txt': NEW })
    replace(made)
    for (const argv of [['--staged'], ['--staged', '.'], ['--staged', 'a.txt'], ['--staged', '*.txt']])
      expect(await found(made, ...argv), argv.join(' ')).toEqual(alarms('a.txt:1', 'a.txt:5'))
  })

  test('where its folder is gone', async () => {
    const made = staged({ 'news/deep/a.txt': NEW })
    rmSync(made.path('news'), { recursive: true })
    for (const argv of [['--staged'], ['--staged', 'news'], ['--staged', 'news/deep/a.txt'], ['--staged', '**/*.txt']])
      expect((await found(made, ...argv)).at).toEqual(['news/deep/a.txt:1', 'news/deep/a.txt:5'])
  })

  test('where .gitignore names what git has, but not where .copydeskignore or the config does', async () => {
    const made = staged({
      'out/a.txt': NEW,
      'b.txt': NEW,
      'c.txt': NEW,
      '.gitignore': 'out/\n*.txt\n',
      '.copydeskignore': 'b.txt\n',
      'copydesk.yml': 'ignore: [c.txt]\n',
    })
    expect(await found(made, '--staged')).toEqual(alarms('out/a.txt:1', 'out/a.txt:5'))
    expect((await found(made, '--staged', 'b.txt', 'c.txt')).at).toHaveLength(4)
    // Nor does it hide what has changed in the folder.
    made.commit()
    made.write('out/a.txt', `${NEW}\nA later widget.\n`)
    made.write('out/untracked.txt', NEW)
    expect(await found(made, '--since=HEAD')).toEqual(alarms('out/a.txt:7'))
  })

  test('and has nothing to do where the last draft is deleted', async () => {
    const made = gitCheckout({ 'news/a.txt': OLD })
    made.git('rm', '--quiet', 'news/a.txt')
    for (const argv of [
      ['--staged'],
      ['--staged', '.'],
      ['--staged', 'news'],
      ['--staged', 'news/a.txt'],
      ['--staged', 'news/*.txt'],
      ['--since=HEAD'],
      ['--since=HEAD', 'news/a.txt'],
      ['--since=HEAD', '**/*.txt'],
    ]) {
      expect(await made.run([...argv, '--format=compact']), argv.join(' ')).toEqual(CLEAN)
      // On a terminal somebody waits for an answer.
      expect(await made.run(argv, { isTTY: true })).toEqual({
        ...CLEAN,
        stderr: 'copydesk: nothing to check: no copy has changed\n',
      })
    }
    expect(await made.run(['--staged', 'nwes/a.txt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: nwes/a.txt: does not exist\n',
    })
    expect((await made.run(['--staged', 'nwes/*.txt'])).stderr).toBe('copydesk: nwes/*.txt: matches no file\n')
  })

  test('in which an edit that is only meant to be added, a mode and a link are nothing new', async () => {
    const made = gitCheckout({ 'a.txt': OLD })
    made.write('later.txt', NEW)
    made.git('add', '--intent-to-add', 'later.txt')
    chmodSync(made.path('a.txt'), 0o755)
    made.link('link.txt', 'a.txt')
    made.git('add', 'a.txt', 'link.txt')
    expect(await made.run(['--staged', '--format=compact'])).toEqual(CLEAN)
    // A file in a link’s place is new as a whole.
    made.commit()
    rmSync(made.path('link.txt'))
    made.write('link.txt', OLD)
    made.git('add', 'link.txt')
    expect(await found(made, '--staged')).toEqual(alarms('link.txt:1'))
  })

  test('and knows renamed files again, edited or not', async () => {
    const long = `${OLD}\n${'A quiet line of copy that stays as it is.\n\n'.repeat(10)}`
    const made = gitCheckout({ 'a.txt': long, 'b.txt': OLD })
    made.git('mv', 'a.txt', 'moved.txt')
    made.git('mv', 'b.txt', 'same.txt')
    made.write('moved.txt', `${long}\nA widget.\n`)
    made.git('add', '.')
    expect(await found(made, '--staged')).toEqual(alarms('moved.txt:26'))
  })

  test('in conflict it can’t be committed, which is told', async () => {
    const made = gitCheckout({ 'a.txt': OLD, 'b.txt': OLD })
    made.git('checkout', '--quiet', '-b', 'other')
    made.write('a.txt', 'Theirs.\n')
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.write('a.txt', 'Ours.\n')
    made.commit()
    expect(() => made.git('merge', 'other')).toThrow(/Command failed/)
    made.write('b.txt', NEW)
    made.git('add', 'b.txt')
    expect(await found(made, '--staged')).toEqual({
      code: 2,
      at: ['b.txt:5'],
      stderr: 'copydesk: a.txt: is in conflict: git has no version of it to commit\n',
    })
    expect((await made.run(['--staged', 'b.txt', '--format=compact'])).code).toBe(1)
    expect(new Set((await found(made, '--since=HEAD')).at)).toEqual(new Set(['a.txt:1', 'b.txt:5']))
  })

  test.skipIf(process.platform !== 'linux')('whatever its files are called', async () => {
    const names = [
      'two\nlines.txt',
      'a "quoted" name.txt',
      'tab\there.txt',
      '-n.txt',
      '--config=evil.txt',
      'back\\slash.txt',
      ':(top)x.txt',
      '[a].txt',
      'zu\u0308.txt',
    ]
    const made = staged(Object.fromEntries(names.map((name) => [name, NEW])))
    execFileSync('sh', ['-c', `printf '${NEW.replaceAll('\n', '\\n')}' > "$(printf 'caf\\351.txt')"; git add .`], {
      cwd: made.root,
    })
    const { at } = await found(made, '--staged')
    expect([...new Set(at.map((place) => place.replace(/:\d+$/, '')))].toSorted()).toEqual(
      [...names, 'caf\\xe9.txt'].toSorted(),
    )
  })

  test('and no file of another repository in it', async () => {
    const made = gitCheckout({ 'a.txt': OLD })
    const inner = gitCheckout({ 'b.txt': NEW })
    renameSync(inner.root, made.path('inner'))
    made.write('a.txt', NEW)
    spawnSync('git', ['add', '.'], { cwd: made.root })
    mkdirSync(inner.root)
    expect(await found(made, '--staged')).toEqual(alarms('a.txt:5'))
  })

  test('of a sparse checkout, which has most files nowhere else', async () => {
    const made = gitCheckout({ 'here/a.txt': OLD, 'there/b.txt': OLD })
    made.git('sparse-checkout', 'set', 'here')
    made.write('here/a.txt', NEW)
    made.git('add', '.')
    expect(await found(made, '--staged')).toEqual(alarms('here/a.txt:5'))
    expect(await found(made, '--since=HEAD')).toEqual(alarms('here/a.txt:5'))
    made.git('config', 'index.sparse', 'true')
    made.git('sparse-checkout', 'set', '--sparse-index', 'here')
    expect(await found(made, '--staged')).toEqual(alarms('here/a.txt:5'))
  })

  test('but not a draft of 200 MB in it, and checks the others', async () => {
    const made = staged({ 'a.txt': NEW })
    writeFileSync(made.path('big.txt'), Buffer.alloc(200_000_000, 'a'))
    made.git('-c', 'core.compression=0', 'add', 'big.txt')
    expect(await found(made, '--staged')).toEqual({
      code: 2,
      at: ['a.txt:1', 'a.txt:5'],
      stderr: 'copydesk: big.txt: is too big to be copy (over 128 MB)\n',
    })
  })

  test('and writes no report over a draft that has not changed', async () => {
    const made = staged({ 'a.txt': NEW })
    for (const argv of [['--staged'], ['--since=HEAD']])
      expect((await made.run([...argv, '--output=old.txt'])).stderr).toBe(
        'copydesk: --output old.txt is one of the files to check; name another\n',
      )
    expect(readFileSync(made.path('old.txt'), 'utf8')).toBe(OLD)
  })
})

describe.skipIf(!HAS_GIT)('--since compares bytes', () => {
  test('though the time, size and index of a file say that it is as it was', async () => {
    const made = gitCheckout({ 'a.txt': 'A quiet line.\n' })
    made.git('update-index', '--assume-unchanged', 'a.txt')
    made.write('a.txt', 'A widget now.\n')
    expect(await found(made, '--since=HEAD')).toEqual(alarms('a.txt:1'))
  })

  test('of which the line ends of Windows are none, where git writes them into the folder', async () => {
    const made = gitCheckout({ 'a.txt': NEW, 'b.txt': NEW })
    for (const name of ['a.txt', 'b.txt']) made.write(name, NEW.replaceAll('\n', '\r\n'))
    made.write('b.txt', `${NEW}\nA third widget.\n`.replaceAll('\n', '\r\n'))
    const { stdout } = await made.run(['--since=HEAD', '--format=json'])
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'b.txt', findings: [{ start: { line: 7 } }] }],
      summary: { files: 1, suppressed: 2 },
    })
  })

  test('and checks what a filter has rewritten, of which it tells nothing old', async () => {
    const made = gitCheckout({ 'a.txt': `$Id$\n\n${NEW}`, '.gitattributes': '*.txt ident\n' })
    rmSync(made.path('a.txt'))
    made.git('checkout', '--', 'a.txt')
    expect(readFileSync(made.path('a.txt'), 'utf8')).toMatch(/^\$Id: /)
    const { code, stdout } = await made.run(['--since=HEAD', '--format=json'])
    expect({ code, report: JSON.parse(stdout) as object }).toMatchObject({
      code: 0,
      report: { summary: { files: 1, suppressed: 2 } },
    })
  })

  test('against the files that pointers of Git LFS stand for', async () => {
    const digest = createHash('sha256').update(OLD).digest('hex')
    const pointer = (of: string): string =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(of).digest('hex')}\nsize ${Buffer.byteLength(of)}\n`
    const made = gitCheckout({ 'a.txt': pointer(OLD), 'b.txt': pointer(OLD) })
    made.write('a.txt', OLD)
    made.write('b.txt', NEW)
    made.write(`.git/lfs/objects/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`, OLD)
    expect(await found(made, '--since=HEAD')).toEqual(alarms('b.txt:5'))
    // What lies there is not believed where it isn’t what the pointer names: all of the file is new then.
    made.write(`.git/lfs/objects/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`, OLD.replace('Shop', 'Shed'))
    expect(await found(made, '--since=HEAD')).toEqual(alarms('b.txt:1', 'b.txt:5'))
    made.write('c.txt', pointer(NEW))
    made.git('add', 'c.txt')
    expect(await found(made, '--staged')).toEqual({
      code: 2,
      at: [],
      stderr:
        'copydesk: c.txt: is a pointer of Git LFS, and the file that it stands for is not here; git lfs fetch gets it\n',
    })
  })

  test('and tells of a file that it can’t read, and of a name that it can’t', async () => {
    const made = gitCheckout({ 'a/b.txt': OLD, 'c.txt': OLD })
    rmSync(made.path('a'), { recursive: true })
    made.write('a', 'No copy.\n')
    expect(await made.run(['--since=HEAD', '.', 'a/b.txt', '--format=compact'])).toEqual(CLEAN)
    if (process.platform !== 'linux') return
    execFileSync('sh', ['-c', 'printf "A widget." > "$(printf \'caf\\351.txt\')"; git add .'], { cwd: made.root })
    expect((await found(made, '--staged')).at).toEqual(['caf\\xe9.txt:1'])
    for (const argv of [['--since=HEAD'], ['--since=HEAD', '*.txt']]) {
      expect(await found(made, ...argv)).toEqual({
        code: 2,
        at: [],
        stderr: expect.stringMatching(
          /^copydesk: caf.\.txt: has a name that is not UTF-8; give it another\n$/,
        ) as string,
      })
    }
  })

  test('passes over what lies behind a link and outside', async () => {
    const elsewhere = checkout({ 'x.txt': NEW }, { repository: false })
    const made = gitCheckout({ 'a.txt': OLD })
    made.link('linked', elsewhere.root)
    const passed = (await made.run(['--since=HEAD', 'linked', elsewhere.path('x.txt'), '--format=compact'])) as Outcome
    expect(passed).toEqual({
      code: 0,
      stdout: '',
      stderr:
        'copydesk: passed over 2 files of other repositories or behind links: --since has nothing to compare with there\n',
    })
  })
})
