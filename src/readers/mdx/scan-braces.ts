/** Finds where an expression in braces ends, without running or understanding it. */

// An expression in copy is short; longer is a brace that nobody closed.
const LONGEST = 20_000

/** Finds the braces that close others in one source; what it looks through in vain it counts, so that no source is slow. */
export class BraceScanner {
  readonly #source: string
  #patience = 2_000_000

  constructor(source: string) {
    this.#source = source
  }

  /** One past the brace that closes the one at an offset; nothing where none does, or not near. */
  closeOf(brace: number): number | undefined {
    if (this.#patience <= 0) return undefined
    const end = this.#scan(brace)
    if (end === undefined) this.#patience -= Math.min(LONGEST, this.#source.length - brace)
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
      else if (character === '"' || character === '\'') at = endOfString(source, at, limit)
      else if (character === '/' && source[at + 1] === '*') {
        const close = source.indexOf('*/', at + 2)
        if (close < 0 || close > limit) return undefined
        at = close + 1
      }
    }
    return undefined
  }
}

/** Where a string's closing quote stands; an apostrophe in the text of an element closes nowhere, and is passed. */
function endOfString(source: string, quote: number, limit: number): number {
  for (let at = quote + 1; at < limit && source[at] !== '\n'; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === source[quote]) return at
  }
  return quote
}
