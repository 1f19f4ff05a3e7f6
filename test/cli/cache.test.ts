/** Tests the cache: what is known isn't checked again, what has changed is, and a damaged cache harms nothing. */
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defineRule, span } from '#rule'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout, type Outcome } from './checkout.ts'
import { FIXTURE_RULES } from './fixture-rules.ts'

const WRONG = 'The shop sold one widget on Monday.\n'
const CACHE = '.copydesk-cache.json'

interface Counted extends Checkout {
  /** Runs with the cache and says how many stories were checked. */
  check(...argv: readonly string[]): Promise<Outcome & { readonly checked: number }>
}

function counted(files: Readonly<Record<string, string | Uint8Array>>): Counted {
  const made = checkout(files)
  let checked = 0
  const counting = defineRule({
    id: 'counting', summary: 'Counts.', kind: 'slip', stage: 'stable', severity: 'info', since: '0.1.0', quotations: 'check', messages: { found: () => 'here' },
    *check({ story, find }) {
      checked++
      if (story.text.includes('pin')) yield find('found', { at: span(0, 1) })
    },
  })
  return { ...made, check: async (...argv) => {
    checked = 0
    const outcome = await made.run(argv.includes('--cache-location=c.json') ? argv : ['--cache', ...argv], { rules: [...FIXTURE_RULES, counting] })
    return { ...outcome, checked }
  } }
}

const files = (): Record<string, string> => ({ 'a.txt': WRONG, 'b.txt': 'Good.\n', 'c.md': '---\ndate: 2024-05-04\n---\n\n<!-- copydesk-disable-next-line stray-widget -->\nA widget.\n' })

describe('with --cache', () => {
  test.each(['json', 'html', 'github', 'desk', 'sarif'])('a second run checks nothing and reports the same, as %s', async (format) => {
    const { check } = counted(files())
    const first = await check('.', `--format=${format}`)
    expect(first).toMatchObject({ code: 1, checked: 3, stderr: ['github', 'sarif'].includes(format) ? 'copydesk: 1 hidden by comments\n' : '' })
    expect(await check('.', `--format=${format}`)).toEqual({ ...first, checked: 0 })
  })

  test('nothing is kept unless it is asked for', async () => {
    const { run, root } = checkout(files())
    await run(['.'])
    expect(readdirSync(root)).not.toContain(CACHE)
  })

  test('the file may be named', async () => {
    const { check, path } = counted(files())
    expect((await check('.', '--cache-location=c.json')).checked).toBe(3)
    expect((await check('.', '--cache-location=c.json')).checked).toBe(0)
    expect([existsSync(path('c.json')), existsSync(path(CACHE))]).toEqual([true, false])
  })

  test('a file is checked again when its bytes change, and not when its time does', async () => {
    const { check, write, path } = counted(files())
    await check('.')
    utimesSync(path('a.txt'), 1, 1)
    expect((await check('.')).checked).toBe(0)
    write('b.txt', 'A widget.\n')
    const { checked, stdout } = await check('.', '--format=compact')
    expect(checked).toBe(1)
    expect(stdout).toMatch(/^b\.txt:1:3: error stray-widget/m)
    expect((await check('.')).checked).toBe(0)
  })

  test('files are checked again under another config, other names, rules, levels or another format', async () => {
    const { check, write } = counted(files())
    await check('.')
    for (const config of ['rules: {loud-word: "off"}\n', 'rules: {stray-widget: ["on", {most: 3}]}\n', 'rules: {stray-widget: warning}\n', 'names: [Norvik]\n', 'kinds: {opinion: "*.txt"}\n']) {
      write('copydesk.yml', config)
      expect((await check('.')).checked, config).toBeGreaterThanOrEqual(2)
      expect((await check('.')).checked, config).toBe(0)
    }
    expect((await check('.', '--rule=counting')).checked).toBe(3)
    expect((await check('.', '--rule=counting', '--input=markdown')).checked).toBe(3)
  })

  test('a config that leaves the rules as they are leaves the cache good', async () => {
    const { check, write } = counted(files())
    await check('.')
    write('copydesk.yml', 'ignore: [old/]\n')
    expect((await check('.')).checked).toBe(0)
  })

  test('what other runs found is kept, but not of files that are gone', async () => {
    const { check, path } = counted(files())
    await check('a.txt', 'b.txt')
    rmSync(path('b.txt'))
    await check('c.md')
    expect((await check('a.txt', 'c.md')).checked).toBe(0)
    expect(readFileSync(path(CACHE), 'utf8')).not.toContain('b.txt')
  })

  test('files that can’t be checked, and what is no file on the disk, are never kept', async () => {
    const { check, path } = counted({ 'latin.txt': Buffer.from('caf\xe9', 'latin1'), 'a.txt': WRONG })
    for (let round = 0; round < 2; round++) expect(await check('latin.txt', 'a.txt', '-', '--format=compact')).toMatchObject({ code: 2, checked: round === 0 ? 2 : 1 })
    expect(readFileSync(path(CACHE), 'utf8')).not.toMatch(/latin|stdin/)
  })

  test('a baseline and fixes work as without it', async () => {
    const { check, path } = counted({ 'a.txt': WRONG })
    await check('a.txt')
    await check('a.txt', '--baseline=known.json', '--update-baseline')
    expect(await check('a.txt', '--baseline=known.json')).toMatchObject({ code: 0, checked: 0 })
    expect(await check('a.txt')).toMatchObject({ code: 1, checked: 0 })
    expect(await check('a.txt', '--fix')).toMatchObject({ code: 0 })
    expect(readFileSync(path('a.txt'), 'utf8')).toBe('The shop sold one gadget on Monday.\n')
    expect(await check('a.txt')).toMatchObject({ code: 0, checked: 0 })
  })
})

