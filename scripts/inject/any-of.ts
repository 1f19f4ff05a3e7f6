/** Writes lists of words as parts of expressions. */

/** An expression's part that matches one of some words, which are given with white space between them. */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}
