/** Writes all that was measured: the catalogue's section, and what of it the README has. */
import type { Rule } from '#rule'
import type { Figures } from './figures.ts'
import { renderByRule } from './measured/by-rule.ts'
import { renderMeasuredEdits } from './measured/edits.ts'
import { renderInjected } from './measured/injected.ts'
import { renderMarked } from './measured/marks.ts'
import { renderPublished } from './measured/published.ts'
import { renderUnseen } from './measured/sentences.ts'

export { renderMisses } from './measured/misses.ts'

/**
 * The section “Measured”: a line a rule, then alarms and precision on published copy, of findings and of edits, and
 * recall on injected errors, on strangers' sentences and on marked drafts. Figures of copy held out stand before those
 * of copy that rules were tuned on.
 */
export function renderMeasured(rules: readonly Rule[], figures: Figures): string {
  const { published, edits, injected, heldOut = {}, unseen, marked } = figures
  const both = <Part>(
    held: Part | undefined,
    tuned: Part | undefined,
    render: (rules: readonly Rule[], part: Part | undefined) => string,
  ): string =>
    (held === undefined ? [tuned] : [held, ...(tuned === undefined ? [] : [tuned])])
      .map((part) => render(rules, part))
      .join('\n\n')
  return `## Measured

### By rule

${renderByRule(rules, figures)}

### On published copy

${both(heldOut.published, published, renderPublished)}

### On proposed edits

${both(heldOut.edits, edits, renderMeasuredEdits)}

### On injected errors

${both(heldOut.injected, injected, renderInjected)}

### On strangers’ sentences

${renderUnseen(rules, unseen)}

### On marked drafts

${renderMarked(marked)}
`
}
