/**
 * Finds out which levels a rule's findings have: those that its cases under “Flagged” get.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEVERITIES, type Rule, type Severity } from '#rule'
import { renditionsOf } from '../../src/rule-kit/variants.ts'
import { checkRendition, ruleAlone } from '../../src/rule-kit/run-example.ts'
import { readExamples, type Example } from '../../src/rule-kit/examples.ts'

/** The levels of each rule, the gravest first, by its id. */
export type RuleLevels = Readonly<Record<string, readonly Severity[]>>

/**
 * Runs what rules' cases flag, and says which levels came up; a rule without any has the level of its definition.
 * @throws {Error} naming cases that can't be read, and the line.
 */
export function levelsOf(root: string, rules: readonly Rule[]): RuleLevels {
  return Object.fromEntries(
    rules.map((rule) => {
      const found = levelsInCases(root, rule)
      return [rule.id, found.size === 0 ? [rule.severity] : SEVERITIES.filter((level) => found.has(level))]
    }),
  )
}

function levelsInCases(root: string, rule: Rule): ReadonlySet<Severity> {
  const path = `rules/${rule.id}/cases.md`
  const levels = new Set<Severity>()
  if (!existsSync(join(root, path))) return levels
  for (const example of flaggedIn(root, path)) {
    const [asItStands] = renditionsOf(example)
    for (const { severity } of checkRendition(example, asItStands!, asItStands!.source, ruleAlone(rule, example)))
      levels.add(severity)
  }
  return levels
}

function flaggedIn(root: string, path: string): readonly Example[] {
  try {
    return readExamples(readFileSync(join(root, path), 'utf8')).filter(({ section }) => section === 'Flagged')
  } catch (error) {
    throw new Error(`${path}, ${(error as Error).message}`, { cause: error })
  }
}
