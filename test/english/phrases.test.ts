/** Phrases: each sign of the notation as the page explains it, whole texts and running text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Automaton, Classes, LineTokens, lineKeys, Phrases, readTemplate } from '../../src/english/phrases.ts'
import { keysOf } from '../../src/english/phrases/token.ts'
import { TextTokens } from '../../src/english/phrases/text-tokens.ts'
import { Vocabulary } from '../../src/english/phrases/vocabulary.ts'
import { duration } from '../duration.ts'
import { ROOT } from '../rule-folders.ts'

const PAGE = readFileSync(join(ROOT, 'docs/phrases.md'), 'utf8')

/** The rows of the page's table: a template, what has it, what hasn't. */
const rows = PAGE.split('\n')
  .filter((line) => /^\| .*`.*\|$/.test(line))
  .map((line) =>
    line
      .slice(2, -2)
      .split(/ \| /)
      .map((cell) => cell.replaceAll('\\|', '|')),
  )
  .map((cells) => ({ template: cells.at(-3)!.slice(1, -1), has: cells.at(-2)!, hasNot: cells.at(-1)! }))

const classes = { part: '(quote(s)|pull-quote|caption)', lead: '(lede|lead)' }
const has = (template: string, text: string): boolean =>
  new Phrases([{ lines: template }], classes).groupsOf(text).length > 0

describe('the page of phrases', () => {
  it('has a row for each sign', () => {
    expect(rows).toHaveLength(15)
    expect(PAGE).toContain(`part: '${classes.part}'`)
  })

  it.each(rows)('“$template” has “$has”, not “$hasNot”', ({ template, has: one, hasNot }) => {
    expect(has(template, one)).toBe(true)
    expect(has(template, hasNot)).toBe(false)
  })
})

describe('a template', () => {
  it.each([
    ['insert [the] quote', 'insert quote', 'insert thequote'],
    ['quote(s)', 'quotes', 'quotess'],
    ['(name|age [group])(s)', 'age groups', 'ageds'],
    ['<lead>+', 'lead lede', 'ledelead'],
    ['check * here', 'check one two three four five here', 'check one two three four five six here'],
    ['check ....', 'check ages', 'checkers'],
    ['eds : ....', 'eds — trim', 'eds-trim'],
    ['name title', 'name/title', 'nametitle'],
    ["desk's", 'desk’s', 'desks'],
    ['tk', 'TK', '$TK'],
    ['$ million', '$ million', '$million'],
    ['t.b.c.', 't.b.c.', 't b c'],
    ['insert ....', 'insert quote.', 'insert.'],
    ['fixme ... [.|!]', 'fixme the age!', 'fixme the age, she said'],
    ['\\###+', '####', '##'],
    ['\\# \\# \\#', '# # #', '###'],
    ['news-room-desk', 'newsroom desk', 'news desk'],
    ['more ....', 'more one', 'more one\ntwo'],
  ])('“%s” has “%s”, not “%s”', (template, text, other) => {
    expect(has(template, text)).toBe(true)
    expect(has(template, other)).toBe(false)
  })

  it('that names a class nobody named, or leaves a bracket open, is refused', () => {
    expect(() => has('insert <thing>', '')).toThrow('there is no class <thing>, as in the template “insert <thing>”')
    expect(() => has('insert (a', '')).toThrow('“)” is missing in the template “insert (a”')
    expect(() => has('insert a)', '')).toThrow("can't be read from “)” on")
  })
})

describe('groups of templates', () => {
  const phrases = new Phrases([
    { lines: 'pls check [name(s)]\nhed goes here' },
    { lines: 'PLS CHECK\nFIX-ME', case: 'exact' },
  ])

  it('are told by their index, with case where it makes a difference', () => {
    expect(phrases.groupsOf('Pls check')).toEqual([0])
    expect(phrases.groupsOf('PLS CHECK')).toEqual([0, 1])
    expect(phrases.groupsOf('PLS CHECK it')).toEqual([])
  })

  it('are found in running text, each at its longest', () => {
    const text = 'He said Pls check names, (FIX ME) and pls, check; no SUFFIXME.\npls\ncheck'
    expect([...phrases.findIn(text)].map(({ group, start, end }) => [group, text.slice(start, end)])).toEqual([
      [0, 'Pls check names'],
      [1, 'FIX ME'],
      [0, 'pls, check'],
    ])
  })

  it('are refused in running text where they can begin with any word', () => {
    expect(() => [...new Phrases([{ lines: '* goes here' }]).findIn('hed goes here')]).toThrow(
      'the template “* goes here” can begin with any word of running text',
    )
  })

  it.each([
    ['check (that)+ now', 'check '.repeat(20_000)],
    ['check .... now', 'check '.repeat(20_000)],
    ['(that)+ now', 'that '.repeat(20_000)],
  ])('cost a long text no more than its length: %s', (template, text) => {
    const slow = new Phrases([{ lines: template }])
    expect(duration(() => [...slow.findIn(text)])).toBeLessThan(3000)
  })
})

describe('the vocabulary of templates', () => {
  const vocabulary = new Vocabulary(['insert [the] <part>', '<lead>'], classes)
  it('has their words and those of their classes, in one word or two, whatever their case', () => {
    for (const text of ['INSERT this', 'the ledes', 'pullquote', 'a pull'])
      expect(vocabulary.isIn(text), text).toBe(true)
    for (const text of ['the', 'D-Maine', 'in 1986', 'reinserted']) expect(vocabulary.isIn(text), text).toBe(false)
  })
})

describe('the tokens of running text', () => {
  it.each([
    ['Insert “quote” here, please...', ['insert', '“', 'quote', '”', 'here', 'please', '...']],
    ['Page 1,200; 2nd of 30.', ['page', '1,200', '2nd', 'of', '30.']],
    ['hed: one – two//three', ['hed', ':', 'one', ':', 'two', ':', 'three']],
    ['it’s t.b.c. & co\nend', ["it's", 't.b.c', '.', 'co', '\n', 'end']],
  ])('%s', (text, keys) => {
    expect(keysOf(new TextTokens(text))).toEqual(keys)
  })
})

describe('a template for a page’s line', () => {
  const classes = new Classes({ when: '(now|today|# (hours|days) ago)', bar: '(share|tweet|<mark>)' }, lineKeys)

  /** Whether a template takes the whole of a line. */
  function takes(template: string, line: string): boolean {
    const automaton = new Automaton()
    const starts = automaton.add(readTemplate(template, classes), 0)
    const tokens = new LineTokens(line, 0, line.length)
    return automaton.run(starts, tokens).some((match) => tokens.at(match.tokens) === undefined)
  }

  it.each([
    ['read (more|on) [here]', ['Read more', 'read on here', 'READ ON'], ['read', 'read more here now', 'more']],
    ['share <bar>+', ['share tweet', 'share | tweet | share'], ['share', 'share this tweet']],
    ['updated <when>', ['Updated now', 'Updated 3 hours ago'], ['Updated', 'Updated three hours ago']],
    [
      'follow * on twitter',
      ['follow Ana Lindqvist on Twitter', 'follow us on twitter'],
      ['follow on twitter', 'follow a b c d e f on twitter'],
    ],
    [
      'by ... you agree',
      ['by signing up, you agree'],
      ['by you agree', 'By six it rained. Then you agree', 'by then, she said, you agree'],
    ],
    ['watch : ....', ['Watch: “Go,” she said. And go they did.'], ['Watch: ', 'Watch']],
    ['image # / #', ['Image 1 / 5'], ['Image one / five']],
    ['(a|b)+ c', ['a c', 'a b a c'], ['c', 'a b']],
    ['one \\| two', ['one | two'], ['one two']],
    ['privacy & cookies', ['Privacy & Cookies', 'privacy and cookies'], ['privacy cookies']],
    ['sign-up', ['Sign-up', 'sign up', 'signup'], ['sign us up']],
    ['tok+', ['tokkk'], ['to']],
    ['google\\+', ['Google+'], ['googlee']],
  ])('%s takes what it says and nothing else', (template, lines, others) => {
    for (const line of lines) expect(takes(template, line), line).toBe(true)
    for (const line of others) expect(takes(template, line), line).toBe(false)
  })

  it('isn’t read where a bracket stays open or a class has no name', () => {
    expect(() => readTemplate('read (more', classes)).toThrow(SyntaxError)
    expect(() => readTemplate('read <less>', classes)).toThrow(SyntaxError)
    expect(() => readTemplate('read more)', classes)).toThrow(SyntaxError)
  })
})

describe('the tokens of a page’s line', () => {
  it.each([
    ['Don’t miss E-mail updates!', ["don't", 'miss', 'e', 'mail', 'updates']],
    ['ShareTweet LinkedIn', ['share', 'tweet', 'linked', 'in']],
    ['5:59PM 11.17.2025', ['<number>', 'pm', '<number>']],
    ['(c) © 2021', ['©', '©', '<number>']],
    ['U.S. News & Views', ['u.s', 'news', 'and', 'views']],
    [
      'ana@courier.example @ana https://courier.example pic.twitter.com/abc',
      ['<email>', '<handle>', '<url>', '<embed>'],
    ],
    [
      'It rained. Then “we” left at 9 p.m. ET',
      ['it', 'rained', '<stop>', 'then', '<quote>', 'we', 'left', 'at', '<number>', 'p.m', 'et'],
    ],
    ['A | B – C / D', ['a', '|', 'b', '–', 'c', '/', 'd']],
  ])('%s', (text, keys) => {
    expect(keysOf(new LineTokens(text, 0, text.length))).toEqual(keys)
  })
})
