/**
 * A text that stands in a source in another writing, as HTML stands in a string of JSON, and the way from the one to
 * the other.
 */
import type { BlockStart, CopyBuilder, Encode } from '#copy'
import { firstIndex, sourceSpan, type SourceSpan } from '#text'
import type { CopyTarget } from './block-writer.ts'
import type { NoticeTarget, Notices } from '../notices.ts'

/** A text put together from pieces of a source, each copied letter for letter or decoded as a whole. */
export class DecodedText {
  readonly #source: string
  readonly #pieces: string[] = []
  /**
   * Of each piece: where it starts in the text, and where it starts and ends in the source; a plain one is as long in
   * both.
   */
  readonly #texts: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #plains: boolean[] = []
  #length = 0
  #text: string | undefined

  /** @param at Where the text is to start in the source: where an empty one stands. */
  constructor(source: string, at: number) {
    this.#source = source
    this.#texts.push(0)
    this.#starts.push(at)
    this.#ends.push(at)
    this.#plains.push(true)
  }

  /** Adds a stretch of the source as it stands. */
  plain(start: number, end: number): void {
    if (end > start) this.#add(this.#source.slice(start, end), start, end, true)
  }

  /** Adds text that stands for a stretch of the source as a whole. */
  decoded(text: string, start: number, end: number): void {
    if (text !== '') this.#add(text, start, end, false)
  }

  /** The text. */
  get text(): string {
    return (this.#text ??= this.#pieces.join(''))
  }

  /**
   * Calls back for each piece of a stretch of the text: what of it is plain with its source, the rest with what it
   * stands for.
   */
  forEach(
    start: number,
    end: number,
    plain: (start: number, end: number) => void,
    decoded: (text: string, start: number, end: number) => void,
  ): void {
    for (let at = start, piece = this.#pieceAt(start); at < end; piece++) {
      const next = Math.min(this.#endOf(piece), end)
      if (next <= at) continue
      const shift = this.#starts[piece]! - this.#texts[piece]!
      if (this.#plains[piece]) plain(at + shift, next + shift)
      else decoded(this.text.slice(at, next), this.#starts[piece]!, this.#ends[piece]!)
      at = next
    }
  }

  /** The source of a stretch of the text. */
  toSource(start: number, end: number): SourceSpan {
    const first = this.#pieceAt(start)
    const from = this.#plains[first] ? this.#starts[first]! + start - this.#texts[first]! : this.#starts[first]!
    if (end <= start)
      return start >= this.#endOf(first) ? sourceSpan(this.#ends[first]!, this.#ends[first]!) : sourceSpan(from, from)
    const last = this.#pieceAt(end - 1)
    return sourceSpan(from, this.#plains[last] ? this.#starts[last]! + end - this.#texts[last]! : this.#ends[last]!)
  }

  /** The stretch of the text that a stretch of the source stands for; nothing where it cuts a piece in two. */
  fromSource({ start, end }: SourceSpan): { readonly start: number; readonly end: number } | undefined {
    const from = this.#offsetOf(start, false)
    const to = start === end ? from : this.#offsetOf(end, true)
    return from === undefined || to === undefined ? undefined : { start: from, end: to }
  }

  #offsetOf(offset: number, isEnd: boolean): number | undefined {
    const first = firstIndex(this.#starts.length, (piece) =>
      isEnd ? this.#ends[piece]! >= offset : this.#ends[piece]! > offset,
    )
    const piece = Math.min(first, this.#starts.length - 1)
    if (this.#plains[piece] && offset >= this.#starts[piece]! && offset <= this.#ends[piece]!)
      return this.#texts[piece]! + offset - this.#starts[piece]!
    if (offset <= this.#starts[piece]!) return this.#texts[piece]!
    return offset >= this.#ends[piece]! ? this.#endOf(piece) : undefined
  }

  #endOf(piece: number): number {
    return this.#texts[piece + 1] ?? this.#length
  }

  #pieceAt(offset: number): number {
    return Math.max(0, firstIndex(this.#texts.length, (piece) => this.#texts[piece]! > offset) - 1)
  }

  #add(text: string, start: number, end: number, plain: boolean): void {
    this.#pieces.push(text)
    this.#texts.push(this.#length)
    this.#starts.push(start)
    this.#ends.push(end)
    this.#plains.push(plain)
    this.#length += text.length
    this.#text = undefined
  }
}

/**
 * Where the blocks of a decoded text go: into the copy of the source that it stands in.
 * @param write Writes what an edit of the text becomes in the source, or nothing where it can't stand there.
 */
export function intoCopy(
  decoded: DecodedText,
  copy: CopyBuilder,
  write: (text: string, at: SourceSpan) => string | undefined,
): CopyTarget {
  return {
    open: (start: BlockStart) => copy.open({ ...start, encode: encodeWithin(decoded, start.encode, write) }),
    copy: (start, end) =>
      decoded.forEach(
        start,
        end,
        (from, to) => copy.copy(from, to),
        (text, from, to) => copy.decode(text, from, to),
      ),
    decode: (text, start, end) => {
      const at = decoded.toSource(start, end)
      copy.decode(text, at.start, at.end)
    },
    link: (isLink) => copy.link(isLink),
    close: (whole) => copy.close(whole && decoded.toSource(whole.start, whole.end)),
  }
}

function encodeWithin(
  decoded: DecodedText,
  encode: Encode | undefined,
  write: (text: string, at: SourceSpan) => string | undefined,
): Encode {
  return (text, at) => {
    const within = decoded.fromSource(at)
    if (!within) return undefined
    const inner = encode ? encode(text, sourceSpan(within.start, within.end)) : /[\n\r]/.test(text) ? undefined : text
    return inner === undefined ? undefined : write(inner, at)
  }
}

/** Where the notices of a decoded text go. */
export function intoNotices(decoded: DecodedText, notices: Notices): NoticeTarget {
  return {
    add: (message, start, end) => {
      const at = decoded.toSource(start, end)
      notices.add(message, at.start, at.end)
    },
  }
}
