/** Stretches of a source, taken down in order and asked about later. */
import { firstIndex, type SourceSpan } from '#text'

/** A growing list of stretches; each starts where the one before it ends, or after it, or lies within it. */
export class SourceRanges {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  /** Takes a stretch down. */
  add(start: number, end: number): void {
    if (end <= (this.#ends.at(-1) ?? -1)) return
    this.#starts.push(start)
    this.#ends.push(end)
  }

  /** Whether a span lies in one of the stretches, at least in part. An empty span at the edge of one does. */
  touches({ start, end }: SourceSpan): boolean {
    const near = this.#starts[firstIndex(this.#ends.length, (index) => this.#ends[index]! >= start)]
    return near !== undefined && near <= end
  }
}
