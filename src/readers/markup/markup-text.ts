/** Reads text and HTML that stand decoded in another format: in a string of JSON, in an element of a feed. */
import type { BlockStart, CopyBuilder } from '#copy'
import type { SourceSpan } from '#text'
import { BlockWriter } from './block-writer.ts'
import { intoCopy, intoNotices, type DecodedText } from './decoded-text.ts'
import { HtmlReader } from '../html/html-reader.ts'
import { readOutline } from '../html/page/outline.ts'
import { findSkipped } from '../html/page/page-stories.ts'
import { encodeHtmlText } from '../html/encode.ts'
import { writeHtmlText } from '../html/write-text.ts'
import type { Notices } from '../notices.ts'

/** Where decoded text goes, and how its format writes an edit of it. */
export interface MarkupTarget {
  readonly copy: CopyBuilder
  readonly notices: Notices
  /** What an edit of a stretch of the source becomes in it, or nothing where it can't stand there. */
  readonly write: (text: string, at: SourceSpan) => string | undefined
}

/** Reads plain text, a block a line. */
export function readLines(
  decoded: DecodedText,
  start: Omit<BlockStart, 'encode'>,
  { copy, write }: MarkupTarget,
): void {
  const { text } = decoded
  const writer = new BlockWriter(intoCopy(decoded, copy, write), text)
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    writer.start(start)
    writer.plain(index, index + line.length)
    writer.end()
  }
}

/** What is to be known of HTML before it is read. */
export interface MarkupWays {
  /** Puts masks over what is neither copy nor markup; no offset changes. */
  readonly mask?: (html: string) => string
  /** Whether a blank line ends a paragraph, too. */
  readonly partsAtBlankLines?: boolean
  /** Whether no element is ever deleted with its text. */
  readonly keepsElements?: boolean
}

/** Reads a stretch of HTML, in which each element makes its block. */
export function readMarkup(
  decoded: DecodedText,
  { copy, notices, write }: MarkupTarget,
  { mask, partsAtBlankLines = false, keepsElements = false }: MarkupWays = {},
): void {
  const text = mask ? mask(decoded.text) : decoded.text
  const { skipped, unclosed } = findSkipped(readOutline(text))
  const writer = new BlockWriter(intoCopy(decoded, copy, write), text)
  const reader = new HtmlReader(text, writer, intoNotices(decoded, notices), {
    deletesElements: !keepsElements,
    partsAtBlankLines,
    tellsBoxes: 'piece',
    skipped,
    unclosed: new Set(unclosed.map(({ start }) => start)),
  })
  reader.readRange({ html: text, toSource: (offset) => offset, quoted: false })
}

/** Reads a title that may hold tags and references: one block, whatever stands in it. */
export function readInlineMarkup(
  decoded: DecodedText,
  start: Omit<BlockStart, 'encode'>,
  { copy, write }: MarkupTarget,
): void {
  const { text } = decoded
  const writer = new BlockWriter(intoCopy(decoded, copy, write), text)
  writer.start({ ...start, encode: encodeHtmlText(text) })
  let from = 0
  for (const { 0: tag, index } of text.matchAll(/<[!/?A-Za-z][^<>]*>/g)) {
    writeHtmlText(writer, { html: text, toSource: (offset) => offset }, from, index)
    from = index + tag.length
  }
  writeHtmlText(writer, { html: text, toSource: (offset) => offset }, from, text.length)
  writer.end()
}
