/** Tests of the programming interface. */
import fc from 'fast-check'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextRepeatedWords from 'retext-repeated-words'
import { describe, expect, it } from 'vitest'
import {
  check,
  defineRule,
  formatOf,
  SettingError,
  UnreadError,
  type CheckOptions,
  type PluginSetting,
} from '../src/index.ts'

const ARTICLE: PluginSetting = { id: 'article', plugin: retextIndefiniteArticle }
const STORY = `Court orders Xiaomi off a list

The court told the Pentagon to remove Xiaomi from Xiaomi, and said that it would hear both sides in an hour.

Shares in Xiaomi rose by a tenth in Hong Kong after the the ruling.
`

/** The rule and the words of each finding. */
const found = (text: string, options?: CheckOptions): readonly string[] =>
  check(text, options).findings.map(({ rule, quote }) => `${rule}: ${quote}`)

describe('a check', () => {
  it('finds what is wrong with a story, in its order, with its place', () => {
    expect(found(STORY)).toEqual(['self-reference: Xiaomi', 'repeated-word: the the'])
    const [first] = check(STORY).findings
    expect(first).toMatchObject({
      kind: 'slip',
      severity: 'error',
      start: { line: 3, column: 51, offset: 82 },
      end: { line: 3, column: 57, offset: 88 },
    })
    expect(STORY.slice(82, 88)).toBe('Xiaomi')
    expect(first!.message).toContain('“Xiaomi”')
  })

  it('finds nothing in clean copy, and nothing in nothing', () => {
    expect(check(STORY.replace('from Xiaomi', 'from the list').replace('the the', 'the')).findings).toEqual([])
    for (const nothing of ['', ' \r\n\t\n', '\u200B'])
      expect(check(nothing)).toMatchObject({ findings: [], notices: [{ about: 'empty' }], words: 0 })
  })

  it('throws where nothing was read, so that an empty list of findings never stands for sound copy', () => {
    for (const [source, kind] of [
      ['{\\rtf1\\ansi Row}', /^is a Rich Text document/],
      ['<?xml version="1.0"?><ledger/>', /^is XML of a kind/],
      ['{"total": 1}', /^is JSON without/],
    ] as const) {
      expect(() => check(source)).toThrow(UnreadError)
      expect(() => check(source)).toThrow(kind)
      expect(check(source, { format: 'text' }).words).toBeGreaterThan(0)
    }
    expect(() => check('{"total": 1}', { format: 'ninjs' })).toThrow(/^holds no headline and no body/)
  })

  it('counts the words', () => {
    expect(check(STORY).words).toBe(6 + 21 + 14)
  })

  it('brings the same as messages of a file', () => {
    const { file, findings } = check(STORY, { path: 'drafts/court.txt' })
    expect([file.path, String(file)]).toEqual(['drafts/court.txt', STORY])
    expect(file.messages.map(({ ruleId, fatal, place }) => ({ ruleId, fatal, place }))).toEqual(
      findings.map(({ rule, severity, start, end }) => ({
        ruleId: rule,
        fatal: severity === 'error',
        place: { start, end },
      })),
    )
  })

  it('says the same every time and leaves its options alone', () => {
    const options: CheckOptions = Object.freeze({
      rules: Object.freeze({ 'repeated-word': 'info' as const }),
      names: Object.freeze([]),
      plugins: Object.freeze([Object.freeze(ARTICLE)]),
    })
    expect(check(STORY, options).findings).toEqual(check(STORY, options).findings)
  })
})

describe('the settings of a check', () => {
  it('switch rules off and lower their levels', () => {
    expect(found(STORY, { rules: { 'repeated-word': 'off' } })).toEqual(['self-reference: Xiaomi'])
    expect(
      check(STORY, { rules: { 'self-reference': 'info', 'repeated-word': 'warning' } }).findings.map(
        ({ severity }) => severity,
      ),
    ).toEqual(['info', 'warning'])
  })

  it('throw for a rule, a preset, a level or an option that isn’t known', () => {
    const throws = (options: object): string => {
      try {
        check(STORY, options)
      } catch (error) {
        if (error instanceof SettingError) return error.message
        throw error
      }
      return 'nothing'
    }
    expect(throws({ rules: { 'self-refrence': 'on' } })).toContain('did you mean “self-reference”?')
    expect(throws({ rules: { 'self-reference': 'eror' } })).toContain('did you mean “error”?')
    expect(throws({ rules: { 'self-reference': ['on', { most: 1 }] } })).toContain('no option “most”')
    expect(throws({ extends: ['strickt'] })).toContain('did you mean “strict”?')
  })
})

