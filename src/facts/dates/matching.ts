/** Matches a pattern at one place of a text, or right before one, in time that doesn't grow with the text. */

/** The match of a sticky pattern that starts exactly at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The stretch of a text before an offset, in which a pattern that ends in `$` is looked for. */
export function stretchBefore(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at)
}
