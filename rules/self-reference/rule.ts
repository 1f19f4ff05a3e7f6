/** A name acts on itself: “remove Xiaomi from Xiaomi”. One of the two was meant to be another name. */
import { defineRule, span } from '#rule'
import type { Facts, Mention, Story } from '#story'
import { frameBetween } from './frame.ts'
import { findParallel } from './parallel.ts'

export default defineRule({
  id: 'self-reference',
  summary: 'One name stands on both sides of a phrase that joins two different names, as in “remove Xiaomi from Xiaomi”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: {
    sameName: ({ name, frame }: { name: string; frame: string }) =>
      `“${name}” stands on both sides of “${frame}”; one of the two is probably another name`,
    paired: ({ name, frame }: { name: string; frame: string }) =>
      `“${name}” is paired with itself in “${frame}”; one of the two is probably another name`,
  },
  *check({ story, facts, find }) {
    const { mentions } = facts
    for (let index = 0; index + 1 < mentions.length; index++) {
      const one = mentions[index]!
      const other = mentions[index + 1]!
      if (one.sentence !== other.sentence || !areSame(facts, one, other) || !canActOnItself(story, facts, one, other)) continue
      const frame = frameBetween(story, one, other)
      if (!frame) continue
      const name = story.slice(other)
      const parallel = frame.preposition === undefined ? undefined : findParallel(story, frame.governor, frame.preposition, other)
      yield find(frame.pair ? 'paired' : 'sameName', {
        at: span(other.start, other.end),
        name,
        frame: frame.text,
        severity: frame.severity,
        related: [
          { at: span(one.start, one.end), note: 'the same name' },
          ...(parallel ? [{ at: parallel.at, note: `here it is “${parallel.phrase}”` }] : []),
        ],
        suggestions: parallel
          ? [{ title: `Put “${parallel.object}” here, as elsewhere in the story`, grade: 'idea', edits: [{ at: span(other.start, other.end), text: parallel.object }] }]
          : [],
      })
    }
  },
})

/** Whether two neighbouring mentions name the same, and nothing about them tells two people of one family. */
function areSame(facts: Facts, one: Mention, other: Mention): boolean {
  if (one.suffix !== other.suffix && (isGeneration(one.suffix) || isGeneration(other.suffix))) return false
  // “Mr. Obama thanked Mrs. Obama”: two titles, two people.
  const titlesDiffer = one.title !== undefined && other.title !== undefined && one.title !== other.title
  if (one.key === other.key) return !titlesDiffer || one.core.length > 1
  // “Donald Graham of Graham Holdings”: a surname that a company bears.
  if (titlesDiffer || one.suffix !== undefined || other.suffix !== undefined) return false
  // A name stands in full where it comes first: “black Americans against Latin Americans” are two.
  return one.core.length > other.core.length && facts.entities.of(one) === facts.entities.of(other)
}

function isGeneration(suffix: string | undefined): boolean {
  return suffix !== undefined && /^(?:[JS]r\.?|I+V?)$/.test(suffix)
}

/** Leaves out what only looks like a name meeting itself: titles of works, units, ordinary words with a capital. */
function canActOnItself(story: Story, facts: Facts, one: Mention, other: Mention): boolean {
  if (one.possessive) return false
  const letterCase = facts.sentences.letterCase(one.sentence)
  if (letterCase !== 'sentence') return false
  if (isTitleOfWork(story, one, other)) return false
  const [word, more] = one.core
  if (more !== undefined || !facts.wordEvidence.isOrdinary(word!.toLowerCase())) return true
  // “Measure for Measure”, “man to Man”: an ordinary word needs a story that treats it as a name throughout.
  const { mentions } = facts.entities.of(one)
  // “Young told Young” where the story has met Luke Young.
  if (mentions.some(({ core }) => core.length > 1)) return true
  return mentions.length >= 3 && facts.wordEvidence.lowerCase(word!.toLowerCase()) === 0 && facts.wordEvidence.capitalised(word!) >= 3
}

/** “Measure for Measure” between quotation marks, or followed by more of a title: “Jack in Jack and the Beanstalk”. */
function isTitleOfWork(story: Story, one: Mention, other: Mention): boolean {
  const before = story.text[one.start - 1] ?? ' '
  const after = story.text.slice(other.end, other.end + 2)
  return /["“‘'«]/.test(before) && /^[,.!?]?["”’'»]/.test(after)
}
