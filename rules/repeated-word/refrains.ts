/**
 * Tells doubled phrases that are meant: refrains, lists, names, “again and again and again”, “a friend of a friend of
 * mine”.
 */
import { wordSet, type Story } from '#rule'
import type { DoubledPhrase } from './phrases.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const GRAMMAR = wordSet(words.grammar)
const SOUNDS = wordSet([...words.emphasis, ...words.heightening, ...words.reduplications])
const CALLS = wordSet(words.exclaimed)
const SET = wordSet(words.setPhrases.map((phrase) => phrase.replaceAll(' ', '_')))
const COUNTED = wordSet(words.counted)
const JOINING = wordSet(words.joining)
const STRESSED = wordSet(words.stressed)
const PAIRED = wordSet(words.paired)
const RELATIONS = wordSet(words.relations)
const SAYING = wordSet('say said think thought know knew believe believed hope hoped swear swore')
const SUBJECTS = wordSet('i you he she it we they there this')
const PREPOSITIONS = wordSet(
  'of to at by for from with without into onto upon about against between among during through under until in on over',
)
const DETERMINERS = wordSet('a an the his her its their our my your of')
// What opens a clause that may end where its double begins: “because of who they are they are at risk”.
const OPENERS = wordSet(
  'what who whom whoever whatever how however where wherever when whenever if as that because once all everything anything nothing everyone those while until '
    + 'things whichever which than',
)
const INFINITIVE_OPENERS = wordSet('what whatever how where all everything anything nothing things much enough way')

/** Whether a doubled phrase is, or may well be, what the writer wants. */
export function isMeant(story: Story, phrase: DoubledPhrase): boolean {
  const { at, count, isPlain, words: parts } = phrase
  if (story.blockAt(at.start).kind === 'table-cell' || (count > 2 && !isPlain) || isListOrSound(parts)) return true
  if (isNameOrHeadlines(story, phrase)) return true
  const around = surroundingsOf(story, at)
  if (story.facts.ownCopy.isQuoted(at) && !isSlipInSpeech(phrase, around)) return true
  return isChain(parts, around) || isFirm(story, phrase) || isPairedWord(story, phrase) || isClauseAgain(parts, around)
}

/**
 * Speakers say a thing twice; of what they don't, prepositions stand first, or the phrase is long and in mid-sentence.
 */
function isSlipInSpeech(
  { isPlain, words: [first = '', ...more] }: DoubledPhrase,
  { previous, next }: Surroundings,
): boolean {
  if (isPlain && PREPOSITIONS.has(first)) return true
  return more.length >= 2 && previous !== '' && next !== '' && !SUBJECTS.has(first)
}

/** “Win lose win lose”, “one two one two”, “ding dong ding dong”, “thank you thank you”. */
function isListOrSound(phrase: readonly string[]): boolean {
  return (
    SET.has(phrase.join('_'))
    || phrase.every((word) => !/\p{L}/u.test(word) || COUNTED.has(word) || SOUNDS.has(word) || CALLS.has(word))
  )
}

/** “New York New York”; “Mayor resigns Mayor resigns after vote” is a headline twice, run together. */
function isNameOrHeadlines(
  { text, facts: { layout, wordEvidence }, blockAt }: Story,
  { written, words: phrase, second, isPlain }: DoubledPhrase,
): boolean {
  if (layout.isHeading(blockAt(second)))
    return phrase.every((word) => !GRAMMAR.has(word) && !wordEvidence.isOrdinary(word))
  if (written.split(' ').every((part) => /^[\p{Lu}\d]/u.test(part))) return !isPlain
  const again = text.slice(second, second + 1)
  return again !== again.toLowerCase() && (!/^\p{Lu}/u.test(written) || !GRAMMAR.has(phrase[0]!))
}

/**
 * “Day after day after day”, “a rose is a rose is a rose”, “the law is the law is the law”, “years and years and then”,
 * “a friend of a friend of mine”.
 */
function isChain(phrase: readonly string[], { before, next }: Surroundings): boolean {
  const first = phrase[0]!
  const last = phrase.at(-1)!
  // The chain goes on with the first of its words, or began with the last of them.
  if (/^(?:is|was|are|be)$/.test(last) && next.toLowerCase() === first) return true
  if (JOINING.has(last) && next.toLowerCase() === first && (first === 'a' || first === 'an' || isContent(first)))
    return true
  if (JOINING.has(first) && isContent(last) && (before[0] === last || `${before[0]}s` === last)) return true
  // “Fix slice of slice of the file”; but behind an article, “the number of number of boats”, half an edit is left.
  if (
    last === 'of'
    && phrase.length === 2
    && isContent(first)
    && before[0] !== undefined
    && !GRAMMAR.has(before[0])
    && !before.slice(0, 3).some((one) => DETERMINERS.has(one))
    && !isPlural(first)
  )
    return true
  if (last === 'and' || last === 'or')
    return phrase.length === 2 ? isContent(first) : /^(?:a|an|another|one)$/.test(first)
  if (phrase.length === 2 && (first === 'and' || first === 'the')) return STRESSED.has(last) || last.endsWith('er')
  return (
    phrase.includes('of')
    && phrase.some((word) => RELATIONS.has(word))
    && phrase.every((word) => DETERMINERS.has(word) || RELATIONS.has(word))
  )
}

function isContent(word: string): boolean {
  return !GRAMMAR.has(word) || STRESSED.has(word)
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word)
}

/** “Apple, Sony, and Brandt and Brandt”: a firm of two of one name, which the story hardly writes by itself. */
function isFirm(
  { facts: { wordEvidence } }: Story,
  { written, words: [first, , ...more], count }: DoubledPhrase,
): boolean {
  const name = written.split(' ')[1]!
  return (
    count === 2
    && more.length === 0
    && first === 'and'
    && /^\p{Lu}\p{Ll}/u.test(name)
    && wordEvidence.capitalised(name) <= 2
  )
}

/**
 * “Went head to head to win”, “from time to time to keep”, “character by character by hand”; the play “Measure for
 * Measure”.
 */
function isPairedWord(
  { facts: { wordEvidence } }: Story,
  { written, words: [one = '', other = '', ...more] }: DoubledPhrase,
): boolean {
  if (more.length > 0) return false
  if (/^(?:by|for|within|after|upon|against)$/.test(other)) return !/(?:ed|ing)$/.test(one) && isContent(one)
  if (/^(?:to|on|in|over)$/.test(other)) return PAIRED.has(one)
  return one === 'for' && /^\p{Lu}/u.test(written.split(' ')[1]!) && wordEvidence.isOrdinary(other)
}

/** “Because of who they are they are at risk”, “what they have to do to do it”, “she said she said no”. */
function isClauseAgain([first = '', second = '', ...more]: readonly string[], { before }: Surroundings): boolean {
  if (more.length > 0) return false
  const isOpened = before.some((word) => OPENERS.has(word))
  if (SUBJECTS.has(first)) return isOpened || (SAYING.has(second) && first !== 'it')
  if (SAYING.has(first) && SUBJECTS.has(second)) return second !== 'it' && second !== 'there' && second !== 'this'
  return first === 'to' && !GRAMMAR.has(second) && before.some((word) => INFINITIVE_OPENERS.has(word))
}
