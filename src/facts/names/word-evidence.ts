/** How each word of a story is written where no rule of grammar makes it start with a capital. */
import { commonWords } from '../../english/words/common-words.ts'
import { LETTERS, startsLarge } from '../../english/words/letters.ts'
import type { Span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'
import { isAmongEnglish } from '../reading/english-around.ts'
import type { Reading } from '../reading.ts'
import type { Words } from '../reading/words.ts'

/** What a story shows of its words. */
export interface WordEvidence {
  /** How often a word stands capitalised in mid-sentence; `word` as it is written there, without a possessive. */
  capitalised(word: string): number
  /** How often a word stands in lower case; `word` in lower case. */
  lowerCase(word: string): number
  /** Whether a word, in lower case, is one of the commonest of English: “china”, “apple”, “officials”. */
  isOrdinary(word: string): boolean
  /** Whether the words around a place, in its block, are English ones; so they are where there are none. */
  isAmongEnglish(at: Span): boolean
  /** Whether two words stand side by side in mid-sentence, the first of them capitalised: “General Motors”. */
  pair(first: string, second: string): boolean
}

/** Counts the words of all sentences that are set as sentences; headlines in title case or capitals show nothing. */
export function weighWords(copy: Copy, { sentences, words }: Pick<Reading, 'sentences' | 'words'>): WordEvidence {
  const capitalised = new Map<string, number>()
  const lowerCase = new Map<string, number>()
  const pairs = new Set<string>()
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (sentences.letterCase(sentence) !== 'sentence') continue
    const first = sentences.firstWord(sentence)
    const end = sentences.endWord(sentence)
    for (let word = first; word < end; word++) {
      const text = words.text(word)
      if (!startsLarge(text)) {
        lowerCase.set(text, (lowerCase.get(text) ?? 0) + 1)
        continue
      }
      if (opensClause(copy.text, words, word, first)) continue
      const bare = withoutPossessive(text)
      capitalised.set(bare, (capitalised.get(bare) ?? 0) + 1)
      if (word + 1 < end && bare === text && words.joinsNext(word)) {
        const next = words.text(word + 1)
        if (startsLarge(next)) pairs.add(`${text} ${withoutPossessive(next)}`)
      }
    }
  }
  return {
    capitalised: (word) => capitalised.get(word) ?? 0,
    lowerCase: (word) => lowerCase.get(word) ?? 0,
    isOrdinary: (word) => commonWords.has(word),
    isAmongEnglish: (at) => isAmongEnglish(copy, at),
    pair: (one, other) => pairs.has(`${one} ${other}`),
  }
}

const OPENERS = '"“”‘\'([:–—…?!|•*>-'
const LETTER_OR_FIGURE = new RegExp(`[${LETTERS}\\d]`)

/** Whether a word opens its sentence or a clause in it, after a quotation mark, colon, bracket, dash or bullet. */
export function opensClause(text: string, words: Words, word: number, firstOfSentence: number): boolean {
  if (word === firstOfSentence) return true
  const start = words.start(word)
  const before = text[start - 1] === ' ' ? text[start - 2] : text[start - 1]
  // “a 4-3 win over Leeds/Hull”: a slash or hyphen joins, it opens nothing.
  return before !== undefined && OPENERS.includes(before) && !LETTER_OR_FIGURE.test(text[start - 1]!)
}

/** A word without its “’s”, or without the apostrophe of a plural possessive. */
export function withoutPossessive(word: string): string {
  const last = word.charCodeAt(word.length - 1)
  if (last !== 115 /* s */ && last !== 83 /* S */ && last !== 39 && last !== 0x2019) return word
  return word.replace(/[’'][sS]$|[’']$/, '')
}
