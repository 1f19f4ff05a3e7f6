/** Tests --fix, --fix-unsafe and --fix-dry-run: what is written, what is told, and how a run ends. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defineRule, span } from '#rule'
import { checkout, type Checkout } from './checkout.ts'
import { FIXTURE_RULES } from './fixture-rules.ts'

const WRONG = 'Shop sells a widget\n\nThe shop sold one widget and was very PROUD of it.\n'
const FIXED = 'Shop sells a gadget\n\nThe shop sold one gadget and was very PROUD of it.\n'

/** “perchance” is to be “maybe”, which is likely right. */
const unsure = defineRule({
  id: 'perchance',
  summary: 'Perchance.',
  kind: 'style',
  stage: 'stable',
  severity: 'warning',
  since: '0.1.0',
  quotations: 'check',
  messages: { found: () => '“perchance” is dated' },
  *check({ story, find }) {
    for (const { index } of story.text.matchAll(/perchance/g)) {
      const at = span(index, index + 9)
      yield find('found', {
        at,
        suggestions: [{ title: 'Write “maybe”', grade: 'likely', edits: [{ at, text: 'maybe' }] }],
      })
    }
  },
})

const bytesOf = ({ path }: Checkout, name: string): Buffer => readFileSync(path(name))
const textOf = (made: Checkout, name: string): string => bytesOf(made, name).toString()

