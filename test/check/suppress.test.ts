/** Tests the orders in a source: what they hide, what they leave, and what is said of those that are wrong. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shippedRules from '../../rules/index.ts'
import type { RuleScope, SourceReport } from '../../src/check/check-source.ts'
import { checkStories, markdownStory } from '../stories.ts'
import { activeRules } from '../../src/check/config/config.ts'
import { suppress } from '../../src/check/hiding/suppress.ts'
import { duration } from '../duration.ts'
import type { Directive } from '../../src/copy/index.ts'
import { sourceSpan } from '../../src/text/index.ts'
import { active, wordRule } from './word-rule.ts'
import { runs } from '../runs.ts'

const RUNS = runs(60, 2000)
const RULES = active(wordRule(/\btrain\b/g, { id: 'tram' }), wordRule(/\bbus\b/g, { id: 'coach' }))
const SCOPE: RuleScope = { known: ['tram', 'coach', 'sleeper'] }

function check(source: string, scope = SCOPE): SourceReport {
  return checkStories([markdownStory(source)], RULES, scope)
}

/** The findings that are told, as “word line”. */
function told(source: string): readonly string[] {
  return check(source).findings.map(({ quote, start }) => `${quote} ${start.line}`)
}

const notices = (source: string, scope = SCOPE): readonly string[] =>
  check(source, scope).notices.map(({ message, start }) => `${start.line}: ${message}`)

describe('disable-next-line', () => {
  test('hides a rule’s findings on the next line, and no others', () => {
    expect(told('A train.\n\n<!-- copydesk-disable-next-line tram -->\nA train, a bus.\n\nA train.\n')).toEqual([
      'train 1',
      'bus 4',
      'train 6',
    ])
  })

  test('reaches to the end of the paragraph, the item or the heading that starts there', () => {
    expect(told('<!-- copydesk-disable-next-line tram -->\nA long\ntrain and\na train.\n\nA train.\n')).toEqual([
      'train 6',
    ])
    expect(told('- one\n  <!-- copydesk-disable-next-line tram -->\n- a train\n- a train\n')).toEqual(['train 4'])
    expect(told('<!-- copydesk-disable-next-line tram -->\n# A train\n\nA train.\n')).toEqual(['train 4'])
  })

  test('passes over blank lines, quotation marks and other orders', () => {
    expect(
      told(
        '<!-- copydesk-disable-next-line tram -->\n\n<!-- copydesk-disable-next-line coach -->\n\n\nA train, a bus.\n',
      ),
    ).toEqual([])
    expect(told('> <!-- copydesk-disable-next-line tram -->\n>\n> A train.\n')).toEqual([])
  })

  test('takes several rules, or none for all', () => {
    expect(told('<!-- copydesk-disable-next-line tram, coach -->\nA train, a bus.\n')).toEqual([])
    expect(told('<!-- copydesk-disable-next-line -->\nA train, a bus.\n')).toEqual([])
  })

  test('works in the middle of a paragraph, for the line that follows', () => {
    expect(told('A train,\none <!-- copydesk-disable-next-line tram -->\ntrain, and\na train.\n')).toEqual([
      'train 1',
      'train 4',
    ])
  })

  test('keeps the reason', () => {
    const { hidden } = check('<!-- copydesk-disable-next-line tram -- the club’s\n name -->\nA train.\n')
    expect(hidden).toMatchObject([
      { by: 'comment', reason: 'the club’s name', finding: { rule: 'tram', quote: 'train' } },
    ])
  })

  test.each([' -- ', ' — ', ' --- '])('takes a reason behind “%s”', (dash) => {
    expect(check(`<!-- copydesk-disable-next-line tram${dash}as signed -->\nA train.\n`).hidden).toMatchObject([
      { reason: 'as signed' },
    ])
  })

  test('hides what stands at the very start and end of the line, and of the file', () => {
    for (const end of ['\n', '\r\n', '\r', ''])
      expect(told(`<!-- copydesk-disable-next-line tram -->${end || '\n'}train or train${end}`)).toEqual([])
  })

  test.each(['', '\n', '\n\n  \n', '\r\n\r\n', ' '])(
    'hides nothing where it is the last of its file, before %j',
    (end) => {
      expect(notices(`A train.\n\n<!-- copydesk-disable-next-line tram -->${end}`)).toEqual([
        '3: this “copydesk-disable-next-line tram” suppresses nothing; take it out',
      ])
    },
  )

  test('with CRLF and CR line ends is the same', () => {
    for (const end of ['\r\n', '\r'])
      expect(told(`<!-- copydesk-disable-next-line tram -->${end}A train.${end}${end}A train.${end}`)).toEqual([
        'train 4',
      ])
  })
})

