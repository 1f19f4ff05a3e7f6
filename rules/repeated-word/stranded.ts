/** Tells a preposition that its verb has left behind from one that stands twice: “waiting for for decades”, “dealt with with great force”. */
import { wordSet, type WordSet } from '#rule'
import { baseForms } from './particle.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const VERBS: Readonly<Record<string, WordSet>> = Object.fromEntries(
  Object.entries(words.stranded).map(([preposition, list]) => [preposition, wordSet(list)]),
)
const BE = /^(?:be|is|are|was|were|been|being|am|get|gets|got|gotten|getting)$/
// What the preposition belongs to has gone before: “the prize that she fought for”, “something to wait for”, “what it is about”.
const MOVED = /^(?:that|which|who|whom|what|whatever|whoever|where|everything|anything|something|nothing|everyone|anyone|someone|one|ones|those|all|how|it|this|to|not)$/
// A length of time, a manner: what the second of the two begins.
const DURATION = /^(?:decades?|years?|months?|weeks?|days?|hours?|minutes?|ages|generations|centuries|long|so|too|over|more|most|much|nearly|almost|about|at|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d[\d.,]*|free|nothing|good|now|once|ever|years’|half)$/
const MANNER = /^(?:great|such|care|caution|contempt|difficulty|ease|enthusiasm|extreme|force|full|great|kindness|little|love|more|much|no|only|particular|pride|real|respect|some|suspicion|sympathy|the|utmost|a|an|both|equal|firm|patience|speed|urgency|varying|deep)$/

/** Whether a verb, or an adjective, that a word may be takes a preposition. */
export function takes(word: string, preposition: string): boolean {
  return Object.hasOwn(VERBS, preposition) && baseForms(word).some((form) => VERBS[preposition]!.has(form))
}

/** Whether the first of two equal prepositions has been left behind by what it governs, and the second begins something else. */
export function isStranded(word: string, { before, next }: Surroundings): boolean {
  const [verb = '', ...rest] = before
  if (!Object.hasOwn(VERBS, word) || !takes(verb, word)) return false
  if (word === 'for' && DURATION.test(next.toLowerCase())) return true
  const isPassive = /(?:ed|en|t|n|d)$/.test(verb) && rest.slice(0, 3).some((one) => BE.test(one))
  if (word === 'with') return (isPassive || rest.slice(0, 4).some((one) => MOVED.test(one))) && MANNER.test(next.toLowerCase())
  return isPassive || (rest.slice(0, 6).some((one) => /^(?:that|which|who|whom|what|whatever|whoever|everything|anything|those)$/.test(one)))
}
