/** Tests what hides findings from the command: comments, side files and baselines. */
import { chmodSync, readFileSync, unlinkSync, renameSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkout } from './checkout.ts'

const WRONG = 'Shop sells a widget\n\nThe shop sold one thing and was LOUD about it.\n'
const json = (
  stdout: string,
): { files: { path: string; findings: { rule: string }[]; notices: { message: string }[] }[]; summary: object } =>
  JSON.parse(stdout) as ReturnType<typeof json>

describe('comments', () => {
  test('hide findings from the report, the count and the exit code, and the desk says how many', async () => {
    const { run } = checkout({
      'a.md': '<!-- copydesk-disable-next-line stray-widget -- the brand -->\n# The widget\n\nCopy.\n',
    })
    const { code, stdout } = await run(['a.md', '--format=desk'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'a.md  3 words  CLEAN\n\n1 hidden by comments\n' })
    expect(json((await run(['a.md', '--format=json'])).stdout).summary).toMatchObject({ errors: 0, suppressed: 1 })
  })

  test('keep findings from being fixed', async () => {
    const { run, path } = checkout({
      'a.md': '<!-- copydesk-disable-next-line stray-widget -->\nA widget.\n\nA widget.\n',
    })
    await run(['--fix', 'a.md'])
    expect(readFileSync(path('a.md'), 'utf8')).toBe(
      '<!-- copydesk-disable-next-line stray-widget -->\nA widget.\n\nA gadget.\n',
    )
  })

  test('that hide nothing are told of, unless --rule keeps rules from running', async () => {
    const { run } = checkout({ 'a.md': '<!-- copydesk-disable stray-widget, stray-wigdet -->\n\nCopy.\n' })
    expect((await run(['a.md', '--notices', '--format=compact'])).stdout.split('\n')).toEqual([
      'a.md:1:1: notice: this “copydesk-disable stray-widget” suppresses nothing; take it out',
      'a.md:1:1: notice: there is no rule “stray-wigdet”; did you mean “stray-widget”?',
      '',
    ])
    expect((await run(['a.md', '--notices', '--format=desk'])).stdout).toMatch(
      /^a\.md  1 word  CLEAN\n\nSUPPRESSIONS\n  1  /,
    )
    expect((await run(['a.md', '--format=desk'])).stdout).toBe(
      'a.md  1 word  CLEAN\n\n2 remarks on what hides findings; --notices shows them\n',
    )
    expect((await run(['a.md', '--rule=loud-word', '--format=compact'])).stdout).not.toContain('suppresses nothing')
  })
})

describe('a side file', () => {
  test('hides findings of the draft beside it', async () => {
    const { run } = checkout({
      'news/a.txt': WRONG,
      'news/a.txt.copydesk.yml': 'ignore:\n  - rule: stray-widget\n    quote: widget\n    reason: the brand\n',
    })
    expect((await run(['.', '--format=compact'])).stdout).toBe(
      'news/a.txt:3:33: warning loud-word: “LOUD” stands here\n',
    )
    expect((await run(['a.txt', '--format=desk'], { cwd: 'news' })).stdout).toContain('1 hidden by side files')
    expect(
      (await run(['-', '--stdin-filename=news/a.txt', '--format=compact'], { stdin: WRONG })).stdout,
    ).not.toContain('widget')
  })

  test('keeps findings from being fixed', async () => {
    const { run, path } = checkout({ 'a.txt': WRONG, 'a.txt.copydesk.yml': 'ignore: [{rule: stray-widget}]\n' })
    expect((await run(['--fix', 'a.txt'])).stderr).toContain('fixed nothing')
    expect(readFileSync(path('a.txt'), 'utf8')).toBe(WRONG)
  })

  test('that can’t be followed is an error with its line; the draft is reported whole', async () => {
    const { run, write, link } = checkout({
      'a.txt': WRONG,
      'a.txt.copydesk.yml': 'ignore:\n  - rule: stray-widgets\n',
    })
    const { code, stdout, stderr } = await run(['a.txt', '--format=compact'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'copydesk: a.txt.copydesk.yml: line 2: there is no rule “stray-widgets”; did you mean “stray-widget”?\n',
    })
    expect(stdout).toContain('stray-widget')
    write('a.txt.copydesk.yml', 'ignore: [*all]\n')
    expect((await run(['a.txt', '--format=compact'])).code).toBe(2)
    write('b.txt', WRONG)
    link('b.txt.copydesk.yml', '/etc/passwd')
    expect((await run(['b.txt', '--format=compact'])).stderr).toBe(
      'copydesk: b.txt.copydesk.yml: is a link, and links to side files are not followed\n',
    )
  })
})

