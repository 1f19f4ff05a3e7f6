/**
 * For authors of rules (`copydesk/rule`): what a rule may use, and how to test it. Experimental: until version 1.0 a
 * minor version may change a fact or what `testRule` takes; the CHANGELOG says so.
 */
export * from '../rule/index.ts'
export { PageError } from './examples.ts'
export type { RuleCase } from './cases.ts'
export { storyOf, type StoryOptions } from './story-of.ts'
export { RuleTestError, testRule } from './test-rule.ts'
