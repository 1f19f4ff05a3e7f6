/** Tests the cache: what is known isn't checked again, what has changed is, and a damaged cache harms nothing. */
import { createHash, createHmac } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { defineRule, span } from '#rule'
import { version } from '../../src/project/package-files.ts'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout, type Outcome } from './checkout.ts'
import { FIXTURE_RULES } from './fixture-rules.ts'
import { IS_LONG, runs, someOf } from '../runs.ts'

const WRONG = 'The shop sold one widget on Monday.\n'
const CACHE = '.copydesk-cache.json'

interface Counted extends Checkout {
  /** Runs with the cache and says how many stories were checked. */
  check(...argv: readonly string[]): Promise<Outcome & { readonly checked: number }>
}

/** A user's own cache folder, outside the checkout. */
const homes = new Map<string, string>()
function own(name = 'ann'): { readonly XDG_CACHE_HOME: string } {
  const home = homes.get(name) ?? mkdtempSync(join(realpathSync(tmpdir()), 'copydesk-home-'))
  homes.set(name, home)
  return { XDG_CACHE_HOME: home }
}

afterAll(() => {
  for (const home of homes.values()) rmSync(home, { recursive: true })
})

function counted(
  files: Readonly<Record<string, string | Uint8Array>>,
  env: Readonly<Record<string, string>> = {},
): Counted {
  const made = checkout(files)
  let checked = 0
  const counting = defineRule({
    id: 'counting',
    summary: 'Counts.',
    kind: 'slip',
    stage: 'stable',
    severity: 'info',
    since: '0.1.0',
    quotations: 'check',
    messages: { found: () => 'here' },
    *check({ story, find }) {
      checked++
      if (story.text.includes('pin')) yield find('found', { at: span(0, 1) })
    },
  })
  return {
    ...made,
    check: async (...argv) => {
      checked = 0
      const outcome = await made.run(argv.includes('--cache-location=c.json') ? argv : ['--cache', ...argv], {
        rules: [...FIXTURE_RULES, counting],
        env: { ...own(), ...env },
      })
      return { ...outcome, checked }
    },
  }
}

const files = (): Record<string, string> => ({
  'a.txt': WRONG,
  'b.txt': 'Good.\n',
  'c.md': '---\ndate: 2024-05-04\n---\n\n<!-- copydesk-disable-next-line stray-widget -->\nA widget.\n',
})

