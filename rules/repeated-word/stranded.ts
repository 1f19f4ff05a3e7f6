/** Tells a preposition that its verb has left behind from one that stands twice: “waiting for for decades”, “dealt with with great force”. */
import type { WordSet } from '#rule'
import { hasAntecedent, isBe, isPassive } from './gap.ts'
import { baseForms, setsOf } from './particle.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const VERBS = setsOf(words.stranded)
const PASSIVE = setsOf(words.passive)
// A manner: what the second of the two begins.
const MANNER = /^(?:great|such|care|caution|contempt|difficulty|ease|enthusiasm|extreme|force|full|great|kindness|little|love|more|much|no|only|particular|pride|real|respect|some|suspicion|sympathy|the|utmost|a|an|both|equal|firm|patience|speed|urgency|varying|deep)$/

function isAmong(table: Readonly<Record<string, WordSet>>, word: string, preposition: string): boolean {
  return Object.hasOwn(table, preposition) && baseForms(word).some((form) => table[preposition]!.has(form))
}

/** Whether a verb, or an adjective, that a word may be takes a preposition. */
export function takes(word: string, preposition: string): boolean {
  return isAmong(VERBS, word, preposition)
}

/** Whether the first of two equal prepositions has been left behind by what it governs, and the second begins something else. */
export function isStranded(word: string, { before, next }: Surroundings): boolean {
  const [verb = ''] = before
  if (!Object.hasOwn(VERBS, word)) return false
  if (isBe(verb)) return hasAntecedent(before)
  if (!takes(verb, word) || !(hasAntecedent(before) || (isPassive(before) && isAmong(PASSIVE, verb, word)))) return false
  if (word === 'with') return MANNER.test(next.toLowerCase())
  return true
}
