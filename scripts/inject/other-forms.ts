/** Changes one place of a form that stands elsewhere as well, so that two places of a draft disagree. */
import type { DraftCopy } from './copy.ts'
import type { Replacement } from './kind.ts'

/** How often a form stands in the body as a word of its own. */
function countOf(copy: DraftCopy, form: string): number {
  const body = copy.text.slice(copy.headline?.end ?? 0)
  return [...body.matchAll(new RegExp(`(?<![\\p{L}\\p{N}-])${form.replace(/\./g, '\\$&')}(?![\\p{L}\\p{N}-])`, 'gu'))]
    .length
}

/** The changes of a form into others, where the form stands elsewhere as well and the other form nowhere. */
export function changesTo(copy: DraftCopy, start: number, form: string, ...others: readonly string[]): Replacement[] {
  if (countOf(copy, form) < 2) return []
  return others
    .filter((other) => other !== form && countOf(copy, other) === 0)
    .map((words) => ({ start, end: start + form.length, words }))
}
