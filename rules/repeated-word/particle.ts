/**
 * Whether the first of two equal words belongs to the verb before it: “kick in in January”, “those she talked to to
 * calm them”.
 */
import { wordSet, type WordSet } from '#rule'
import { hasAntecedent, isBe, isPassive } from './gap.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const VERBS = setsOf(words.particles)
// “was appealed to to the tribunal”: what follows is no verb, so the second “to” has none.
const NO_VERB =
  /^(?:(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|all|some)$|\p{Lu}|\d|\p{L}+(?:[^s]s|ed|ing)$)/u
const LIVING = wordSet(
  'live grow grew play believe rely depend focus sleep eat drink swim trade deal speak invest lie lay sail drive work serve fall fell',
)
const GRAMMAR = wordSet(words.grammar)
const DETERMINERS = wordSet('a an the his her its their our my your this that these those no any every each')
const OBJECTS = wordSet('it them him her us me himself herself itself themselves myself')

/** Whether a pair of the word `word`, in lower case, is a particle and a preposition. */
export function isParticle(word: string, { before, previous, next }: Surroundings): boolean {
  // “In March on on the air”: a name is no verb.
  if (!Object.hasOwn(VERBS, word) || (before.length > 1 && /^\p{Lu}/u.test(previous))) return false
  const [verb = ''] = before
  if (word === 'to')
    return takesParticle(verb, word) && (isPassive(before) || hasAntecedent(before)) && !NO_VERB.test(next)
  // “Think through through when it can”, “raced in in to score”: no preposition stands there.
  if (/^(?:when|how|why|if|whether|because|to)$/.test(next) || (word === 'out' && next === 'of')) return false
  // “The countries we are involved in in the south”, “the mood she was in in May”.
  if ((word === 'in' || word === 'on') && (isBe(verb) || isVerb(verb)) && hasAntecedent(before)) return true
  // “The house that she grew up in in the north”.
  if (word === 'in' && /^(?:up|down|out|back|over)$/.test(verb) && hasAntecedent(before.slice(1))) return true
  if (isNoun(before)) return false
  return takesParticle(verb, word) || takesObjectBetween(word, before)
}

/** “A start in in May”, “a huge step in in the spring” have no verb; “the new rates kick in in May” has one. */
function isNoun([word = '', one = '', other = '']: readonly string[]): boolean {
  if (DETERMINERS.has(one)) return true
  return (
    DETERMINERS.has(other)
    && !GRAMMAR.has(one)
    && !one.endsWith('s')
    && /^(?:break|call|cut|drop|fall|go|look|mix|move|phase|pull|push|put|run|rush|set|show|start|stay|step|stop|switch|turn|vote|walk|work)$/.test(
      word,
    )
  )
}

/** “They brought it in in May”, “she turned the lights on on Monday”. */
function takesObjectBetween(word: string, [first = '', second = '', third = '']: readonly string[]): boolean {
  if (OBJECTS.has(first)) return takesParticle(second, word)
  return DETERMINERS.has(second) && takesParticle(third, word)
}

/** Whether a verb, in any of its forms, takes a particle. */
export function takesParticle(verb: string, word: string): boolean {
  return Object.hasOwn(VERBS, word) && baseForms(verb).some((form) => VERBS[word]!.has(form))
}

/** Whether a word looks like a verb: by its ending, or since it is known to take some particle. */
function isVerb(word: string): boolean {
  return (
    /(?:ed|ing)$/.test(word)
    || baseForms(word).some((form) => Object.values(VERBS).some((verbs) => verbs.has(form)) || LIVING.has(form))
  )
}

/** What a verb may be a form of: “moving” of “move”, “logged” of “log”, “carries” of “carry”. */
export function baseForms(verb: string): readonly string[] {
  const stem = verb.replace(/(?:ed|ing|es|s)$/, '')
  return [verb, stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1'), verb.replace(/s$/, '')]
}

/** A table of words by preposition or particle, as sets. */
export function setsOf(table: Readonly<Record<string, string | readonly string[]>>): Readonly<Record<string, WordSet>> {
  return Object.fromEntries(Object.entries(table).map(([key, list]) => [key, wordSet(list)]))
}
