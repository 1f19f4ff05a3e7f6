/**
 * Finds out which levels a rule's findings have: those that the examples of its page get, since the page is the rule's
 * test.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEVERITIES, type Rule, type Severity } from '#rule'
import { renditionsOf } from '../../src/rule-kit/variants.ts'
import { checkRendition, ruleAlone } from '../../src/rule-kit/run-example.ts'
import { readRulePage } from '../../test/rule-page.ts'

/** The levels of each rule, the gravest first, by its id. */
export type RuleLevels = Readonly<Record<string, readonly Severity[]>>

/**
 * Runs what rules' pages flag, and says which levels came up; a rule without such examples has the level of its
 * definition.
 */
export function levelsOf(root: string, rules: readonly Rule[]): RuleLevels {
  return Object.fromEntries(
    rules.map((rule) => {
      const found = levelsInPage(join(root, 'rules', rule.id, 'rule.md'), rule)
      return [rule.id, found.size === 0 ? [rule.severity] : SEVERITIES.filter((level) => found.has(level))]
    }),
  )
}

function levelsInPage(path: string, rule: Rule): ReadonlySet<Severity> {
  const levels = new Set<Severity>()
  if (!existsSync(path)) return levels
  try {
    for (const example of readRulePage(readFileSync(path, 'utf8')).examples) {
      if (example.section !== 'Flagged') continue
      const [asItStands] = renditionsOf(example)
      for (const { severity } of checkRendition(example, asItStands!, asItStands!.source, ruleAlone(rule, example)))
        levels.add(severity)
    }
  } catch {
    // A page that can't be read yet is its own test's to tell.
  }
  return levels
}
