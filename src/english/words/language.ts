/** Whether a block is English: cheap evidence from its letters and its commonest words. */
import { wordSet } from './word-set.ts'
import data from './language-words.generated.ts'

export const ENGLISH = wordSet(data.english)
// The commonest words of languages in Latin letters that are no English words.
// Left out are the small words of names: “Ursula von der Leyen warns Britain” is English.
export const OTHER = wordSet(data.other)

// Stretches shorter than this tell nothing of their language: “Le Monde”, “Viva la vida”.
const FEWEST_WORDS = 8
const READ = 1200
// No word of the two lists is longer.
const LONGEST = 5

/**
 * Whether a text is English, or too short to tell; only its first 1,200 characters are looked at. It counts by code
 * unit: the classes of Unicode take milliseconds to compile, and this runs on every cold start.
 */
export function isEnglish(text: string): boolean {
  const counts = countWords(text)
  return counts === 'english' || !isOther(counts)
}

/** Whether a text shows that it is English: what is asked of a block of a story that says it is in another language. */
export function showsEnglish(text: string): boolean {
  const counts = countWords(text)
  return (
    counts === 'english'
    || (counts.english >= 3 && counts.english > 2 * counts.other && counts.english / counts.count >= 0.2)
  )
}

/** How many words of a text are common in English, how many in other languages, how many there are, and its letters. */
interface Counts {
  readonly english: number
  readonly other: number
  readonly count: number
  readonly latin: number
  readonly foreign: number
}

function isOther({ english, other, count, latin, foreign }: Counts): boolean {
  if (latin + foreign >= 10 && latin < foreign) return true
  return count + foreign >= FEWEST_WORDS && other >= 3 && other > english && other / count >= 0.15
}

/** The counts of the first 1,200 characters; `english` where reading on would change nothing. */
function countWords(text: string): Counts | 'english' {
  const end = Math.min(text.length, READ)
  let english = 0
  let other = 0
  let count = 0
  let latin = 0
  let foreign = 0
  for (let at = 0, start = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32
    if (isLatin(code)) continue
    if (at > start) {
      count++
      latin += at - start
      if (at - start <= LONGEST) {
        const word = text.slice(start, at).toLowerCase()
        if (ENGLISH.has(word)) english++
        else if (OTHER.has(word)) other++
      }
      // A block that has shown its language needs no further reading.
      if (english >= 4 && english > 2 * other) return 'english'
    }
    if (isOtherLetter(code)) foreign++
    start = at + 1
  }
  return { english, other, count, latin, foreign }
}

/** A to z, and the letters of Latin-1 and Latin Extended-A and -B. */
function isLatin(code: number): boolean {
  return (
    (code >= 97 && code <= 122)
    || (code >= 65 && code <= 90)
    || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  )
}

/** Letters of other scripts, roughly: all from Greek on, but punctuation, symbols, marks and halves of emoji. */
function isOtherLetter(code: number): boolean {
  return (
    (code >= 0x370 && code < 0x2000)
    || (code >= 0x2c00 && code < 0xd800 && !(code >= 0x3000 && code < 0x3040))
    || (code >= 0xf900 && code < 0xfe00)
  )
}
