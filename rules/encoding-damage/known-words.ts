/** Looks up what stood in a gap of a word, “Garc�a”: in the story's own words, then in a list of words with accents. */
import { WordList } from '#rule'
import accented from './accented-words.generated.ts'

const LONGEST_WORD = 24
const SIGNS_IN_WORDS: ReadonlySet<number> = new Set([..."\uFFFD?'’-"].map((sign) => sign.charCodeAt(0)))
// Begun at the beginning of a word only, so that a word of a hundred thousand letters is read once.
const ACCENTED_WORD = /(?<![A-Za-z\u00C0-\u024F])[A-Za-z\u00C0-\u024F]*[\u00C0-\u024F][A-Za-z\u00C0-\u024F]*/g
const NOT_ASCII = /[^\x00-\x7F]/

/** What stood in the gap from an offset on of so many signs; nothing where no known word has its letters. */
export type LookUp = (at: number, length: number) => string | undefined

let listed: ReadonlyMap<string, string> | undefined

/** Looks up gaps of a story's text. */
export function lookUpIn(text: string): LookUp {
  let own: ReadonlyMap<string, string> | undefined
  return (at, length) => {
    const { word, offset } = wordAround(text, at, length)
    if (word.length > LONGEST_WORD) return undefined
    own ??= byKey(text.match(ACCENTED_WORD) ?? [])
    listed ??= byKey(new WordList(accented).toArray())
    const key = keyOf(word)
    const same = own.get(key)
    const found = (same === word ? undefined : same) ?? listed.get(key) ?? listed.get(key.toLowerCase())
    // Several signs in a row may have been one letter, so the gap's place is counted in the key.
    const letter = found?.[keyOf(word.slice(0, offset)).length]
    return letter !== undefined && NOT_ASCII.test(letter) ? letter : undefined
  }
}

/** A word with each stretch of letters beyond ASCII, or of signs that stand for them, made one “?”. */
function keyOf(word: string): string {
  return word.replace(/[^\x00-\x7F]+|\?+/g, '?')
}

function byKey(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [keyOf(word), word]))
}

function standsInWords(code: number): boolean {
  const small = code | 0x20
  return (small >= 0x61 && small <= 0x7a) || (code >= 0xc0 && code <= 0x24f) || SIGNS_IN_WORDS.has(code)
}

/**
 * The word that a gap stands in, and where in it. It ends at an apostrophe or a hyphen, as in “Garc�a’s” and
 * “S�nchez-like”.
 */
function wordAround(text: string, at: number, length: number): { word: string; offset: number } {
  let start = at
  let end = at + length
  while (start > 0 && at - start < LONGEST_WORD && standsInWords(text.charCodeAt(start - 1))) start--
  while (end < text.length && end - at < LONGEST_WORD && standsInWords(text.charCodeAt(end))) end++
  const whole = text.slice(start, end)
  const gap = at - start
  const from = Math.max(whole.lastIndexOf('-', gap), whole.lastIndexOf('’', gap), whole.lastIndexOf("'", gap)) + 1
  const rest = whole.slice(gap).search(/['’-]/)
  const word = whole.slice(from, rest === -1 ? whole.length : gap + rest)
  // “Was it Pel�?” ends in a question mark of its own.
  const ends = gap + 1 < whole.length && word.endsWith('?')
  return { word: ends ? word.slice(0, -1) : word, offset: gap - from }
}
