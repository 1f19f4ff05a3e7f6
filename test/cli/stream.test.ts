/** Tests `copydesk stream`: articles as JSON Lines in, findings as JSON Lines out. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../src/cli/stream/stream-lines.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import { schemaProblems } from '../json-schema.ts'
import { ROOT } from '../rule-folders.ts'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Outcome } from './checkout.ts'
import { FIXTURE_RULES } from './fixture-rules.ts'
import { runs } from '../runs.ts'

const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'schema/stream-row.schema.json'), 'utf8')) as Record<string, unknown>
const WRONG = 'The shop sold one widget on Monday.'

interface Line {
  readonly id?: unknown
  readonly line?: number
  readonly error?: string
  readonly findings?: readonly { rule: string; quote: string; start: { offset: number }; severity: string }[]
  readonly words?: number
}

const jsonLines = (...rows: unknown[]): string =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('')

function answersIn({ stdout }: Outcome): Line[] {
  expect(stdout).toMatch(/^(?:.*\n)*$/)
  const answers = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
  for (const one of answers) expect(schemaProblems(SCHEMA, one), JSON.stringify(one)).toEqual([])
  return answers
}

const stream = async (
  rows: readonly unknown[],
  argv: readonly string[] = [],
  files = {},
): Promise<Outcome & { answers: Line[] }> => {
  const outcome = await checkout(files).run(['stream', ...argv], { stdin: jsonLines(...rows) })
  return { ...outcome, answers: answersIn(outcome) }
}

describe('a row', () => {
  test('is answered by a line with its id, findings, words and notices, in the order of the rows', async () => {
    const { code, stderr, answers } = await stream([
      { id: 'a', headline: 'Shop sells', body: WRONG },
      { id: 7, text: 'All is well.' },
      { body: WRONG },
    ])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(answers).toMatchObject([
      {
        id: 'a',
        words: 9,
        notices: [],
        findings: [{ rule: 'stray-widget', quote: 'widget', start: { line: 3, column: 19, offset: 30 } }],
      },
      { id: 7, words: 3, findings: [] },
      { findings: [{ start: { offset: 18 } }] },
    ])
    expect(answers[2]).not.toHaveProperty('id')
  })

  test('has the findings that a file of the same copy has', async () => {
    const copy = `Shop sells a widget\n\n${WRONG} It was very LOUD.`
    const { run: inFolder } = checkout({ 'draft.txt': copy })
    const report = JSON.parse((await inFolder(['draft.txt', '--format=json'])).stdout) as {
      files: [{ findings: unknown; words: number }]
    }
    const { answers } = await stream([{ headline: 'Shop sells a widget', body: `${WRONG} It was very LOUD.` }])
    expect(answers).toEqual([{ findings: report.files[0].findings, words: report.files[0].words, notices: [] }])
  })

  test.each([
    ['markdown', '# A widget\n\nText.'],
    ['mdx', '# A widget\n\nText.'],
    ['html', '<h1>A widget</h1>\nText.'],
  ] as const)('of %s has its headline as a heading', async (format, copy) => {
    const { answers } = await stream([
      { headline: 'A widget', body: 'Text.', format },
      { headline: 'A <b> widget & more', body: '<p>Text.</p>', format: 'html' },
    ])
    expect(answers[0]!.findings![0]!.start.offset).toBe(copy.indexOf('widget'))
    expect(answers[1]!.findings![0]!.start.offset).toBe('<h1>A &lt;b> '.length)
  })

  test('tells its format by itself, by its path, or by its content', async () => {
    const body = 'A line.\n\n`widget` in code.'
    const { answers } = await stream([
      { body, format: 'markdown' },
      { body, path: 'a.md' },
      { body },
      { body: '<html><body><script>widget</script><p>Yes.</p>' },
    ])
    expect(answers.map(({ findings }) => findings!.length)).toEqual([0, 0, 1, 0])
  })

  test('may leave fields empty or null, and bring others along', async () => {
    const { code, answers } = await stream([
      { id: null, headline: '', body: 'Good.', date: null, format: '', path: null, kind: null, section: { a: 1 } },
    ])
    expect({ code, answers }).toEqual({ code: 0, answers: [{ findings: [], words: 1, notices: [] }] })
  })

  test('is passed over where it is blank, and counted', async () => {
    const { answers } = await stream(['', ' \t\r', { body: 'Good.' }, '{'])
    expect(answers).toEqual([
      { findings: [], words: 1, notices: [] },
      { line: 4, error: 'is not valid JSON' },
    ])
  })

  test('may end with CRLF, follow a byte order mark, and lack the last line’s end', async () => {
    const { run: inFolder } = checkout()
    const outcome = await inFolder(['stream'], { stdin: '\uFEFF{"id":1,"body":"Good."}\r\n{"id":2,"body":"Good."}' })
    expect(answersIn(outcome).map(({ id }) => id)).toEqual([1, 2])
  })
})

describe('a bad row', () => {
  test.each([
    ['{"id": 1, "body": ', { error: 'is not valid JSON' }],
    ['[1]', { error: 'is not a JSON object' }],
    ['null', { error: 'is not a JSON object' }],
    ['{"id": "x"}', { id: 'x', error: 'has no “body” and no “text”' }],
    ['{"id": "x", "body": 3}', { id: 'x', error: 'has a “body” that is no string' }],
    ['{"id": {}, "body": "a"}', { error: 'has an “id” that is neither a string nor a number' }],
    [
      '{"id": 12345678901234567890, "body": "a"}',
      { error: 'has an “id” that is no whole number below 2^53; write it as a string' },
    ],
    [
      '{"id": "x", "body": "a", "date": "2023-02-29"}',
      { id: 'x', error: 'has the “date” “2023-02-29”, which is no day like 2024-05-31' },
    ],
    ['{"body": "a", "date": "May 1"}', { error: 'has the “date” “May 1”, which is no day like 2024-05-31' }],
    [
      '{"body": "a", "format": "markdwon"}',
      { error: 'has the “format” “markdwon”, which there isn’t; did you mean “markdown”?' },
    ],
    [
      '{"body": "a", "kind": "gossip"}',
      { error: expect.stringMatching(/^has the “kind” “gossip”, which there isn’t; there is news, /) as string },
    ],
    ['{"body": "a\\u0000"}', { error: 'holds NUL characters' }],
    [
      '{"body": "---\\na: b\\n---\\nx", "headline": "H", "format": "markdown"}',
      { error: 'has a “headline” and a body with front matter; leave one of them out' },
    ],
    [
      '{"body": "{}", "headline": "H", "format": "ninjs"}',
      { error: 'has a “headline” beside a body in ninjs, which holds its own' },
    ],
  ])('is answered by why: %s', async (row, refusal) => {
    const { code, stderr, answers } = await stream([{ id: 'before', body: WRONG }, row, { id: 'after', body: WRONG }])
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(answers).toEqual([
      expect.objectContaining({ id: 'before', words: 7 }),
      { line: 2, ...refusal },
      expect.objectContaining({ id: 'after', words: 7 }),
    ])
  })

  test('may be no UTF-8', async () => {
    const { run: inFolder } = checkout()
    const outcome = await inFolder(['stream'], {
      stdin: Buffer.from('{"body": "caf\xe9"}\n{"body": "Good."}\n', 'latin1'),
    })
    expect(answersIn(outcome)).toEqual([
      { line: 1, error: 'is not UTF-8' },
      { findings: [], words: 1, notices: [] },
    ])
  })

  test('may be too long', async () => {
    const { answers } = await stream([{ body: 'x'.repeat(16 * 1024 * 1024) }, { body: 'Good.' }])
    expect(answers).toEqual([
      { line: 1, error: 'is too long (over 16 MB)' },
      { findings: [], words: 1, notices: [] },
    ])
  })

  test('may break a rule, and the rest goes on', async () => {
    const { BROKEN_RULE } = await import('./fixture-rules.ts')
    const outcome = await checkout().run(['stream'], {
      stdin: jsonLines({ id: 1, body: 'Good.' }, { id: 2, body: 'Good.' }),
      rules: [BROKEN_RULE],
    })
    expect(answersIn(outcome)).toEqual(
      [1, 2].map((id) => ({
        id,
        line: id,
        error:
          'could not be checked because of a bug in Copydesk (TypeError: the fixture is broken); please report it with the row',
      })),
    )
  })

  test('never harms another, whatever it holds, nor is ever left without an answer', async () => {
    const good = { id: 'good', body: WRONG }
    const junk = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record(
        { id: fc.anything(), body: fc.string({ unit: 'binary' }), date: fc.string(), format: fc.string() },
        { requiredKeys: [] },
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { maxLength: 5 }), async (rows) => {
        const bad = rows
          .map((row) => (typeof row === 'string' ? row : JSON.stringify(row)).replaceAll('\n', ' '))
          .filter((row) => !/^[ \t\r]*$/.test(row))
        const { answers } = await stream([...bad, good])
        expect(answers).toHaveLength(bad.length + 1)
        expect(answers.at(-1)).toMatchObject({ id: 'good', findings: [{ rule: 'stray-widget' }] })
      }),
      { numRuns: runs(40, 1000) },
    )
  })
})

describe('the exit code', () => {
  test('is 0 without findings at or over --fail-on, 1 with some, 2 where a row is bad', async () => {
    const code = async (row: unknown, ...argv: string[]): Promise<number> =>
      (await stream([row, { body: 'Good.' }], argv)).code
    expect(await code({ body: 'A LOUD word.' })).toBe(0)
    expect(await code({ body: 'A LOUD word.' }, '--fail-on=warning')).toBe(1)
    expect(await code({ body: WRONG })).toBe(1)
    expect(await code({ body: WRONG }, '--fail-on=never')).toBe(0)
    expect(await code('{', '--fail-on=never')).toBe(2)
  })

  test('is 0 for an empty input', async () => {
    expect(await stream([])).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })
})

describe('the config', () => {
  const files = {
    'copydesk.yml': 'overrides: [{files: "quiet/**", rules: {stray-widget: "off"}}]\n',
    'own.yml': 'rules: {stray-widget: "off"}\n',
    'deep/copydesk.yml': 'rules: {loud-word: "off"}\n',
    'bad.yml': 'rules: {stray-wigdet: "off"}\n',
  }
  const found = async (row: object, ...argv: string[]): Promise<number> =>
    (await stream([row], argv, files)).answers[0]!.findings!.length

  test('is that of the working folder, with its patterns for a row’s path', async () => {
    expect(await found({ body: WRONG, path: 'news/a.txt' })).toBe(1)
    expect(await found({ body: WRONG, path: 'quiet/a.txt' })).toBe(0)
    expect(await found({ body: WRONG, path: '../../quiet/a.txt' })).toBe(1)
  })

  test('is never searched where a row’s path leads', async () => {
    expect(await found({ body: 'LOUD', path: 'deep/a.txt' })).toBe(1)
  })

  test('may be named, or left out, and rules be picked out', async () => {
    expect(await found({ body: WRONG }, '--config=own.yml')).toBe(0)
    expect(await found({ body: WRONG, path: 'quiet/a.txt' }, '--no-config')).toBe(1)
    expect(await found({ body: WRONG }, '--rule=loud-word')).toBe(0)
  })

  test('ends the run where it is wrong, before a row is read', async () => {
    const { code, stdout, stderr } = await stream([{ body: WRONG }], ['--config=bad.yml'], files)
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^copydesk: bad\.yml: line 1: .*\n$/) as string,
    })
  })

  test('may not be joined by what is about files', async () => {
    expect((await stream([], ['--fix'])).stderr).toBe(
      'copydesk: --fix doesn’t go with stream; it takes --config, --no-config, --rule and --fail-on\n',
    )
    expect((await stream([], ['draft.txt'])).stderr).toBe(
      'copydesk: stream reads the standard input; send “draft.txt” there\n',
    )
    expect((await checkout({ stream: WRONG }).run(['./stream', '--format=compact'])).stdout).toMatch(/^stream:1:19: /)
  })
})

describe('the lines of a stream', () => {
  const read = async (chunks: readonly Uint8Array[], most: number): Promise<(string | undefined)[]> => {
    const lines: (string | undefined)[] = []
    for await (const { number, bytes } of linesOf(
      (async function* () {
        yield* chunks
      })(),
      most,
    )) {
      lines.push(bytes && Buffer.from(bytes).toString('utf8'))
      expect(number).toBe(lines.length)
    }
    return lines
  }

  test('are the same however the stream is cut, and too long ones are dropped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', '')),
          { minLength: 1 },
        ),
        fc.array(fc.nat(40)),
        async (lines, cuts) => {
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
          const chunks: Uint8Array[] = []
          let at = 0
          for (const size of cuts) chunks.push(bytes.subarray(at, (at += size)))
          chunks.push(bytes.subarray(at))
          expect(await read(chunks, 8)).toEqual(lines.map((line) => (Buffer.byteLength(line) > 8 ? undefined : line)))
        },
      ),
      { numRuns: runs(150, 5000) },
    )
  })
})

describe('back-pressure', () => {
  test('holds the input back while the output is full', async () => {
    const outlet = new EventEmitter() as EventEmitter & { write(text: string): boolean }
    let written = 0
    outlet.write = () => (written++, false)
    let read = 0
    const ended = runCommand(
      ['stream'],
      {
        cwd: checkout().root,
        env: {},
        stdin: async function* () {
          for (; read < 5; read++) yield `{"body": "Row ${read}."}\n`
        },
        stdout: outlet as never,
        stderr: { write: () => true },
      },
      FIXTURE_RULES,
    )
    for (let step = 1; step <= 5; step++) {
      await expect.poll(() => written).toBe(step)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })
      expect({ written, isHeld: read <= step }).toEqual({ written: step, isHeld: true })
      outlet.emit('drain')
    }
    expect(await ended).toBe(0)
  })
})

describe('the process', () => {
  const command = bundledCommand()

  test('ends quietly when its reader has seen enough', async () => {
    const stdin = jsonLines(
      ...Array.from({ length: 4000 }, (_, id) => ({ id, body: 'The council met on Monday. '.repeat(20) })),
    )
    const { code, stdout, stderr } = await command.run(['stream'], { stdin, closeAfter: 10 })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n').length).toBeLessThan(4000)
  })

  test('answers a long stream in order', async () => {
    const { stdout, code } = await command.run(['stream', '--fail-on=never'], {
      stdin: jsonLines(...Array.from({ length: 1000 }, (_, id) => ({ id, body: 'They put the the ferry off.' }))),
    })
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    expect(code).toBe(0)
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 1000 }, (_, id) => id))
    expect(answers.every(({ findings }) => findings![0]!.rule === 'repeated-word')).toBe(true)
  })
})
