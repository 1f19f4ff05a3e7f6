/** Says what a rule is called before people. */
import type { Finding } from '../finding.ts'

/**
 * The title, and in brackets the id, which configs and comments know the rule by; the id alone where it has no other
 * name.
 */
export function ruleName({ rule, title }: Pick<Finding, 'rule' | 'title'>): string {
  return title === rule ? rule : `${title} (${rule})`
}
