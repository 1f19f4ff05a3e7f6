/** Whether the first of two equal words belongs to the verb before it: “kick in in January”, “those she talked to to calm them”. */
import { wordSet, type WordSet } from '#rule'
import type { Span, Story } from '#story'
import words from './words.generated.ts'

const VERBS: Readonly<Record<string, WordSet>> = {
  in: wordSet(words.in), on: wordSet(words.on), up: wordSet(words.up), off: wordSet(words.off), over: wordSet(words.over),
  down: wordSet(words.down), by: wordSet(words.by), through: wordSet(words.through), about: wordSet(words.about), to: wordSet(words.to),
}
// “the countries we are involved in in Latin America”: somebody’s verb whose object stands before.
const STRANDED = /\b(?:i|you|he|she|it|we|they)(?:[’'](?:ve|re|d|m|s))?(?: (?:are|were|was|is|am|been|have|had|not|also|now|being)){0,3} \p{L}+(?:ed|ing) $/iu
// “was appealed to to the tribunal”: what follows is no verb, so the second “to” has none.
const NO_VERB = /^ (?:the|an?|his|her|its|their|our|my|your|this|that|these|those|all|some|\p{Lu}|\d)/u

/** Whether a pair of the word `word`, in lower case, is a particle and a preposition. */
export function isParticle(story: Story, { start, end }: Span, word: string): boolean {
  if (!Object.hasOwn(VERBS, word)) return false
  const before = story.text.slice(Math.max(0, start - 60), start)
  const verb = /(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase()
  if (verb === undefined) return false
  const takesIt = takesParticle(verb, word)
  if (word === 'to') return takesIt && !NO_VERB.test(story.text.slice(end, end + 8))
  return takesIt || ((word === 'in' || word === 'on') && STRANDED.test(before))
}

/** Whether a verb, in any of its forms, takes a particle. */
export function takesParticle(verb: string, word: string): boolean {
  return Object.hasOwn(VERBS, word) && baseForms(verb).some((form) => VERBS[word]!.has(form))
}

/** What a verb may be a form of: “moving” of “move”, “logged” of “log”, “carries” of “carry”. */
export function baseForms(verb: string): readonly string[] {
  const stem = verb.replace(/(?:ed|ing|es|s)$/, '')
  return [verb, stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1'), verb.replace(/s$/, '')]
}