describe('a baseline', () => {
  test('is written, then hides what it holds; only what is new is told', async () => {
    const { run, write, path } = checkout({ 'news/a.txt': WRONG, 'news/b.md': 'A widget.\n' })
    const made = await run(['--baseline=known.json', '--update-baseline', '.', '--format=compact'])
    expect(made).toEqual({ code: 0, stdout: '', stderr: 'copydesk: known.json: holds 3 findings of 2 files now\n' })
    const text = readFileSync(path('known.json'), 'utf8')
    expect(text.match(/^ {6}"[0-9a-f]{16}": \{"rule": "[\w-]+"\},?$/gm)).toHaveLength(3)
    expect(text).toContain('"news/a.txt"')
    expect(await run(['--baseline=known.json', '.', '--format=compact'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'copydesk: 3 hidden by the baseline\n',
    })
    // From another folder, too.
    expect(await run(['--baseline=../known.json', '.', '--format=compact'], { cwd: 'news' })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'copydesk: 3 hidden by the baseline\n',
    })
    write('news/a.txt', `A first line.\n\n${WRONG}\nAnother widget.\n`)
    const { code, stdout } = await run(['--baseline=known.json', '.', '--format=desk'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/STOP: 1 must-fix[^]*3 hidden by the baseline\n$/)
  })

  test('is the same however often it is written', async () => {
    const { run, path } = checkout({ 'a.txt': WRONG, 'b.md': 'A widget.\n' })
    await run(['--baseline=known.json', '--update-baseline', '.'])
    const once = readFileSync(path('known.json'), 'utf8')
    expect((await run(['--baseline=known.json', '--update-baseline', 'b.md', 'a.txt'])).stderr).toBe(
      'copydesk: known.json: holds 3 findings of 2 files now\n',
    )
    expect(readFileSync(path('known.json'), 'utf8')).toBe(once)
  })

  test('says how much of it is stale, and loses that when it is updated', async () => {
    const { run, write, path } = checkout({ 'a.txt': WRONG, 'b.txt': 'A widget.\n', 'c.txt': 'A LOUD widget.\n' })
    await run(['--baseline=known.json', '--update-baseline', '.'])
    write('a.txt', 'All is well.\n')
    expect((await run(['--baseline=known.json', 'a.txt', '--format=compact'])).stderr).toBe(
      'copydesk: known.json: 2 entries in it are gone; --update-baseline takes them out\n',
    )
    unlinkSync(path('b.txt'))
    // What isn't checked in this run, and is still there, stays known.
    expect((await run(['--baseline=known.json', '--update-baseline', 'a.txt'])).stderr).toBe(
      'copydesk: known.json: holds 2 findings of 1 file now; 3 that it held are gone\n',
    )
    expect((await run(['--baseline=known.json', '.', '--format=compact'])).code).toBe(0)
  })

  test('loses nothing of rules that didn’t run', async () => {
    const { run } = checkout({ 'a.txt': WRONG })
    await run(['--baseline=known.json', '--update-baseline', '.'])
    await run(['--baseline=known.json', '--update-baseline', '--rule=loud-word', '.'])
    expect(await run(['--baseline=known.json', '.', '--format=compact'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'copydesk: 2 hidden by the baseline\n',
    })
  })

  test('knows a file that was renamed', async () => {
    const { run, path } = checkout({ 'a.txt': WRONG })
    await run(['--baseline=known.json', '--update-baseline', '.'])
    renameSync(path('a.txt'), path('moved.txt'))
    expect(await run(['--baseline=known.json', '.', '--format=compact'])).toMatchObject({ code: 0, stdout: '' })
  })

  test('keeps known findings from being fixed', async () => {
    const { run, write, path } = checkout({ 'a.txt': WRONG })
    await run(['--baseline=known.json', '--update-baseline', '.'])
    write('a.txt', `${WRONG}\nAnother widget.\n`)
    await run(['--baseline=known.json', '--fix', '.'])
    expect(readFileSync(path('a.txt'), 'utf8')).toBe(`${WRONG}\nAnother gadget.\n`)
  })

  test.each([
    ['missing', undefined, /^copydesk: known\.json: does not exist; --update-baseline makes it\n$/],
    ['no JSON', '{"version": 1,\n <<<<<<<', /^copydesk: known\.json: (?:line 2: )?is not valid JSON\n$/],
    [
      'another version',
      '{"version": 7, "files": {}}',
      /^copydesk: known\.json: line 1: a baseline has “version”: 1; another Copydesk wrote this one\n$/,
    ],
  ])('that is %s is an error, and nothing is checked', async (_, content, message) => {
    const { run } = checkout({ 'a.txt': WRONG, ...(content === undefined ? {} : { 'known.json': content }) })
    const { code, stdout, stderr } = await run(['--baseline=known.json', '.'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  test('that is damaged or can’t be written is not overwritten', async () => {
    const { run, path, write, link } = checkout({ 'a.txt': WRONG, 'known.json': '{"version": 1, "files": <<<<' })
    expect((await run(['--baseline=known.json', '--update-baseline', '.'])).code).toBe(2)
    expect(readFileSync(path('known.json'), 'utf8')).toBe('{"version": 1, "files": <<<<')
    write('locked.json', '{"version": 1, "files": {}}')
    chmodSync(path('locked.json'), 0o444)
    expect((await run(['--baseline=locked.json', '--update-baseline', '.'])).stderr).toContain(
      'copydesk: locked.json: is read-only\n',
    )
    link('link.json', 'locked.json')
    expect((await run(['--baseline=link.json', '--update-baseline', '.'])).code).toBe(2)
    expect((await run(['--baseline=gone/known.json', '--update-baseline', '.'])).stderr).toContain(
      'copydesk: gone/known.json: can not be written: its folder does not exist\n',
    )
  })
})
