/** Counts what fires, a line a rule and level. */
import type { Severity } from '../../src/rule/index.ts'
import { byRuleAndLevel } from './levels.ts'
import type { Alarm } from './run-checker.ts'

/** How often a rule fires at a level. */
export interface RuleTally {
  readonly rule: string
  readonly level: Severity
  readonly alarms: number
  /** How many articles hold at least one. */
  readonly articles: number
}

/** The tallies of all rules that fire, by rule and level. */
export function tallyAlarms(alarms: readonly Alarm[]): readonly RuleTally[] {
  const groups = new Map<string, { rule: string; level: Severity; alarms: number; articles: Set<object> }>()
  for (const {
    article,
    finding: { rule, severity: level },
  } of alarms) {
    const key = `${rule} ${level}`
    const group = groups.get(key) ?? { rule, level, alarms: 0, articles: new Set() }
    group.alarms++
    group.articles.add(article)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({ ...group, articles: group.articles.size })).toSorted(byRuleAndLevel)
}

/** How many there are in 100,000 words; 0 where there are no words. */
export function per100k(count: number, words: number): number {
  return words > 0 ? (count / words) * 100_000 : 0
}
