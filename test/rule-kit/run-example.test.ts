import { describe, expect, it } from 'vitest'
import { defineRule, span, type FindingPlace, type Rule } from '#rule'
import type { Example } from '../../src/rule-kit/examples.ts'
import { readRulePage } from '../rule-page.ts'
import { foundAfterAll, runExample } from '../../src/rule-kit/run-example.ts'
import { suggestionProblems } from '../../src/rule-kit/suggestions.ts'
import { renditionsOf } from '../../src/rule-kit/variants.ts'

/** A rule that finds each “teh”; `place` adds to what it says of one. */
function tehRule(place: (at: number) => Partial<FindingPlace> = () => ({}), id = 'teh'): Rule {
  return defineRule({
    id,
    summary: 'Finds “teh”.',
    kind: 'slip',
    stage: 'stable',
    severity: 'warning',
    since: '0.1.0',
    quotations: 'check',
    messages: { found: ({ words }: { words: string }) => `“${words}” is “the” misspelt` },
    *check({ story, find }) {
      for (const { index, 0: words } of story.text.matchAll(/\bteh\b/gi)) {
        yield find('found', { at: span(index, index + 3), words, ...place(index) })
      }
    },
  })
}

function example(section: string, fence: string, messages = ''): Example {
  return readRulePage(`# teh\n\nFinds “teh”.\n\n## ${section}\n\n${fence}\n\n${messages}`).examples[0]!
}

/** In how many of its renditions an example holds. */
function holdsIn(rule: Rule, one: Example): string[] {
  return renditionsOf(one)
    .filter((rendition) => {
      const { expected, actual } = runExample(rule, one, rendition)
      return expected === actual
    })
    .map(({ name }) => name)
}

const COPY = '```copy\nIt was [[teh]] “best” day of all & they said it’s fine.\n```'
const MESSAGE = '> “teh” is “the” misspelt'

describe('an example that holds', () => {
  it('holds as it stands and in every variant, its findings on the same words', () => {
    expect(holdsIn(tehRule(), example('Flagged', COPY, MESSAGE))).toEqual([
      'as it stands',
      'with straight quotes',
      'with no-break spaces',
      'as Markdown',
      'as Markdown with emphasis',
      'as HTML in Markdown',
      'as an HTML page',
      'in mid-story',
    ])
  })

  it('may state its severity', () => {
    expect(holdsIn(tehRule(), example('Flagged', COPY, MESSAGE.replace('> ', '> warning: ')))).toContain('as it stands')
    expect(holdsIn(tehRule(), example('Flagged', COPY, MESSAGE.replace('> ', '> error: ')))).toEqual([])
  })

  it('is run as it stands only where its page says why', () => {
    expect(
      renditionsOf(example('Flagged', COPY.replace('copy', 'copy no-variants="a reason"'), MESSAGE)).map(
        ({ name }) => name,
      ),
    ).toEqual(['as it stands'])
  })
})

describe('an example fails', () => {
  it.each([
    ['where nothing is found', COPY.replace('[[teh]]', '[[the]]'), MESSAGE],
    ['where something more is found', COPY.replace('fine', 'teh fine'), MESSAGE],
    ['where other words are found', COPY.replace('[[teh]] “best”', '[[teh “best”]]'), MESSAGE],
    ['where the message is another', COPY, '> “teh” is misspelt'],
    ['where a related place is marked that the finding doesn’t name', COPY.replace('fine', '[[1:fine]]'), MESSAGE],
  ])('%s', (_name, fence, messages) => {
    expect(holdsIn(tehRule(), example('Flagged', fence, messages))).toEqual([])
  })

  it('where the finding names a related place that isn’t marked', () => {
    const rule = tehRule((at) => ({ related: [{ at: span(at - 4, at - 1), note: 'here' }] }))
    expect(holdsIn(rule, example('Flagged', COPY, MESSAGE))).toEqual([])
    expect(holdsIn(rule, example('Flagged', COPY.replace('was', '[[1:was]]'), MESSAGE))).toContain('as it stands')
  })

  it('where something is found in what is allowed', () => {
    expect(holdsIn(tehRule(), example('Allowed', '```copy\nIt was teh best.\n```'))).toEqual([])
    expect(holdsIn(tehRule(), example('Allowed', '```copy\nIt was the best.\n```'))).toContain('as it stands')
  })

  it('where its finding offers other edits than a page says, and where cases say others', () => {
    const rule = tehRule((at) => ({
      suggestions: [{ title: 'Write “the”', grade: 'likely', edits: [{ at: span(at, at + 3), text: 'the' }] }],
    }))
    const isHeld = (section: string, edit: string): boolean =>
      holdsIn(rule, example(section, COPY, `${MESSAGE}${edit}`)).includes('as it stands')
    expect(isHeld('Examples', '\n> - Write “the” (likely)')).toBe(true)
    expect(isHeld('Flagged', '\n> - Write “the” (likely)')).toBe(true)
    expect(isHeld('Flagged', '')).toBe(true)
    expect(isHeld('Examples', '')).toBe(false)
    expect(isHeld('Examples', '\n> - Write “the” (safe)')).toBe(false)
    expect(isHeld('Flagged', '\n> - Write “a” (likely)')).toBe(false)
  })

  it('and shows what was found as the page would write it', () => {
    const one = example('Flagged', '```copy\nIt was [[the]] best: teh end.\n```', '> error: one')
    expect(runExample(tehRule(), one, renditionsOf(one)[0]!)).toEqual({
      expected: 'It was [[the]] best: teh end.\n> error: one',
      actual: 'It was the best: [[teh]] end.\n> warning: “teh” is “the” misspelt',
    })
  })
})

