/**
 * Classes of letters for expressions that run on every cold start. V8 takes 0.2 to 0.4 ms to compile each `\p{Lu}`, and
 * 0.01 ms for these. They know the Latin scripts; the letters of Latin Extended count as large and as small.
 */

/** Large letters, to stand between the brackets of a character class. */
export const LARGE = 'A-Z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u0100-\\u024F'

/** Small letters, to stand between the brackets of a character class. */
export const SMALL = 'a-z\\u00DF-\\u00F6\\u00F8-\\u024F'

/** Whether a text starts with a large letter, of any script. */
export function startsLarge(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text)
}

/** All letters, to stand between the brackets of a character class. */
export const LETTERS = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F'
