/** Lines and columns of a source, for reports: both count from 1, in UTF-16 code units. */
import { firstIndex } from './first-index.ts'
import type { SourceOffset, SourceSpan } from './span.ts'

/** A place in a source: line and column from 1, offset from 0, in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/**
 * Finds the line and column of an offset; LF, CRLF and CR end a line. A source is only read when a point is asked for.
 */
export class Lines {
  readonly #source: string
  #starts: readonly number[] | undefined

  constructor(source: string) {
    this.#source = source
  }

  /** The point of an offset; one past the end is the end. */
  pointAt(offset: SourceOffset): Point {
    const at = Math.max(0, Math.min(offset, this.#source.length))
    const starts = (this.#starts ??= startsOf(this.#source))
    const line = firstIndex(starts.length, (index) => starts[index]! > at)
    return { line, column: at - starts[line - 1]! + 1, offset: at }
  }

  /** The points of a span's start and end. */
  pointsOf({ start, end }: SourceSpan): { readonly start: Point; readonly end: Point } {
    return { start: this.pointAt(start), end: this.pointAt(end) }
  }
}

function startsOf(source: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}
