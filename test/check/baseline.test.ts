/** Tests baselines and side files: what they hide, what of them is stale, and how a baseline is written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shippedRules from '../../rules/index.ts'
import {
  hideAll,
  hideByBaseline,
  NOTICE,
  readBaseline,
  staleEntries,
  updatedEntries,
  writeBaseline,
  type Baseline,
  type BaselineEntries,
} from '../../src/check/hiding/baseline.ts'
import type { SourceReport } from '../../src/check/check-source.ts'
import { checkStories, markdownStory, textStory } from '../stories.ts'
import { activeRules } from '../../src/check/config/config.ts'
import { hideBySideFile, readSideFile } from '../../src/check/hiding/side-file.ts'
import { active, wordRule } from './word-rule.ts'
import { runs } from '../runs.ts'

const RUNS = runs(60, 2000)
const RULES = active(wordRule(/\btrain\b/g, { id: 'tram' }), wordRule(/\bbus\b/g, { id: 'coach' }))
const IDS = ['tram', 'coach']
const check = (text: string): SourceReport => checkStories([textStory(text)], RULES)
const NONE: BaselineEntries = new Map()
const entriesOf = (report: SourceReport): BaselineEntries => updatedEntries(NONE, report, IDS)

describe('a baseline', () => {
  const OLD = 'A train.\n\nAnd a bus on the road.\n'

  test('hides what it holds and nothing that is new', () => {
    const entries = entriesOf(check(OLD))
    expect(hideByBaseline(check(OLD), entries)).toMatchObject({
      findings: [],
      hidden: [{ by: 'baseline' }, { by: 'baseline' }],
    })
    expect(
      hideByBaseline(check(`${OLD}\nA second train came.\n`), entries).findings.map(({ start }) => start.line),
    ).toEqual([5])
  })

  test('tells which entries are stale, but not of rules that didn’t run', () => {
    const entries = entriesOf(check(OLD))
    const left = hideByBaseline(check('A train.\n\nAnd a car on the road.\n'), entries)
    expect(staleEntries(entries, left, IDS)).toHaveLength(1)
    expect(staleEntries(entries, left, ['tram'])).toEqual([])
  })

  test('brought up to date holds what is there, and what rules that didn’t run had found', () => {
    const entries = entriesOf(check(OLD))
    const now = hideByBaseline(check('A train.\n\nA third train.\n'), entries)
    expect([...updatedEntries(entries, now, IDS).values()]).toEqual(['tram', 'tram'])
    expect([...updatedEntries(entries, now, ['tram']).values()].toSorted()).toEqual(['coach', 'tram', 'tram'])
  })

  test('is written sorted, an entry a line, and read again as it was', () => {
    const baseline: Baseline = new Map([
      [
        'news/b.md',
        new Map([
          ['ff', 'tram'],
          ['0a', 'coach'],
        ]),
      ],
      ['a "1".txt', new Map([['01', 'tram']])],
      ['empty.md', new Map()],
    ])
    const written = writeBaseline(baseline)
    expect(written).toBe(
      [
        '{',
        '  "version": 1,',
        '  "files": {',
        '    "a \\"1\\".txt": {',
        '      "01": {"rule": "tram"}',
        '    },',
        '    "news/b.md": {',
        '      "0a": {"rule": "coach"},',
        '      "ff": {"rule": "tram"}',
        '    }',
        '  }',
        '}',
        '',
      ].join('\n'),
    )
    expect(writeBaseline(readBaseline(JSON.parse(written)))).toBe(written)
    expect(writeBaseline(new Map())).toBe('{\n  "version": 1,\n  "files": {}\n}\n')
    const one: Baseline = new Map([['a.txt', new Map([['0a', 'tram']])]])
    for (const each of [new Map(), one]) expect(readBaseline(JSON.parse(writeBaseline(each)))).toEqual(each)
  })

  test('with “__proto__” for a path or a fingerprint is data like any other', () => {
    const read = readBaseline(JSON.parse('{"version": 1, "files": {"__proto__": {"__proto__": {"rule": "tram"}}}}'))
    expect(read.get('__proto__')?.get('__proto__')).toBe('tram')
    expect(({} as Record<string, unknown>)['rule']).toBeUndefined()
  })

  test.each([
    ['[]', 'a baseline is made of keys with values'],
    ['{"version": 2, "files": {}}', 'a baseline has “version”: 1; another Copydesk wrote this one'],
    ['{"version": 1, "flies": {}}', 'a baseline has no key “flies”; did you mean “files”?'],
    ['{"version": 1}', '“files” is made of keys with values'],
    ['{"version": 1, "files": {"a": []}}', 'a file is made of keys with values'],
    ['{"version": 1, "files": {"a": {"0": {}}}}', 'an entry needs its “rule”'],
  ])('that can’t be followed is an error: %s', (json, message) => {
    expect(() => readBaseline(JSON.parse(json))).toThrow(message)
  })

  test.each([
    ['[]', []],
    ['{"version": 2, "files": {}}', ['version']],
    ['{"version": 1, "files": 3}', ['files']],
    ['{"version": 1, "files": {"a": []}}', ['files', 'a']],
    ['{"version": 1, "files": {"a": {"0": 1}}}', ['files', 'a', '0']],
    ['{"version": 1, "files": {"a": {"0": {}}}}', ['files', 'a', '0']],
  ])('says where it can’t be followed: %s', (json, path) => {
    expect(() => readBaseline(JSON.parse(json))).toThrow(expect.objectContaining({ path }) as Error)
  })
})

describe('a notice', () => {
  const WRONG = '<!-- copydesk-disable-all -->\n\n'
  const OTHER = '<!-- copydesk-enable-all -->\n\n'
  const ALL = [...IDS, NOTICE]
  const read = (source: string): SourceReport =>
    checkStories([markdownStory(`${source}\nAll is well.\n`)], RULES, { known: IDS })
  const linesOf = ({ notices }: SourceReport): readonly number[] => notices.map(({ start }) => start.line)
  const taken = (source: string): BaselineEntries => updatedEntries(NONE, read(source), ALL)

  test('that a baseline holds is hidden, and one that says something else is not', () => {
    const entries = taken(`${WRONG}A train.\n`)
    expect([...entries.values()].toSorted()).toEqual(['notice', 'tram'])
    const left = hideByBaseline(read(`${OTHER}${WRONG}A train.\n`), entries)
    expect(linesOf(left)).toEqual([1])
    expect(left.hiddenNotices).toMatchObject([{ start: { line: 3 } }])
    expect(left.findings).toEqual([])
  })

  test('is known as often as it stood there: of three that say the same the third is new', () => {
    const entries = taken(WRONG.repeat(2))
    expect([...entries.values()]).toEqual(['notice', 'notice'])
    const left = hideByBaseline(read(WRONG.repeat(3)), entries)
    expect(linesOf(left)).toEqual([5])
    expect(left.hiddenNotices).toHaveLength(2)
    expect(staleEntries(entries, left, ALL)).toEqual([])
  })

  test('is left where the entry by its name is a rule’s, and none is made up where a baseline holds none', () => {
    const names = [...taken(WRONG).keys()]
    expect(linesOf(hideByBaseline(read(WRONG), new Map(names.map((name) => [name, 'tram']))))).toEqual([1])
    const told = hideByBaseline(read(`${WRONG}A train.\n`), NONE)
    expect([linesOf(told), told.findings.length, told.hiddenNotices]).toEqual([[1], 1, undefined])
    expect(hideByBaseline(read('All is well.\n'), taken(WRONG))).not.toHaveProperty('hiddenNotices')
  })

  test('that was hidden before stays hidden, and keeps its entry', () => {
    const once = hideByBaseline(read(OTHER + WRONG), taken(OTHER))
    const twice = hideByBaseline(once, taken(OTHER + WRONG))
    expect(linesOf(twice)).toEqual([])
    expect(twice.hiddenNotices?.map(({ start }) => start.line)).toEqual([1, 3])
    expect([...updatedEntries(NONE, twice, ALL).keys()].toSorted()).toEqual([...taken(OTHER + WRONG).keys()].toSorted())
  })

  test('that is gone is stale where all notices are there, and kept where they aren’t', () => {
    const entries = taken(`${WRONG}A train.\n`)
    const now = hideByBaseline(read('A train.\n'), entries)
    expect(staleEntries(entries, now, ALL)).toEqual([...taken(WRONG).keys()])
    expect(staleEntries(entries, now, IDS)).toEqual([])
    expect([...updatedEntries(entries, now, ALL).values()]).toEqual(['tram'])
    expect([...updatedEntries(entries, now, IDS).values()].toSorted()).toEqual(['notice', 'tram'])
    expect([...updatedEntries(NONE, read(WRONG), IDS)]).toEqual([])
  })

  test('is taken up with all the rest', () => {
    const report = read(`${WRONG}A train.\n`)
    const left = hideAll(report)
    expect(left).toMatchObject({ findings: [], notices: [], hidden: [{ by: 'baseline' }] })
    expect(left.hiddenNotices).toEqual(report.notices)
  })
})

describe('what a comment hides', () => {
  const COMMENTED = '<!-- copydesk-disable-next-line tram -->\nA train.\n'
  const report = (): SourceReport => checkStories([markdownStory(COMMENTED)], RULES, { known: IDS })

  test('is no baseline’s: it isn’t taken up, and an entry for it is stale', () => {
    expect(report().hidden).toMatchObject([{ by: 'comment' }])
    expect([...entriesOf(report())]).toEqual([])
    const { fingerprint, rule } = report().hidden![0]!.finding
    expect(staleEntries(new Map([[fingerprint, rule]]), report(), IDS)).toEqual([fingerprint])
  })
})

describe('a side file', () => {
  const DRAFT = 'A train, a bus.\n\nThe old train.\n'
  const hide = (ignore: object[], options = {}): SourceReport =>
    hideBySideFile(check(DRAFT), readSideFile({ ignore }, IDS), IDS, options)
  const lines = ({ findings }: SourceReport): readonly string[] =>
    findings.map(({ quote, start }) => `${quote} ${start.line}`)

  test('hides by rule, by words and by fingerprint, and keeps the reason', () => {
    const [first] = check(DRAFT).findings
    expect(lines(hide([{ rule: 'tram', reason: 'its name' }]))).toEqual(['bus 1'])
    expect(lines(hide([{ rule: 'tram', quote: 'train' }]))).toEqual(['bus 1'])
    expect(lines(hide([{ fingerprint: first!.fingerprint, reason: 'as signed' }]))).toEqual(['bus 1', 'train 3'])
    expect(hide([{ fingerprint: first!.fingerprint, reason: 'as signed' }]).hidden).toMatchObject([
      { by: 'side file', reason: 'as signed' },
    ])
  })

  test('tells of entries that hide nothing, unless few rules run', () => {
    expect(hide([{ rule: 'coach', quote: 'lorry' }]).notices.map(({ message }) => message)).toEqual([
      'the side file’s entry coach “lorry” suppresses nothing; take it out',
    ])
    expect(hide([{ rule: 'coach', quote: 'lorry' }], { isPartial: true }).notices).toEqual([])
  })

  test.each([
    [[], 'a side file is made of keys with values'],
    [{ ignored: [] }, 'a side file has no key “ignored”; did you mean “ignore”?'],
    [{ ignore: {} }, '“ignore” is a list'],
    [{ ignore: [{ rule: 'tran' }] }, 'there is no rule “tran”; did you mean “tram”?'],
    [{ ignore: [{ quote: 'train' }] }, 'an entry needs a “rule” or a “fingerprint”'],
    [{ ignore: [{ fingerprint: 1234 }] }, '“fingerprint” is a text; put quotation marks around it'],
    [{ ignore: [{ rule: 'tram', why: 'x' }] }, 'an entry has no key “why”'],
  ])('that can’t be followed is an error: %j', (data, message) => {
    expect(() => readSideFile(data, IDS)).toThrow(message)
  })

  test('may be empty', () => {
    expect([readSideFile(null, IDS), readSideFile({}, IDS), readSideFile({ ignore: null }, IDS)]).toEqual([[], [], []])
  })
})

const PARAGRAPHS = [
  'The council backed the the tram line on Monday.',
  'You may also like',
  'Xanthe Corp. said it it would sell all of its shops.',
  'A quiet street lies by the sea.',
  '“We we waited,” she said.',
  'Itâ€™s late in the evening.',
  'On Feb. 30, 2021, it rained in the harbour.',
  '[TK: check figure]',
  'He said so.',
]

describe('fingerprints', () => {
  const rules = activeRules(shippedRules, {}).filter(({ rule }) =>
    ['repeated-word', 'encoding-damage', 'impossible-date', 'leftover-note'].includes(rule.id),
  )

  test('survive lines that move down, line ends that change, and a rewrap', () => {
    let found = 0
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (paragraphs, down) => {
          const names = (source: string): readonly string[] =>
            checkStories([markdownStory(source)], rules).findings.map(({ fingerprint }) => fingerprint)
          const opening = '# A headline of the day\n\nA first paragraph that stands well before all the others.\n\n'
          const body = paragraphs.join('\n\n')
          const before = names(opening + body)
          expect(names(opening + '\n'.repeat(down) + body)).toEqual(before)
          expect(names((opening + body).replaceAll('\n', '\r\n'))).toEqual(before)
          expect(
            names(opening + paragraphs.map((paragraph) => paragraph.replace(/ (?=\S+ \S+$)/, '\n')).join('\n\n')),
          ).toEqual(before)
          found += before.length
        },
      ),
      { numRuns: RUNS },
    )
    expect(found).toBeGreaterThan(RUNS / 2)
  })
})
