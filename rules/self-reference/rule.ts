/** A name acts on itself: “remove Xiaomi from Xiaomi”. One of the two was meant to be another name. */
import { defineRule, span } from '#rule'
import type { Facts, Story } from '#story'
import { bondOf, mayBeSame } from './bond.ts'
import { frameBetween } from './frame.ts'
import { Parallels } from './parallel.ts'
import { partyOf, type Party } from './party.ts'

type WordEvidence = Facts['wordEvidence']

// In characters, from the start of a name to the end of the next; a frame is eight words at most.
const LONGEST_PHRASE = 160

export default defineRule({
  id: 'self-reference',
  title: 'A name acts on itself',
  summary: 'One name stands on both sides of a phrase that joins two different names, as in “remove Xiaomi from Xiaomi”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: {
    sameName: ({ name, frame }: { name: string; frame: string }) =>
      `“${name}” stands on both sides of “${frame}”; one of the two is probably another name`,
    sameParty: ({ first, name, frame }: { first: string; name: string; frame: string }) =>
      `“${first}” and “${name}” are one, and stand on both sides of “${frame}”; one is probably another name`,
    paired: ({ name, frame }: { name: string; frame: string }) =>
      `“${name}” is paired with itself in “${frame}”; one of the two is probably another name`,
    pairedParty: ({ first, name, frame }: { first: string; name: string; frame: string }) =>
      `“${first}” and “${name}” are one, and are paired in “${frame}”; one is probably another name`,
  },
  *check({ story, facts, find }) {
    const { mentions } = facts
    // The phrases from a name to the same name, and how often each stands: “Measure for Measure” is a play, “Brandt and Brandt” a firm.
    const phrases = new Map<string, number>()
    const neighbours: number[] = []
    for (let index = 0; index + 1 < mentions.length; index++) {
      const first = mentions[index]!
      const second = mentions[index + 1]!
      if (first.sentence !== second.sentence || second.end - first.start > LONGEST_PHRASE || !mayBeSame(facts, first, second)) continue
      neighbours.push(index)
      const phrase = story.text.slice(first.start, second.end)
      phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1)
    }
    const parallels = new Parallels(story)
    for (const index of neighbours) {
      const first = mentions[index]!
      const second = mentions[index + 1]!
      const one = partyOf(story, first)
      const other = partyOf(story, second)
      const bond = bondOf(facts, one, other)
      const ceiling = bond && highestLevel(story, one, other)
      const frame = ceiling && frameBetween(story, { one, other, bond, next: mentions[index + 2] })
      if (!frame) continue
      const isNamedAgain = phrases.get(story.text.slice(first.start, second.end))! > 1
      if (isNamedAgain && (frame.mayBeFirm || isOrdinary(facts.wordEvidence, one))) continue
      const name = story.slice(other)
      const parallel = frame.preposition === undefined ? undefined : parallels.find(frame.governor, frame.preposition, other)
      const isOneName = story.slice(one).includes(name)
      const place = {
        at: span(other.start, other.end),
        first: story.slice(one),
        name,
        frame: frame.text,
        severity: ceiling === 'warning' ? 'warning' as const : frame.severity,
        related: [
          { at: span(one.start, one.end), note: isOneName ? 'the same name' : 'the same by another name' },
          ...(parallel ? [{ at: parallel.at, note: `here it is “${parallel.phrase}”` }] : []),
        ],
        suggestions: parallel
          ? [{ title: `Put “${parallel.object}” here, as elsewhere in the story`, grade: 'idea' as const, edits: [{ at: span(other.start, other.end), text: parallel.object }] }]
          : [],
      }
      if (frame.pair) yield find(isOneName ? 'paired' : 'pairedParty', place)
      else yield find(isOneName ? 'sameName' : 'sameParty', place)
    }
  },
})

/**
 * How bad a name that meets itself may be at most, by the name alone; nothing where it only looks like one: titles of works,
 * ordinary words with a capital.
 */
function highestLevel(story: Story, one: Party, other: Party): 'error' | 'warning' | undefined {
  const { wordEvidence, sentences, entities } = story.facts
  if (one.possessive || isSetApart(story, one, other)) return undefined
  // Where every word has a capital only names that the story's sentences know are sure.
  if (sentences.letterCase(one.sentence) !== 'sentence' && !one.core.every((word) => isKnown(wordEvidence, word))) return undefined
  // “China” beside “the Chinese government” is no crockery.
  if (other.isGovernment || !isOrdinary(wordEvidence, one)) return 'error'
  // “Measure for Measure”, “man to Man”: an ordinary word needs a story that treats it as a name throughout.
  const { fullest, mentions } = entities.of(one)
  // “Young told Young” where the story has met Luke Young.
  if (fullest.core.length > 1) return 'error'
  const asName = wordEvidence.capitalised(one.core[0]!)
  const asWord = wordEvidence.lowerCase(one.core[0]!.toLowerCase())
  if (mentions.length < 3 || asName < 2 || asWord > asName) return undefined
  return asWord === 0 && asName >= 3 ? 'error' : 'warning'
}

function isOrdinary(wordEvidence: WordEvidence, { core, isGovernment }: Party): boolean {
  return core.length === 1 && !isGovernment && wordEvidence.isOrdinary(core[0]!.toLowerCase())
}

function isKnown(wordEvidence: WordEvidence, word: string): boolean {
  return wordEvidence.capitalised(word) > 0 || wordEvidence.capitalised(word[0] + word.slice(1).toLowerCase()) > 0
}

/** Between quotation marks, “Salt by Salt” is a title; between brackets, “(Norvik to Norvik)” is a label. */
function isSetApart(story: Story, one: Party, other: Party): boolean {
  const before = story.text[one.start - 1] ?? ' '
  const after = story.text.slice(other.end, other.end + 2)
  return /["“‘'«]/.test(before) && /^[,.!?]?["”’'»]/.test(after) || /[([]/.test(before) && /^[)\]]/.test(after)
}