describe('a cache', () => {
  const NOTICE = `copydesk: ${CACHE}: the cache is damaged and was left aside; this run makes a new one\n`

  test('that was cut off anywhere is left aside with one notice, and made anew', async () => {
    const { check, path } = counted(files())
    const sound = await check('.', '--format=json')
    const bytes = readFileSync(path(CACHE))
    for (let cut = 0; cut < bytes.length; cut += Math.ceil(bytes.length / 40)) {
      writeFileSync(path(CACHE), bytes.subarray(0, cut))
      expect(await check('.', '--format=json'), `cut at ${cut}`).toEqual({ ...sound, stderr: NOTICE })
      expect(await check('.', '--format=json')).toEqual({ ...sound, checked: 0 })
    }
  })

  test('that was changed anywhere is left aside, too', async () => {
    const { check, path } = counted(files())
    const sound = await check('.', '--format=json')
    const text = readFileSync(path(CACHE), 'utf8')
    const body = text.indexOf('\n') + 1
    for (let at = body; at < text.length; at += 97) {
      writeFileSync(path(CACHE), `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`)
      expect(await check('.', '--format=json'), `changed at ${at}`).toEqual({ ...sound, stderr: NOTICE })
    }
    writeFileSync(path(CACHE), text.replace('stray-widget', 'stray-wodget'))
    expect(await check('.', '--format=json')).toEqual({ ...sound, stderr: NOTICE })
  })

  test('of another version is made anew without a word', async () => {
    const { check, path } = counted(files())
    await check('.')
    writeFileSync(path(CACHE), readFileSync(path(CACHE), 'utf8').replace(/"version":"[^"]*"/, '"version":"0.0.1"'))
    expect(await check('.')).toMatchObject({ checked: 3, stderr: '' })
  })

  test('is never written over somebody’s file, through a link, or into a folder', async () => {
    const { check, write, link, path } = counted({ ...files(), 'c.json': '{"ours": 1}' })
    expect(await check('a.txt', '--cache-location=c.json')).toMatchObject({ code: 2, stderr: 'copydesk: c.json is no cache of Copydesk; name another file for it\n' })
    expect(readFileSync(path('c.json'), 'utf8')).toBe('{"ours": 1}')
    rmSync(path('c.json'))
    link('c.json', 'a.txt')
    expect(await check('a.txt', '--cache-location=c.json')).toMatchObject({ code: 2, stderr: 'copydesk: the cache c.json is a link; name the file itself\n' })
    rmSync(path('c.json'))
    write('c.json/x', '')
    expect(await check('a.txt', '--cache-location=c.json')).toMatchObject({ code: 2, stderr: 'copydesk: the cache c.json is no file; name another\n' })
  })

  test('that can’t be written is told of, and the run is none the worse', async () => {
    const { run } = checkout(files())
    const { code, stdout, stderr } = await run(['a.txt', '--cache-location=gone/c.json', '--format=compact'])
    expect({ code, stdout: stdout.slice(0, 6), stderr }).toEqual({ code: 1, stdout: 'a.txt:', stderr: 'copydesk: gone/c.json: the cache was not written: the file can not be written: its folder does not exist\n' })
  })
})

describe('the process', { timeout: 60_000 }, () => {
  const command = bundledCommand()
  const many = (): Checkout => checkout(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.txt`, `They put the the ferry no. ${index} off.\n`])))

  test('has the same report with threads and a cache, and leaves one whole cache where two run at once', async () => {
    const { root } = many()
    const argv = ['.', '--format=json', '--fail-on=never']
    const plain = await command.run(argv, { cwd: root })
    const cached = [...argv, '--cache', '--workers=2']
    expect(await Promise.all([command.run(cached, { cwd: root }), command.run(cached, { cwd: root })])).toEqual([plain, plain])
    // No thread is started where nothing is left to check.
    expect(await command.run(cached, { cwd: root, env: { NODE_DEBUG: 'worker' } })).toEqual(plain)
    expect(readdirSync(root).filter((name) => name.startsWith('.copydesk'))).toEqual([CACHE])
  })
})
