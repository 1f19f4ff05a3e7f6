/** Tests fixing: which edits are made, in how many passes, and when it stops. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade, Rule } from '#rule'
import shippedRules from '../../rules/index.ts'
import { checkStories, textStory } from '../stories.ts'
import { activeRules, type ActiveRule } from '../../src/check/config/config.ts'
import { applyEdits } from '../../src/text/edits.ts'
import type { Finding } from '../../src/check/finding.ts'
import { fixSource, planFixes, type FixResult } from '../../src/check/fixing/fix.ts'
import { checkSource } from '../../src/check/check-source.ts'
import type { Format } from '../../src/copy/index.ts'
import { READERS } from '../../src/readers/index.ts'
import { active, wordRule } from './word-rule.ts'
import { runs } from '../runs.ts'

const SAFE: ReadonlySet<Grade> = new Set(['safe'])
const RUNS = runs(40, 1500)
const LIKELY: ReadonlySet<Grade> = new Set(['safe', 'likely'])

const findWith =
  (rules: readonly ActiveRule[]) =>
  (source: string): readonly Finding[] =>
    checkStories([textStory(source)], rules).findings

function fixWith(source: string, rules: readonly Rule[], grades = SAFE): FixResult {
  return fixSource(source, findWith(active(...rules)), grades)
}

const tram = wordRule(/\btrain\b/g, { id: 'tram', instead: 'tram' })

describe('fixing', () => {
  test('makes the edits of allowed grades, and of each finding the first that is allowed', () => {
    const unsure = wordRule(/\bbus\b/g, { id: 'unsure', instead: 'coach', grade: 'likely' })
    const idea = wordRule(/\bcar\b/g, { id: 'idea', instead: 'van', grade: 'idea' })
    expect(fixWith('A train, a bus, a car, a train.\n', [tram, unsure, idea])).toMatchObject({
      source: 'A tram, a bus, a car, a tram.\n',
      fixed: 2,
    })
    expect(fixWith('A train, a bus, a car, a train.\n', [tram, unsure, idea], LIKELY)).toMatchObject({
      source: 'A tram, a coach, a car, a tram.\n',
      fixed: 3,
    })
  })

  test('checks again and fixes what a fix has uncovered', () => {
    const chain = [
      wordRule(/\bone\b/g, { id: 'one', instead: 'two' }),
      wordRule(/\btwo\b/g, { id: 'two', instead: 'three' }),
    ]
    const { source, fixed, edits } = fixWith('Line one runs.\n', chain)
    expect({ source, fixed }).toEqual({ source: 'Line three runs.\n', fixed: 2 })
    expect(applyEdits('Line one runs.\n', edits)).toBe(source)
  })

  test('makes edits that touch one after the other', () => {
    const word = wordRule(/\bstop\b/g, { id: 'word', instead: 'halt' })
    const pair = wordRule(/\bstop sign\b/g, { id: 'pair', instead: 'signal', severity: 'error' })
    expect(fixWith('A stop sign and a stop.\n', [word, pair]).source).toBe('A signal and a halt.\n')
  })

  test('makes neither of two edits that undo each other, and still makes the others', () => {
    const rules = [
      wordRule(/\bgray\b/g, { id: 'british', instead: 'grey' }),
      wordRule(/\bgrey\b/g, { id: 'american', instead: 'gray' }),
      tram,
    ]
    expect(fixWith('A gray train.\n', rules)).toMatchObject({ source: 'A gray tram.\n', fixed: 1 })
    expect(fixWith('A grey train.\n', rules)).toMatchObject({ source: 'A grey tram.\n', fixed: 1 })
  })

  test('leaves a rule alone whose edit changes something and leaves the finding as it was', () => {
    const aimless = wordRule(/\bvery\b/g, { id: 'aimless' })
    const result = fixSource(
      'A very fast train.\n',
      (source) =>
        findWith(active(aimless, tram))(source).map((finding) =>
          finding.rule === 'aimless'
            ? {
                ...finding,
                suggestions: [
                  {
                    title: 'Write “big”',
                    grade: 'safe',
                    edits: [{ start: 0, end: 1, text: source.startsWith('A') ? 'Big' : 'A' }],
                  },
                ],
              }
            : finding,
        ),
      SAFE,
    )
    expect(result).toMatchObject({ source: 'A very fast tram.\n', fixed: 1 })
  })

  test('makes the edits of a finding that lie on both sides of another’s in their places', () => {
    const pair = (finding: Finding): Finding =>
      finding.rule === 'pair'
        ? {
            ...finding,
            suggestions: [
              {
                title: 'Write both',
                grade: 'safe',
                edits: [
                  { start: 2, end: 7, text: 'tram' },
                  { start: 25, end: 30, text: 'tram' },
                ],
              },
            ],
          }
        : finding
    const rules = active(
      wordRule(/\bA train\b/g, { id: 'pair' }),
      wordRule(/\bbus\b/g, { id: 'coach', instead: 'coach' }),
    )
    const findIn = (source: string): readonly Finding[] => findWith(rules)(source).map(pair)
    expect(fixSource('A train, then a bus or a train.\n', findIn, SAFE)).toEqual({
      source: 'A tram, then a coach or a tram.\n',
      fixed: 2,
      edits: [
        { start: 2, end: 7, text: 'tram' },
        { start: 16, end: 19, text: 'coach' },
        { start: 25, end: 30, text: 'tram' },
      ],
    })
  })

  test('does half of what touches, and the rest in the next round', () => {
    expect(fixWith('xxxx\n', [wordRule(/x/g, { id: 'cross', instead: 'y' })])).toMatchObject({
      source: 'yyyy\n',
      fixed: 4,
    })
  })

  test('isn’t kept from its other rounds by a like finding that has no edit', () => {
    const chain = [
      wordRule(/\bone\b/g, { id: 'one', instead: 'two' }),
      wordRule(/\btwo\b/g, { id: 'two', instead: 'three' }),
    ]
    const findIn = (source: string): readonly Finding[] =>
      findWith(active(tram, ...chain))(source).map((finding) =>
        finding.rule === 'tram' && finding.start.offset > 5 ? { ...finding, suggestions: [] } : finding,
      )
    expect(fixSource('A train, a train, line one.\n', findIn, SAFE)).toMatchObject({
      source: 'A tram, a train, line three.\n',
      fixed: 3,
    })
  })

  test('leaves a rule alone whose edit doesn’t silence it', () => {
    const growing = wordRule(/\bvery\b/g, { id: 'growing', instead: 'very very' })
    expect(fixWith('A very fast train.\n', [growing, tram])).toMatchObject({ source: 'A very fast tram.\n', fixed: 1 })
  })

  test('of like findings in one place fixes all', () => {
    expect(fixWith('train '.repeat(1500).trimEnd(), [tram]).source).toBe('tram '.repeat(1500).trimEnd())
  })

  test('ends after some passes, whatever a rule does', () => {
    const counting = wordRule(/\bx+\b/g, { id: 'counting' })
    let checks = 0
    const result = fixSource(
      'x',
      (source) => {
        checks++
        return findWith(active(counting))(source).map((finding) => ({
          ...finding,
          fingerprint: source,
          suggestions: [{ title: 'Grow', grade: 'safe', edits: [{ start: 0, end: 0, text: 'x' }] }],
        }))
      },
      SAFE,
    )
    expect(result.source).toBe('x'.repeat(11))
    expect(checks).toBe(11)
  })
})

describe('a plan', () => {
  const found = findWith(active(tram))

  test('refuses an edit of a stretch that doesn’t read as it did', () => {
    const read = 'A train and a train.\n'
    expect(planFixes('A horse and a train.\n', found(read), SAFE, read).edits).toEqual([
      { start: 14, end: 19, text: 'tram' },
    ])
    expect(planFixes('A train.\n', found(read), SAFE, read).edits).toEqual([{ start: 2, end: 7, text: 'tram' }])
  })

  test('takes all edits of a suggestion or none', () => {
    const [one, other] = found('A train and a train.\n')
    const both = {
      ...one!,
      suggestions: [
        {
          title: 'Write both',
          grade: 'safe' as const,
          edits: [
            { start: 14, end: 19, text: 'van' },
            { start: 2, end: 7, text: 'van' },
          ],
        },
      ],
    }
    expect(planFixes('A train and a train.\n', [other!, both], SAFE)).toMatchObject({
      edits: [{ start: 14 }],
      fixed: [other],
    })
    expect(planFixes('A train and a train.\n', [both, other!], SAFE)).toMatchObject({
      edits: [{ start: 2 }, { start: 14 }],
      fixed: [both],
    })
  })

  test('leaves an edit that touches another’s for the next round, on either side, and takes one that keeps a letter away', () => {
    const source = 'A train and a train.\n'
    const [finding] = found(source)
    const at = (start: number, end: number): Finding => ({
      ...finding!,
      suggestions: [{ title: 'Do', grade: 'safe', edits: [{ start, end, text: 'x' }] }],
    })
    const starts = (...findings: readonly Finding[]): readonly number[] =>
      planFixes(source, findings, SAFE).edits.map(({ start }) => start)
    expect(starts(at(8, 11), at(2, 7))).toEqual([2, 8])
    expect(starts(at(8, 11), at(2, 8))).toEqual([8])
    expect(starts(at(8, 11), at(11, 13))).toEqual([8])
    expect(starts(at(8, 11), at(12, 13))).toEqual([8, 12])
    expect(starts(at(8, 11), at(9, 10))).toEqual([8])
    expect(starts(at(8, 11), at(2, 3), at(18, 19))).toEqual([2, 8, 18])
  })

  test('has no edit that overlaps itself, leaves the source or changes nothing', () => {
    const [finding] = found('A train.\n')
    const plan = (...edits: readonly { start: number; end: number; text: string }[]): number =>
      planFixes('A train.\n', [{ ...finding!, suggestions: [{ title: 'Do', grade: 'safe', edits }] }], SAFE).edits
        .length
    expect(plan({ start: 0, end: 3, text: '' }, { start: 2, end: 4, text: '' })).toBe(0)
    expect(plan({ start: 8, end: 12, text: '' })).toBe(0)
    expect(plan({ start: 0, end: 1, text: 'The' }, { start: 8, end: 12, text: '' })).toBe(0)
    expect(plan({ start: 0, end: 1, text: 'The' }, { start: 2, end: 7, text: '\ud83d' })).toBe(0)
    expect(plan({ start: 0, end: 1, text: 'The' }, { start: 2, end: 7, text: 'train' })).toBe(2)
    expect(plan({ start: 0, end: 1, text: 'The' }, { start: 1, end: 7, text: ' tram' })).toBe(2)
    expect(plan({ start: 2, end: 7, text: 'tram' }, { start: 2, end: 2, text: 'fast ' })).toBe(2)
    expect(plan({ start: 2, end: 7, text: 'train' })).toBe(0)
    expect(plan()).toBe(0)
  })
})

const SENTENCES = [
  'The council backed the the tram line on Monday.',
  'You may also like',
  'By Ann Marlow',
  'Xanthe Corp. said it it would sell.',
  'Share this on Facebook',
  '- first stop',
  '- second stop stop',
  'A quiet street.',
  '# Harbour opens',
  '“We we waited,” she said.',
  'Itâ€™s late.',
  'ADVERTISEMENT',
  'Read more: Ten more trams',
  'On Feb. 30, 2021, it rained.',
  '> He said the the end.',
  '[TK: check figure]',
  '* * *',
  '',
]

describe('the rules that ship', () => {
  const rules = activeRules(shippedRules, { extends: ['strict'] })
  const aDraft = fc
    .tuple(
      fc.array(fc.constantFrom(...SENTENCES), { maxLength: 14 }),
      fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n'),
    )
    .map(([lines, gap]) => lines.join(gap) + gap)

  const page = (draft: string): string => `<article>${draft.replace(/[^\n\r]+/g, '<p>$&</p>')}</article>`
  const asIs = (draft: string): string => draft
  const FORMATS: readonly (readonly [string, Format, (draft: string) => string])[] = [
    ['text', 'text', asIs],
    ['Markdown', 'markdown', asIs],
    ['MDX', 'mdx', asIs],
    ['HTML', 'html', page],
  ]

  test.each(FORMATS)('come to a point in %s from which fixing again changes nothing', (_, format, written) => {
    const findIn = (source: string): readonly Finding[] =>
      checkSource(source, { format, read: READERS[format], active: rules }).findings
    let fixed = 0
    fc.assert(
      fc.property(aDraft.map(written), fc.boolean(), (draft, isUnsafe) => {
        const grades = isUnsafe ? LIKELY : SAFE
        const once = fixSource(draft, findIn, grades)
        expect(applyEdits(draft, once.edits)).toBe(once.source)
        expect(fixSource(once.source, findIn, grades)).toEqual({ source: once.source, edits: [], fixed: 0 })
        fixed += once.fixed
      }),
      { numRuns: RUNS },
    )
    expect(fixed).toBeGreaterThan(RUNS / 3)
  })
})
