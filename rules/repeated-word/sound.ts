/**
 * Tells pairs of equal words that a sound sentence holds: a verb and its noun, a name and its verb, what is doubled by
 * nature.
 */
import { wordSet } from '#rule'
import { isStranded, takes } from './stranded.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const GRAMMAR = wordSet(words.grammar)
const OWNERS = wordSet(words.objects)
const TELLING = wordSet(words.telling)
const REDUPLICATIONS = wordSet(words.reduplications)
const HOMOGRAPHS = wordSet(words.homographs)
const OPENERS = wordSet(words.openers)
const NOUNS = wordSet(words.nouns)
const AUXILIARIES = wordSet(
  'is are was were am be been being has have had do does did will would shall should can could may might must ’s',
)
const HEADLINE_VERBS = wordSet(words.headlineVerbs)
// “To slow slow the growth”, “to comment comment on it” are slips, “farmers produce produce for the north” isn’t.
const NOUN_FOLLOWERS = wordSet('for from of in at with and or')
const NO_NOUN_BEFORE = wordSet(
  'forth out up down off back away together again over around along apart aside about across through on',
)
// Before the first of the two, a verb is due: “to record record profits”, “who address address fraud”, “Farmers produce
// produce”.
const BEFORE_VERBS = wordSet(
  'to will would shall should can could may might must not never i we you they who which help helps helped let lets and or also often always they’ll we’ll',
)
const MADE = wordSet('make makes made making let lets be keep keeps give gives gave show showed tell told')
const OBJECTS = wordSet('me us him them you it her')
const GOVERNING = wordSet(
  'than of to with from by for about like on in into at is was are were be know knows knew see sees saw ask asks asked',
)
// “His will will be read”, “a human being being held”.
const SUBJECTS = wordSet('i you he she it we they this things')
const DETERMINERS = wordSet('a an the that this')
const TIMES = /^(?:years?|months?|weeks?|days?|mornings?|evenings?|nights?|hours?|moment|weekend|afternoon|times?)$/
const CLAUSES =
  /^(?:what|who|whoever|whatever|how|however|where|wherever|when|whenever|why|whether|all|everything|anything|nothing)$/
const ADVERBS = /^(?:how|where|wherever|when|whenever|why|whether)$/
// “The police police the harbour at night”: nouns that mean many people, and verbs as they stand behind them.
const FORCES = wordSet('police staff crew')
// “Those who know know it well”, “people who work hard”: of whom a clause with “who” tells.
const WHOEVER = wordSet('those people ones all anyone everyone anybody everybody they many few some')
const NOUNS_TOO = wordSet('will might must being can may')

/** Whether a pair of the word `word`, in lower case, stands in a sound sentence or heading, or may well do so. */
export function isSound(word: string, around: Surroundings, isHeading: boolean): boolean {
  const [previous = ''] = around.before
  const next = around.next.toLowerCase()
  if (REDUPLICATIONS.has(word)) return true
  if (NOUNS_TOO.has(word) && (NOUNS.has(previous) || /[’']s$/.test(previous))) return true
  if (HOMOGRAPHS.has(word) && isVerbAndNoun(word, previous, next) && (!isHeading || HEADLINE_VERBS.has(word)))
    return true
  if (FORCES.has(word) && DETERMINERS.has(next) && (previous === '' || DETERMINERS.has(previous))) return true
  if (isVerbTwice(word, around)) return true
  // “What makes us us is the sea”.
  if (
    OBJECTS.has(word)
    && MADE.has(previous)
    && (next === '' || /^(?:is|are|was|were|and|has|have|will|in|as)$/.test(next))
  )
    return true
  if (
    OWNERS.has(word)
    && TELLING.has(previous)
    && !/^(?:a|an|the|that|this|about|of|to|in|on|for|with|by|at|from)$/.test(next)
  )
    return true
  if (word === 'while' && /^(?:a|the|long|little|short|good|some|worth)$/.test(previous)) return true
  if (word === 'all' && /^(?:above|after|at|for|us|you|them|it|we|they|and)$/.test(previous)) return true
  return endsClause(word, around) || isStranded(word, around)
}

/** “To record record profits”, “who address address fraud”, “Farmers produce produce for the north”. */
function isVerbAndNoun(word: string, previous: string, next: string): boolean {
  if (
    !/^[\p{L}$£€\d]/u.test(next)
    || (GRAMMAR.has(next) && !NOUN_FOLLOWERS.has(next))
    || NO_NOUN_BEFORE.has(next)
    || takes(word, next)
  )
    return false
  // “Track track regional markets”: an adjective follows a verb.
  if (/(?:[^n]al|ive|ous|ful|able|ible|less)$/.test(next)) return false
  return BEFORE_VERBS.has(previous) || (/[^s’']s$/.test(previous) && !GRAMMAR.has(previous))
}

/**
 * “What matters matters to all”, “Those who know know it well”: a clause of its opener and its verb alone, and the same
 * verb behind it.
 */
function isVerbTwice(word: string, { before: [opener = '', antecedent] }: Surroundings): boolean {
  if (GRAMMAR.has(word) || /(?:ed|ing|ly|^said)$/.test(word)) return false
  if (opener === 'what' || opener === 'whoever' || opener === 'whatever') return antecedent === undefined
  return opener === 'who' && (antecedent === undefined || WHOEVER.has(antecedent))
}

/**
 * “What it was was a tax”, “those who could could leave”: the first of the two ends a clause that a word before it
 * opened.
 */
function endsClause(word: string, { before, next: follower, opensClause }: Surroundings): boolean {
  const next = follower.toLowerCase()
  // “What three cities are are spending”.
  if (!AUXILIARIES.has(word) || opensClause || next.endsWith('ing')) return false
  const [previous = ''] = before
  if (/^(?:who|that|which|what|there)$/.test(previous))
    return before.slice(1).some((one) => OPENERS.has(one)) || (previous === 'what' && !GOVERNING.has(before[1] ?? ''))
  // “The way it is is fine”, “the man he was was gone”; but “the year he was was …” is a day of his.
  if (
    SUBJECTS.has(previous)
    && DETERMINERS.has(before[2] ?? '')
    && !TIMES.test(before[1]!)
    && !AUXILIARIES.has(before[1]!)
  )
    return true
  const opener = before.findIndex((one, index) => index > 0 && CLAUSES.test(one))
  // “What is certain is is that …” has its verb already, and in “than anything we have have seen” the clause is no
  // subject.
  if (
    opener === -1
    || before.slice(0, opener).some((one) => AUXILIARIES.has(one))
    || GOVERNING.has(before[opener + 1] ?? '')
  )
    return false
  // “How bad it was was a riddle”, “where the boat is is unknown”; but “they asked how many boats were were lost” is a
  // slip.
  if (/^(?:all|every|any|no)/.test(before[opener]!))
    return /^(?:i|you|he|she|it|we|they|that|there|who)$/.test(before[opener - 1]!)
  // “What we found is is that” has its verb, too.
  if (!ADVERBS.test(before[opener]!)) return opener === 1 || SUBJECTS.has(previous) || DETERMINERS.has(before[1] ?? '')
  if (/(?:ed|en)$/.test(next) || before[opener + 1] !== undefined) return false
  return SUBJECTS.has(previous) || opener === 1 || /^(?:an?|the|not|no|unknown|unclear|still|up|anyone)$/.test(next)
}
