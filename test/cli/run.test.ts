/** Tests the command from arguments to report and exit code. */
import { describe, expect, test } from 'vitest'
import { checkout } from './checkout.ts'
import { BROKEN_RULE, FIXTURE_RULES } from './fixture-rules.ts'

const CLEAN = 'Council backs tram line\n\nThe council backed the new tram line on Monday.\n'
const WRONG = 'Shop sells a widget\n\nThe shop sold one widget and was very PROUD of it.\n'

describe('exit codes', () => {
  test('are 0 for clean copy and 1 for an error', async () => {
    const { run } = checkout({ 'clean.txt': CLEAN, 'wrong.txt': WRONG })
    expect(await run(['clean.txt'])).toMatchObject({ code: 0, stderr: '' })
    expect(await run(['wrong.txt'])).toMatchObject({ code: 1, stderr: '' })
  })

  test('follow --fail-on', async () => {
    const { run } = checkout({ 'warning.txt': 'A LOUD word.\n', 'info.txt': 'A very mild word.\n', 'wrong.txt': WRONG })
    const code = async (...argv: string[]): Promise<number> => (await run(argv)).code
    expect(await code('warning.txt')).toBe(0)
    expect(await code('--fail-on=warning', 'warning.txt')).toBe(1)
    expect(await code('--fail-on=warning', 'info.txt')).toBe(0)
    expect(await code('--fail-on=info', 'info.txt')).toBe(1)
    expect(await code('--fail-on=never', 'wrong.txt')).toBe(0)
  })

  test('follow --max-warnings, whatever --fail-on says', async () => {
    const { run } = checkout({ 'two.txt': 'A LOUD and a PROUD word.\n' })
    expect((await run(['--max-warnings=2', 'two.txt'])).code).toBe(0)
    expect((await run(['--max-warnings=1', 'two.txt'])).code).toBe(1)
    expect((await run(['--max-warnings=1', '--fail-on=never', 'two.txt'])).code).toBe(1)
  })

  test('count what --quiet hides', async () => {
    const { run } = checkout({ 'warning.txt': 'A LOUD word.\n' })
    const { code, stdout } = await run(['--quiet', '--fail-on=warning', '--format=compact', 'warning.txt'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  test('are 2 for wrong usage, and nothing is checked', async () => {
    const { run } = checkout({ 'wrong.txt': WRONG })
    expect(await run(['--formt=json', 'wrong.txt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: there is no option --formt; did you mean “--format”?\n',
    })
    expect(await run(['--rule=stray-wigdet', 'wrong.txt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: there is no rule “stray-wigdet”; did you mean “stray-widget”?\n',
    })
  })
})

describe('a file that can’t be checked', () => {
  test('is one line on stderr and exit code 2; the others are checked all the same', async () => {
    const { run, write, link } = checkout({ 'wrong.txt': WRONG, 'empty-folder/note.pdf': '' })
    write('utf16.txt', Buffer.from('No byte order mark', 'utf16le'))
    write('latin1.txt', Buffer.from('Caf\xe9 opens', 'latin1'))
    link('loop.txt', 'loop.txt')
    link('nowhere.txt', 'gone.txt')
    const { code, stdout, stderr } = await run([
      'missing.txt',
      'utf16.txt',
      'latin1.txt',
      'loop.txt',
      'nowhere.txt',
      'empty-folder',
      '*.rtf',
      'wrong.txt',
      '--format=compact',
    ])
    expect(code).toBe(2)
    expect(stderr.split('\n').toSorted()).toEqual([
      '',
      'copydesk: *.rtf: matches no file',
      'copydesk: empty-folder: holds no copy (.txt, .md, .mdx, .html …)',
      expect.stringMatching(/^copydesk: latin1\.txt: is not UTF-8 \(line 1, byte 4 of the file\); save it as UTF-8$/),
      'copydesk: loop.txt: is a link that leads back to itself',
      'copydesk: missing.txt: does not exist',
      'copydesk: nowhere.txt: is a link to something that does not exist',
      'copydesk: passed over 1 file: 1 .pdf',
      'copydesk: utf16.txt: holds NUL characters: it is a binary file, or UTF-16 without a byte order mark; save it as UTF-8',
    ])
    expect(stdout).toMatch(/^wrong\.txt:1:14: error stray-widget: /)
  })

  test('stands among the failures of the JSON report', async () => {
    const { run } = checkout({ 'clean.txt': CLEAN })
    const { stdout } = await run(['missing.txt', 'clean.txt', '--format=json'])
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'clean.txt', findings: [] }],
      failures: [{ path: 'missing.txt', message: 'does not exist' }],
      summary: { files: 1, words: 13 },
    })
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'may be one that the user may not read',
    async () => {
      const { run, path, write } = checkout()
      write('secret.txt', CLEAN)
      const { chmodSync } = await import('node:fs')
      chmodSync(path('secret.txt'), 0)
      expect(await run(['secret.txt'])).toMatchObject({
        code: 2,
        stderr: 'copydesk: secret.txt: may not be read (permission denied)\n',
      })
    },
  )

  test.skipIf(process.platform !== 'linux')('may be one whose disk fails, or a device', async () => {
    const { run } = checkout()
    expect(await run(['/proc/self/mem', '/dev/zero'])).toMatchObject({
      code: 2,
      stderr: 'copydesk: /proc/self/mem: can not be read: the disk reports an error\ncopydesk: /dev/zero: is no file\n',
    })
  })

  test('for a bug of ours asks for a report and shows no stack, unless it is asked for', async () => {
    const { run } = checkout({ 'a.txt': CLEAN, 'b.txt': CLEAN })
    const rules = [...FIXTURE_RULES, BROKEN_RULE]
    const line = (file: string): string =>
      `copydesk: ${file}: could not be checked because of a bug in Copydesk (TypeError: the fixture is broken); please report it with the file\n`
    expect(await run(['a.txt', 'b.txt'], { rules })).toEqual({
      code: 2,
      stdout: '',
      stderr: line('a.txt') + line('b.txt'),
    })
    expect((await run(['a.txt'], { rules, env: { COPYDESK_DEBUG: '1' } })).stderr).toMatch(/\n    at /)
  })

  test('can’t forge lines or commands by its name', async () => {
    const { run } = checkout()
    const { stderr } = await run(['::error::all is lost', 'x\n::error::all is lost', '\u001bcgone'])
    expect(stderr.split('\n')).toEqual([
      'copydesk: \\u003A:error::all is lost: does not exist',
      'copydesk: x\\u000A::error::all is lost: does not exist',
      'copydesk: \\u001Bcgone: does not exist',
      '',
    ])
  })
})

describe('the standard input', () => {
  test('is read as plain text, in place, under a name that says what it is', async () => {
    const { run } = checkout({ 'clean.txt': CLEAN })
    const { stdout, code } = await run(['clean.txt', '-', '--format=json'], { stdin: WRONG })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'clean.txt' }, { path: '<stdin>', format: 'text', words: 15 }],
    })
  })

  test('takes its format and config from the name it is given', async () => {
    const { run } = checkout({ 'blog/copydesk.yml': 'rules: {stray-widget: warning}\n' })
    const { stdout, code } = await run(['--stdin', '--stdin-filename', 'blog/post.md', '--format=json'], {
      stdin: WRONG,
    })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'blog/post.md', format: 'markdown' }],
      summary: { errors: 0, warnings: 3, infos: 1 },
    })
  })

  test('without a name takes the config of the working folder', async () => {
    const { run } = checkout({ 'copydesk.yml': 'rules: {stray-widget: off}\n' })
    expect((await run(['-'], { stdin: 'A widget.\n' })).code).toBe(0)
  })

  test('is decoded like a file', async () => {
    const { run } = checkout()
    expect((await run(['-'], { stdin: Buffer.from('\uFEFFA widget.\n', 'utf16le') })).code).toBe(1)
    expect(await run(['-'], { stdin: new Uint8Array([0x41, 0xff]) })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^copydesk: <stdin>: is not UTF-8/) as string,
    })
  })
})

