/** Points of a source whose columns count bytes of UTF-8, as reviewdog wants them. */
import { Lines } from '../../text/lines.ts'
import type { SourceOffset } from '#text'

/** A place in a source: both count from 1, the column in bytes of UTF-8. */
export interface BytePoint {
  readonly line: number
  readonly column: number
}

// The bytes before each stretch of this many units are counted once, so that no line is counted anew for each point in
// it.
const STRETCH = 256

/** Finds such points in one source. */
export class ByteColumns {
  readonly #source: string
  readonly #lines: Lines
  readonly #before: readonly number[]

  constructor(source: string) {
    this.#source = source
    this.#lines = new Lines(source)
    const before = [0]
    for (let at = 0; at < source.length; at += STRETCH) before.push(before.at(-1)! + this.#count(at, at + STRETCH))
    this.#before = before
  }

  /** The point of an offset in UTF-16 units. */
  pointAt(offset: number): BytePoint {
    const { line, column, offset: at } = this.#lines.pointAt(offset as SourceOffset)
    return { line, column: this.#bytesBefore(at) - this.#bytesBefore(at - column + 1) + 1 }
  }

  #bytesBefore(offset: number): number {
    const stretch = Math.floor(offset / STRETCH)
    return this.#before[stretch]! + this.#count(stretch * STRETCH, offset)
  }

  #count(from: number, to: number): number {
    let bytes = 0
    for (let at = from; at < Math.min(to, this.#source.length); at++) {
      const code = this.#source.charCodeAt(at)
      // Both halves of a pair together make four bytes.
      if (code >= 0xd800 && code <= 0xdfff) bytes += 2
      else bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3
    }
    return bytes
  }
}
