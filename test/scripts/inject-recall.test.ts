import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/check/finding.ts'
import { applyChange, type Replacement } from '../../scripts/inject/kind.ts'
import { isSpokenOf, levelFound, withWordsAround } from '../../scripts/inject/recall.ts'

const DRAFT = 'The council met Norvik on Monday.\nThe talks ended late, and nobody from Norvik stayed for the vote.'

function finding(
  at: readonly [start: number, end: number],
  more: Partial<Finding> = {},
  related: readonly (readonly [number, number])[] = [],
): Finding {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
  return {
    rule: 'misspelt-name',
    title: 'A misspelt name',
    kind: 'slip',
    severity: 'error',
    message: '',
    start: point(at[0]),
    end: point(at[1]),
    quote: '',
    suggestions: [],
    url: '',
    fingerprint: at.join(),
    related: related.map(([start, end]) => ({ message: '', start: point(start), end: point(end) })),
    ...more,
  }
}

/** “nobody from Norvik” becomes “nobody from Norvikk”. */
const LATER = DRAFT.lastIndexOf('Norvik')
const CHANGE: Replacement = { start: LATER, end: LATER + 6, words: 'Norvikk' }

function level(after: readonly Finding[], before: readonly Finding[] = [], twoPlaces = false, change = CHANGE) {
  return levelFound({
    kind: { rule: 'misspelt-name', twoPlaces },
    change,
    ...applyChange(DRAFT, change),
    before,
    after,
  })
}

describe('an injected error', () => {
  it('is found where its rule speaks of it', () => {
    expect(level([finding([LATER, LATER + 7])])).toBe('error')
    expect(level([finding([LATER, LATER + 7], { severity: 'info' })])).toBe('info')
  })

  it('isn’t found where nothing is said', () => {
    expect(level([])).toBeUndefined()
  })

  it('isn’t found by another rule', () => {
    expect(level([finding([LATER, LATER + 7], { rule: 'repeated-word' })])).toBeUndefined()
  })

  it('counts at the highest level', () => {
    expect(
      level([
        finding([LATER, LATER + 7], { severity: 'info' }),
        finding([LATER + 1, LATER + 7], { severity: 'warning' }),
      ]),
    ).toBe('warning')
  })

  it('may lie two words from the finding, and no more', () => {
    const text = applyChange(DRAFT, CHANGE).text
    const word = (name: string): Finding => finding([text.indexOf(name), text.indexOf(name) + name.length])
    expect(level([word('nobody')])).toBe('error')
    expect(level([word('and')])).toBeUndefined()
    expect(level([word('for')])).toBe('error')
    expect(level([word('vote')])).toBeUndefined()
  })

  it('isn’t found where the finding was there before', () => {
    const same = finding([LATER - 5, LATER - 1])
    expect(level([same], [same])).toBeUndefined()
  })

  it('isn’t found where the finding was there before and its surroundings name it anew', () => {
    expect(
      level(
        [finding([LATER + 8, LATER + 14], { fingerprint: 'new' })],
        [finding([LATER + 7, LATER + 13], { fingerprint: 'old' })],
      ),
    ).toBeUndefined()
  })

  it('of two places is found at a related place, too', () => {
    const first = DRAFT.indexOf('Norvik')
    expect(level([finding([first, first + 6], {}, [[LATER, LATER + 7]])], [], true)).toBe('error')
    expect(level([finding([first, first + 6], {}, [[LATER, LATER + 7]])], [], false)).toBeUndefined()
  })

  it('of two places isn’t found at a related place that was there before', () => {
    const first = DRAFT.indexOf('Norvik')
    const near = LATER - 'from '.length
    const before = finding([first, first + 6], {}, [[near, near + 4]])
    expect(level([before], [before], true)).toBeUndefined()
    expect(
      level(
        [
          finding([first, first + 6], {}, [
            [near, near + 4],
            [LATER, LATER + 7],
          ]),
        ],
        [before],
        true,
      ),
    ).toBe('error')
  })

  it('shows nothing where the place was spoken of before', () => {
    expect(isSpokenOf({ rule: 'misspelt-name' }, CHANGE, [finding([LATER, LATER + 6])])).toBe(true)
    expect(isSpokenOf({ rule: 'misspelt-name' }, CHANGE, [finding([0, 3], {}, [[LATER, LATER + 6]])])).toBe(false)
    expect(
      isSpokenOf({ rule: 'misspelt-name', twoPlaces: true }, CHANGE, [finding([0, 3], {}, [[LATER, LATER + 6]])]),
    ).toBe(true)
    expect(
      isSpokenOf({ rule: 'misspelt-name' }, CHANGE, [finding([LATER, LATER + 6], { rule: 'repeated-word' })]),
    ).toBe(false)
  })
})

describe('the words around a place', () => {
  const around = (text: string, at: string): string => {
    const start = text.indexOf(at)
    const zone = withWordsAround(text, { start, end: start + at.length })
    return text.slice(zone.start, zone.end)
  }

  it('are two on either side', () => {
    expect(around('one two three four five six seven', 'four')).toBe('two three four five six')
  })

  it('end with the line', () => {
    expect(around('one two\nthree four\nfive six', 'three four')).toBe('three four')
    expect(around('one two three', 'one')).toBe('one two three')
  })

  it('take the rest of a word whole', () => {
    expect(around('one two “three” four five', 'three')).toBe('one two “three” four five')
  })
})
