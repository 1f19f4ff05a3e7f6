/**
 * Whether a name begins at a word: a capital that grammar doesn't ask for, weighed with the evidence of the whole
 * story.
 */
import {
  CALENDAR,
  COMMON_ACRONYMS,
  HEADS_BEFORE_OF,
  LINKS,
  NAME_OPENERS,
  POSSESSIVE_OPENERS,
  STANDING_NAMES,
  OUTSIDE_NAMES,
  TRADE,
} from '../../../english/words/name-words.ts'
import { startsLarge } from '../../../english/words/letters.ts'
import { bareName } from '../bare-name.ts'
import type { NameFinder } from './name-finder.ts'
import { withoutPossessive, type WordEvidence } from '../word-evidence.ts'
import type { Words } from '../../reading/words.ts'

/** Whether small words of names, from `word` on, lead to a capital: “von der Leyen”. */
export function leadsToCapital(words: Words, word: number, end: number): boolean {
  let next = word + 1
  while (next < end && next < word + 3 && LINKS.has(words.text(next))) next++
  if (next >= end || !startsLarge(words.text(next)) || CALENDAR.has(words.text(next))) return false
  for (let at = word; at < next; at++) if (!words.joinsNext(at)) return false
  return true
}

/** Whether a capitalised word begins a name, and isn't just a word at the start of a sentence. */
export function startsName(finder: NameFinder, word: number, end: number, initial: boolean): boolean {
  const { copy, words, wordEvidence } = finder
  const text = words.text(word)
  const bare = bareName(text)
  // “she wrote on X”: the one firm of a single letter.
  if (bare === 'X') return /\bon $/.test(copy.text.slice(Math.max(0, words.start(word) - 4), words.start(word)))
  if (
    CALENDAR.has(text)
    || CALENDAR.has(bare.replace(/\.$/, ''))
    || COMMON_ACRONYMS.has(bare)
    || /^I(?:[’'].*)?$/.test(bare)
  )
    return false
  if (bare === 'May' && wordEvidence.capitalised('May') === 0) return false
  if (bare.length < 2) return false
  // “Ex-banker jailed”, “Right-hander Morina”: a compound of ordinary words.
  if (
    text.includes('-')
    && /^\p{Lu}\p{Ll}*-\p{Ll}/u.test(text)
    && (initial || bare.length < 3)
    && isCompound(wordEvidence, text)
  )
    return false
  const lower = bare.toLowerCase()
  if (!initial) return !OUTSIDE_NAMES.has(lower) || (wordEvidence.lowerCase(lower) === 0 && bare.length > 3)
  if (OUTSIDE_NAMES.has(lower)) return false
  if (TRADE.test(lower) && wordEvidence.capitalised(bare) === 0) return false
  // “De Santis needed”, “Von der Leyen warns”: a small word of names, capitalised by its place.
  if (LINKS.has(lower) && leadsToCapital(words, word, end)) return true
  if (STANDING_NAMES.has(bare) && bare !== 'Fed') return true
  const asName = wordEvidence.capitalised(bare)
  const asWord = wordEvidence.lowerCase(lower)
  if (asName > 0 && asName >= asWord) return true
  if (asWord === 0 && !wordEvidence.isOrdinary(lower)) return true
  if (bare !== withoutPossessive(text)) return true
  if (text !== bare && POSSESSIVE_OPENERS.has(bare) && startsLarge(words.text(Math.min(word + 1, end - 1)))) return true
  // “General Motors said”, “Bank of America fell”: an ordinary word, but the first of a name.
  if (word + 1 >= end || !words.joinsNext(word)) return false
  const next = withoutPossessive(words.text(word + 1))
  if (next === 'of') return HEADS_BEFORE_OF.has(bare) && word + 2 < end && startsLarge(words.text(word + 2))
  return (
    startsLarge(next)
    && (NAME_OPENERS.has(bare[0] + lower.slice(1))
      || wordEvidence.pair(bare, next)
      || (wordEvidence.isOrdinary(next.toLowerCase()) && wordEvidence.lowerCase(next.toLowerCase()) === 0))
    && !CALENDAR.has(next)
  )
}

/** Whether all parts of a hyphenated word are ordinary words: “Right-hander” is none, “Ex-banker” is. */
export function isCompound(wordEvidence: WordEvidence, text: string): boolean {
  return text.split('-').every((part) => part.length < 3 || wordEvidence.isOrdinary(part.toLowerCase()))
}
