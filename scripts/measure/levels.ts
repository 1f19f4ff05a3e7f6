/** The levels of a finding, strongest first, as tables and files list them. */
import type { Severity } from '../../src/rule/index.ts'

/** The levels, strongest first. */
export const LEVELS: readonly Severity[] = ['error', 'warning', 'info']

/** Whether a text names a level. */
export function isLevel(text: unknown): text is Severity {
  return (LEVELS as readonly unknown[]).includes(text)
}

/** Orders by rule, then from error to info. */
export function byRuleAndLevel(one: RuleAndLevel, other: RuleAndLevel): number {
  if (one.rule !== other.rule) return one.rule < other.rule ? -1 : 1
  return LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level)
}

interface RuleAndLevel {
  readonly rule: string
  readonly level: Severity
}
