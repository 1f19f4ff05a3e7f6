import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { measure } from '../../scripts/measure.ts'
import { InputError } from '../../scripts/input-error.ts'
import type { ProposedEditFigures, PublishedFigures } from '../../scripts/generate/figures.ts'
import type { SampleLine } from '../../scripts/measure/sample-file.ts'
import { renderSummary } from '../../scripts/measure/summary.ts'
import { renderTable } from '../../scripts/measure/table.ts'
import { ROOT } from '../rule-folders.ts'
import { alarm, article, fingerprint, runWith } from './alarms.ts'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts'

const DOUBLED = `Ferry returns to the harbour

The ferry came back to the the harbour on a calm morning. Nobody on the quay had expected it.
`
const MISDATED = `The council met on Saturday, July 17, 2020. It adjourned after the the vote.

The mayor said that nobody had asked for a second reading of the plan for the quay.`

/** A project to keep verdicts in, and two data sets with a doubled word each, one with a wrong weekday besides. */
function newsroom(): TemporaryFolder & { readonly wire: string; readonly archive: string } {
  const made = temporaryFolder()
  made.write('news/wire/ferry.txt', DOUBLED)
  const council = JSON.stringify({ id: 'council', headline: 'Council meets', body: MISDATED })
  made.write('news/archive/council.jsonl.gz', gzipSync(`${council}\n{"id":"none"}\n`))
  return { ...made, wire: join(made.path, 'news/wire'), archive: join(made.path, 'news/archive') }
}

async function run(
  root: string,
  ...argv: readonly string[]
): Promise<{ readonly said: string; readonly remarked: string }> {
  let said = ''
  let remarked = ''
  await measure(argv, {
    root,
    say: (text) => {
      said += text
    },
    remark: (text) => {
      remarked += text
    },
  })
  return { said, remarked }
}

const linesIn = (text: string): readonly SampleLine[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleLine)
const judge = (lines: readonly SampleLine[], ...verdicts: readonly string[]): string =>
  lines.map((line, index) => `${JSON.stringify({ ...line, verdict: verdicts[index] ?? '' })}\n`).join('')