describe('the report', () => {
  test('is the desk’s on a terminal and vfile-reporter’s elsewhere', async () => {
    const { run } = checkout({ 'wrong.txt': WRONG })
    expect((await run(['wrong.txt'], { isTTY: true })).stdout).toContain('STOP: 2 must-fix, 1 to look at')
    expect((await run(['wrong.txt'])).stdout).toContain('✖ 2 errors')
  })

  test('of the desk hides advice and counts it; --all shows it', async () => {
    const { run } = checkout({ 'info.txt': 'A very mild word.\n' })
    expect((await run(['info.txt', '--format=desk'])).stdout).toBe(
      'info.txt  4 words  CLEAN\n\n1 piece of advice hidden; --all shows it\n',
    )
    expect((await run(['info.txt', '--format=desk', '--all'])).stdout).toContain('ADVICE\n  1  “very” stands here.')
  })

  test('has colours where they are wanted', async () => {
    const { run } = checkout({ 'wrong.txt': WRONG })
    const coloured = async (
      argv: readonly string[],
      isTTY: boolean,
      env: Readonly<Record<string, string>> = {},
    ): Promise<boolean> =>
      (await run(['wrong.txt', '--format=desk', ...argv], { isTTY, env })).stdout.includes('\u001b[')
    expect(await coloured([], true)).toBe(true)
    expect(await coloured([], false)).toBe(false)
    expect(await coloured([], false, { CI: 'true' })).toBe(false)
    expect(await coloured([], true, { NO_COLOR: '1' })).toBe(false)
    expect(await coloured([], true, { TERM: 'dumb' })).toBe(false)
    expect(await coloured([], false, { FORCE_COLOR: '1' })).toBe(true)
    expect(await coloured([], true, { FORCE_COLOR: '0' })).toBe(false)
    expect(await coloured(['--color=never'], true, { FORCE_COLOR: '1' })).toBe(false)
    expect(await coloured(['--color=always'], false, { NO_COLOR: '1' })).toBe(true)
    expect(await coloured(['--no-color'], true)).toBe(false)
    expect((await run(['wrong.txt', '--color=always'])).stdout).toContain('\u001b[31merror\u001b[39m')
  })
})

