/** A field of the front matter: its key, its text, and the way back to the source. */
import type { CopyBuilder, Encode } from '#copy'
import type { SourceSpan } from '#text'
import { BlockWriter } from '../markup/block-writer.ts'

/**
 * A piece of a scalar: copied letter for letter, or decoded as a whole. `ends` marks the line ends that are part of the
 * value.
 */
export interface ScalarPiece {
  /** What it adds to the value, line feeds and all. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly plain: boolean
  readonly ends?: 'line' | 'paragraph'
}

/** A string in the front matter. Offsets are the source's. */
export interface Field {
  /** With dots between nested keys: `image.caption`. The strings of a list have the list's key. */
  readonly key: string
  readonly pieces: readonly ScalarPiece[]
  readonly encode: Encode
}

/** Takes down the pieces of a scalar as they are read. */
export class ScalarPieces {
  readonly all: ScalarPiece[] = []
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** A stretch that stands for itself. */
  plain(start: number, end: number): void {
    if (end > start) this.all.push({ text: this.#source.slice(start, end), start, end, plain: true })
  }

  /** A stretch that stands for something else: an escape, a fold. */
  decoded(text: string, start: number, end: number, ends?: ScalarPiece['ends']): void {
    this.all.push({ text, start, end, plain: false, ...(ends ? { ends } : {}) })
  }
}

/** The value that pieces make, or would make with `text` in place of a stretch of the source. */
export function valueOf(pieces: readonly ScalarPiece[], text = '', at?: SourceSpan): string {
  if (!at) return pieces.map((piece) => piece.text).join('')
  let before = ''
  let after = ''
  for (const { text: own, start, end, plain } of pieces) {
    if (end <= at.start) before += own
    else if (start >= at.end) after += own
    else if (plain) {
      before += own.slice(0, Math.max(0, at.start - start))
      after += own.slice(Math.min(own.length, at.end - start))
    }
  }
  return before + text + after
}

/** Writes a field as blocks, one a paragraph. */
export function writeField({ key, pieces, encode }: Field, source: string, copy: CopyBuilder): void {
  const writer = new BlockWriter(copy, source)
  const start = { kind: 'field', key, encode } as const
  writer.start(start)
  for (const piece of pieces) {
    if (piece.ends === 'paragraph') writer.start(start)
    else if (piece.plain) writer.plain(piece.start, piece.end)
    else writer.decoded(piece.text, piece.start, piece.end)
  }
  writer.end()
}