describe('disable', () => {
  test('holds until enable, or to the end', () => {
    expect(
      told('A train.\n\n<!-- copydesk-disable tram -->\n\nA train, a bus.\n\n<!-- copydesk-enable -->\n\nA train.\n'),
    ).toEqual(['train 1', 'bus 5', 'train 9'])
    expect(told('<!-- copydesk-disable tram -->\n\nA train.\n\nA train.\n')).toEqual([])
  })

  test('for all rules ends for one where that one is enabled', () => {
    expect(
      told('<!-- copydesk-disable -->\n\nA train, a bus.\n\n<!-- copydesk-enable tram -->\n\nA train, a bus.\n'),
    ).toEqual(['train 7'])
  })

  test.each<[order: string, told: readonly string[]]>([
    ['enable', ['1: this “copydesk-enable” ends nothing; take it out']],
    ['disable tram, enable', []],
    ['disable, enable tram, enable coach', []],
    ['disable, enable, enable tram', ['6: this “copydesk-enable tram” ends nothing; take it out']],
    ['disable tram, disable coach, enable tram, enable coach', []],
    ['disable tram, enable tram, enable tram', ['6: this “copydesk-enable tram” ends nothing; take it out']],
    ['disable tram, enable coach', ['4: this “copydesk-enable coach” ends nothing; take it out']],
  ])('%s: each enable has something to end, or is told of', (orders, said) => {
    const source = orders
      .split(', ')
      .map((order) => `<!-- copydesk-${order} -->\n\n${order.startsWith('disable') ? 'A train, a bus.\n' : ''}`)
      .join('')
    expect(notices(`${source}All is well.\n`)).toEqual(said)
  })

  test('works within a paragraph', () => {
    expect(
      told('A train, <!-- copydesk-disable tram -->a train,<!-- copydesk-enable tram --> a train.\n'),
    ).toHaveLength(2)
  })
})

describe('directives', () => {
  const findIn = (source: string): SourceReport['findings'] => checkStories([markdownStory(source)], RULES).findings
  const directiveAt = (source: string, action: string): Directive => {
    const start = source.indexOf(`[${action}]`)
    return { action, rules: ['tram'], source: sourceSpan(start, start + action.length + 2) }
  }

  test('count in the order of the source, whatever the order in which the stories of a page bring them', () => {
    const source = 'A train.\n\n[disable]\n\nA train.\n\n[enable]\n\nA train.\n'
    const directives = [directiveAt(source, 'enable'), directiveAt(source, 'disable')]
    for (const given of [directives, directives.toReversed()]) {
      const { findings, notices } = suppress(
        findIn(source),
        { source, directives: given, blocks: [] },
        { active: ['tram', 'coach'] },
      )
      expect(findings.map(({ start }) => start.line)).toEqual([1, 9])
      expect(notices).toEqual([])
    }
  })

  test('reach to the end of the blocks on the next line, in whatever order those come', () => {
    const source = '[disable-next-line]\nA\ntrain and\n\nA train.\n'
    const blocks = [
      [20, 31],
      [33, 41],
    ].map(([start, end]) => sourceSpan(start!, end!))
    for (const given of [blocks, blocks.toReversed()]) {
      const { findings } = suppress(
        findIn(source),
        { source, directives: [directiveAt(source, 'disable-next-line')], blocks: given },
        { active: ['tram'] },
      )
      expect(findings.map(({ start }) => start.line)).toEqual([5])
    }
  })

  test('that are wrong are told in the order of the source', () => {
    const source = '[disable-all]\n\n[enable]\n\n[disable-none]\n'
    const directives = ['disable-none', 'enable', 'disable-all'].map((order) => directiveAt(source, order))
    const { notices } = suppress([], { source, directives, blocks: [] }, { active: ['tram'] })
    expect(notices.map(({ source: { start } }) => start)).toEqual([0, 15, 25])
  })
})

describe('disable-file', () => {
  test('for all rules leaves nothing', () => {
    expect(told('A train.\n\nA bus.\n\n<!-- copydesk-disable-file -->\n')).toEqual([])
  })

  test('holds from the first line on, wherever it stands', () => {
    expect(told('A train.\n\nA bus.\n\n<!-- copydesk-disable-file tram -->\n')).toEqual(['bus 3'])
  })

  test.each([
    ['a list', '---\ntitle: A train\ncopydesk:\n  disable: [tram]\n---\n\nA train, a bus.\n'],
    ['one name', '---\ncopydesk: {disable: tram}\n---\n\n\n\nA train, a bus.\n'],
    ['reasons', '---\ncopydesk:\n  disable:\n    tram: the club’s name\n---\n\nA train, a bus.\n'],
    ['TOML', '+++\n[copydesk]\ndisable = ["tram"]\n+++\n\n\nA train, a bus.\n'],
  ])('may stand in front matter: %s', (_, source) => {
    expect(told(source)).toEqual(['bus 7'])
    expect(notices(source)).toEqual([])
  })

  test('in front matter is no copy', () => {
    expect(
      markdownStory('---\ntitle: Harbour opens\ncopydesk: {disable: [tram]}\n---\nCopy.\n').blocks.map(
        ({ key }) => key,
      ),
    ).toEqual(['title', undefined])
  })

  test('in front matter keeps its reason', () => {
    expect(check('---\ncopydesk: {disable: {tram: as signed}}\n---\nA train.\n').hidden).toMatchObject([
      { reason: 'as signed' },
    ])
  })
})

