import { describe, expect, it } from 'vitest'
import { differenceOf, tallyChanges } from '../../scripts/measure/difference.ts'
import type { EmittedArticle, EmittedFinding } from '../../scripts/measure/emitted.ts'
import { fingerprint } from './alarms.ts'

const found = (number: number, more: Partial<EmittedFinding> = {}): EmittedFinding => ({
  rule: 'repeated-word',
  level: 'error',
  fingerprint: fingerprint(number),
  message: 'twice',
  start: number * 10,
  end: number * 10 + 5,
  ...more,
})
const checked = (...findings: readonly EmittedFinding[]): EmittedArticle => ({ words: 50, ms: 1, findings })
const short = (before: readonly EmittedArticle[], after: readonly EmittedArticle[]): readonly string[] =>
  differenceOf(before, after).map(
    ({ article, change, finding: { start, level }, otherLevel }) =>
      `${article} ${change} ${start / 10} ${level}${otherLevel ? ` (${otherLevel})` : ''}`,
  )

describe('the difference between two checkers', () => {
  it('is what only one of them finds, article by article', () => {
    expect(short([checked(found(1), found(2)), checked()], [checked(found(2), found(3)), checked(found(1))])).toEqual([
      '0 added 3 error',
      '0 removed 1 error',
      '1 added 1 error',
    ])
  })

  it('is nothing between a checker and itself', () => {
    expect(short([checked(found(1), found(2))], [checked(found(2), found(1))])).toEqual([])
  })

  it('takes a finding at another level from the one and gives it to the other', () => {
    const [before, after] = [[checked(found(1))], [checked(found(1, { level: 'warning' }))]]
    expect(short(before, after)).toEqual(['0 added 1 warning (error)', '0 removed 1 error (warning)'])
    expect(tallyChanges(before, after, differenceOf(before, after))).toEqual([
      { rule: 'repeated-word', level: 'error', before: 1, after: 0, added: 0, removed: 1 },
      { rule: 'repeated-word', level: 'warning', before: 0, after: 1, added: 1, removed: 0 },
    ])
  })

  it('knows a finding again whose mark has moved by a word, but not another rule’s', () => {
    expect(short([checked(found(1))], [checked(found(9, { start: 12, end: 20 }))])).toEqual([])
    expect(short([checked(found(1))], [checked(found(1, { rule: 'self-reference' }))])).toEqual([
      '0 added 1 error',
      '0 removed 1 error',
    ])
    expect(short([checked(found(1))], [checked(found(9, { start: 15, end: 20 }))])).toHaveLength(2)
  })
})