describe('npm run measure', () => {
  it('counts what fires by rule and level, and says what it left out', async () => {
    using made = newsroom()
    const { said, remarked } = await run(made.path, made.wire, made.archive)
    expect(said).toMatch(/^repeated-word +\w+ +2 +\d+\.\d\d +100\.00 % +\d+ +[\d,]+$/m)
    expect(said).toMatch(/^weekday-mismatch +error +1 +\d+\.\d\d +50\.00 % /m)
    expect(said).toMatch(/^impossible-date +– +0 +0\.00 +– /m)
    expect(said).toMatch(/^2 articles, \d+ words in \d+\.\d s: [\d,]+ words a second\.$/m)
    expect(remarked).toBe(
      `Left out for want of a “body”: 1 row, first ${join(made.archive, 'council.jsonl.gz')}, line 2\n`,
    )
  })

  it('runs only the rules that are named, and tells data sets apart', async () => {
    using made = newsroom()
    const { said } = await run(made.path, join(made.path, 'news'), '--rule', 'weekday-mismatch', '--by-set')
    expect(said).not.toContain('repeated-word')
    const [archive, wire] = said.split('\n\n')
    expect(archive).toMatch(/^archive: 1 article, \d+ words\n[^]*^weekday-mismatch +error +1 /m)
    expect(wire).toMatch(/^wire: 1 article, \d+ words\n/)
    expect(wire).not.toContain('weekday-mismatch')
  })

  it('shows a sample in context, or writes it for a reader, and stores what comes back', async () => {
    using made = newsroom()
    const sample = join(made.path, 'sample.jsonl')
    const news = join(made.path, 'news')
    const shown = await run(made.path, news, '--sample', '5', '--rule', 'repeated-word')
    expect(shown.said).toContain('The ferry came back to ⟦the the⟧ harbour on a calm morning.')
    expect(shown.said).toMatch(/· wire, .*ferry\.txt · [0-9a-f]{16}$/m)
    const written = await run(made.path, news, '--sample', '5', '--rule', 'repeated-word', '--json', sample)
    expect(written.said).toBe(`2 findings in ${sample}\n`)
    const read = made.write('read.jsonl', judge(linesIn(made.read('sample.jsonl')), 'true'))
    expect((await run(made.path, '--verdicts', read)).remarked).toBe(
      'Verdicts stored: 1 new, 0 replaced. Not read: 1.\n',
    )
    expect(made.read('test/verdicts/repeated-word.jsonl')).toMatch(
      /^\{"fingerprint":"[0-9a-f]{16}","rule":"repeated-word","verdict":"true","set":"(?:wire|archive)","level":"\w+"\}\n$/,
    )
    const unread = await run(made.path, news, '--sample', '5', '--rule', 'repeated-word', '--unread')
    expect(unread.said).toMatch(/^1\. /)
    expect(unread.said).not.toMatch(/^2\. /m)
  })

  it('stores what two readers agree on and gives the rest to a third', async () => {
    using made = newsroom()
    const sample = join(made.path, 'sample.jsonl')
    await run(made.path, join(made.path, 'news'), '--sample', '5', '--rule', 'repeated-word', '--json', sample)
    const lines = linesIn(made.read('sample.jsonl'))
    const first = made.write('first.jsonl', judge(lines, 'true', 'true'))
    const second = made.write('second.jsonl', judge(lines, 'true', 'false'))
    const { said, remarked } = await run(made.path, '--verdicts', first, '--second', second)
    expect(remarked).toBe('The readers agree on 1 of 2. Verdicts stored: 1 new, 0 replaced. 1 to settle.\n')
    expect(linesIn(said)).toEqual([{ ...lines[1], verdict: '' }])
    expect(made.read('test/verdicts/repeated-word.jsonl').trimEnd().split('\n')).toHaveLength(1)
    const open = join(made.path, 'open.jsonl')
    expect((await run(made.path, '--verdicts', first, '--second', second, '--json', open)).said).toBe('')
    expect(made.read('open.jsonl')).toBe(said)
  })

  it('stores one verdict on a finding by its fingerprint', async () => {
    using made = newsroom()
    const { said } = await run(made.path, made.archive, '--sample', '1', '--rule', 'weekday-mismatch')
    const print = /[0-9a-f]{16}/.exec(said)![0]
    expect((await run(made.path, made.archive, '--verdict', 'true', print)).remarked).toMatch(
      /Verdicts stored: 1 new, 0 replaced\.\n$/,
    )
    expect(made.read('test/verdicts/weekday-mismatch.jsonl')).toContain(
      `"${print}","rule":"weekday-mismatch","verdict":"true","set":"archive"`,
    )
    const other = fingerprint(1)
    await expect(run(made.path, made.archive, '--verdict', 'true', other)).rejects.toThrow(
      `no finding here has the fingerprint ${other}`,
    )
  })

  it('records figures that name the data sets and nothing of this machine, the same each time', async () => {
    using made = newsroom()
    const news = join(made.path, 'news')
    await run(made.path, news, '--record')
    const recorded = made.read('test/figures/published-copy.json')
    const figures = JSON.parse(recorded) as PublishedFigures
    expect(figures).toMatchObject({ use: 'development', articles: 2 })
    expect(figures.sets).toMatchObject([
      { name: 'archive', articles: 1 },
      { name: 'wire', articles: 1 },
    ])
    expect(figures.rules['weekday-mismatch']!.error).toMatchObject({ alarms: 1, articles: 1, read: 0, share: null })
    expect(recorded).not.toContain('/')
    await run(made.path, news, '--record', '--held-out')
    expect(made.read('test/figures/held-out-copy.json')).toBe(recorded.replace('"development"', '"held out"'))
    expect(made.read('test/figures/published-copy.json')).toBe(recorded)
  })

  it.each([
    [['--sampel', '3'], 'there is no option --sampel; did you mean “--sample”?'],
    [['--rule', 'weekday-mismach'], 'there is no rule “weekday-mismach”; did you mean “weekday-mismatch”?'],
    [['--sample', 'many'], '--sample takes a whole number from 1, not “many”'],
    [['--sample', '0'], '--sample takes a whole number from 1, not “0”'],
    [['--sample', '3', '--level', 'fatal'], '--level takes one of error, warning, info, not “fatal”'],
    [['--unread'], '--unread needs --sample or --edits, without --compare'],
    [['--grade', 'safe'], '--grade needs --edits'],
    [['--edits', '--grade', 'idea'], '--grade takes one of safe, likely, not “idea”'],
    [['--edits', '--level', 'error', '--sample', '3'], '--level needs --sample or --compare, without --edits'],
    [['--edits', '--compare', 'main'], '--edits needs neither --by-set nor --compare besides'],
    [
      ['--edits', '--verdicts', 'a.jsonl', '--second', 'b.jsonl', '--json', 'c.jsonl'],
      '--json with --second needs neither --sample nor --edits besides',
    ],
    [['--verdict', 'yes', '0123456789abcdef'], '--verdict takes one of true, false, debatable, not “yes”'],
    [['--verdict', 'true'], '--verdict needs a fingerprint behind it, 16 digits from 0 to f'],
    [
      ['--record', '--rule', 'repeated-word'],
      '--record needs what is on by default: leave --rule, --trial and --compare out',
    ],
    [['--second', 'b.jsonl'], '--second needs --verdicts with the first reading'],
    [['--compare', 'no-such-revision'], 'git knows no revision “no-such-revision” here'],
  ])('refuses %j', async (argv, message) => {
    using made = newsroom()
    await expect(run(ROOT, made.wire, ...argv)).rejects.toThrow(new InputError(message))
  })

  it('refuses to measure nothing', async () => {
    using made = temporaryFolder()
    await expect(run(made.path)).rejects.toThrow('measuring needs a folder of news; --help says more')
    await expect(run(made.path, made.path)).rejects.toThrow(`there are no articles in “${made.path}”`)
    await expect(run(made.path, join(made.path, 'gone'))).rejects.toThrow('there is no file or folder')
    await expect(run(made.path, '--verdicts', 'gone.jsonl')).rejects.toThrow('there is no file “gone.jsonl” to read')
  })

  it('stores nothing of a file in which one line is wrong', async () => {
    using made = temporaryFolder()
    const good = { fingerprint: fingerprint(1), rule: 'repeated-word', level: 'error', set: 'wire', verdict: 'true' }
    const path = made.write(
      'read.jsonl',
      `${JSON.stringify(good)}\n${JSON.stringify({ ...good, verdict: 'perhaps' })}\n`,
    )
    await expect(run(made.path, '--verdicts', path)).rejects.toThrow('line 2: “perhaps” is none of')
    expect(existsSync(join(made.path, 'test'))).toBe(false)
  })

  it('ends with 2 and one line on stderr where the arguments are wrong', () => {
    const argv = [
      '--conditions=copydesk-source',
      '--import',
      'tsx',
      join(ROOT, 'scripts/measure.ts'),
      '/no/such/folder',
    ]
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: ROOT, encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'measure: there is no file or folder “/no/such/folder”\n',
    })
  })
})