describe('the format of a text', () => {
  const markdown =
    '# Court orders Xiaomi off a list\n\nIt told the Pentagon to remove **Xiao**mi from `the the` Xiaomi, said `the the` judge of it.\n'

  it('is told by the path, and by the option before it', () => {
    expect(formatOf('a/b.md')).toBe('markdown')
    expect(formatOf('a.md/b.MARKDOWN')).toBe('markdown')
    expect([formatOf(undefined), formatOf('md'), formatOf('a.md/b.txt'), formatOf('notes.md.txt')]).toEqual([
      'text',
      'text',
      'text',
      'text',
    ])
    expect(found(markdown, { path: 'draft.md' })).toEqual([])
    expect(found(markdown, { format: 'markdown' })).toEqual([])
    expect(found(markdown, { path: 'draft.md', format: 'text' })).not.toEqual([])
    expect(found(markdown)).not.toEqual([])
  })

  it('decides what is copy and what its places are', () => {
    const text = 'It told the Pentagon to remove **Xiao**mi &amp; friends from the _the_ list, said the judge.\n'
    const [finding, ...more] = check(text, { format: 'markdown' }).findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({ rule: 'repeated-word', quote: 'the the' })
    expect(text.slice(finding!.start.offset, finding!.end.offset)).toBe('the _the')
  })
})

describe('what the caller knows of a text', () => {
  it('may be the desk’s names', () => {
    const text = 'They told the label to remove black midi from black midi, said a man who knows the band well.'
    expect(found(text)).toEqual([])
    expect(found(text, { names: [{ name: 'black midi' }] })).toEqual(['self-reference: black midi'])
  })

  it('may be the day of its publication', () => {
    const text = 'The council will meet on Saturday, July 17, to vote on the plan.'
    expect(found(text)).toEqual([])
    expect(found(text, { date: { year: 2020, month: 7, day: 16 } })).toEqual([
      expect.stringContaining('weekday-mismatch'),
    ])
    expect(found(text, { date: { year: 2021, month: 7, day: 16 } })).toEqual([])
  })
})

describe('another’s plugin', () => {
  const text = 'It took a hour to get to the the end of it.'

  it('is run beside the rules', () => {
    expect(found(text, { plugins: [ARTICLE] })).toEqual(['article: a', 'repeated-word: the the'])
  })

  it('is called by its id, unless it has a title', () => {
    expect(check(text, { plugins: [ARTICLE] }).findings.map(({ title }) => title)).toEqual(['article', 'A word twice'])
    expect(check(text, { plugins: [{ ...ARTICLE, title: 'A or an' }] }).findings[0]!.title).toBe('A or an')
  })

  it('is set like a rule', () => {
    expect(check(text, { plugins: [{ ...ARTICLE, severity: 'error' }] }).findings[0]!.severity).toBe('error')
    expect(
      check(text, { plugins: [{ ...ARTICLE, severity: 'error' }], rules: { article: 'warning' } }).findings[0]!
        .severity,
    ).toBe('warning')
    expect(found(text, { plugins: [ARTICLE], rules: { article: 'off', 'repeated-word': 'off' } })).toEqual([])
  })

  it('needs an id of its own', () => {
    expect(() => check(text, { plugins: [{ id: 'repeated-word', plugin: retextRepeatedWords }] })).toThrow(SettingError)
    expect(() => check(text, { plugins: [ARTICLE, ARTICLE] })).toThrow('there are two rules “article”')
  })
})

describe('whatever the text', () => {
  it('nothing is thrown, and every finding stands in it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        'the the ',
        'Xiaomi from Xiaomi ',
        'Sept. 31 ',
        '“',
        '\n',
        '\r\n\r\n',
        '\u200B',
        '\uD83D',
        '\u0000',
        '> ',
        '- ',
        '<b>',
        '&amp;',
        '`',
        '|',
        '---\n',
        'U.S. The ',
        '(ECB) ',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('text' as const, 'markdown' as const),
        (pieces, format) => {
          const text = pieces.join('')
          const { findings, notices, file } = check(text, { format })
          expect(file.messages).toHaveLength(findings.length)
          for (const { start, end } of [...findings, ...notices]) {
            expect(start.offset).toBeGreaterThanOrEqual(0)
            expect(end.offset).toBeGreaterThanOrEqual(start.offset)
            expect(end.offset).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })

  it('what stands beside a stretch without end is still checked', () => {
    expect(found(`${STORY}\n${'a_'.repeat(62_000)}\n`)).toEqual(found(STORY))
    expect(found(`${STORY}\n${'A'.repeat(120_000)}.\n`)).toEqual(found(STORY))
  })
})

describe('a rule', () => {
  it('may be defined by others, with messages that get their own data', () => {
    const rule = defineRule({
      id: 'stray-word',
      summary: 'A stray word.',
      kind: 'style',
      stage: 'stable',
      severity: 'info',
      since: '1.0.0',
      quotations: 'skip',
      options: { most: { type: 'integer', default: 1, description: 'How many.' } },
      messages: { stray: ({ word }: { word: string }) => `“${word}” is stray` },
      *check({ story, options, find }) {
        for (let index = 0; index < options.most; index++)
          yield find('stray', { at: story.blocks[0]!, word: story.slice(story.blocks[0]!) })
      },
    })
    expect(rule).toMatchObject({
      id: 'stray-word',
      preset: 'default',
      severity: 'info',
      options: { most: { default: 1 } },
    })
  })
})
