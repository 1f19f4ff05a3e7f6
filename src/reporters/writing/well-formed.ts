/** Finds halves of surrogate pairs, at which the parsers of some consumers give a whole report up. */

const HALF = /[\uD800-\uDFFF]/u
const HALVES = new RegExp(HALF, 'gu')

/** Whether a text is whole characters throughout. */
export function isWellFormed(text: string): boolean {
  return !HALF.test(text)
}

/** The text with U+FFFD for each half of a pair. */
export function wellFormed(text: string): string {
  return text.replace(HALVES, '\uFFFD')
}
