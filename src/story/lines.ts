/** Lines and columns of a source, for reports: both count from 1, in UTF-16 code units. */
import type { SourceOffset } from './span.ts'

/** A place in a source: line and column from 1, offset from 0, in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Finds the line and column of an offset; LF, CRLF and CR end a line. */
export class Lines {
  readonly #starts: number[] = [0]
  readonly #length: number

  constructor(source: string) {
    this.#length = source.length
    for (let at = 0; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) this.#starts.push(at + 1)
    }
  }

  /** The point of an offset; one past the end is the end. */
  pointAt(offset: SourceOffset): Point {
    const at = Math.max(0, Math.min(offset, this.#length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - this.#starts[low]! + 1, offset: at }
  }
}
