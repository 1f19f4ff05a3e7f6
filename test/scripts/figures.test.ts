import { describe, expect, it } from 'vitest'
import rules from '../../rules/index.ts'
import { renderPageFigures } from '../../scripts/generate/page-figures.ts'
import { renderCatalogue } from '../../scripts/generate/catalogue.ts'
import { renderMisses } from '../../scripts/generate/measured.ts'
import { renderByRule } from '../../scripts/generate/measured/by-rule.ts'
import { INJECTED_ERRORS, PUBLISHED_COPY, readFigures, type EditFigures } from '../../scripts/generate/figures.ts'
import { editFiguresOf, figuresOf, writeEditFigures, writeFigures } from '../../scripts/measure/figures.ts'
import type { ProposedEdit } from '../../scripts/measure/proposed-edits.ts'
import type { ReaderVerdict } from '../../scripts/measure/sample-file.ts'
import type { StoredVerdict, VerdictsByRule } from '../../scripts/measure/verdict-store.ts'
import { alarm, article, fingerprint, runWith } from './alarms.ts'
import { temporaryFolder } from './temporary-folder.ts'

const OCCASION = { date: '2026-03-01', use: 'development' } as const

function verdicts(...given: readonly (readonly [number, ReaderVerdict])[]): VerdictsByRule {
  return new Map([
    [
      'repeated-word',
      new Map(
        given.map(([number, verdict]): [string, StoredVerdict] => [
          fingerprint(number),
          { fingerprint: fingerprint(number), rule: 'repeated-word', verdict, set: 'harbour', level: 'error' },
        ]),
      ),
    ],
  ])
}

const run = runWith(
  [
    ...[1, 2, 3, 4, 5].map((number) => alarm(fingerprint(number), { of: article(`${number % 2}`) })),
    alarm(fingerprint(6), { level: 'warning' }),
  ],
  ['repeated-word', 'self-reference'],
)

describe('figures', () => {
  it('join what fires with the verdicts on it; debatable counts as not right', () => {
    const { rules } = figuresOf(run, verdicts([1, 'true'], [2, 'true'], [3, 'false'], [4, 'debatable']), OCCASION)
    expect(rules['repeated-word']!.error).toEqual({
      alarms: 5,
      per100k: 5,
      articles: 5,
      distinct: 5,
      read: 4,
      right: 2,
      wrong: 1,
      debatable: 1,
      share: 0.5,
      low: 0.15,
      high: 0.85,
      falsePer100k: 2.5,
    })
  })

  it('count no verdict on a finding that no longer fires at that level', () => {
    const { rules } = figuresOf(run, verdicts([6, 'true'], [77, 'false']), OCCASION)
    expect(rules['repeated-word']!.error).toMatchObject({
      read: 0,
      share: null,
      low: null,
      high: null,
      falsePer100k: null,
    })
    expect(rules['repeated-word']!.warning).toMatchObject({ read: 1, right: 1, share: 1, falsePer100k: 0 })
  })

  it('count a verdict once, however many articles the finding stands in', () => {
    const twice = runWith([alarm(fingerprint(1)), alarm(fingerprint(1), { of: article('b') }), alarm(fingerprint(2))])
    expect(figuresOf(twice, verdicts([1, 'true'], [2, 'false']), OCCASION).rules['repeated-word']!.error).toMatchObject(
      { alarms: 3, distinct: 2, read: 2, right: 1, share: 0.5, falsePer100k: 1.5 },
    )
  })

  it('name a rule that never fired, the data sets and the day, and no path', () => {
    using made = temporaryFolder()
    const figures = figuresOf(run, new Map(), OCCASION)
    expect(figures).toMatchObject({
      ...OCCASION,
      articles: 10,
      words: 100_000,
      sets: [{ name: 'harbour', articles: 10, words: 100_000 }],
    })
    expect(figures.rules['self-reference']).toEqual({})
    writeFigures(made.path, figures)
    expect(readFigures(made.path).published).toEqual(figures)
    expect(made.read(PUBLISHED_COPY.development)).not.toMatch(/\/|jsonl/)
  })

  it('are missing in a project that recorded none, and named when broken', () => {
    using made = temporaryFolder()
    expect(readFigures(made.path)).toEqual({
      published: undefined,
      edits: undefined,
      injected: undefined,
      heldOut: { published: undefined, edits: undefined, injected: undefined },
      unseen: {},
      marked: [],
    })
    made.write(INJECTED_ERRORS.development, '{')
    expect(() => readFigures(made.path)).toThrow(`${INJECTED_ERRORS.development} isn’t JSON`)
  })
})

