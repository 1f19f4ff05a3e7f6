/**
 * Tells what the capitals of a pair say: “The the” is a slip, “Duran Duran” a name, and a headline’s capitals say
 * nothing.
 */
import { around, wordSet, type Span, type Story } from '#rule'
import type { Elsewhere } from './elsewhere.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const GRAMMAR = wordSet(words.grammar)
const NAMES = wordSet(words.names)
const NAME_VERBS = wordSet(words.nameVerbs)
const VERBS = wordSet(words.homographs)
const TITLES = wordSet(words.titles)
// In capitals these may be countries, trades, bodies and bands of the radio.
const ACRONYMS = wordSet('us it who am me')

/** Whether a pair of the word `word`, in lower case, may be a slip by its letters. */
export function mayBeSlip(
  story: Story,
  at: Span,
  word: string,
  { previous, before, next }: Surroundings,
  elsewhere: Elsewhere,
): boolean {
  const [first = '', second = ''] = story.slice(at).split(' ', 2)
  // “In World War I I served”.
  if (first === 'I' && second === 'I') return before.length < 2 || !/^\p{Lu}/u.test(previous)
  // “The tapes are marked A A and B B”: letters that stand for something.
  if (first === 'A' && second === 'A' && before.length > 0 && letterCaseAt(story, at) === 'sentence') return false
  if (first !== second) {
    if (!around(story, at).opensSentence || first.slice(1) !== second.slice(1)) return false
    if (/^\p{Lu}/u.test(first) && isName(story, word, first)) return false
    // “Banks banks with a rival”, but “Banks banks rose”.
    return !(
      word.endsWith('s')
      && VERBS.has(word.slice(0, -1))
      && (GRAMMAR.has(next) || next === 'in' || next === 'on')
    )
  }
  if (first === word) return true
  const isHeading = story.facts.layout.isHeading(story.blockAt(at.start))
  if (letterCaseAt(story, at) === 'capitals') {
    if (ACRONYMS.has(word)) return false
    if (GRAMMAR.has(word) && !NAMES.has(word)) return true
  }
  return isHeading && isSlipInHeading(story, word, previous.toLowerCase(), elsewhere)
}

/** “Will will travel”, “Rose rose”: a name that is a word, or a word that the story has as a name. */
function isName({ facts: { wordEvidence } }: Story, word: string, written: string): boolean {
  return NAMES.has(word) || (!GRAMMAR.has(word) && wordEvidence.capitalised(written) > 0)
}

/**
 * In a headline a word is known that the story writes once, or that is common; a name that is made of two stands so in
 * the story as well.
 */
function isSlipInHeading(
  { facts: { wordEvidence } }: Story,
  word: string,
  previous: string,
  elsewhere: Elsewhere,
): boolean {
  if (elsewhere.isOftenDoubled(word)) return false
  // “Will Will Travel?”, “Palace Says Prince Will Will Travel”; but “Council Will Will Vote” is a slip.
  if (NAME_VERBS.has(word)) {
    if (wordEvidence.capitalised(word[0]!.toUpperCase() + word.slice(1)) > 0) return false
    return previous !== '' && !TITLES.has(previous)
  }
  return wordEvidence.isOrdinary(word) || elsewhere.standsAlone(word)
}

function letterCaseAt({ facts: { sentences } }: Story, at: Span): 'sentence' | 'title' | 'capitals' {
  let low = 0
  let high = sentences.count
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (sentences.start(middle) > at.start) high = middle
    else low = middle
  }
  return sentences.count === 0 ? 'sentence' : sentences.letterCase(low)
}