describe('npm run measure -- --edits', () => {
  const EDITS = ['--edits', '--rule', 'repeated-word'] as const

  it('prints every edit that may be made, as a small diff with its rule, grade, place and fingerprint, and a table', async () => {
    using made = newsroom()
    const { said } = await run(made.path, join(made.path, 'news'), ...EDITS)
    expect(said).toMatch(/^1\. repeated-word, likely · (?:archive|wire), .*:3 · [0-9a-f]{16}$/m)
    expect(said).toMatch(/^ {3}− The ferry came back to the⟦ the⟧ harbour on a calm morning\. .*$/m)
    expect(said).toMatch(/^ {3}\+ The ferry came back to the⟦⟧ harbour on a calm morning\. .*$/m)
    expect(said).toMatch(/^repeated-word +likely +2 +2 +0 +0 +0$/m)
  })

  it('draws a sample, writes it for readers, and keeps what they say beside the verdicts on findings', async () => {
    using made = newsroom()
    const news = join(made.path, 'news')
    const sample = join(made.path, 'sample.jsonl')
    expect((await run(made.path, news, ...EDITS, '--sample', '1', '--json', sample)).said).toBe(`1 edit in ${sample}\n`)
    expect((await run(made.path, news, ...EDITS, '--json', sample)).said).toBe(`2 edits in ${sample}\n`)
    const lines = linesIn(made.read('sample.jsonl'))
    expect(lines[0]).toMatchObject({
      rule: 'repeated-word',
      grade: 'likely',
      title: 'Delete one',
      diff: expect.stringContaining('\n+ ') as string,
    })
    const first = made.write('first.jsonl', judge(lines, 'true', 'true'))
    const second = made.write('second.jsonl', judge(lines, 'true', 'false'))
    const { said, remarked } = await run(made.path, '--verdicts', first, '--second', second)
    expect(remarked).toBe('The readers agree on 1 of 2. Verdicts stored: 1 new, 0 replaced. 1 to settle.\n')
    expect(linesIn(said)).toEqual([{ ...lines[1], verdict: '' }])
    expect(made.read('test/verdicts/edits/repeated-word.jsonl')).toBe(
      `{"fingerprint":"${lines[0]!.fingerprint}","rule":"repeated-word","verdict":"true","set":"${lines[0]!.set}","grade":"likely"}\n`,
    )
    expect(existsSync(join(made.path, 'test/verdicts/repeated-word.jsonl'))).toBe(false)
    const unread = await run(made.path, news, ...EDITS, '--unread')
    expect(unread.said).toContain(lines[1]!.fingerprint)
    expect(unread.said).not.toContain(lines[0]!.fingerprint)
    expect(unread.said).toMatch(/^repeated-word +likely +2 +2 +1 +1 +0$/m)
  })

  it('draws the same with the same seed, and of one grade alone where one is asked for', async () => {
    using made = newsroom()
    const drawn = async (...argv: readonly string[]): Promise<string> =>
      /[0-9a-f]{16}/.exec((await run(made.path, join(made.path, 'news'), ...EDITS, '--sample', '1', ...argv)).said)?.[0]
      ?? 'none'
    const seeds = await Promise.all(Array.from({ length: 8 }, (_, seed) => drawn('--seed', String(seed))))
    expect(new Set(seeds).size).toBe(2)
    expect(await drawn('--seed', '3')).toBe(seeds[3])
    expect(await drawn('--grade', 'likely')).not.toBe('none')
    expect(await drawn('--grade', 'safe')).toBe('none')
  })

  it('stores one verdict on an edit by its fingerprint, which is another one than its finding’s', async () => {
    using made = newsroom()
    const print = /[0-9a-f]{16}/.exec((await run(made.path, made.wire, ...EDITS)).said)![0]
    const finding = /[0-9a-f]{16}/.exec(
      (await run(made.path, made.wire, '--rule', 'repeated-word', '--sample', '1')).said,
    )![0]
    expect(print).not.toBe(finding)
    expect((await run(made.path, made.wire, ...EDITS, '--verdict', 'debatable', print)).remarked).toMatch(
      /Verdicts stored: 1 new, 0 replaced\.\n$/,
    )
    expect(made.read('test/verdicts/edits/repeated-word.jsonl')).toContain(
      `"${print}","rule":"repeated-word","verdict":"debatable","set":"wire"`,
    )
    await expect(run(made.path, made.wire, ...EDITS, '--verdict', 'true', finding)).rejects.toThrow(
      `no edit here has the fingerprint ${finding}`,
    )
  })

  it('records what was read, and nothing of this machine', async () => {
    using made = newsroom()
    const sample = join(made.path, 'sample.jsonl')
    await run(made.path, join(made.path, 'news'), ...EDITS, '--json', sample)
    await run(
      made.path,
      '--verdicts',
      made.write('read.jsonl', judge(linesIn(made.read('sample.jsonl')), 'true', 'false')),
    )
    expect((await run(made.path, join(made.path, 'news'), '--edits', '--record')).remarked).toContain(
      'test/figures/edits.json: written;',
    )
    const recorded = made.read('test/figures/edits.json')
    const figures = JSON.parse(recorded) as ProposedEditFigures
    expect(figures).toMatchObject({ use: 'development', articles: 2, sets: [{ name: 'archive' }, { name: 'wire' }] })
    expect(figures.rules['repeated-word']).toEqual({
      likely: { edits: 2, distinct: 2, read: 2, right: 1, wrong: 1, debatable: 0, share: 0.5, low: 0.095, high: 0.905 },
    })
    expect(recorded).not.toContain('/')
  })
})