describe('--fix', () => {
  test('writes what is safe, says how much, and reports what is left', async () => {
    const made = checkout({ 'a.txt': WRONG, 'b.md': '# A widget\n', 'c.txt': 'Clean copy.\n' })
    const { code, stdout, stderr } = await made.run(['--fix', '.', '--format=compact'])
    expect(textOf(made, 'a.txt')).toBe(FIXED)
    expect(textOf(made, 'b.md')).toBe('# A gadget\n')
    expect(stderr).toBe('copydesk: fixed 3 findings in 2 files; 0 errors, 1 warning and 1 piece of advice left\n')
    expect(stdout).toBe(
      'a.txt:3:34: info mild-word: “very” stands here\na.txt:3:39: warning loud-word: “PROUD” stands here\n',
    )
    expect(code).toBe(0)
    expect((await made.run(['--fix', '.'])).stderr).toBe(
      'copydesk: fixed nothing; 0 errors, 1 warning and 1 piece of advice left\n',
    )
  })

  test('ends by what is left', async () => {
    const made = checkout({ 'a.txt': WRONG })
    expect((await made.run(['--fix', '--fail-on=warning', 'a.txt'])).code).toBe(1)
    expect((await made.run(['--fix', '--fail-on=error', 'a.txt'])).code).toBe(0)
  })

  test('leaves what is only likely to --fix-unsafe', async () => {
    const made = checkout({ 'a.txt': 'One widget, perchance.\n' })
    const rules = [...FIXTURE_RULES, unsure]
    await made.run(['--fix', 'a.txt'], { rules })
    expect(textOf(made, 'a.txt')).toBe('One gadget, perchance.\n')
    await made.run(['--fix-unsafe', 'a.txt'], { rules })
    expect(textOf(made, 'a.txt')).toBe('One gadget, maybe.\n')
  })

  test('keeps byte order marks, encodings and line ends, byte for byte', async () => {
    const copy = '\uFEFFCafé widget 🚋\r\n\r\nA widget\rand\ttwo\u00A0spaces  \nend without a line end: widget'
    const kept = copy.replaceAll('widget', 'gadget')
    const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
    const made = checkout({
      'bom.txt': copy,
      'plain.txt': copy.slice(1),
      'little.txt': Buffer.from(copy, 'utf16le'),
      'big.txt': swapped(copy),
      'page.md': copy,
    })
    expect((await made.run(['--fix', '.'])).code).toBe(0)
    expect(bytesOf(made, 'bom.txt')).toEqual(Buffer.from(kept))
    expect(bytesOf(made, 'plain.txt')).toEqual(Buffer.from(kept.slice(1)))
    expect(bytesOf(made, 'little.txt')).toEqual(Buffer.from(kept, 'utf16le'))
    expect(bytesOf(made, 'big.txt')).toEqual(swapped(kept))
    expect(bytesOf(made, 'page.md')).toEqual(Buffer.from(kept))
  })

  test('says in one line what it could not write, reports the rest, and ends with 2', async () => {
    const made = checkout({ 'locked.txt': WRONG, 'real.txt': WRONG, 'c.txt': WRONG })
    made.link('link.txt', 'real.txt')
    chmodSync(made.path('locked.txt'), 0o444)
    const { code, stdout, stderr } = await made.run([
      '--fix',
      'locked.txt',
      'link.txt',
      'c.txt',
      'gone.txt',
      '--format=compact',
      '--quiet',
    ])
    expect(code).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'copydesk: gone.txt: does not exist',
      'copydesk: locked.txt: is read-only',
      'copydesk: link.txt: is a link; fixes are not written through links',
      'copydesk: fixed 2 findings in 1 file; 4 errors, 3 warnings and 3 pieces of advice left',
      '',
    ])
    expect(stdout.match(/^\w+\.txt/gm)).toEqual(['locked.txt', 'locked.txt', 'link.txt', 'link.txt'])
    expect([textOf(made, 'locked.txt'), textOf(made, 'real.txt'), textOf(made, 'c.txt')]).toEqual([WRONG, WRONG, FIXED])
    expect(readdirSync(made.root).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('doesn’t mind a read-only file or a link that needs no fix', async () => {
    const made = checkout({ 'locked.txt': 'Clean copy.\n' })
    made.link('link.txt', 'locked.txt')
    chmodSync(made.path('locked.txt'), 0o444)
    expect(await made.run(['--fix', 'locked.txt', 'link.txt'])).toMatchObject({
      code: 0,
      stderr: 'copydesk: fixed nothing; none left\n',
    })
  })

  test('leaves a file alone that can’t be decoded', async () => {
    const made = checkout({ 'latin1.txt': Buffer.from('Caf\xe9 widget', 'latin1') })
    const { code, stderr } = await made.run(['--fix', 'latin1.txt'])
    expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 3 })
    expect(bytesOf(made, 'latin1.txt')).toEqual(Buffer.from('Caf\xe9 widget', 'latin1'))
  })

  test('is refused for a file that somebody saves while it is checked', async () => {
    const made = checkout({ 'a.txt': WRONG })
    const saving = defineRule({
      id: 'saving',
      summary: 'Saves.',
      kind: 'slip',
      stage: 'stable',
      severity: 'info',
      since: '0.1.0',
      quotations: 'check',
      messages: {},
      check() {
        made.write('a.txt', `${WRONG}A last line.\n`)
        return []
      },
    })
    const { code, stderr } = await made.run(['--fix', 'a.txt'], { rules: [...FIXTURE_RULES, saving] })
    expect({ code, first: stderr.split('\n')[0] }).toEqual({
      code: 2,
      first: 'copydesk: a.txt: has changed since it was read; it was left as it is',
    })
    expect(textOf(made, 'a.txt')).toBe(`${WRONG}A last line.\n`)
  })
})

describe('the standard input', () => {
  test('comes out fixed on the standard output; the report goes to stderr', async () => {
    const { run } = checkout()
    const { code, stdout, stderr } = await run(['--fix', '-', '--format=compact'], { stdin: `\uFEFF${WRONG}` })
    expect({ code, stdout }).toEqual({ code: 0, stdout: `\uFEFF${FIXED}` })
    expect(stderr).toContain('<stdin>:3:34: info mild-word')
  })

  test('comes out as it went in where there is nothing to fix', async () => {
    const { run } = checkout()
    expect((await run(['--fix', '-'], { stdin: 'Clean copy.' })).stdout).toBe('Clean copy.')
  })

  test('is refused in UTF-16 or an encoding that isn’t read, and nothing comes out', async () => {
    const { run } = checkout()
    expect(await run(['--fix', '-'], { stdin: Buffer.from('\uFEFFA widget', 'utf16le') })).toMatchObject({
      code: 2,
      stdout: '',
    })
    expect(await run(['--fix', '-'], { stdin: Buffer.from('Caf\xe9', 'latin1') })).toMatchObject({
      code: 2,
      stdout: '',
    })
  })

  test('is fixed by itself, with no files beside it', async () => {
    const made = checkout({ 'a.txt': WRONG })
    expect(await made.run(['--fix', '-', 'a.txt'], { stdin: WRONG })).toMatchObject({ code: 2, stdout: '' })
    expect(textOf(made, 'a.txt')).toBe(WRONG)
  })
})

