/**
 * A word of a name without what grammar hangs on it: “Xiaomi’s”, “Beijing-based”, but “McDonald’s” and “Ki-hoon” whole.
 */
import { commonWords } from '../../english/words/common-words.ts'
import { POSSESSIVE_FIRMS } from '../../english/words/name-words.ts'
import { withoutPossessive } from './word-evidence.ts'

/** The word without a possessive and without what a hyphen hangs on it. */
export function bareName(text: string): string {
  const bare = isPossessiveFirm(text) ? text : withoutPossessive(text)
  if (!bare.includes('-') && !bare.includes('‑')) return bare
  const hyphen = bare.search(/[-‑]\p{Ll}{2,}/u)
  if (hyphen <= 0 || /\p{Lu}/u.test(bare.slice(hyphen))) return bare
  // “Beijing-based” is Beijing; “Ki-hoon” and “Chan-hwa” hang no English word on it.
  return commonWords.has(bare.slice(hyphen + 1)) ? bare.slice(0, hyphen) : bare
}

/** “McDonald’s”, “Moody’s”: the possessive is the name. */
export function isPossessiveFirm(text: string): boolean {
  return /[’']s$/.test(text) && POSSESSIVE_FIRMS.has(text.slice(0, -2))
}
