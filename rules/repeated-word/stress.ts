/** Tells words that are doubled for stress, and words of sounds: “a very very long night”, “knock knock”. */
import { wordSet } from '#rule'
import words from './words.generated.ts'

const EMPHASIS = wordSet(words.emphasis)
const EXCLAIMED = wordSet(words.exclaimed)
const HEIGHTENING = wordSet(words.heightening)
const PLAIN_FOLLOWERS = wordSet(words.plainFollowers)

/**
 * Whether a pair of the word `word`, in lower case, may be meant for stress or as a sound; `isSpoken` where somebody
 * says it, or opens a sentence with it.
 */
export function isStress(word: string, next: string, isSpoken: boolean): boolean {
  if (word === 'much') return /^(?:more|less|worse|too|further)$|er$/.test(next)
  if (EXCLAIMED.has(word)) return isSpoken || next === ''
  return EMPHASIS.has(word) || (HEIGHTENING.has(word) && (next === '' || !PLAIN_FOLLOWERS.has(next)))
}