describe('comments in code', () => {
  test.each([
    ['a fence', '```html\n<!-- copydesk-disable-file tram -->\n```\n\nA train.\n'],
    ['a span', 'Write `<!-- copydesk-disable-file tram -->` there.\n\nNo more.\n\nA train.\n'],
  ])('are examples: %s', (_, source) => {
    expect(told(source)).toEqual(['train 5'])
  })
})

describe('an order that is wrong', () => {
  test.each([
    [
      'names a rule that there isn’t',
      '<!-- copydesk-disable tran -->',
      '1: there is no rule “tran”; did you mean “tram”?',
    ],
    [
      'is misspelt',
      '<!-- copydesk-disable-nextline tram -->',
      '1: there is no order “copydesk-disable-nextline”; did you mean “disable-next-line”?',
    ],
    [
      'hides nothing',
      '<!-- copydesk-disable-next-line tram -->',
      '1: this “copydesk-disable-next-line tram” suppresses nothing; take it out',
    ],
    ['ends nothing', '<!-- copydesk-enable tram -->', '1: this “copydesk-enable tram” ends nothing; take it out'],
  ])('is told of where it %s', (_, order, message) => {
    expect(notices(`${order}\n\nAll is well.\n`)).toEqual([message])
  })

  test('tells of each of its rules by itself', () => {
    expect(notices('<!-- copydesk-disable tram, coach -->\n\nA train.\n')).toEqual([
      '1: this “copydesk-disable coach” suppresses nothing; take it out',
    ])
  })

  test('is not told of where its rule doesn’t run, or few of the rules do', () => {
    expect(notices('<!-- copydesk-disable sleeper -->\n\nA train.\n')).toEqual([])
    expect(notices('<!-- copydesk-disable tram -->\n\nA bus.\n', { ...SCOPE, isPartial: true })).toEqual([])
  })

  test('is told of at most fifty times', () => {
    const all = notices('<!-- copydesk-disable-next-line tram -->\n\nAll is well.\n\n'.repeat(80))
    expect([all.length, all.at(-1)]).toEqual([51, '201: 30 more orders like the ones above'])
  })
})

test('a comment like any other is no order', () => {
  expect(notices('<!-- copydesk: call back -->\n<!-- ask the copydesk-team -->\n\nA train.\n')).toEqual([])
})

test('thousands of orders take no more than linear time', () => {
  const source =
    '<!-- copydesk-disable-next-line tram -->\nA train.\n\n<!-- copydesk-disable coach -->\n<!-- copydesk-enable coach -->\n\n'.repeat(
      3000,
    )
  let report: SourceReport | undefined
  expect(duration(() => (report = check(source)))).toBeLessThan(5000)
  expect(report!.hidden).toHaveLength(3000)
  expect(
    duration(() => check(`<!-- copydesk-disable-next-line ${'tram '.repeat(40_000)} -->\nA train.\n`)),
  ).toBeLessThan(2000)
})

const PARAGRAPHS = [
  'The council backed the the tram line on Monday.',
  'You may also like',
  'By Ann Marlow',
  'Xanthe Corp. said it it would sell.',
  'Share this on Facebook',
  'A quiet street\nlies by the\nthe sea.',
  '# Harbour opens',
  '“We we waited,” she said.',
  'Itâ€™s late.',
  'ADVERTISEMENT',
  'Read more: Ten more trams',
  'On Feb. 30, 2021, it rained.',
  '[TK: check figure]',
  'Ann Marlow met Ann Marlow on Monday, May 4, 2021.',
  'He said so.',
]

describe('a draft’s findings', () => {
  const rules = activeRules(shippedRules, { extends: ['strict'] })
  const known = shippedRules.map(({ id }) => id)
  const keysOf = ({ findings }: SourceReport): string[] =>
    findings.map(({ rule, quote, message }) => `${rule}: ${quote}: ${message.replace(/\d+/g, '#')}`).toSorted()

  test('are each silenced by a comment above, and no other comes of it', () => {
    let silenced = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const source = `${paragraphs.join('\n\n')}\n`
        const before = checkStories([markdownStory(source)], rules, { known })
        for (const { rule, start } of before.findings) {
          const gap = source.lastIndexOf('\n\n', start.offset - 1)
          const at = gap < 0 ? 0 : gap + 2
          const commented = `${source.slice(0, at)}<!-- copydesk-disable-next-line ${rule} -->\n${source.slice(at)}`
          const after = checkStories([markdownStory(commented)], rules, { known })
          const paragraphEnd = source.indexOf('\n\n', at) < 0 ? source.length : source.indexOf('\n\n', at)
          const expected = before.findings.filter(
            (finding) => finding.rule !== rule || finding.start.offset < at || finding.start.offset >= paragraphEnd,
          )
          expect({ commented, keys: keysOf(after) }).toEqual({
            commented,
            keys: keysOf({ ...before, findings: expected }),
          })
          expect(after.hidden?.length ?? 0).toBe(before.findings.length - expected.length)
          silenced++
        }
      }),
      { numRuns: RUNS },
    )
    expect(silenced).toBeGreaterThan(RUNS * 0.6)
  })
})
