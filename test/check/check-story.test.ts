/** Tests of running rules on a story. */
import { createStory } from '../../src/story/index.ts'
import { defineRule, span, type Rule, type Severity } from '#rule'
import type { Span } from '../../src/text/index.ts'
import retextRepeatedWords from 'retext-repeated-words'
import { describe, expect, it } from 'vitest'
import { pluginsOf } from '../../src/check/check-source.ts'
import { checkStories, checkStory, textStory } from '../stories.ts'
import { CopyBuilder } from '../../src/copy/copy-builder.ts'
import { sourceSpan } from '../../src/text/span.ts'
import { active, storyOf, wordRule } from './word-rule.ts'

/** A rule with findings of every level. */
const graded = defineRule({
  id: 'graded',
  summary: 'Levels.',
  kind: 'slip',
  stage: 'stable',
  severity: 'warning',
  since: '0.1.0',
  quotations: 'check',
  messages: { level: () => 'a level' },
  *check({ story, find }) {
    for (const severity of ['error', 'warning', 'info'] as const) {
      const at = story.text.indexOf(severity)
      yield find('level', { at: span(at, at + severity.length), severity })
    }
    const usual = story.text.indexOf('usual')
    yield find('level', { at: span(usual, usual + 5) })
  },
})

/** A rule that gives a span as it is told to. */
function ruleWith(places: Partial<Record<'at' | 'related' | 'edit', Span>>): Rule {
  const usual = span(0, 3)
  return defineRule({
    id: 'stray-span',
    summary: 'Spans.',
    kind: 'slip',
    stage: 'stable',
    severity: 'warning',
    since: '0.1.0',
    quotations: 'check',
    messages: { span: () => 'a span' },
    *check({ find }) {
      yield find('span', {
        at: places.at ?? usual,
        related: [{ at: places.related ?? usual, note: 'there' }],
        suggestions: [{ title: 'Delete it', grade: 'idea', edits: [{ at: places.edit ?? usual, text: '' }] }],
      })
    },
  })
}

describe('the stories of one source', () => {
  const two = [storyOf('One widget rose.'), storyOf('Another widget fell.')]

  it('are checked each by itself, and make one report', () => {
    const report = checkStories(two, active(wordRule(/widget/g)))
    expect(report.findings.map(({ start }) => start.offset)).toEqual([4, 8])
    expect(report.words).toBe(6)
  })

  it('never give two findings one fingerprint', () => {
    const { findings } = checkStories([storyOf('One widget.'), storyOf('One widget.')], active(wordRule(/widget/g)))
    expect(findings).toHaveLength(2)
    expect(findings[0]!.fingerprint).not.toBe(findings[1]!.fingerprint)
  })

  it('may be none', () => {
    expect(checkStories([], active(wordRule(/widget/g)))).toEqual({ findings: [], notices: [], words: 0 })
  })
})

describe('a rule', () => {
  const kinds = { news: 1, sport: 1, letters: 1, transcript: 1 } as const
  const spoken = (rule: Rule): readonly string[] =>
    Object.keys(kinds).filter(
      (kind) =>
        checkStory(textStory('One widget.', { kind: kind as keyof typeof kinds }), active(rule)).findings.length > 0,
    )

  it('keeps quiet in the kinds of copy that it names', () => {
    expect(spoken({ ...wordRule(/widget/g), quietIn: ['sport', 'transcript'] })).toEqual(['news', 'letters'])
  })

  it('of style keeps quiet in somebody else’s words', () => {
    expect(spoken(wordRule(/widget/g, { kind: 'style' }))).toEqual(['news', 'sport'])
    expect(spoken(wordRule(/widget/g, { kind: 'slip' }))).toEqual(['news', 'sport', 'letters', 'transcript'])
  })
})