describe('--rule', () => {
  test('runs only the rules that it names, even those that are off', async () => {
    const { run } = checkout({ 'all.txt': 'A widget is LOUD, very loud, perhaps, maybe.\n' })
    const rules = async (...argv: string[]): Promise<readonly string[]> =>
      [...(await run(['all.txt', '--format=compact', ...argv])).stdout.matchAll(/(\w+ [\w-]+):/g)].map(
        ([, found]) => found!,
      )
    expect(await rules()).toEqual(['error stray-widget', 'warning loud-word', 'info mild-word'])
    expect(await rules('--rule=mild-word')).toEqual(['info mild-word'])
    expect(await rules('--rule=trial-word', '--rule', 'stray-widget')).toEqual([
      'error stray-widget',
      'warning trial-word',
    ])
  })

  test('may lower a level, and keeps the options of the config', async () => {
    const { run } = checkout({
      'all.txt': 'A gizmo and a widget.\n',
      'copydesk.yml': 'rules:\n  stray-widget: [off, {words: [gizmo]}]\n',
    })
    expect((await run(['all.txt', '--format=compact'])).stdout).toBe('')
    expect((await run(['all.txt', '--format=compact', '--rule=stray-widget'])).stdout).toBe(
      'all.txt:1:3: error stray-widget: “gizmo” is a widget\n',
    )
    expect((await run(['all.txt', '--format=compact', '--rule=stray-widget=info'])).stdout).toBe(
      'all.txt:1:3: info stray-widget: “gizmo” is a widget\n',
    )
  })
})