describe('the variants', () => {
  const sourceOf = (one: Example, name: string): string =>
    renditionsOf(one).find((rendition) => rendition.name === name)!.source

  it('write plain copy so that Markdown and HTML say the same', () => {
    const one = example('Allowed', '```copy\n1986. AT&T’s *best* year_end <one>.\n\n- At #1, "fine" [sic] it was\n```')
    expect(sourceOf(one, 'as Markdown')).toBe(
      '1986\\. AT&amp;T’s \\*best\\* year\\_end \\<one\\>.\n\n- At \\#1, "fine" \\[sic\\] it was\n',
    )
    expect(sourceOf(one, 'as HTML in Markdown')).toBe(
      '<p>1986. AT&amp;T&rsquo;s *best* year_end &lt;one&gt;.</p>\n\n<ul><li>At #1, &quot;fine&quot; [sic] it was</li></ul>\n',
    )
    expect(sourceOf(one, 'with curly quotes')).toContain('#1, “fine” [sic]')
    expect(sourceOf(one, 'with straight quotes')).toContain("AT&T's")
    expect(sourceOf(one, 'with CRLF')).toContain('<one>.\r\n\r\n- At')
  })

  it('make headings of a draft’s headline and cross-heads', () => {
    const one = example(
      'Allowed',
      '```draft\nCouncil puts off library vote\n\nThe council put off its vote on Monday, after residents asked it for more time.\n\nA long evening\n\nThe meeting ended late, and no new day was set.\n```',
    )
    expect(sourceOf(one, 'as Markdown')).toMatch(
      /^# Council puts off library vote\n\nThe council .*\n\n## A long evening\n\nThe meeting/s,
    )
    expect(sourceOf(one, 'as HTML in Markdown')).toContain('<h2>A long evening</h2>')
  })

  it('set the first word of each mark in emphasis, outside the mark', () => {
    const one = example('Flagged', '```copy\nIt was [[teh end]] of it.\n```', '> x')
    const rendition = renditionsOf(one).find(({ name }) => name === 'as Markdown with emphasis')!
    const { start, end } = rendition.spanOf(one.marks[0]!)!
    expect(rendition.source.slice(start, end)).toMatch(/^teh(\*\*|_) end$/)
  })
})

describe('a suggestion', () => {
  const one = example('Flagged', '```copy\nIt was [[teh]] best.\n```', MESSAGE)
  const as = renditionsOf(one)
  const problems = (rule: Rule, rules: readonly Rule[] = [rule]): readonly string[] =>
    as.flatMap((rendition) => suggestionProblems(rules, rule, one, rendition))
  const suggesting = (text: string, grade: 'safe' | 'likely' | 'idea' = 'safe'): Rule =>
    tehRule((at) => ({ suggestions: [{ title: 'Mend it', grade, edits: [{ at: span(at, at + 3), text }] }] }))

  it('that mends the copy is right', () => {
    expect(problems(suggesting('the'))).toEqual([])
  })

  it('must silence its finding, unless it is only an idea', () => {
    expect(problems(suggesting('Teh'))[0]).toBe(
      '“teh”: the safe suggestion “Mend it” leaves teh on “Teh” (“Teh” is “the” misspelt) in: It was Teh best.',
    )
    expect(problems(suggesting('Teh', 'likely'))).toHaveLength(as.length)
    expect(problems(suggesting('Teh', 'idea'))).toEqual([])
  })

  it('must raise no finding of another rule', () => {
    const other = defineRule({
      id: 'the',
      summary: 'Finds “the”.',
      kind: 'slip',
      stage: 'stable',
      severity: 'info',
      since: '0.1.0',
      quotations: 'check',
      messages: { found: () => 'found' },
      *check({ story, find }) {
        const at = story.text.indexOf(' the best')
        if (at >= 0) yield find('found', { at: span(at, at + 4) })
      },
    })
    expect(problems(suggesting('the'), [other])[0]).toContain('leaves the on “ the”')
  })

  it('must change something', () => {
    expect(problems(suggesting('teh'))[0]).toContain('changes nothing')
  })
})

describe('a known miss', () => {
  it('must still be missed', () => {
    const missed = example('Known misses', '```copy\nIt was [[t e h]] best.\n```')
    const found = example('Known misses', '```copy\nIt was [[teh]] best.\n```')
    expect(foundAfterAll(tehRule(), missed, renditionsOf(missed)[0]!)).toBeUndefined()
    expect(foundAfterAll(tehRule(), found, renditionsOf(found)[0]!)).toBe(
      'this known miss is found now: move it to Flagged (“teh”)',
    )
  })

  it('without marks is a false alarm that must still sound', () => {
    const sounding = example('Known misses', '```copy\nThe Turkish word teh stands here.\n```')
    const silent = example('Known misses', '```copy\nIt was the best.\n```')
    expect(foundAfterAll(tehRule(), sounding, renditionsOf(sounding)[0]!)).toBeUndefined()
    expect(foundAfterAll(tehRule(), silent, renditionsOf(silent)[0]!)).toContain('nothing is found here')
  })
})