describe('--fix-dry-run', () => {
  test('prints a diff and writes nothing; the run ends by what would be left', async () => {
    const made = checkout({ 'a.txt': WRONG, 'b.txt': 'Clean copy.\n' })
    const { code, stdout, stderr } = await made.run(['--fix-dry-run', '.'])
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        '--- a/a.txt',
        '+++ b/a.txt',
        '@@ -1,3 +1,3 @@',
        '-Shop sells a widget',
        '+Shop sells a gadget',
        ' ',
        '-The shop sold one widget and was very PROUD of it.',
        '+The shop sold one gadget and was very PROUD of it.',
        '',
      ].join('\n'),
    )
    expect(stderr).toBe(
      'copydesk: would fix 2 findings in 1 file; 0 errors, 1 warning and 1 piece of advice left; nothing was written\n',
    )
    expect(textOf(made, 'a.txt')).toBe(WRONG)
  })

  test('writes the diff to the file that is named', async () => {
    const made = checkout({ 'a.txt': WRONG })
    expect((await made.run(['--fix-dry-run', 'a.txt', '-o', 'edits.patch'])).stdout).toBe('')
    expect(textOf(made, 'edits.patch')).toMatch(/^--- a\/a\.txt\n/)
    expect(textOf(made, 'a.txt')).toBe(WRONG)
  })

  test('goes with --fix and --fix-unsafe', async () => {
    const made = checkout({ 'a.txt': 'One widget, perchance.\n' })
    const rules = [...FIXTURE_RULES, unsure]
    expect((await made.run(['--fix', '--fix-dry-run', 'a.txt'], { rules })).stdout).toContain(
      '\n+One gadget, perchance.\n',
    )
    expect((await made.run(['--fix-unsafe', '--fix-dry-run', 'a.txt'], { rules })).stdout).toContain(
      '\n+One gadget, maybe.\n',
    )
    expect(textOf(made, 'a.txt')).toBe('One widget, perchance.\n')
  })

  test.skipIf(spawnSync('patch', ['--version']).status !== 0)(
    'prints what patch turns into what --fix writes',
    async () => {
      const made = checkout({
        'a.txt': WRONG,
        'bom.txt': `\uFEFF${WRONG}`,
        'two words.txt': WRONG.replaceAll('\n', '\r\n'),
        'in/b.md': '- a widget\n- a widget',
      })
      const { stdout } = await made.run(['--fix-dry-run', '.'])
      execFileSync('patch', ['-p1', '--binary', '--quiet', '--fuzz=0'], { cwd: made.root, input: stdout })
      const patched = ['a.txt', 'bom.txt', 'two words.txt', 'in/b.md'].map((name) => textOf(made, name))
      expect(patched).toEqual([FIXED, `\uFEFF${FIXED}`, FIXED.replaceAll('\n', '\r\n'), '- a gadget\n- a gadget'])
      expect((await made.run(['--fix', '.'])).stderr).toContain('fixed nothing')
    },
  )

  test('takes the standard input among files', async () => {
    const { run } = checkout({ 'a.txt': WRONG })
    const { stdout } = await run(['--fix-dry-run', '-', 'a.txt'], { stdin: 'A widget.\n' })
    expect(stdout).toContain('--- a/<stdin>\n+++ b/<stdin>\n@@ -1 +1 @@\n-A widget.\n+A gadget.\n--- a/a.txt\n')
  })

  test('moves no cursor on a terminal', async () => {
    const { run } = checkout({ 'a.txt': '\u001b[2JA widget.\u009b\r\n' })
    const { stdout } = await run(['--fix-dry-run', 'a.txt'], { isTTY: true })
    expect(stdout).toContain('+\\u001B[2JA gadget.\\u009B')
    expect(stdout).not.toMatch(/[\u001b\u009b\r]/)
  })
})
