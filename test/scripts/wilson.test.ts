import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../../scripts/measure/wilson.ts'

describe('the Wilson interval', () => {
  // Worked out apart from this code, by solving (share − p)² = z² p (1 − p) / read for p.
  it.each([
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [36, 40, 0.7695, 0.9604],
    [40, 40, 0.9124, 1],
    [1, 1, 0.2065, 1],
  ])('of %i right of %i read reaches from %f to %f', (right, read, low, high) => {
    const interval = wilsonInterval(right, read)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('refuses what is no share', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
    expect(() => wilsonInterval(3, 2)).toThrow('no share: 3 of 2')
  })
})
