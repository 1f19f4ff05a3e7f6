/** Tests a rule with cases, as the rules of Copydesk are tested: as they stand, in variants, and mended. */
import builtIn from '../../rules/index.ts'
import type { Rule } from '#rule'
import { aRule } from '../check/config/check-options.ts'
import { refuseWrong } from '../options/expectations.ts'
import { examplesOf, type RuleCase } from './cases.ts'
import type { Example } from './examples.ts'
import { foundAfterAll, runExample } from './run-example.ts'
import { suggestionProblems } from './suggestions.ts'
import { renditionsOf } from './variants.ts'

/** A case that doesn't hold. Test runners show `expected` beside `actual`. */
export class RuleTestError extends Error {
  override readonly name = 'RuleTestError'
  /** Every case that doesn't hold, a text each. */
  readonly problems: readonly string[]
  /** The copy as the first of them marks it, with its messages. */
  readonly expected: string | undefined
  /** The same copy with what was found. */
  readonly actual: string | undefined

  constructor(rule: string, failures: readonly Failure[]) {
    const problems = failures.map(({ problem }) => problem)
    const many = problems.length === 1 ? 'one thing differs' : `${problems.length} things differ`
    super(`rule “${rule}”: ${many}\n\n${problems.join('\n\n')}`)
    this.problems = problems
    this.expected = failures[0]?.expected
    this.actual = failures[0]?.actual
  }
}

interface Failure {
  readonly problem: string
  readonly expected?: string
  readonly actual?: string
}

/**
 * Tests a rule. Copy and drafts are run as they stand and again with other quotes, spaces and line ends, as Markdown and
 * as HTML; every suggestion that isn't an idea must silence its finding and raise no other, of this rule or a rule that is
 * on by default. Experimental: what it takes may change in a minor version.
 * @param rule A rule, as `defineRule` makes it.
 * @param cases Markdown in the notation of a rule's `cases.md`, or a list.
 * @throws {RuleTestError} that says of all cases what differs.
 * @throws {TypeError} for a rule or a case that is none, and where there is no case at all.
 * @throws {PageError} where the Markdown can't be understood.
 */
export function testRule(rule: Rule, cases: string | readonly RuleCase[]): void {
  refuseWrong('testRule', 'rule', rule, aRule)
  const examples = examplesOf(cases)
  if (examples.length === 0) throw new TypeError('testRule: there is no case; a rule without one is tested by nothing')
  const unit = typeof cases === 'string' ? 'line' : 'case'
  const failures = examples.flatMap((example) => failuresOf(rule, example, `${unit} ${example.line}`))
  if (failures.length > 0) throw new RuleTestError(rule.id, failures)
}

function failuresOf(rule: Rule, example: Example, where: string): readonly Failure[] {
  const renditions = renditionsOf(example)
  if (example.section === 'Known misses') {
    const found = foundAfterAll(rule, example, renditions[0]!)
    return found === undefined ? [] : [{ problem: `${where}: ${found}` }]
  }
  for (const rendition of renditions) {
    const { expected, actual } = runExample(rule, example, rendition)
    if (expected === actual) continue
    // One a case: a variant fails for the same reason as the rest.
    return [{ problem: `${where}, ${rendition.name}:\nexpected\n${expected}\nfound\n${actual}`, expected, actual }]
  }
  const problems = renditions.flatMap((rendition) => suggestionProblems(builtIn, rule, example, rendition))
  return [...new Set(problems)].map((problem) => ({ problem: `${where}: ${problem}` }))
}
