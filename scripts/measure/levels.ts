/** The levels of a finding, strongest first, as tables and files list them. */
import type { Severity } from '../../src/rule/index.ts'
import { byRuleThen } from './by-rule.ts'

/** The levels, strongest first. */
export const LEVELS: readonly Severity[] = ['error', 'warning', 'info']

/** Whether a text names a level. */
export function isLevel(text: unknown): text is Severity {
  return (LEVELS as readonly unknown[]).includes(text)
}

/** Orders by rule, then from error to info. */
export const byRuleAndLevel = byRuleThen('level', LEVELS)
