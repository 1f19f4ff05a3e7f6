/**
 * Places in a document as the protocol counts them: lines from 0, and columns in the units that client and server
 * agreed on.
 */
import type { Position, Range } from 'vscode-languageserver'

/** The units in which a client counts columns. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32'

/** What can be spoken; UTF-16 is what every client understands. */
export const POSITION_ENCODINGS: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32']

/** The lines of one text. Offsets are UTF-16 units; LF, CRLF and CR end a line. */
export class Positions {
  readonly #text: string
  readonly #encoding: PositionEncoding
  readonly #starts: readonly number[]

  constructor(text: string, encoding: PositionEncoding) {
    this.#text = text
    this.#encoding = encoding
    this.#starts = lineStarts(text)
  }

  /** How many lines there are; a text without a line end has one. */
  get lines(): number {
    return this.#starts.length
  }

  /** The position of an offset; one past the end is the end. */
  at(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length))
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle
    }
    return { line: low, character: unitsIn(this.#text, this.#starts[low]!, at, this.#encoding) }
  }

  /** The range of two offsets. */
  range(start: number, end: number): Range {
    return { start: this.at(start), end: this.at(end) }
  }

  /** Where a line starts, and where its text ends; of a line that isn't there, the end of all. */
  lineAt(line: number): { readonly start: number; readonly end: number } {
    const start = this.#starts[line]
    if (start === undefined) return { start: this.#text.length, end: this.#text.length }
    let end = this.#starts[line + 1] ?? this.#text.length
    while (end > start && (this.#text[end - 1] === '\n' || this.#text[end - 1] === '\r')) end--
    return { start, end }
  }

  /**
   * The offset of a position. As the protocol has it, a column beyond its line is the line's end; a line beyond the
   * last is the end of all, and what is no number counts as 0. It never falls between the halves of a character.
   */
  offsetOf({ line, character }: Position): number {
    if (line >= this.#starts.length) return this.#text.length
    const { start, end } = this.lineAt(wholeNumber(line))
    return columnAfter(this.#text, start, end, wholeNumber(character), this.#encoding)
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

/** A number as a place counts: what is no number, or none that can be, counts as 0. */
export function wholeNumber(value: number): number {
  return Number.isFinite(value) && value > 0 ? Math.floor(value) : 0
}

/** How many units of an encoding the text between two offsets takes. */
function unitsIn(text: string, from: number, to: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return to - from
  const slice = text.slice(from, to)
  return encoding === 'utf-8' ? Buffer.byteLength(slice) : [...slice].length
}

/**
 * The offset so many units of an encoding behind another, at most `end`, and never between the halves of a character.
 */
export function columnAfter(
  text: string,
  start: number,
  end: number,
  units: number,
  encoding: PositionEncoding,
): number {
  if (encoding === 'utf-16') {
    const at = Math.min(start + units, end)
    return at > start && isPair(text, at - 1) ? at - 1 : at
  }
  let at = start
  for (let left = units; at < end;) {
    const point = text.codePointAt(at)!
    left -= widthOf(point, encoding)
    if (left < 0) break
    at += point > 0xffff ? 2 : 1
  }
  return at
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}

function widthOf(point: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1
  if (encoding === 'utf-16') return point > 0xffff ? 2 : 1
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
