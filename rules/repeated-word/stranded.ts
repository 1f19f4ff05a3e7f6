/**
 * Tells a preposition that its verb has left behind from one that stands twice: “waiting for for decades”, “dealt with
 * with great force”.
 */
import type { WordSet } from '#rule'
import { hasAntecedent, isBe, isPassive } from './gap.ts'
import { baseForms, setsOf } from './particle.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const VERBS = setsOf(words.stranded)
const PASSIVE = setsOf(words.passive)
// A manner: what the second of the two begins.
const MANNER =
  /^(?:great|such|care|caution|contempt|difficulty|ease|enthusiasm|extreme|force|full|great|kindness|little|love|more|much|no|only|particular|pride|real|respect|some|suspicion|sympathy|the|utmost|a|an|both|equal|firm|patience|speed|urgency|varying|deep|hardly|scarcely|barely|nearly)$/

function isAmong(table: Readonly<Record<string, WordSet>>, word: string, preposition: string): boolean {
  return Object.hasOwn(table, preposition) && baseForms(word).some((form) => table[preposition]!.has(form))
}

const ADVERBS = /^(?:away|up|out|down|along|off|on|back|forward|around)$/
const PHRASAL =
  /^(?:(?:done|got|gone|gotten) away with|(?:put|kept|caught|come|fed) up with|looked (?:up to|down upon|forward to)|lived up to|stood up (?:to|for)|made up for|toyed around with)$/

/** Whether a verb, or an adjective, that a word may be takes a preposition. */
export function takes(word: string, preposition: string): boolean {
  return isAmong(VERBS, word, preposition)
}

/**
 * Whether the first of two equal prepositions has been left behind by what it governs, and the second begins something
 * else.
 */
export function isStranded(word: string, { before, next }: Surroundings): boolean {
  const [verb = ''] = before
  if (!Object.hasOwn(VERBS, word)) return false
  if (isBe(verb)) return hasAntecedent(before) || before.includes('where')
  // “What they put up with with a shrug”, “it was done away with with hardly a word”.
  if (ADVERBS.test(verb))
    return (
      hasAntecedent(before.slice(1)) || (isPassive(before.slice(1)) && PHRASAL.test(`${before[1]} ${verb} ${word}`))
    )
  if (!takes(verb, word) || !(hasAntecedent(before) || (isPassive(before) && isAmong(PASSIVE, verb, word))))
    return false
  if (word === 'of') return /^(?:late|course|old|necessity|all|his|her|their|its|our|my|one)$/.test(next.toLowerCase())
  if (word === 'with') return MANNER.test(next.toLowerCase())
  return true
}
