/**
 * Tests that nothing takes the square of its time: each rule's own examples, and what machines write, again and again.
 */
import { describe, expect, test } from 'vitest'
import { exampleInputs, seriesInputs, type HostileInput } from '../scripts/hostile-inputs.ts'
import { check } from '../src/check.ts'
import { duration } from './duration.ts'
import { rulesWithPages } from './rule-folders.ts'

const LENGTH = 60_000
// What takes no longer than this is done with four times as much in two seconds, were it by the square.
const FINE = 125
const MOST = 2000
// Four times as much takes four times as long, the square of it sixteen times.
const STEEP = 8

/**
 * What a check takes, by the processor's clock; of three, the one that was disturbed least, where the first is over
 * what is fine.
 */
function timeOf({ text, format, date, names }: HostileInput, fine = 0): number {
  let least = Infinity
  for (let run = 0; run < 3 && least > fine; run++)
    least = Math.min(
      least,
      duration(() => check(text, { format, date, names })),
    )
  return least
}

const { rules } = await rulesWithPages()
const examples = new Map<string, HostileInput[]>(rules.map(({ id }) => [id, []]))
for await (const input of exampleInputs(LENGTH)) {
  if (input.name.endsWith('in paragraphs (text)')) examples.get(input.name.split(',', 1)[0]!)!.push(input)
}

describe('a rule’s own examples, a thousand times over', { timeout: 120_000 }, () => {
  test.each([...examples])('%s', (_, inputs) => {
    expect(inputs.length).toBeGreaterThan(0)
    const tooSlow = inputs
      .filter((input) => timeOf(input, FINE) > FINE)
      .filter((input) => {
        const long = timeOf({ ...input, text: input.text.repeat(4) }, MOST)
        return long > MOST && long / timeOf(input) > STEEP
      })
    expect(tooSlow.map(({ name }) => name)).toEqual([])
  })
})

describe(
  'four times as much of what machines write takes hardly more than four times as long',
  { timeout: 120_000 },
  () => {
    const [short, long] = [LENGTH / 2, LENGTH * 2].map((length) =>
      [...seriesInputs(length)].filter(({ format }) => format === 'text'),
    )
    test.each(short!.map((one, index) => [one.name, one, long![index]!] as const))('%s', (_, one, other) => {
      // Below so much the clock tells little.
      expect(timeOf(other) / Math.max(timeOf(one), 20)).toBeLessThan(STEEP + 1)
    })
  },
)