describe('npm run measure -- --compare', () => {
  const CHECKER = `export const check = (text, { date }) => ({
    words: 10, findings: [...text.matchAll(/FINDS/g)].map(({ index, 0: word }) => ({
      rule: 'repeated-word', severity: 'error', fingerprint: String(index).padStart(16, '0'),
      message: 'found “' + word + '”' + (date ? ' in ' + date.year : ''),
      start: { offset: index }, end: { offset: index + word.length },
    })),
  })\n`

  it('runs the checker of another revision in a checkout of its own and takes that away', async () => {
    using made = temporaryFolder()
    const author = ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org']
    const git = (...args: readonly string[]) =>
      spawnSync('git', [...author, ...args], { cwd: made.path, encoding: 'utf8' })
    made.write('package.json', '{"type":"module"}\n')
    made.write('src/index.ts', CHECKER.replace('FINDS', 'ferry'))
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '--message', 'Find ferries')
    made.write('src/index.ts', CHECKER.replace('FINDS', 'quay'))
    const news = made.write('wire/a.jsonl', `${JSON.stringify({ body: 'A ferry at the quay.', date: '2020-07-17' })}\n`)
    const { said } = await run(made.path, news, '--compare', 'HEAD', '--sample', '1')
    expect(said).toMatch(/^repeated-word +error +1 +1 +\+1 +−1$/m)
    expect(said).toContain('+ repeated-word, error · wire, ')
    expect(said).toContain('  found “quay” in 2020\n  A ferry at the ⟦quay⟧.')
    expect(said).toContain('  found “ferry” in 2020\n  A ⟦ferry⟧ at the quay.')
    expect(git('worktree', 'list').stdout.trim().split('\n')).toHaveLength(1)
    made.write('src/index.ts', 'throw new Error("no checker")\n')
    await expect(run(made.path, news, '--compare', 'HEAD')).rejects.toThrow('can’t be run: Error: no checker')
    expect(git('worktree', 'list').stdout.trim().split('\n')).toHaveLength(1)
  })
})

