/** The levels of a finding, strongest first, as tables and files list them. */
import { SEVERITIES } from '#rule'
import type { Severity } from '../../src/rule/index.ts'
import { byRuleThen } from './by-rule.ts'

/** Whether a text names a level. */
export function isLevel(text: unknown): text is Severity {
  return (SEVERITIES as readonly unknown[]).includes(text)
}

/** Orders by rule, then from error to info. */
export const byRuleAndLevel = byRuleThen('level', SEVERITIES)