describe('a finding', () => {
  it('says all there is to know, in the coordinates of the source', () => {
    const story = storyOf('One\u00A0line\r\n\r\nThe widget\u200B rose,\u2009then the gadget fell.')
    const rule = wordRule(/widget/g, {
      id: 'stray-widget',
      kind: 'contradiction',
      severity: 'error',
      instead: 'gadget',
      grade: 'likely',
      related: /gadget/g,
    })
    const { findings } = checkStory(story, active(rule))
    expect(findings).toEqual([
      {
        rule: 'stray-widget',
        title: 'stray-widget',
        kind: 'contradiction',
        severity: 'error',
        message: '“widget” is stray',
        quote: 'widget',
        start: { line: 3, column: 5, offset: 16 },
        end: { line: 3, column: 11, offset: 22 },
        related: [
          {
            message: 'here it is “gadget”',
            start: { line: 3, column: 28, offset: 39 },
            end: { line: 3, column: 34, offset: 45 },
          },
        ],
        suggestions: [{ title: 'Write “gadget”', grade: 'likely', edits: [{ start: 16, end: 22, text: 'gadget' }] }],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        url: 'rules/stray-widget/rule.md',
      },
    ])
    expect(story.source.slice(16, 22)).toBe('widget')
    expect(story.source.slice(39, 45)).toBe('gadget')
  })

  it('quotes the writer’s words without what the source has between them', () => {
    const [finding] = checkStory(storyOf('The wid\u00ADget\u00A0rose.'), active(wordRule(/widget rose/g))).findings
    expect(finding).toMatchObject({ quote: 'widget rose', start: { offset: 4 }, end: { offset: 16 } })
  })

  it('comes in the order of the story, whichever rule found it', () => {
    const { findings } = checkStory(
      storyOf('one two three two one'),
      active(wordRule(/two/g, { id: 'a' }), wordRule(/one|three/g, { id: 'b' })),
    )
    expect(findings.map(({ quote }) => quote)).toEqual(['one', 'two', 'three', 'two', 'one'])
  })

  it.each<[Severity, readonly Severity[]]>([
    ['error', ['error', 'error', 'error', 'error']],
    ['warning', ['error', 'warning', 'warning', 'warning']],
    ['info', ['error', 'warning', 'info', 'warning']],
  ])('stays no lower than %s where that is its floor', (floor, severities) => {
    const { findings } = checkStory(storyOf('error warning info usual'), [
      { rule: graded, ceiling: 'error', floor, options: {} },
    ])
    expect(findings.map(({ severity }) => severity)).toEqual(severities)
  })

  it.each<[Severity, readonly Severity[]]>([
    ['error', ['error', 'warning', 'info', 'warning']],
    ['warning', ['warning', 'warning', 'info', 'warning']],
    ['info', ['info', 'info', 'info', 'info']],
  ])('goes no higher than %s where that is its ceiling', (ceiling, severities) => {
    const { findings } = checkStory(storyOf('error warning info usual'), [
      { rule: graded, ceiling, floor: 'info', options: {} },
    ])
    expect(findings.map(({ severity }) => severity)).toEqual(severities)
  })

  it('has no suggestion of which one edit can’t be written', () => {
    const [finding] = checkStory(
      storyOf('The wid\u200Bget rose.'),
      active(wordRule(/widget/g, { instead: 'gadget' })),
    ).findings
    expect(finding!.suggestions).toEqual([])
    const [other] = checkStory(
      storyOf('The widget rose.'),
      active(wordRule(/widget/g, { instead: 'two\nlines' })),
    ).findings
    expect(other!.suggestions).toEqual([])
  })

  it('may delete a line whole, with its end', () => {
    const [finding] = checkStory(
      storyOf('One.\n\nAdvertisement\n\nTwo.\n'),
      active(wordRule(/Advertisement/g, { instead: '' })),
    ).findings
    expect(finding!.suggestions[0]!.edits).toEqual([{ start: 6, end: 21, text: '' }])
  })
})

describe('a rule that skips quotations', () => {
  const text = 'A widget, “a widget” and widgets.\n\n“A widget ends no paragraph.\n\nA ‘widget’ and a widget “more”.'
  const found = (quotations: 'check' | 'skip') =>
    checkStory(storyOf(text), active(wordRule(/widgets?/g, { quotations }))).findings.map(({ start }) => start.offset)

  it('has no finding in quoted speech', () => {
    const all = [...text.matchAll(/widgets?/g)].map(({ index }) => index)
    expect(found('check')).toEqual(all)
    expect(found('skip')).toEqual([all[0], all[2], all[5]])
  })

  it('has no finding that touches quoted speech', () => {
    const quotes = (pattern: RegExp) =>
      checkStory(storyOf('He said “we go” and left.'), active(wordRule(pattern, { quotations: 'skip' }))).findings.map(
        ({ quote }) => quote,
      )
    expect(quotes(/said “we/g)).toEqual([])
    expect(quotes(/go” and/g)).toEqual([])
    expect(quotes(/said |and/g)).toEqual(['said ', 'and'])
    expect(quotes(/said .*left/g)).toEqual([])
    const between = (pattern: RegExp) =>
      checkStory(storyOf('He said “go” and “stay” then.'), active(wordRule(pattern, { quotations: 'skip' }))).findings
        .length
    expect([between(/ and /g), between(/ and “/g), between(/” and /g), between(/ then/g)]).toEqual([1, 0, 0, 1])
  })

  it('has no finding in a blockquote', () => {
    const copy = new CopyBuilder('a widget a widget')
    for (const [start, end, quoted] of [
      [0, 8, false],
      [9, 17, true],
    ] as const) {
      copy.open({ kind: 'paragraph', quoted })
      copy.copy(start, end)
      copy.close()
    }
    const story = createStory(copy.finish({ format: 'markdown' }))
    expect(
      checkStory(story, active(wordRule(/widget/g, { quotations: 'skip' }))).findings.map(({ start }) => start.offset),
    ).toEqual([2])
    expect(checkStory(story, active(wordRule(/widget/g))).findings).toHaveLength(2)
  })

  it('has each of its findings between many quotations, and none in them', () => {
    const story = storyOf(
      `${'“A widget,” he said of the widget, “is a widget.” The widget fell. '.repeat(20)}\n\n`.repeat(20),
    )
    const { findings } = checkStory(story, active(wordRule(/widget/g, { quotations: 'skip' })))
    expect(findings).toHaveLength(800)
    expect(
      findings.filter(({ start }) => !/(?:the|The) $/.test(story.source.slice(start.offset - 4, start.offset))),
    ).toEqual([])
  })
})

