/** What a caller wants to hear no more of: at one place, in one story, in the house. */
import { describe, expect, it } from 'vitest'
import { check, type IgnoredFinding } from '../../src/index.ts'
import { wordRule } from './word-rule.ts'

const RULE = wordRule(/\b(?:port|vote)\b/g, { id: 'stray' })
const TEXT = 'The port closed on Monday.\n\nThe vote on the port was put off.\n'

/** The words that are still told, and what is hidden. */
function checked(...ignored: readonly IgnoredFinding[]): { told: string[]; hidden: unknown } {
  const { findings, hidden } = check(TEXT, { customRules: [RULE], ignored, path: 'port.txt' })
  return { told: findings.map(({ quote }) => quote), hidden }
}

describe('what is ignored', () => {
  it('in the house or in the story is hidden wherever it stands, with its entry', () => {
    const entry = {
      rule: 'stray',
      words: 'port',
      scope: 'house',
      by: 'Lena',
      when: '2020-07-17',
      reason: 'its name',
    } as const
    const { told, hidden } = checked(entry)
    expect(told).toEqual(['vote'])
    expect(hidden).toMatchObject([
      { by: 'ignored', reason: 'its name', ignored: entry, finding: { quote: 'port' } },
      { by: 'ignored', finding: { quote: 'port' } },
    ])
    expect(checked({ rule: 'stray', words: 'port', scope: 'story' }).told).toEqual(['vote'])
    expect(checked({ rule: 'stray', words: 'port', scope: 'story', path: 'port.txt' }).told).toEqual(['vote'])
  })

  it('in another story, by another rule or of other words is told', () => {
    expect(checked({ rule: 'stray', words: 'port', scope: 'story', path: 'other.txt' })).toEqual({
      told: ['port', 'vote', 'port'],
      hidden: undefined,
    })
    expect(checked({ rule: 'repeated-word', words: 'port', scope: 'house' }).told).toHaveLength(3)
    expect(checked({ rule: 'stray', words: 'Port', scope: 'house' }).told).toHaveLength(3)
  })

  it('at one place is hidden there alone', () => {
    const { fingerprint } = check(TEXT, { customRules: [RULE] }).findings[2]!
    expect(checked({ rule: 'stray', words: 'port', scope: 'place', fingerprint }).told).toEqual(['port', 'vote'])
  })

  it.each([
    [{ rule: 'stray', words: 'port', scope: 'place' }, '“ignored[0]” needs “fingerprint”: its scope is a place'],
    [
      { rule: 'stray', words: 'port', scope: 'desk' },
      "“ignored[0].scope” takes one of place, story, house, not 'desk'",
    ],
    [
      { rule: 'stray', scope: 'house' },
      '“ignored[0]” needs “words”: it takes {rule, words, scope, fingerprint?, path?, by?, when?, reason?}',
    ],
  ])('is refused where it is none: %j', (entry, said) => {
    expect(() => checked(entry as never)).toThrow(new TypeError(`check: ${said}`))
  })
})
