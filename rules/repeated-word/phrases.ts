/** Finds phrases of two to five words that stand twice in a row: “of the of the”, “said on Monday said on Monday”. */
import { span, wordSet, type Span, type Story } from '#rule'
import wordLists from './words.generated.ts'

/** A phrase and the same phrase right behind it. */
export interface DoubledPhrase {
  /** Both, or all of them where it stands more than twice. */
  readonly at: Span
  /** Its words, in lower case. */
  readonly words: readonly string[]
  /** The first of them as written. */
  readonly written: string
  readonly count: number
  /** Where the second begins. */
  readonly second: number
  /** Whether all its words are words of grammar, as in “of the of the”. */
  readonly isPlain: boolean
}

const GRAMMAR = wordSet(wordLists.grammar)

const SHORTEST = 2
const LONGEST = 5

/** The doubled phrases of a story, in order; words are parted by single spaces, and all stand in one sentence. */
export function* doubledPhrases({ text, facts: { words } }: Story): Iterable<DoubledPhrase> {
  for (let first = 0; first + 2 * SHORTEST <= words.count;) {
    const length = lengthAt(words, text, first)
    if (length === 0) {
      first++
      continue
    }
    let count = 2
    while (isSame(words, text, first, first + count * length, length) && joins(words, first, (count + 1) * length))
      count++
    const end = first + count * length
    const inLowerCase = Array.from({ length }, (_, index) => words.text(first + index).toLowerCase())
    yield {
      at: span(words.start(first), words.end(end - 1)),
      words: inLowerCase,
      written: text.slice(words.start(first), words.end(first + length - 1)),
      count,
      second: words.start(first + length),
      isPlain: inLowerCase.every((word) => GRAMMAR.has(word)),
    }
    first = end
  }
}

type Words = Story['facts']['words']

/**
 * How many words from one on stand again right behind; 0 where none do. One word that stands four times is no phrase.
 */
function lengthAt(words: Words, text: string, first: number): number {
  for (let length = SHORTEST; length <= LONGEST; length++) {
    if (
      isSame(words, text, first, first + length, length)
      && joins(words, first, 2 * length)
      && !isSame(words, text, first, first + 1, 1)
    )
      return length
  }
  return 0
}

/** Whether so many words are the same from two words on, whatever their capitals. */
function isSame(words: Words, text: string, one: number, other: number, length: number): boolean {
  if (other + length > words.count) return false
  for (let index = 0; index < length; index++) {
    const start = words.start(one + index)
    const again = words.start(other + index)
    const size = words.end(one + index) - start
    // Nearly every pair of words ends here.
    if (words.end(other + index) - again !== size || (text.charCodeAt(start) | 32) !== (text.charCodeAt(again) | 32))
      return false
    if (text.slice(start, start + size).toLowerCase() !== text.slice(again, again + size).toLowerCase()) return false
  }
  return true
}

function joins(words: Words, first: number, count: number): boolean {
  if (words.sentence(first) !== words.sentence(first + count - 1)) return false
  for (let word = first; word < first + count - 1; word++) if (!words.joinsNext(word)) return false
  return true
}