describe('figures of edits', () => {
  const edits = (grade: 'safe' | 'likely', ...numbers: readonly number[]) =>
    numbers.map((number): ProposedEdit => {
      const { article, finding } = alarm(fingerprint(number))
      const suggestion = { title: 'Delete one', grade, edits: [{ start: 10, end: 14, text: '' }] }
      return { article, finding, suggestion, grade, fingerprint: fingerprint(number) }
    })

  it('join what is proposed with the verdicts on it, a grade by itself, and leave out what was never proposed', () => {
    const proposed = [...edits('safe', 1, 2, 2, 3), ...edits('likely', 4, 5)]
    const { rules } = editFiguresOf(
      run,
      proposed,
      verdicts([1, 'true'], [2, 'debatable'], [5, 'false'], [9, 'false']),
      OCCASION,
    )
    expect(rules['repeated-word']!.safe).toMatchObject({
      edits: 4,
      distinct: 3,
      read: 2,
      right: 1,
      wrong: 0,
      debatable: 1,
      share: 0.5,
    })
    expect(rules['repeated-word']!.likely).toMatchObject({
      edits: 2,
      distinct: 2,
      read: 1,
      right: 0,
      wrong: 1,
      share: 0,
    })
    expect(rules['self-reference']).toEqual({})
  })

  it('stand in the catalogue, with what “safe” has earned so far', () => {
    const safe = (read: number, right: number, distinct = read): EditFigures => ({
      edits: distinct,
      distinct,
      read,
      right,
      wrong: read - right,
      debatable: 0,
      share: read ? right / read : null,
      low: read ? 0.9 : null,
      high: read ? 1 : null,
    })
    const standing = (figures: EditFigures): string =>
      renderCatalogue(
        rules.filter(({ id }) => id === 'repeated-word'),
        {
          edits: { ...editFiguresOf(run, [], new Map(), OCCASION), rules: { 'repeated-word': { safe: figures } } },
        },
      )
        .split('\n')
        .find((line) => line.includes('| safe |'))!
    expect(standing(safe(100, 99, 3000))).toBe(
      '| [repeated-word](repeated-word/rule.md) | safe | 3,000 | 100 | 99 | 0 | 99.0 % (90–100 %) | earned |',
    )
    expect(standing(safe(100, 98, 3000))).toContain('| not right enough for safe |')
    expect(standing(safe(60, 60, 3000))).toContain('| too few read: 60 of 100 |')
    expect(standing(safe(10, 10, 40))).toContain('| too few read: 10 of 40 |')
    expect(standing(safe(40, 40))).toContain('| too few there are: 40 of 100 |')
    expect(standing(safe(40, 39))).toContain('| not right enough for safe |')
    expect(standing(safe(0, 0, 7))).toContain('| 7 | 0 |  |  | not read yet | too few read: 0 of 7 |')
  })

  it('are read back as they were written', () => {
    using made = temporaryFolder()
    const figures = editFiguresOf(run, edits('safe', 1), new Map(), OCCASION)
    writeEditFigures(made.path, figures)
    expect(readFigures(made.path).edits).toEqual(figures)
  })
})

