/** The test kit for rules of one's own: what it runs, and how it says what differs. */
import { describe, expect, it } from 'vitest'
import {
  defineRule,
  RuleTestError,
  span,
  storyOf,
  testRule,
  type Rule,
  type RuleCase,
} from '../../src/rule-kit/index.ts'

/** A rule that finds each “teh” and would write `mended` instead. */
function tehRule(mended = 'the'): Rule {
  return defineRule({
    id: 'teh',
    summary: 'Finds “teh”.',
    kind: 'slip',
    stage: 'trial',
    severity: 'warning',
    since: '1.0.0',
    quotations: 'check',
    options: { word: { type: 'string', default: 'teh', description: 'What is found.' } },
    messages: { found: ({ words }: { words: string }) => `“${words}” is misspelt` },
    *check({ story, options, find }) {
      for (const { index, 0: words } of story.text.matchAll(new RegExp(`\\b${options.word}\\b`, 'g'))) {
        const at = span(index, index + words.length)
        yield find('found', {
          at,
          words,
          suggestions: [{ title: `Write “${mended}”`, grade: 'safe', edits: [{ at, text: mended }] }],
        })
      }
    },
  })
}

const PAGE = `## Flagged

\`\`\`copy
It was [[teh]] “best” day.
\`\`\`

> warning: “teh” is misspelt

## Allowed

\`\`\`copy
It was the best day.
\`\`\`

## Known misses

\`\`\`copy
It was [[t e h]] best day.
\`\`\`
`

function failure(run: () => void): RuleTestError {
  try {
    run()
  } catch (error) {
    if (error instanceof RuleTestError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a rule whose cases hold', () => {
  it('passes, with a page of cases as with a list', () => {
    const cases: readonly RuleCase[] = [
      { copy: 'It was [[teh]] best day.', messages: ['“teh” is misspelt'] },
      { copy: 'It was the best day.' },
      { html: '<p>It was [[teh]] best &amp; last day.</p>', messages: ['warning: “teh” is misspelt'] },
      { copy: 'It was [[hte]] best day.', options: { word: 'hte' }, messages: ['“hte” is misspelt'] },
      { copy: 'It was [[t e h]] best day.', isKnownMiss: true },
    ]
    expect(() => testRule(tehRule(), PAGE)).not.toThrow()
    expect(() => testRule(tehRule(), cases)).not.toThrow()
  })
})

describe('a case that doesn’t hold', () => {
  it('is told with what was expected and what was found', () => {
    const error = failure(() => testRule(tehRule(), PAGE.replace('“best” day', '“best” teh day')))
    expect(error.message).toBe(
      'rule “teh”: one thing differs\n\nline 3, as it stands:\n'
        + 'expected\nIt was [[teh]] “best” teh day.\n> warning: “teh” is misspelt\n'
        + 'found\nIt was [[teh]] “best” [[teh]] day.\n> warning: “teh” is misspelt\n> “teh” is misspelt',
    )
    expect(error.actual).toBe('It was [[teh]] “best” [[teh]] day.\n> warning: “teh” is misspelt\n> “teh” is misspelt')
    expect(error.expected).toBe('It was [[teh]] “best” teh day.\n> warning: “teh” is misspelt')
  })

  it('holds none of the others back', () => {
    const error = failure(() =>
      testRule(tehRule(), [
        { copy: 'It was teh best day.' },
        { copy: 'It was the best day.' },
        { copy: 'It was [[teh]] best day.', isKnownMiss: true },
      ]),
    )
    expect(error.problems).toEqual([
      'case 1, as it stands:\nexpected\nIt was teh best day.\nfound\nIt was [[teh]] best day.\n> “teh” is misspelt',
      'case 3: this known miss is found now: move it to Flagged (“teh”)',
    ])
  })

  it('is one that a suggestion leaves as it was, or harms by another rule', () => {
    const one: RuleCase = {
      copy: 'It was the [[teh]] end.',
      messages: ['“teh” is misspelt'],
      noVariants: 'one will do',
    }
    expect(failure(() => testRule(tehRule('teh '), [one])).problems[0]).toContain('leaves teh on “teh”')
    expect(failure(() => testRule(tehRule(), [one])).problems[0]).toContain('leaves repeated-word on “the the”')
  })
})

describe('what is no case', () => {
  const given =
    (cases: unknown): (() => void) =>
    () =>
      testRule(tehRule(), cases as never)

  it.each([
    [undefined, 'testRule: “cases” takes cases, as Markdown or a list, not undefined'],
    [[], 'testRule: there is no case; a rule without one is tested by nothing'],
    ['# teh\n\nNothing.\n', 'testRule: there is no case; a rule without one is tested by nothing'],
    [[{ text: 'It was.' }], 'testRule: there is no option “cases[0].text”'],
    [[{}], 'testRule: “cases[0]”: a case has one of copy, draft, markdown, html'],
    [[{ copy: 'It.', draft: 'It.' }], 'testRule: “cases[0]”: a case has one of copy, draft, markdown, html'],
    [[{ copy: '[[It]].' }], 'testRule: “cases[0]”: 1 marks need as many “> message” lines'],
    [[{ copy: 'It.', messages: ['It.'] }], 'testRule: “cases[0]”: an example under “Flagged” marks what is found'],
    [[{ copy: 'It.', date: '2020-07-17' }], 'testRule: “cases[0].date” takes a day of the calendar'],
    ['## Flagged\n\n```copy\n[[It]].\n```\n', 'line 3: 1 marks need as many “> message” lines'],
  ])('is refused: %j', (cases, said) => {
    expect(given(cases)).toThrow(said)
  })

  it('is a rule’s mere definition', () => {
    expect(() => testRule({ id: 'teh', check: () => [] } as never, PAGE)).toThrow(
      'testRule: “rule” is a rule’s definition; it takes what defineRule makes of it',
    )
    expect(() => testRule(7 as never, PAGE)).toThrow('testRule: “rule” takes a rule, as defineRule makes it, not 7')
  })
})

describe('a story of a text', () => {
  it('has its facts', () => {
    const { facts } = storyOf('<p>It met on Friday, July 17.</p>', { format: 'html' })
    expect(facts.dates.map(({ start, end }) => [start, end])).toHaveLength(1)
  })

  it('refuses wrong options', () => {
    expect(() => storyOf(7 as never)).toThrow('storyOf: “text” takes a string, not 7')
    expect(() => storyOf('', { format: 'docx' as never })).toThrow('storyOf: “format” takes one of')
  })
})
