import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMarked } from '../../scripts/generate/figures.ts'
import { InputError } from '../../scripts/input-error.ts'
import { measure } from '../../scripts/measure.ts'
import { KINDS_OF_RULES } from '../../scripts/measure/against/kinds-of-rules.ts'
import type { MarkedError } from '../../scripts/measure/against/marked-errors.ts'
import { touches } from '../../scripts/measure/against/touches.ts'
import rules from '../../rules/index.ts'
import type { Finding } from '../../src/check/finding.ts'
import { alarm, article, fingerprint } from './alarms.ts'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts'

const FERRY = `Ferry returns to the harbour

The ferry came back to the the harbour on a calm morning. Nobody on the quay has expected it.

The mayor of Norvik said that that was a a surprise.
`
const MARKS = [
  {
    file: 'ferry.txt',
    quote: 'the the',
    kind: 'doubled-word',
    fix: 'the',
    why: 'twice',
    certainty: 3,
    evidence: 'local',
  },
  { file: 'wire/ferry.txt', quote: 'has', nth: 0, kind: 'agreement-or-tense', fix: 'had', certainty: 2 },
]

function drafts(marks: readonly object[] = MARKS): TemporaryFolder {
  const made = temporaryFolder()
  made.write('news/wire/ferry.txt', FERRY)
  made.write('news/errors.jsonl', marks.map((mark) => `${JSON.stringify(mark)}\n`).join(''))
  return made
}

async function run(made: TemporaryFolder, ...more: readonly string[]): Promise<string> {
  let said = ''
  const marks = join(made.path, 'news/errors.jsonl')
  await measure([join(made.path, 'news'), '--against', marks, ...more], {
    root: made.path,
    say: (text) => {
      said += text
    },
    remark: () => {},
  })
  return said
}

describe('npm run measure -- --against', () => {
  it('counts the errors that are touched by kind and certainty, and shows what touches none', async () => {
    using made = drafts()
    const said = await run(made)
    expect(said).toMatch(/^doubled-word +1 +\d +1 +1 +1\.00$/m)
    expect(said).toMatch(/^agreement-or-tense +1 +0 +0 +0 +0\.00$/m)
    expect(said).toMatch(/^certainty 3 \(any desk\) +1 +\d +1 +1 +1\.00$/m)
    expect(said).toMatch(/^certainty 1 \(some\) +0 +0 +0 +0 +–$/m)
    expect(said).toContain('1 of 2 findings touch no marked error\n')
    expect(said).toContain('that that was ⟦a a⟧ surprise')
    expect(said).not.toContain('⟦the the⟧')
  })

  it('writes all findings for a reader with what they touch, and says what readers said', async () => {
    using made = drafts()
    const json = join(made.path, 'read.jsonl')
    await run(made, '--json', json)
    const lines = made
      .read('read.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly touches: readonly { kind: string }[] })
    expect(lines.map((line) => line.touches.map(({ kind }) => kind))).toEqual([['doubled-word'], []])
    made.write('read.jsonl', lines.map((line) => `${JSON.stringify({ ...line, verdict: 'true' })}\n`).join(''))
    await measure(['--verdicts', json], { root: made.path, say: () => {}, remark: () => {} })
    expect(await run(made)).toContain(
      '1 of 2 findings touch no marked error; of these 1 has been read and 1 is right\n',
    )
  })

  it.each<[object, string]>([
    [
      { file: 'bus.txt', quote: 'the', kind: 'leftover', certainty: 3 },
      'line 1: there is no draft “bus.txt” in the folder',
    ],
    [
      { file: 'ferry.txt', quote: 'Norvik', nth: 1, kind: 'leftover', certainty: 3 },
      'line 1: “quote” doesn’t stand 2 times in ferry.txt',
    ],
    [{ file: 'ferry.txt', quote: 'Norvik', kind: 'leftover', certainty: 4 }, 'line 1: “certainty” must be 1, 2 or 3'],
    [
      { file: 'ferry.txt', quote: 'Norvik', nth: -1, kind: 'leftover', certainty: 3 },
      'line 1: “nth” must be a whole number from 0',
    ],
    [{ file: 'ferry.txt', quote: '', kind: 'leftover', certainty: 3 }, 'line 1: “quote” must be a text'],
    [{ file: 'ferry.txt', quote: 'Norvik', kind: 'leftover', fix: 1, certainty: 3 }, 'line 1: “fix” must be a text'],
  ])('refuses a mark that can’t be followed: %j', async (mark, message) => {
    using made = drafts([mark])
    await expect(run(made)).rejects.toThrow(new InputError(`${join(made.path, 'news/errors.jsonl')}, ${message}`))
  })

  it('records what came of it by the revision of the checker', async () => {
    using made = drafts()
    await expect(run(made, '--record')).rejects.toThrow('git knows no revision')
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-C', made.path, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
        encoding: 'utf8',
      })
    git('init', '--quiet')
    git('commit', '--quiet', '--allow-empty', '-m', 'First')
    await run(made, '--record')
    git('commit', '--quiet', '--allow-empty', '-m', 'Second')
    await run(made, '--record')
    await run(made, '--record')
    const recorded = readMarked(made.path)
    expect(recorded).toHaveLength(2)
    expect(recorded[1]).toMatchObject({
      revision: git('rev-parse', 'HEAD').slice(0, 7),
      drafts: 1,
      findings: 2,
      touching: 1,
      certainties: { '3 (any desk)': { errors: 1, any: 1 }, '1 (some)': { errors: 0 } },
    })
  })

  it('refuses what would say nothing beside it', async () => {
    using made = drafts()
    await expect(run(made, '--by-set')).rejects.toThrow('--against needs none of')
  })

  it('knows of every rule that there is what it speaks of', () => {
    expect(Object.keys(KINDS_OF_RULES)).toEqual(rules.map(({ id }) => id))
  })
})

