/** A name acts on itself: “remove Xiaomi from Xiaomi”. One of the two was meant to be another name. */
import { defineRule, shortened, span, type Story } from '#rule'
import { levelOf } from './level.ts'
import { Parallels } from './parallel.ts'
import { sameNamesIn, type SameName } from './same-name.ts'
import { CLOSING } from './word-classes.ts'

// In characters, so that the message is still one line with two names of the usual length.
const LONGEST_FRAME = 50

export default defineRule({
  id: 'self-reference',
  title: 'A name acts on itself',
  summary:
    'One name stands on both sides of a phrase that joins two different names, as in “remove Xiaomi from Xiaomi”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: {
    sameName: ({ name, frame }: { name: string; frame: string }) =>
      `“${name}” stands on both sides of “${frame}”; check whether one should be another name`,
    sameParty: ({ first, name, frame }: { first: string; name: string; frame: string }) =>
      `“${first}” and “${name}” stand on both sides of “${frame}”; check whether one should be another name`,
    paired: ({ name, frame }: { name: string; frame: string }) =>
      `“${name}” is paired with itself in “${frame}”; check whether one should be another name`,
    pairedParty: ({ first, name, frame }: { first: string; name: string; frame: string }) =>
      `“${first}” and “${name}” are paired in “${frame}”; check whether one should be another name`,
  },
  *check({ story, find }) {
    const parallels = new Parallels(story)
    for (const pair of sameNamesIn(story)) {
      const severity = levelOf(story, pair)
      if (!severity) continue
      const { one, other, structure } = pair
      const name = story.slice(other)
      const isOneName = story.slice(one).includes(name)
      const { text, governor, preposition } = frameOf(story, pair)
      const parallel = preposition === undefined ? undefined : parallels.find(governor, preposition, other)
      const place = {
        at: span(other.start, other.end),
        first: story.slice(one),
        name,
        frame: shortened(text, LONGEST_FRAME),
        severity,
        related: [
          { at: span(one.start, one.end), note: isOneName ? 'the same name' : 'the same by another name' },
          ...(parallel ? [{ at: parallel.at, note: `here it is “${parallel.phrase}”` }] : []),
        ],
        suggestions: parallel
          ? [
              {
                title: `Put “${parallel.object}” here, as elsewhere in the story`,
                grade: 'idea' as const,
                edits: [{ at: span(other.start, other.end), text: parallel.object }],
              },
            ]
          : [],
      }
      if (structure!.pair) yield find(isOneName ? 'paired' : 'pairedParty', place)
      else yield find(isOneName ? 'sameName' : 'sameParty', place)
    }
  },
})

/** How the writer has it, with “…” for the first name where words stand on both sides: “remove … from”. */
function frameOf(
  story: Story,
  { one, other, joint, structure }: SameName,
): { text: string; governor: string; preposition: string | undefined } {
  const { words } = story.facts
  const { middle, before } = joint
  const start = other.title === undefined ? other.start : other.start - other.title.length - 1
  const between = story.text
    .slice(one.end, start)
    .trim()
    .replace(/^(?:, |[’']s? )/, '')
  const governor = before.at(-1) ?? ''
  const [only] = middle
  const pair = structure!.pair
  if (pair)
    return {
      text: pair === 'list' ? '…, … and' : pair.includes('…') ? pair : `… ${between} …`,
      governor,
      preposition: undefined,
    }
  const isGoverned =
    middle.length === 1 && structure!.isBare && /^[a-zß-ɏ]{3,}$/.test(governor) && !CLOSING.has(governor)
  return {
    text: isGoverned ? `${words.text(one.firstWord - 1)} … ${between}` : between,
    governor,
    preposition: isGoverned ? only : undefined,
  }
}
