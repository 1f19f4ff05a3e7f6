/** Finds where an expression in braces ends, without running or understanding it. */

/** How long an expression or a tag in copy may be; longer is one that nobody closed. */
export const LONGEST = 20_000

/**
 * Finds the braces that close others in one source; what it looks through in vain it counts, so that no source is slow.
 */
export class BraceScanner {
  /** The braces that nothing closes. */
  readonly unclosed: number[] = []
  /** The quotation marks in closed braces that nothing closes in their line. */
  readonly quotes: number[] = []
  readonly #source: string
  #patience = 2_000_000

  constructor(source: string) {
    this.#source = source
  }

  /** One past the brace that closes the one at an offset; nothing where none does, or not near. */
  closeOf(brace: number): number | undefined {
    const quotes = this.quotes.length
    const end = this.#patience > 0 ? this.#scan(brace) : undefined
    if (end === undefined) {
      this.quotes.length = quotes
      this.#patience -= Math.min(LONGEST, this.#source.length - brace)
      this.unclosed.push(brace)
    }
    return end
  }

  #scan(brace: number): number | undefined {
    const source = this.#source
    const limit = Math.min(source.length, brace + LONGEST)
    // What is open: a brace, or a template string that a brace stands in.
    const open: ('{' | '`')[] = []
    for (let at = brace; at < limit; at++) {
      const character = source[at]
      if (open.at(-1) === '`') {
        if (character === '\\') at++
        else if (character === '`') open.pop()
        else if (character === '$' && source[at + 1] === '{') {
          open.push('{')
          at++
        }
      } else if (character === '{') open.push('{')
      else if (character === '}') {
        open.pop()
        if (open.length === 0) return at + 1
      } else if (character === '`') open.push('`')
      else if (character === '"' || character === "'") at = this.#endOfString(at, limit)
      else if (character === '/' && source[at + 1] === '*') {
        const close = source.indexOf('*/', at + 2)
        if (close < 0 || close > limit) return undefined
        at = close + 1
      }
    }
    return undefined
  }

  /** Where a string's closing quote stands; an apostrophe in the text of an element closes nowhere, and is passed. */
  #endOfString(quote: number, limit: number): number {
    const source = this.#source
    for (let at = quote + 1; at < limit && source[at] !== '\n' && source[at] !== '\r'; at++) {
      // A backslash at a line's end takes the string on to the next line.
      if (source[at] === '\\') at += source.startsWith('\r\n', at + 1) ? 2 : 1
      else if (source[at] === source[quote]) return at
    }
    this.quotes.push(quote)
    return quote
  }
}
