/** Tests of the binary search. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstIndex } from '../../src/text/first-index.ts'

describe('the first index', () => {
  it('is that of the first item past a bound, as a look at each would find it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 }), (numbers, bound) => {
        const sorted = numbers.toSorted((one, other) => one - other)
        const first = sorted.findIndex((number) => number > bound)
        expect(firstIndex(sorted.length, (index) => sorted[index]! > bound)).toBe(first < 0 ? sorted.length : first)
      }),
    )
  })

  it('is the count where nothing is past, and 0 where there is nothing', () => {
    expect(firstIndex(3, () => false)).toBe(3)
    expect(firstIndex(0, () => true)).toBe(0)
  })
})