describe('with --cache', () => {
  test.each(someOf(['json', 'github', 'html', 'desk', 'sarif'], 2))(
    'a second run checks nothing and reports the same, as %s',
    async (format) => {
      const { check } = counted(files())
      const first = await check('.', `--format=${format}`)
      expect(first).toMatchObject({
        code: 1,
        checked: 3,
        stderr: ['github', 'sarif'].includes(format) ? 'copydesk: 1 hidden by comments\n' : '',
      })
      expect(await check('.', `--format=${format}`)).toEqual({ ...first, checked: 0 })
    },
  )

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
    for (const config of [
      'rules: {loud-word: "off"}\n',
      'rules: {stray-widget: ["on", {most: 3}]}\n',
      'rules: {stray-widget: warning}\n',
      'names: [Norvik]\n',
      'kinds: {opinion: "*.txt"}\n',
    ]) {
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
    for (let round = 0; round < 2; round++)
      expect(await check('latin.txt', 'a.txt', '-', '--format=compact')).toMatchObject({
        code: 2,
        checked: round === 0 ? 2 : 1,
      })
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
    for (let cut = 0; cut < bytes.length; cut += Math.ceil(bytes.length / runs(8, 40))) {
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
    for (let at = body; at < text.length; at += IS_LONG ? 97 : 397) {
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
    expect(await check('a.txt', '--cache-location=c.json')).toMatchObject({
      code: 2,
      stderr: 'copydesk: c.json is no cache of Copydesk; name another file for it\n',
    })
    expect(readFileSync(path('c.json'), 'utf8')).toBe('{"ours": 1}')
    rmSync(path('c.json'))
    link('c.json', 'a.txt')
    expect(await check('a.txt', '--cache-location=c.json')).toMatchObject({
      code: 2,
      stderr: 'copydesk: the cache c.json is a link; name the file itself\n',
    })
    rmSync(path('c.json'))
    write('c.json/x', '')
    expect(await check('a.txt', '--cache-location=c.json')).toMatchObject({
      code: 2,
      stderr: 'copydesk: the cache c.json is no file; name another\n',
    })
  })

  test('that can’t be written is told of, and the run is none the worse', async () => {
    const { run } = checkout(files())
    const { code, stdout, stderr } = await run(['a.txt', '--cache-location=gone/c.json', '--format=compact'], {
      env: own(),
    })
    expect({ code, stdout: stdout.slice(0, 6), stderr }).toEqual({
      code: 1,
      stdout: 'a.txt:',
      stderr:
        'copydesk: gone/c.json: the cache was not written: the file can not be written: its folder does not exist\n',
    })
  })
})

describe('a cache that a checkout brings along', () => {
  const LEFT = `copydesk: ${CACHE}: the cache was not written by you on this machine and was left aside; this run makes a new one\n`
  const keyOf = (name: string): string => join(own(name).XDG_CACHE_HOME, 'copydesk/cache-key')
  /** A cache's two lines. */
  const parts = (path: string): readonly [Record<string, string>, string] => {
    const [head, body] = readFileSync(path, 'utf8').split('\n')
    return [JSON.parse(head!) as Record<string, string>, body!]
  }
  const sealed = (head: Record<string, string>, body: string, key: string | Buffer): string =>
    `${JSON.stringify({ ...head, seal: createHmac('sha256', key).update(`copydesk cache 2\n${head['version']}\n`).update(body).digest('hex') })}\n${body}\n`
  const EMPTY = '"findings":[],"notices":[],'
  const hide = (body: string): string => body.replaceAll(/"findings":\[\{.*?\}\],"notices":\[.*?\],/g, EMPTY)

  test('hides nothing and forges nothing: it is left aside in one line', async () => {
    const made = counted(files())
    const sound = await made.check('.', '--format=json')
    const [head, body] = parts(made.path(CACHE))
    expect(hide(body)).not.toContain('"findings":[{')
    const theirs = { ...head, key: createHash('sha256').update('theirs').digest('hex').slice(0, 16) }
    const poisoned: readonly (readonly [string, string])[] = [
      [sealed(theirs, hide(body), 'theirs'), LEFT],
      [sealed(theirs, body.replaceAll('stray-widget', 'forged'), 'theirs'), LEFT],
      // As the version before this one sealed it, which anybody can.
      [
        `${JSON.stringify({ 'copydesk-cache': 1, version: head['version'], sum: createHash('sha256').update(hide(body)).digest('hex') })}\n${hide(body)}\n`,
        '',
      ],
      // The name of the key is no secret, the key is.
      ...['', 'theirs', head['key']!].map((key): [string, string] => [
        sealed(head, hide(body), key),
        LEFT.replace('was not written by you on this machine', 'is damaged'),
      ]),
      [
        `${JSON.stringify(head)}\n${hide(body)}\n`,
        LEFT.replace('was not written by you on this machine', 'is damaged'),
      ],
      [
        `{"copydesk-cache":2,${' '.repeat(1000)}"key":1}\n[]\n`,
        LEFT.replace('was not written by you on this machine', 'is damaged'),
      ],
    ]
    for (const [text, stderr] of poisoned) {
      writeFileSync(made.path(CACHE), text)
      expect(await made.check('.', '--format=json'), text.slice(0, 200)).toEqual({ ...sound, stderr })
      // It is made anew, and good from then on.
      expect(await made.check('.', '--format=json')).toEqual({ ...sound, checked: 0 })
    }
  })

  test('would be believed if it could be sealed: then it hides what it says', async () => {
    const made = counted(files())
    await made.check('.')
    const [head, body] = parts(made.path(CACHE))
    writeFileSync(
      made.path(CACHE),
      sealed(head, hide(body), Buffer.from(readFileSync(keyOf('ann'), 'utf8').trim(), 'hex')),
    )
    expect(await made.check('.', '--format=compact')).toMatchObject({ code: 0, stdout: '', checked: 0 })
  })

  test('of gigabytes is not read', async () => {
    const made = counted(files())
    for (const head of [
      '{"copydesk-cache":2,"version":',
      `{"copydesk-cache":2,"version":"${version()}","key":"0123456789abcdef","seal":""}\n`,
    ]) {
      writeFileSync(made.path(CACHE), head)
      truncateSync(made.path(CACHE), 5_000_000_000)
      const before = process.memoryUsage().arrayBuffers
      expect(await made.check('.')).toMatchObject({
        code: 1,
        checked: 3,
        stderr: expect.stringMatching(/^[^\n]+ left aside; this run makes a new one\n$/) as string,
      })
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
    }
  })

  test('of another user is no better', async () => {
    const made = counted(files())
    await made.check('.')
    const ben = counted(files(), own('ben'))
    writeFileSync(ben.path(CACHE), readFileSync(made.path(CACHE)))
    expect(await ben.check('.')).toMatchObject({ code: 1, checked: 3, stderr: LEFT })
  })

  test('is checked entry by entry: one whose report has another shape counts for nothing, nor does one under another file’s name', async () => {
    const made = counted(files())
    const sound = await made.check('.', '--format=json')
    const [head, body] = parts(made.path(CACHE))
    const write = (changed: string): void =>
      writeFileSync(
        made.path(CACHE),
        sealed(head, changed, Buffer.from(readFileSync(keyOf('ann'), 'utf8').trim(), 'hex')),
      )
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.replace('"severity":"error"', '"severity":"fatal"'),
      (text) => text.replace('"line":1', '"line":-1'),
      (text) => text.replace('"line":1', '"line":"1"'),
      (text) => text.replace('"notices":[]', '"notices":{}'),
      (text) => text.replace('"words":', '"words":1e400,"word":'),
      (text) => text.replace('"findings":', '"__proto__":{"x":1},"findings":'),
      (text) => text.replace('"edits":[', '"edits":[null,'),
      (text) => text.replace(/"report":\{.*?\}\}\](?=,\[|\]$)/, '"report":null}]'),
    ]
    for (const change of changes) {
      expect(change(body)).not.toBe(body)
      write(change(body))
      const { checked, ...outcome } = await made.check('.', '--format=json')
      expect(outcome).toEqual({ code: 1, stdout: sound.stdout, stderr: '' })
      expect(checked).toBeGreaterThan(0)
    }
    for (const whole of [
      'null',
      '{}',
      '[1]',
      '[["a.txt"]]',
      '[["a.txt",{"key":1,"report":{}}]]',
      '[[1,{"key":"x","report":{}}]]',
      '[[[[',
    ]) {
      write(whole)
      expect((await made.check('.', '--format=json')).stdout).toBe(sound.stdout)
    }
    write(body.replace('"a.txt"', '"x"').replace('"b.txt"', '"a.txt"').replace('"x"', '"b.txt"'))
    expect(await made.check('.', '--format=json')).toMatchObject({ stdout: sound.stdout, checked: 2 })
  })

  test('brings no key along, either: one in the checkout is none, whatever leads there', async () => {
    const made = counted(files())
    const link = join(own('ann').XDG_CACHE_HOME, 'link')
    made.write('.home/x', '')
    symlinkSync(made.path('.home'), link)
    for (const env of [
      { XDG_CACHE_HOME: made.path('.home') },
      { XDG_CACHE_HOME: link },
      { XDG_CACHE_HOME: 'relative', HOME: made.root },
      { XDG_CACHE_HOME: '', HOME: made.path('deep/home') },
    ]) {
      const { code, stderr } = await made.run(['.', '--cache'], { env })
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(
          /^copydesk: \.copydesk-cache\.json: the cache is not used: its key would lie in the checkout \([^\n]+\), where others could put one\n$/,
        ) as string,
      })
    }
    expect(existsSync(made.path(CACHE))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')(
    'is sealed with a key that nobody else can read; one that others could is made anew',
    async () => {
      const made = counted(files(), own('carl'))
      await made.check('.')
      expect([statSync(keyOf('carl')).mode & 0o777, statSync(join(keyOf('carl'), '..')).mode & 0o777]).toEqual([
        0o600, 0o700,
      ])
      const key = readFileSync(keyOf('carl'), 'utf8')
      chmodSync(keyOf('carl'), 0o644)
      expect(await made.check('.')).toMatchObject({ checked: 3, stderr: LEFT })
      expect([readFileSync(keyOf('carl'), 'utf8') === key, statSync(keyOf('carl')).mode & 0o777]).toEqual([
        false,
        0o600,
      ])
      writeFileSync(keyOf('carl'), 'short\n')
      expect(await made.check('.')).toMatchObject({ checked: 3, stderr: LEFT })
      expect(await made.check('.')).toMatchObject({ checked: 0, stderr: '' })
    },
  )

  test('is not used where no key can be kept, and the run is none the worse', async () => {
    const made = counted(files())
    writeFileSync(made.path('no-folder'), '')
    const elsewhere = checkout({ 'no-folder': '' }, { repository: false })
    expect(
      await made.run(['a.txt', '--cache', '--format=compact'], {
        env: { XDG_CACHE_HOME: elsewhere.path('no-folder') },
      }),
    ).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^a\.txt:1:/) as string,
      stderr: expect.stringMatching(/^copydesk: [^\n]+the cache is not used: its key [^\n]+\n$/) as string,
    })
  })
})

describe('the process', () => {
  const command = bundledCommand()
  const many = (): Checkout =>
    checkout(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`${index}.txt`, `They put the the ferry no. ${index} off.\n`]),
      ),
    )

  test('has the same report with threads and a cache, and leaves one whole cache where two run at once', async () => {
    const { root } = many()
    const argv = ['.', '--format=json', '--fail-on=never']
    const plain = await command.run(argv, { cwd: root })
    const cached = [...argv, '--cache', '--workers=2']
    expect(
      await Promise.all([
        command.run(cached, { cwd: root, env: own() }),
        command.run(cached, { cwd: root, env: own() }),
      ]),
    ).toEqual([plain, plain])
    // No thread is started where nothing is left to check.
    expect(await command.run(cached, { cwd: root, env: { ...own(), NODE_DEBUG: 'worker' } })).toEqual(plain)
    expect(readdirSync(root).filter((name) => name.startsWith('.copydesk'))).toEqual([CACHE])
  })
})