describe('a finding touches an error', () => {
  const TEXT = 'Top\n\nThe mayor met met the council of Norvik.\n\nRead more'
  const of = article('a', 'harbour', TEXT)
  const point = (offset: number) => ({ line: 1, column: 1, offset })
  const marked = (quote: string, kind: string, fix = ''): MarkedError => {
    const start = TEXT.indexOf(quote)
    return { article: of, start, end: start + quote.length, quote, kind, fix, why: '', certainty: 3 }
  }
  const finding = (quote: string, changes: Partial<Finding> = {}): Finding => {
    const start = TEXT.indexOf(quote)
    return {
      ...alarm(fingerprint(1), { of }).finding,
      start: point(start),
      end: point(start + quote.length),
      ...changes,
    }
  }

  it('of a kind that its rule speaks of', () => {
    expect(touches(finding('met met'), marked('mayor met met', 'doubled-word'))).toBe(true)
    expect(touches(finding('met met'), marked('mayor met met', 'agreement-or-tense'))).toBe(false)
    expect(touches(finding('met met'), marked('council', 'doubled-word'))).toBe(false)
  })

  it('of any kind where its edit makes of the words what the reader would', () => {
    const start = TEXT.indexOf(' met the')
    const suggestions = [
      { title: 'Delete one', grade: 'safe' as const, edits: [{ start, end: start + ' met'.length, text: '' }] },
    ]
    expect(touches(finding('met met', { suggestions }), marked('met met', 'extra-word', 'saw / met'))).toBe(true)
    expect(touches(finding('met met', { suggestions }), marked('met met', 'extra-word', 'has met'))).toBe(false)
  })

  it('through a related place, unless that is a paragraph', () => {
    const related = (quote: string) => [
      { message: '', start: point(TEXT.indexOf(quote)), end: point(TEXT.indexOf(quote) + quote.length) },
    ]
    expect(touches(finding('Top', { related: related('met met') }), marked('met', 'doubled-word'))).toBe(true)
    const long = { ...of, text: `Top\n\n${'met '.repeat(25)}` }
    const whole = [{ message: '', start: point(5), end: point(105) }]
    expect(touches(finding('Top', { related: whole }), { ...marked('met', 'doubled-word'), article: long })).toBe(false)
  })

  it('with a whole line only where that is left over or there twice', () => {
    const line = 'The mayor met met the council of Norvik.'
    expect(touches(finding(line), marked('met met', 'doubled-word'))).toBe(false)
    expect(touches(finding(line, { rule: 'leftover-boilerplate' }), marked('council', 'leftover'))).toBe(true)
    expect(touches(finding('Read more'), marked('Read more', 'doubled-word'))).toBe(true)
  })
})
