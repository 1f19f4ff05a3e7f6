/** What reports tell of a rule: its title and summary, and why it is there, from its page. */
import type { Rule } from '#rule'
import type { RuleHelp } from '../../reporters/sarif/sarif-rules.ts'
import { whyOfRule } from '../../project/package-files.ts'

/** The help of a rule; an installation without the rule's page tells the first two alone. */
export function ruleHelp({ id, title, kind, severity, summary }: Rule): RuleHelp {
  return { id, title, kind, severity, summary, why: whyOfRule(id) }
}
