/** How the letters of a sentence are set: as a sentence, as a title, or in capitals. */
import { startsLarge } from '../../english/words/letters.ts'
import type { Words } from './words.ts'

/** `title` and `capitals` say nothing of which words are names. */
export type LetterCase = 'sentence' | 'title' | 'capitals'

/** Where the words stand: in a heading few of them make a title, and a sentence that ends in a full stop is none. */
export interface CaseSurroundings {
  readonly heading: boolean
  readonly stopped: boolean
}

/** Works out the case of the words from `first` up to `end`. */
export function letterCaseOf(
  words: Words,
  first: number,
  end: number,
  { heading, stopped }: CaseSurroundings,
): LetterCase {
  let letters = 0
  let capitals = 0
  let long = 0
  let longCapitalised = 0
  for (let word = first; word < end; word++) {
    const text = words.text(word)
    if (!isLettered(text)) continue
    if (text.length >= 2 && !text.includes('.')) {
      letters++
      if (text === text.toUpperCase() && text !== text.toLowerCase()) capitals++
    }
    if (text.length >= 4) {
      long++
      if (startsLarge(text)) longCapitalised++
    }
  }
  if (letters >= (heading ? 2 : 4) && capitals > letters * 0.6) return 'capitals'
  // “Ford Motor Co. and General Motors Corp. met Toyota in Los Angeles.” is a sentence full of names.
  const mayBeTitle = heading ? long >= 3 : long >= 5 && !stopped
  return mayBeTitle && longCapitalised > long * 0.85 ? 'title' : 'sentence'
}

/** Whether a word starts with a letter: figures and signs say nothing of the case. */
function isLettered(text: string): boolean {
  const code = text.charCodeAt(0) | 32
  return code < 128 ? code >= 97 && code <= 122 : /^\p{L}/u.test(text)
}

/** Whether a word is written as a name is: with a capital, or as “iPhone”, “7-Eleven” and “al-Mansouri” are. */
export function isNameLike(text: string): boolean {
  if (startsLarge(text)) return true
  const second = text.charCodeAt(1)
  // Nearly every word of a text ends here: its second letter is small and no hyphen follows its second or third.
  if (
    !(second >= 65 && second <= 90)
    && second !== 45
    && text.charCodeAt(2) !== 45
    && second !== 0x2019
    && second !== 39
  )
    return false
  return /^(?:[ei]\p{Lu}\p{Ll}|\d{1,2}-\p{Lu}\p{L}|(?:al|el|as|ad|ar|an)-\p{Lu}|[dl][’']\p{Lu})/u.test(text)
}