describe('the catalogue', () => {
  const two = rules.filter(({ id }) => id === 'repeated-word' || id === 'self-reference')
  const published = figuresOf(run, verdicts([1, 'true'], [2, 'true'], [3, 'false'], [4, 'debatable']), OCCASION)
  const injected = {
    articles: 250,
    words: 90_000,
    seed: 7,
    sets: ['harbour'],
    kinds: [{ kind: 'doubled word', rule: 'repeated-word', injected: 200, any: 199, warning: 198, error: 150 }],
  }

  it('shows how often each rule fires, what of it is right, and how sure that is', () => {
    const text = renderCatalogue(two, { published })
    expect(text).toContain('100,000 words in 10 articles, on 2026-03-01: harbour (100,000 words).')
    expect(text).toContain(
      '| [repeated-word](repeated-word/rule.md) | error | 5.00 | 5 | 4 | 2 | 1 | 50 % (15–85 %) | 2.50 |',
    )
    expect(text).toContain(
      '| [repeated-word](repeated-word/rule.md) | warning | 1.00 | 1 | 0 |  |  | not read yet |  |',
    )
    expect(text).toContain('| [self-reference](self-reference/rule.md) | – | 0.00 | 0 |')
    expect(text).toContain(
      'All rules together, at error level: 5.00 alarms per 100,000 words, of which 2.50 are not right.',
    )
  })

  it('shows what share of injected errors is found at which level', () => {
    const text = renderCatalogue(two, { injected })
    expect(text).toContain('| doubled word | [repeated-word](repeated-word/rule.md) | 200 | 75 % | 99 % | 100 % |')
    expect(text).toContain('put into 250 clean articles (90,000 words; harbour; seed 7)')
  })

  it('says which figures are of copy that rules were tuned on', () => {
    expect(renderCatalogue(two, { published })).toContain('**These are development figures**')
    expect(renderCatalogue(two, { published: { ...published, use: 'held out' } })).toContain('These are test figures')
    expect(renderCatalogue(two, { injected })).toContain('**These are development figures**')
  })

  it('shows figures of copy held out before those of copy that rules were tuned on', () => {
    const heldOut = { published: { ...published, use: 'held out' as const, words: 70_000 } }
    const text = renderCatalogue(two, { published, heldOut })
    expect(text.indexOf('70,000 words in 10 articles')).toBeGreaterThan(0)
    expect(text.indexOf('70,000 words in 10 articles')).toBeLessThan(text.indexOf('100,000 words in 10 articles'))
  })

  it('shows what rules do with strangers’ sentences', () => {
    const text = renderCatalogue(two, {
      unseen: {
        'repeated-word': {
          found: 30,
          faulty: 40,
          quiet: 20,
          sound: 20,
          heldOut: { found: 20, faulty: 40, quiet: 10, sound: 20 },
        },
      },
    })
    expect(text).toContain(
      '| [repeated-word](repeated-word/rule.md) | 20 of 40, 50 % (35–65 %) | 10 of 20, 50 % (30–70 %) | 30 of 40, 75 % (60–86 %) | 20 of 20, 100 % (84–100 %) |',
    )
    expect(text).toContain('| [self-reference](self-reference/rule.md) | not measured yet |  | not measured yet |')
  })

  it('shows how many marked errors each version touches', () => {
    const certainties = { '3 (any desk)': { errors: 20, error: 2, warning: 3, any: 4 } }
    const at = (revision: string, findings: number) => ({
      date: '2026-03-01',
      revision,
      drafts: 7,
      words: 2500,
      findings,
      touching: 3,
      certainties,
    })
    const text = renderCatalogue(two, { marked: [at('0123456', 9), at('89abcde', 1200)] })
    expect(text).toContain('7 drafts (2,500 words)')
    expect(text).toContain('| 0123456, 2026-03-01 | 9 | 3 | 4 of 20 |\n| 89abcde, 2026-03-01 | 1,200 | 3 | 4 of 20 |')
  })

  it('marks kinds of errors that are made from a rule’s own words', () => {
    const closed = { ...injected, kinds: [{ ...injected.kinds[0]!, closed: true as const }] }
    expect(renderCatalogue(two, { injected: closed })).toContain('| doubled word * |')
  })

  it('says of a rule without figures that it was not measured, and so of all where there are none', () => {
    const text = renderCatalogue(two, { published: { ...published, rules: {} } })
    expect(text).toContain('| [repeated-word](repeated-word/rule.md) | – | not measured yet |')
    const none = renderCatalogue(two)
    expect(none.match(/not measured yet/g)).toHaveLength(18)
    expect(none.match(/Not measured yet/g)).toHaveLength(4)
  })

  it('counts the errors that nobody has read, so that their share isn’t taken for right', () => {
    const unread = figuresOf(run, new Map(), OCCASION)
    expect(renderCatalogue(two, { published: unread })).toContain(
      'of which 0.00 are not right (without 5 alarms of rules whose findings nobody has read yet).',
    )
  })
})

describe('the table by rule', () => {
  const one = rules.filter(({ id }) => id === 'repeated-word')
  const kind = { kind: 'doubled word', rule: 'repeated-word', injected: 200, any: 199, warning: 180, error: 150 }
  const injected = { articles: 250, words: 90_000, seed: 7, sets: ['harbour', 'quay'], kinds: [kind] }
  const published = figuresOf(run, verdicts([1, 'true'], [2, 'true'], [3, 'false'], [4, 'debatable']), OCCASION)

  it('has a line a rule, and no figure where nothing is on record', () => {
    expect(renderByRule(one, {}).split('\n').at(-1)).toBe(
      `| [A word twice](repeated-word/rule.md) |${' not measured yet |'.repeat(5)}`,
    )
    const unseen = { 'repeated-word': { found: 30, faulty: 40, quiet: 20, sound: 20 } }
    const text = renderByRule(one, { published, injected, unseen })
    expect(text).toContain(
      '| [A word twice](repeated-word/rule.md) | 90 % of 200 | 75 % of 40 | 100 % of 20 | 2.50 | not read yet |',
    )
    // Whatever else was measured, a new rule has no figure, and no 0.
    const added = [...one, { ...one[0]!, id: 'new-rule', title: 'A new rule' }]
    expect(renderByRule(added, { published, injected, unseen })).toContain(
      `| [A new rule](new-rule/rule.md) |${' not measured yet |'.repeat(5)}`,
    )
    expect(text).toContain('Errors were put into 90,000 words. **These are development figures**')
    expect(text).toContain('Wrong findings were counted in 100,000 words. **These are development figures**')
  })

  it('counts no errors that are made from a rule’s own words', () => {
    const kinds = [kind, { ...kind, kind: 'own words', closed: true as const, warning: 0 }]
    expect(renderByRule(one, { injected: { ...injected, kinds } })).toContain('| 90 % of 200 |')
    expect(renderByRule(one, { injected: { ...injected, kinds: kinds.slice(1) } })).toContain(
      '(repeated-word/rule.md) | not measured yet |',
    )
  })

  it('has the figures of copy held out where there are some', () => {
    const heldOut = {
      published: figuresOf(run, verdicts([6, 'true']), { ...OCCASION, use: 'held out' }),
      injected: { ...injected, use: 'held out' as const, kinds: [{ ...kind, warning: 100 }] },
    }
    const text = renderByRule(one, { published, injected, heldOut })
    expect(text).toMatch(/\| 50 % of 200 \|.*\| 0\.00 \|/)
    expect(text).toContain('90,000 words. These are test figures')
  })
})