describe('a rule whose span leaves its block', () => {
  it.each([
    ['over the end of a block', span(1, 5)],
    ['over the end of the story', span(4, 99)],
    ['backwards', span(2, 1)],
    ['before the story', span(-2, 1)],
  ])('throws and is named: %s', (_, at) => {
    for (const place of ['at', 'related', 'edit'] as const) {
      expect(() => checkStory(storyOf('one\ntwo'), active(ruleWith({ [place]: at })))).toThrow(
        /rule “stray-span” gave a span/,
      )
    }
  })

  it('throws in a story without blocks', () => {
    expect(() => checkStory(storyOf(''), active(ruleWith({})))).toThrow(RangeError)
  })

  it('may be empty or end where the block ends', () => {
    expect(
      checkStory(storyOf('one\ntwo'), active(ruleWith({ at: span(3, 3), related: span(4, 7) }))).findings,
    ).toHaveLength(1)
  })
})

describe('an adopted plugin', () => {
  const rule = defineRule({
    id: 'doubled',
    summary: 'Doubled.',
    kind: 'slip',
    stage: 'stable',
    severity: 'warning',
    since: '0.1.0',
    quotations: 'check',
    adopts: { plugin: retextRepeatedWords },
    messages: { doubled: ({ reason }: { reason: string }) => reason },
    *check({ adopted, find }) {
      for (const { at, reason } of adopted) yield find('doubled', { at, reason })
    },
  })

  it('is run with the parse, and its rule hears what it said', () => {
    const rules = active(rule, wordRule(/end/g))
    expect(pluginsOf(rules).map(({ id }) => id)).toEqual(['doubled'])
    const story = textStory('One line.\n\nTo the the end.', { plugins: pluginsOf(rules) })
    expect(checkStory(story, rules).findings.map(({ rule: id, quote, start }) => [id, quote, start.line])).toEqual([
      ['doubled', 'the the', 3],
      ['stray-word', 'end', 3],
    ])
  })
})

describe('a report', () => {
  it('counts what a desk counts as words', () => {
    const words = (text: string) => checkStory(storyOf(text), []).words
    expect(words('')).toBe(0)
    expect(words('Xiaomi’s 2.9% rise — “so far” — is a well-known fact, AT&T said.')).toBe(11)
    expect(words('— … “” * * *')).toBe(0)
    expect(words('Été à Orléans\n\nÉmile\u00A0Roe')).toBe(5)
  })

  it('counts the words of a byline too', () => {
    expect(checkStory(storyOf('By Lena Ortiz'), []).words).toBe(3)
  })

  it('tells what the reader passed over and what could not be read, and where', () => {
    const copy = new CopyBuilder('---\nbroken\n---\nOne line.')
    copy.open({ kind: 'paragraph' })
    copy.copy(15, 24)
    copy.close()
    const story = createStory(
      copy.finish({
        format: 'markdown',
        notices: [
          { message: 'front matter', at: span(0, 0), source: sourceSpan(0, 14) },
          { message: 'a word', at: span(4, 8) },
        ],
      }),
    )
    expect(checkStory(story, []).notices).toEqual([
      { message: 'front matter', start: { line: 1, column: 1, offset: 0 }, end: { line: 3, column: 4, offset: 14 } },
      { message: 'a word', start: { line: 4, column: 5, offset: 19 }, end: { line: 4, column: 9, offset: 23 } },
    ])
  })

  it('is the same every time', () => {
    const rules = active(wordRule(/one|two/g, { instead: 'x' }))
    expect(checkStory(storyOf('one two one'), rules)).toEqual(checkStory(storyOf('one two one'), rules))
  })
})
