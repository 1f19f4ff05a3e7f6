/** Writes a stretch of HTML text into a block: its white space folded, its character references decoded. */
import type { BlockWriter } from '../markup/block-writer.ts'
import { decodeReference } from './character-references.ts'

/** HTML in a source, and the way from an offset in the one to the other. */
export interface HtmlText {
  readonly html: string
  /** Brings an offset in the HTML to the source. */
  readonly toSource: (offset: number) => number
}

// Words with a single space between them are one part, so that most text is one piece.
const PART = /[ \t\n\f\r]+|&(?:#[xX]?[\dA-Fa-f]+;?|[A-Za-z][\dA-Za-z]*;?)|[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*|&/g

/** Writes the text between two offsets of the HTML, in which no tag stands. */
export function writeHtmlText(writer: BlockWriter, { html, toSource }: HtmlText, start: number, end: number): void {
  for (const { 0: part, index } of html.slice(start, end).matchAll(PART)) {
    const from = toSource(start + index)
    const to = toSource(start + index + part.length)
    const first = part.charCodeAt(0)
    const shown = first === 38 /* & */ && part.length > 1 ? decodeReference(part) : part
    if (shown !== part) {
      const letters = lettersBehind(part, shown)
      const middle = toSource(start + index + part.length - letters)
      writer.decoded(shown.slice(0, shown.length - letters), from, middle)
      if (letters > 0) writer.plain(middle, to)
    } else if (first === 32 || (first >= 9 && first <= 13)) writer.space(from, to)
    else writer.plain(from, to)
  }
}

/** How many letters behind a reference stand for themselves: one behind “&copy” in “&copyx”. */
function lettersBehind(part: string, shown: string): number {
  let letters = 0
  while (letters < shown.length - 1 && part.at(-1 - letters) === shown.at(-1 - letters)) letters++
  return letters > 0 && decodeReference(part.slice(0, -letters)) === shown.slice(0, -letters) ? letters : 0
}
