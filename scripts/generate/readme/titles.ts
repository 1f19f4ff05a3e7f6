/** Writes the README's list of what Copydesk finds, by the rules' titles. */
import type { Rule } from '#rule'
import type { Figures } from '../figures.ts'

const SHOWN = 10

/**
 * The titles of ten rules that run by default, with the way to their pages: those that are most often right on
 * published copy, in the order of their titles, and how many more there are.
 */
export function renderTitles(rules: readonly Rule[], { published, heldOut }: Figures): string {
  const rightOf = (id: string): number =>
    [published, heldOut?.published]
      .flatMap((figures) => Object.values(figures?.rules[id] ?? {}))
      .reduce((sum, { alarms, share }) => sum + alarms * (share ?? 0), 0)
  const usual = rules.filter(({ stage, preset }) => stage === 'stable' && preset === 'default')
  const shown = usual
    .toSorted((one, other) => rightOf(other.id) - rightOf(one.id))
    .slice(0, SHOWN)
    .toSorted((one, other) => (one.title < other.title ? -1 : 1))
  const more = usual.length - shown.length
  return [
    ...shown.map(({ id, title }) => `- [${title}](rules/${id}/rule.md)`),
    ...(more > 0 ? [`- and [${more} more](rules/README.md)`] : []),
  ].join('\n')
}