describe('what the README says is missed', () => {
  const one = rules.filter(({ id }) => id === 'repeated-word')

  it('is a line a figure, in a hundred, of copy held out and of the last version on record', () => {
    const at = (warning: number) => ({
      date: '2026-03-01',
      revision: '0123456',
      drafts: 7,
      words: 2500,
      findings: 9,
      touching: 3,
      certainties: {
        '3 (any desk)': { errors: 20, error: 2, warning, any: 9 },
        '1 (some)': { errors: 5, error: 0, warning: 5, any: 5 },
      },
    })
    const published = figuresOf(run, verdicts([1, 'true'], [2, 'true'], [3, 'false'], [4, 'debatable'], [6, 'true']), {
      ...OCCASION,
      use: 'held out',
    })
    const tally = { found: 40, faulty: 40, quiet: 20, sound: 20 }
    const unseen = {
      'repeated-word': { ...tally, heldOut: { found: 30, faulty: 40, quiet: 18, sound: 20 } },
      gone: tally,
    }
    const text = renderMisses(one, { marked: [at(1), at(3)], heldOut: { published }, unseen })
    expect(text).toContain('- Of 100 errors that any desk would change it finds 15 (3 of 20, in 7 drafts')
    // Of five errors and one warning the errors are right in half.
    expect(text).toContain('- 42 of 100 alarms are wrong (3 of 6, in 100,000 words')
    expect(text).toContain('from the rules’ pages, it finds 75; of 100 sound drafts of theirs it touches 10.')
    expect(text.match(/^- /gm)).toHaveLength(4)
  })

  it('says nothing of what isn’t on record, nor of copy that rules were tuned on', () => {
    const published = figuresOf(run, verdicts([1, 'true']), OCCASION)
    const unseen = { 'repeated-word': { found: 40, faulty: 40, quiet: 20, sound: 20 } }
    expect(renderMisses(one, { published, unseen })).toBe('- It is no grammar and no fact checker.')
  })
})

describe('a page', () => {
  const published = figuresOf(run, verdicts([1, 'true'], [2, 'true'], [3, 'false'], [4, 'debatable']), OCCASION)

  it('says what is on record of its rule, in words for editors', () => {
    const kind = { kind: 'word twice', rule: 'repeated-word', injected: 1200, any: 1190, warning: 1176, error: 0 }
    const kinds = [kind, { ...kind, closed: true as const }, { ...kind, rule: 'self-reference' }]
    const counts = {
      edits: 40,
      distinct: 30,
      read: 10,
      right: 9,
      wrong: 1,
      debatable: 0,
      share: 0.9,
      low: 0.6,
      high: 1,
    }
    const figures = {
      published,
      injected: { articles: 250, words: 90_000, seed: 7, sets: ['harbour'], kinds },
      edits: { ...editFiguresOf(run, [], new Map(), OCCASION), rules: { 'repeated-word': { likely: counts } } },
      heldOut: { published: { ...published, use: 'held out' as const, rules: { 'repeated-word': {} } } },
      unseen: { 'repeated-word': { found: 30, faulty: 40, quiet: 20, sound: 20 } },
    }
    expect(renderPageFigures('repeated-word', figures).split('\n')).toEqual([
      '- Put into published stories: 1,176 of 1,200 mistakes found (98 %).',
      '- Written by strangers: 30 of 40 mistakes found, 20 of 20 sound sentences left alone.',
      '- Per 100,000 published words: 5.00 at error (right: 2 of 4 read), 1.00 at warning (not read yet).',
      '- Per 100,000 words that no rule was tuned on: none.',
      '- Edits: likely (right: 9 of 10 read).',
    ])
    expect(renderPageFigures('self-reference', figures)).toContain('Per 100,000 published words: none.')
  })

  it('says of a rule without figures that it was not measured', () => {
    expect(renderPageFigures('lost-word', { published })).toBe('Not measured yet.')
  })
})
