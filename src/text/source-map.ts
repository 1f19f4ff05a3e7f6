/** Maps a story's text to its source: a sorted run of pieces, each copied letter for letter or decoded as a whole. */
import { firstIndex } from './first-index.ts'
import { sourceSpan, type SourceSpan, type Span } from './span.ts'

/**
 * The pieces of a story's text in order, as columns. A piece is *plain* when each of its code units stands for
 * exactly one of the source (`Xiaomi`), and *decoded* when it stands for the source as a whole (`&` for `&amp;`).
 */
export class SourceMap {
  readonly #textStarts: Uint32Array
  readonly #textEnds: Uint32Array
  readonly #sourceStarts: Uint32Array
  readonly #sourceEnds: Uint32Array
  readonly #plain: Uint8Array

  constructor(columns: {
    readonly textStarts: readonly number[]
    readonly textEnds: readonly number[]
    readonly sourceStarts: readonly number[]
    readonly sourceEnds: readonly number[]
    readonly plain: readonly number[]
  }) {
    this.#textStarts = Uint32Array.from(columns.textStarts)
    this.#textEnds = Uint32Array.from(columns.textEnds)
    this.#sourceStarts = Uint32Array.from(columns.sourceStarts)
    this.#sourceEnds = Uint32Array.from(columns.sourceEnds)
    this.#plain = Uint8Array.from(columns.plain)
  }

  /**
   * The source that a span of text was read from. Markup inside the span belongs to it, markup around it doesn't:
   * “Xiaomi” read from `**Xiao**mi` is `Xiao**mi`.
   */
  toSource(text: Span): SourceSpan {
    if (this.#textStarts.length === 0) return sourceSpan(0, 0)
    const first = this.#pieceAt(text.start)
    const start = this.#sourceOf(first, text.start)
    if (text.end <= text.start) return sourceSpan(start, start)
    const last = this.#pieceAt(text.end - 1)
    const end =
      this.#plain[last] === 1
        ? this.#sourceStarts[last]! + Math.min(text.end, this.#textEnds[last]!) - this.#textStarts[last]!
        : this.#sourceEnds[last]!
    return sourceSpan(start, Math.max(start, end))
  }

  /** Whether the source of a span is one stretch with nothing in it but the span's own text: no markup, no gap. */
  isSeamless(text: Span): boolean {
    let piece = this.#pieceAt(text.start)
    // An empty span is an insertion: it may stand before `&amp;` and behind it, but not in the middle.
    if (text.end <= text.start) {
      return this.#plain[piece] !== 0 || text.start <= this.#textStarts[piece]! || text.start >= this.#textEnds[piece]!
    }
    const last = this.#pieceAt(text.end - 1)
    if (this.#plain[piece] === 0 && this.#textStarts[piece]! < text.start) return false
    if (this.#plain[last] === 0 && this.#textEnds[last]! > text.end) return false
    for (; piece < last; piece++) {
      if (this.#sourceEnds[piece] !== this.#sourceStarts[piece + 1]) return false
      if (this.#textEnds[piece] !== this.#textStarts[piece + 1]) return false
    }
    return true
  }

  #sourceOf(piece: number, offset: number): number {
    const textStart = this.#textStarts[piece]!
    if (offset <= textStart) return this.#sourceStarts[piece]!
    if (offset >= this.#textEnds[piece]!) return this.#sourceEnds[piece]!
    return this.#plain[piece] === 1 ? this.#sourceStarts[piece]! + offset - textStart : this.#sourceStarts[piece]!
  }

  /** The last piece that starts at or before an offset of the text. */
  #pieceAt(offset: number): number {
    return Math.max(0, firstIndex(this.#textStarts.length, (piece) => this.#textStarts[piece]! > offset) - 1)
  }
}
