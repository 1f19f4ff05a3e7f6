/** Finds which stretch of the source each letter of a Markdown text node was read from. */
import { decodeReference } from '../html/character-references.ts'

/** A piece of a text node: copied letter for letter, or decoded as a whole. A line's end is decoded as one space. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly plain: boolean
}

const REFERENCE = /&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][\dA-Za-z]{0,30});/y
// Nobody quotes deeper in the middle of a paragraph.
const MOST_OWN = 100
const ESCAPABLE = /[!-/:-@[-`{-~]/

/**
 * Aligns what a parser read (`value`) with the source from `start` to `end`: the two differ by character references,
 * backslash escapes, and at line ends by trailing spaces and by what a blockquote or a list puts before a line.
 * @param isLiteral Whether references and backslashes stand for themselves, as in an address.
 * @returns Nothing where they differ in another way.
 */
export function alignText(
  source: string,
  start: number,
  end: number,
  value: string,
  isLiteral = false,
): readonly Piece[] | undefined {
  if (end - start === value.length && !/[\n\r]/.test(value) && source.startsWith(value, start)) {
    return [{ text: value, start, end, plain: true }]
  }
  const pieces: Piece[] = []
  // Behind “- [x]” and a line's end the parser leaves the indent of the next line in the text's place and out of its
  // value.
  let at = /[\n\r]/.test(source[start - 1] ?? '') ? contentStart(source, start, value, 0) : start
  let read = 0
  let plainFrom = at
  const decode = (text: string, from: number, to: number, length: number): void => {
    if (from > plainFrom) pieces.push({ text: source.slice(plainFrom, from), start: plainFrom, end: from, plain: true })
    pieces.push({ text, start: from, end: to, plain: false })
    at = plainFrom = to
    read += length
  }
  while (read < value.length) {
    const code = value.charCodeAt(read)
    if (code === 10 || code === 13) {
      const eol = value.startsWith('\r\n', read) ? 2 : 1
      let lineEnd = at
      while (isSpaceOrTab(source.charCodeAt(lineEnd))) lineEnd++
      if (!source.startsWith(value.slice(read, read + eol), lineEnd)) return undefined
      decode(' ', at, contentStart(source, lineEnd + eol, value, read + eol), eol)
      continue
    }
    if (at >= end) return undefined
    const escaped = !isLiteral && source[at] === '\\' && at + 1 < end ? source[at + 1]! : ''
    const reference = !isLiteral && source[at] === '&' ? decodedReference(source, at, value, read) : undefined
    if (escaped !== '' && ESCAPABLE.test(escaped) && value[read] === escaped) decode(escaped, at, at + 2, 1)
    else if (reference) decode(reference.text, at, at + reference.length, reference.text.length)
    else if (source.charCodeAt(at) === code) [at, read] = [at + 1, read + 1]
    else if (source[at] === '\0' && value[read] === '\uFFFD') decode('\uFFFD', at, at + 1, 1)
    else return undefined
  }
  if (at > plainFrom) pieces.push({ text: source.slice(plainFrom, at), start: plainFrom, end: at, plain: true })
  return /\S/.test(source.slice(at, end)) ? undefined : pieces
}

/**
 * Where a line's own text starts, after the `>` and the spaces that belong to the blocks around it. A `>` may be the
 * text's own (`    > 5` in the middle of a paragraph), so what the parser read as text is counted off from the right.
 */
function contentStart(source: string, lineStart: number, value: string, read: number): number {
  let stop = lineStart
  while (isPrefix(source.charCodeAt(stop))) stop++
  // Spaces at a line's end are nobody's.
  if (stop === source.length || /[\n\r]/.test(source[stop]!))
    while (stop > lineStart && isSpaceOrTab(source.charCodeAt(stop - 1))) stop--
  let valueStop = read
  while (isPrefix(value.charCodeAt(valueStop))) valueStop++
  // A `>` of the value may also stand behind a backslash (`\>`), where what belongs to the blocks has ended.
  let own = Math.min(stop - lineStart, valueStop - read)
  if (own > MOST_OWN && !source.startsWith(value.slice(read, read + own), stop - own)) own = MOST_OWN
  while (own > 0 && !source.startsWith(value.slice(read, read + own), stop - own)) own--
  return stop - own
}

function decodedReference(
  source: string,
  at: number,
  value: string,
  read: number,
): { text: string; length: number } | undefined {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  if (!match) return undefined
  const [reference] = match
  if (reference[1] === '#') {
    // A number that is no character is read as U+FFFD.
    const code =
      reference[2] === 'x' || reference[2] === 'X' ? parseInt(reference.slice(3), 16) : parseInt(reference.slice(2), 10)
    const shown = value.codePointAt(read)!
    return shown === code || shown === 0xfffd
      ? { text: String.fromCodePoint(shown), length: reference.length }
      : undefined
  }
  const text = decodeReference(reference)
  return text !== reference && value.startsWith(text, read) ? { text, length: reference.length } : undefined
}

function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9
}

function isPrefix(code: number): boolean {
  return code === 32 || code === 9 || code === 62 /* > */
}