describe('the tables', () => {
  it('set their columns below one another', () => {
    expect(
      renderTable(
        [
          { heading: 'rule', align: 'left' },
          { heading: 'n', align: 'right' },
        ],
        [
          ['doubled', '7'],
          ['x', '1,200'],
        ],
      ),
    ).toBe('rule         n\ndoubled      7\nx        1,200')
  })

  it('count an article once however often a rule fires in it, and add all rules up', () => {
    const one = article('a')
    const text = renderSummary(
      runWith(
        [
          alarm(fingerprint(1), { of: one }),
          alarm(fingerprint(2), { of: one }),
          alarm(fingerprint(3), { rule: 'self-reference', of: one }),
          alarm(fingerprint(4), { level: 'info' }),
        ],
        ['repeated-word', 'self-reference'],
      ),
    )
    expect(text).toMatch(/^repeated-word +error +2 +2\.00 +10\.00 % +10 +10,000,000$/m)
    expect(text).toMatch(/^repeated-word +info +1 +1\.00 +10\.00 %$/m)
    expect(text).toMatch(/^all rules +error +3 +3\.00 +10\.00 % +500 +200,000$/m)
    expect(text).toMatch(/^all rules +warning +0 +0\.00 +0\.00 %$/m)
    expect(text).toContain('10 articles, 100,000 words in 0.5 s: 200,000 words a second.')
  })
})
