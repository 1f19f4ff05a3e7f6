/** A sorted list of words in one string, asked by binary search: nothing is split or hashed before it is needed. */

/** A list of words, one a line, in the order of their UTF-16 units (`npm run generate` sorts and checks them). */
export class WordList {
  readonly #lines: string

  constructor(lines: string) {
    this.#lines = lines
  }

  /** Whether the list holds exactly this word. */
  has(word: string): boolean {
    if (word === '') return false
    const lines = this.#lines
    let low = 0
    let high = lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      const start = middle === 0 ? 0 : lines.lastIndexOf('\n', middle - 1) + 1
      const newline = lines.indexOf('\n', middle)
      const end = newline < 0 ? lines.length : newline
      const order = compare(lines, start, end, word)
      if (order === 0) return true
      if (order < 0) low = end + 1
      else high = start
    }
    return false
  }

  /** All words, for the few places that need them all. */
  toArray(): readonly string[] {
    return this.#lines === '' ? [] : this.#lines.split('\n')
  }
}

/** The order of the line at [start, end) against a word, by UTF-16 units. */
function compare(lines: string, start: number, end: number, word: string): number {
  const length = Math.min(end - start, word.length)
  for (let at = 0; at < length; at++) {
    const difference = lines.charCodeAt(start + at) - word.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return end - start - word.length
}
