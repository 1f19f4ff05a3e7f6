/**
 * The parts of leftover-note that a page can’t show: templates, the words around a mark, and the table of notes itself.
 */
import { describe, expect, it } from 'vitest'
import { isAmong, unitAfter, wordAfter, wordBefore } from '../../rules/leftover-note/around.ts'
import data from '../../rules/leftover-note/notes.generated.ts'
import rule from '../../rules/leftover-note/rule.ts'
import { Phrases } from '../../src/english/phrases.ts'
import { activeRules } from '../../src/check/config/config.ts'
import { checkStory, textStory } from '../stories.ts'
import { duration } from '../duration.ts'

const active = activeRules([rule], { rules: { 'leftover-note': 'on' } })
const find = (text: string): readonly string[] =>
  checkStory(textStory(text), active).findings.map(({ severity, message }) => `${severity}: ${message}`)

describe('the words around a mark', () => {
  const text = 'Mr. XX, and Men’s XX-year-old “XX people” XXm'
  it('are read up to a space', () => {
    expect(wordBefore(text, 4)).toBe('Mr.')
    expect(wordBefore(text, 1)).toBe('')
    expect(wordBefore('the “old XX', 9)).toBe('old')
    expect(wordAfter('XX year-olds, he said', 2)).toBe('year-olds')
    expect(wordAfter(text, 6)).toBe('')
  })

  it('are units with a space, a hyphen or nothing between', () => {
    expect(['XX people', 'XX-year-old', 'XXm', 'XX, then'].map((words) => unitAfter(words, 2))).toEqual([
      'people',
      'year',
      'm',
      '',
    ])
  })

  it('are looked up in any case and without an ending of possession', () => {
    expect(isAmong(new Set(['men']), 'Men’s')).toBe(true)
    expect(isAmong(new Set(['men']), 'omens')).toBe(false)
  })
})

describe('the table of notes', () => {
  const groups = [...data.brackets, ...data.lines, ...data.orders]
  const templates = groups.flatMap(({ lines }) => lines.trim().split('\n'))

  it.each(templates)('can be read: %s', (template) => {
    expect(() => new Phrases([{ lines: template }], data.classes).groupsOf('')).not.toThrow()
  })

  it('names kinds that there are', () => {
    expect(groups.map(({ kind }) => kind).filter((kind) => !(kind in data.kinds))).toEqual([])
  })

  it('is in small letters wherever case makes no difference', () => {
    const loose = [...data.brackets, ...data.lines].filter((group) => !('case' in group) || group.case !== 'exact')
    expect(
      loose.map(({ lines }) => lines.replace(/<[\w-]+>/g, '')).filter((lines) => lines !== lines.toLowerCase()),
    ).toEqual([])
  })
})

describe('notes that the page doesn’t list', () => {
  it.each([
    'TO COME: reaction',
    'Editor’s note to self: cut this paragraph',
    '[background paragraph here]',
    'xxxxx',
    'alt hed: Pilots end strike',
    '*** ENDS ***',
    '(ends)',
    '# # #',
    'M O R E',
    'BC-Harbour-Strike, 450',
    '2nd Ld-Writethru',
    'hed hed hed',
    'By FIRSTNAME LASTNAME',
    'Desk — please hold until Friday',
  ])('is found as a line: %s', (line) => {
    expect(find(`The pilots went back to work on Tuesday after four days on the quay.\n\n${line}\n`)).toHaveLength(1)
  })

  it.each([
    'almost 00TK tons',
    'the mayor (note to editor: please verify) said',
    'the mayor [company name] said',
    'the XXXX film',
    'Roughly XX union workers',
    'The yard ** check this ** opened',
    'The yard {{name}} opened',
    'The yard <insert date> opened',
    'on March XX, 2021',
    'from XX/XX/2021',
    'cost $00 million',
    'see page 00',
    'the owner, ____, said',
    'QUOTE TO COME',
    'the bakers CHECK SPELLING said',
    'told Lindqvist, CQ, on Monday',
    'opens at XX:XX p.m. on',
  ])('is found in a sentence: %s', (words) => {
    expect(find(`The port is quiet and ${words} before the gates were closed.`)).toHaveLength(1)
  })

  it.each([
    'the shop (TK Maxx, in the mill) said',
    'the yard [/caption] opened',
    'the shop (add a pinch of salt) said',
    'women with XX chromosomes said',
    'a guide (note to self: bring a coat) said',
    'the rates (link here) said',
    'he acquired it (D-Maine) and said',
    'select [Contact Name] and said',
  ])('is none: %s', (words) => {
    expect(find(`The port is quiet and ${words} that the gates were closed.`)).toEqual([])
  })
})

describe('hostile copy', () => {
  const length = 240_000
  it.each([
    '[',
    '(',
    'TK ',
    'XX ',
    '? ',
    '_ ',
    'x',
    '[check ',
    '[check] ',
    '** check ** ',
    '** a',
    'PLS CHECK ',
    'quote goes ',
    'lorem ipsum ',
    `[${'name '.repeat(31)}] `,
    `${'-'.repeat(200)}\n\n`,
    `${'note to '.repeat(25)}\n\n`,
  ])('is read in time: %j', (token) => {
    const story = textStory(token.repeat(Math.ceil(length / token.length)))
    void [story.facts.layout.headlines, story.facts.quotations.holds(0), story.facts.acronyms, story.facts.copyKind]
    expect(duration(() => [...rule.run(story, active[0]!.options)])).toBeLessThan(1000)
  })
})
