/** Tests of how long blocks are cut. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBlock } from '../../../src/english/parse/cut-block.ts'

function parts(text: string): readonly string[] {
  const cuts = cutBlock(text)
  return cuts.slice(1).map((end, index) => text.slice(cuts[index], end))
}

// Half a surrogate pair at the end of a part.
const HALF = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/

describe('a block', () => {
  it('of 8,000 characters or fewer stays whole', () => {
    const text = 'The vote was the last. '.repeat(400).slice(0, 8000)
    expect(cutBlock(text)).toEqual([0, 8000])
    expect(cutBlock('')).toEqual([0, 0])
  })

  it('that is longer is cut after a sentence', () => {
    const all = parts('The vote was the last of them. '.repeat(1000))
    expect(all.length).toBeGreaterThan(3)
    for (const part of all) expect(part).toMatch(/^The vote .*them\. $/)
  })

  it.each(['Gov. Whitcomb', 'Mr. Roe', 'St. Louis', 'Acme Corp. Chairman', 'Calif. Gov. Roe'])(
    'is not cut inside “%s”',
    (name) => {
      // The name stands last before every place where a cut may fall.
      for (let padding = 0; padding < 40; padding++) {
        const text = `${'x'.repeat(padding)} ${`The votes were counted. They went to ${name} in the end and so the plan that nobody liked went through `.repeat(300)}`
        for (const part of parts(text).slice(1)) expect(part.startsWith('They went'), part.slice(0, 40)).toBe(true)
      }
    },
  )

  it('is cut after a short word where no sentence ends with a long one', () => {
    for (const part of parts('The sun set on us. We all sat. '.repeat(1000)))
      expect(part).toMatch(/^(?:The sun|We all)/)
  })

  it('without sentences is cut at a space', () => {
    for (const part of parts('word '.repeat(5000)).slice(0, -1)) expect(part).toMatch(/^word .*word $/)
  })

  it('without a space is cut where it must be, but not inside a character', () => {
    const all = parts(`x${'😀'.repeat(20_000)}`)
    expect(all.length).toBeGreaterThan(4)
    for (const part of all) expect(part).not.toMatch(HALF)
  })
})

describe('whatever a block is made of', () => {
  const text = fc
    .array(
      fc.tuple(
        fc.constantFrom('The end. ', 'word ', 'x', '😀', '. ', '.” “', 'Mr. A ', '中文', 'é', '  ', 'U.S. ', '?! '),
        fc.integer({ min: 1, max: 3000 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((runs) => runs.map(([run, times]) => run.repeat(times)).join(''))

  it('its parts together are the block, each of 8,000 characters at most, none empty, none cut inside a character', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const all = parts(whole)
        expect(all.join('') === whole).toBe(true)
        for (const part of all) {
          expect(part.length).toBeLessThanOrEqual(8000)
          expect(part.length).toBeGreaterThan(0)
          expect(part).not.toMatch(HALF)
        }
      }),
    )
  })
})
