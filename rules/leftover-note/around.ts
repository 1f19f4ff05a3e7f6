/** Looks at the words on either side of a mark: is “XX” before “people”, or behind “Super Bowl”? */
import type { WordSet } from '#rule'

const LONGEST = 24

/** The word before an offset, with a stop or a mark that belongs to it: “Mr.”. Empty where no space parts them. */
export function wordBefore(text: string, start: number): string {
  if (text[start - 1] !== ' ') return ''
  return /[^\s("“‘[]{1,24}$/.exec(text.slice(Math.max(0, start - 1 - LONGEST), start - 1))?.[0] ?? ''
}

/**
 * The word behind an offset and one space: letters, with hyphens between them. Empty where something else stands there.
 */
export function wordAfter(text: string, end: number): string {
  return /^ ([A-Za-z]+(?:-[A-Za-z]+)*)/.exec(text.slice(end, end + LONGEST))?.[1] ?? ''
}

/** The letters behind an offset, parted from it by a space, a hyphen or nothing: “XXm”, “XX people”, “XX-year-old”. */
export function unitAfter(text: string, end: number): string {
  return /^[ –-]?([A-Za-z]+)/.exec(text.slice(end, end + LONGEST))?.[1]!.toLowerCase() ?? ''
}

/** Whether a word is one of a set, whatever its case and an ending of possession: “Men’s”. */
export function isAmong(words: WordSet, word: string): boolean {
  const small = word.toLowerCase()
  return words.has(small) || words.has(small.replace(/[’']s$/, ''))
}
