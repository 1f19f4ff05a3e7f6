/** The files of a new rule: a small one that works and passes every test, to be changed from there. */

/** The rule's module. */
export function ruleTemplate(id: string, version: string): string {
  return `/** “At this moment in time”, which says no more than “now”. (Say here, in one sentence, what your rule finds.) */
import { defineRule, span } from '#rule'

const PHRASE = /\\bat this moment in time\\b/gi

export default defineRule({
  id: '${id}',
  title: 'Five words for “now”',
  summary: '“At this moment in time” says no more than “now”.',
  kind: 'style',
  stage: 'trial',
  severity: 'info',
  since: '${version}',
  quotations: 'skip',
  messages: {
    found: ({ words }: { words: string }) => \`“\${words}” says no more than “now”\`,
  },
  *check({ story, facts, find }) {
    for (const block of story.blocks) {
      if (!facts.layout.isCopy(block)) continue
      for (const { index, 0: words } of story.slice(block).matchAll(PHRASE)) {
        const at = span(block.start + index, block.start + index + words.length)
        const text = words.startsWith('A') ? 'Now' : 'now'
        yield find('found', { at, words, suggestions: [{ title: \`Write “\${text}”\`, grade: 'likely', edits: [{ at, text }] }] })
      }
    }
  },
})
`
}

/** The rule's page: one screen for editors. */
export function pageTemplate(id: string): string {
  return `# Five words for “now” (${id})

“At this moment in time” says no more than “now”.

## Why

Five words do the work of one, and a reader skips them. Say here what goes wrong when the copy is printed as it is.

## Examples

\`\`\`copy
The council has no plan for the bridge [[at this moment in time]].
\`\`\`

> info: “at this moment in time” says no more than “now”
> - Write “now” (likely)

\`\`\`copy
[[At this moment in time]], no date has been set for the vote.
\`\`\`

> info: “At this moment in time” says no more than “now”
> - Write “Now” (likely)

\`\`\`draft
Bridge stays closed for the winter

The bridge over the mill stream stays closed [[at this moment in time]], the council has decided.
\`\`\`

> info: “at this moment in time” says no more than “now”
> - Write “now” (likely)

## Never flagged

- What somebody said, between quotation marks.
- Any other moment: “that moment in time”.

## Turn it off or down

Where a columnist is allowed to take the long way round:

\`\`\`yaml
rules:
  ${id}: off
\`\`\`

For one place, \`<!-- copydesk-disable-next-line ${id} -->\`.

## Figures

Not measured yet.

## Options

None.

## Sources

The desk’s own experience. Name here what a rule of usage, or a figure, is taken from.
`
}

/** The rule's cases: its test. */
export function casesTemplate(id: string): string {
  return `# Cases of ${id}

The test of [the rule](rule.md): every example is run.

## Flagged

\`\`\`copy
The council has no plan for the bridge [[at this moment in time]].
\`\`\`

> info: “at this moment in time” says no more than “now”

\`\`\`copy
[[At this moment in time]], no date has been set for the vote.
\`\`\`

> “At this moment in time” says no more than “now”

A whole story is a \`draft\`. Findings are marked in their order, each with a line beneath.

\`\`\`draft
Bridge stays closed for the winter

The bridge over the mill stream stays closed [[at this moment in time]], the council has decided.

Repairs will begin in the spring. The road is also shut [[at this moment in time]].
\`\`\`

> “at this moment in time” says no more than “now”
> “at this moment in time” says no more than “now”

## Allowed

\`\`\`copy
The council has no plan for the bridge at the moment.
\`\`\`

What somebody said is left as they said it.

\`\`\`copy
“We have no plan at this moment in time,” the mayor told reporters on the bridge.
\`\`\`

\`\`\`draft
Bridge opens again

The council has opened the bridge again. It had been closed since that moment in time when the flood came.
\`\`\`

## Known misses

\`\`\`copy
The council has no plan for the bridge [[at this present moment in time]].
\`\`\`
`
}
