/** Counts the words of a text as a desk does. */

/** Stretches between spaces that hold a letter or a digit: what a desk counts as words. */
export function countWords(text: string): number {
  let count = 0
  let counted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10) counted = false
    else if (
      !counted
      && ((code >= 48 && code <= 57)
        || (code >= 65 && code <= 90)
        || (code >= 97 && code <= 122)
        || (code >= 192 && code < 0x2000)
        || code >= 0x2c00)
    ) {
      counted = true
      count++
    }
  }
  return count
}
