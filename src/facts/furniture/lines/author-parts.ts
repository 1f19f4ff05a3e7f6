/**
 * Tells what is the author's own in Markdown: the section under a heading, the items of a list, the words for a
 * picture.
 */
import type { Span } from '../../../text/span.ts'
import type { Copy } from '../../../copy/copy.ts'
import { isHandwritten } from './handwritten.ts'
import { isSentence, type Line } from './lines.ts'

const NO_SHAPES: Line['shapes'] = []
// Calls of the house that are a sentence of its copy: “Reach us at team@salden.example.”
const CALLS: ReadonlySet<string> = new Set(['sharing', 'comments', 'contacts'])
// Packs whose lines lead on; one that is a link was made by hand.
const LEADING: ReadonlySet<string> = new Set(['related-links', 'media'])
const LINK = /\]\(|\]\[|<a\s/
const LABELLED = /^[^:]{3,30}: (?:.*\.$|https?:\/\/\S+$)/
const LONGEST_LABEL = 60

/** Takes the shapes from lines that are worded like furniture and are their author's own. */
export function spareAuthorParts(copy: Copy, lines: readonly Line[]): readonly Line[] {
  if (!isHandwritten(copy) || lines.every(({ shapes }) => shapes.length === 0)) return lines
  const own = new Set<Line>()
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (
      line.block.kind === 'caption'
      || (lines[index - 1]?.block.kind === 'heading' && isAbout(copy, line, lines[index - 1]!))
      || isOverCode(copy, line)
    )
      own.add(line)
    else if (line.block.kind === 'heading' && line.shapes.length > 0 && hasContent(copy, lines, index)) {
      for (const part of sectionAt(lines, index)) own.add(part)
    } else if (line.block.kind === 'list-item') {
      const items = listAt(lines, index)
      // A list in which each line is a button is no author's; one of accounts is.
      if (items.some(({ shapes }) => shapes.length === 0 || shapes.some(({ pack }) => pack === 'contacts')))
        for (const item of items) own.add(item)
      index += items.length - 1
    }
  }
  return lines.map((line) =>
    own.has(line) && line.shapes.length > 0
      ? { ...line, shapes: NO_SHAPES, isSpared: true, isCopy: isSentence(copy.text, line.at) }
      : line,
  )
}

const CODE = /^\s{0,8}\n(?: {4}|\t| {0,3}(?:```|~~~))/
const FARTHEST_CODE = 40

/** Whether a line is a label over code: “print:”. */
function isOverCode({ source, toSource }: Copy, { block, shapes }: Line): boolean {
  if (shapes.length === 0) return false
  const { end } = toSource(block)
  return CODE.test(source.slice(end, end + FARTHEST_CODE))
}

/** Whether a sentence is about what the heading over it names: “Visit the town’s site to find your privacy officer.” */
function isAbout(copy: Copy, { at, shapes }: Line, heading: Line): boolean {
  if (shapes.length === 0 || !isSentence(copy.text, at)) return false
  const sentence = copy.slice(at).toLowerCase()
  return (
    copy
      .slice(heading.at)
      .toLowerCase()
      .match(/[a-z]{5,}/g) ?? []
  ).some((word) => sentence.includes(word))
}

/** Whether there is anything under a heading before the next one that isn't below it: copy, code, a component. */
function hasContent(copy: Copy, lines: readonly Line[], index: number): boolean {
  const { block } = lines[index]!
  const next = lines[index + 1]?.block
  if (next && (next.kind !== 'heading' || next.level! > block.level!)) return true
  const { source } = copy
  const from = endOfLine(source, copy.toSource(block).end)
  const to = next ? source.lastIndexOf('\n', copy.toSource(next).start) : source.length
  return from < to && /\S/.test(source.slice(from, to))
}

function endOfLine(source: string, from: number): number {
  const feed = source.indexOf('\n', from)
  return feed < 0 ? source.length : feed
}

/** A heading and what stands under it, up to the next one. */
const sectionAt = (lines: readonly Line[], index: number): readonly Line[] =>
  linesUpTo(lines, index, ({ block }) => block.kind === 'heading')

const listAt = (lines: readonly Line[], index: number): readonly Line[] =>
  linesUpTo(lines, index, ({ block }) => block.kind !== 'list-item')

/** A line and those behind it, up to one that ends them. */
function linesUpTo(lines: readonly Line[], index: number, isEnd: (line: Line) => boolean): readonly Line[] {
  let end = index + 1
  while (end < lines.length && !isEnd(lines[end]!)) end++
  return lines.slice(index, end)
}

/**
 * Whether a line that surely is furniture elsewhere may be its author's in Markdown: an item of a list, a label in bold
 * over one, a sentence in which the house speaks.
 */
export function mayBeAuthors(copy: Copy, lines: readonly Line[], index: number, pack: string): boolean {
  if (!isHandwritten(copy)) return false
  const { block, at } = lines[index]!
  if (block.kind === 'list-item') return true
  if (isAuthorsCall(copy, at, pack)) return true
  return (
    at.end - at.start <= LONGEST_LABEL
    && lines[index + 1]?.block.kind === 'list-item'
    && (copy.text[at.end - 1] === ':' || isBold(copy, lines[index]!))
  )
}

/**
 * Whether in Markdown a line or a sentence may be its author's for how it is worded: the house speaks to its readers in
 * a sentence, a label leads to an address or a sentence (“**Recommended**: Update at once.”), the line is a link that
 * works, a shop is named in brackets.
 */
export function isAuthorsCall(copy: Copy, at: Span, pack: string): boolean {
  if (!isHandwritten(copy)) return false
  const text = copy.slice(at)
  if (LEADING.has(pack)) return LABELLED.test(text) || LINK.test(sourceOf(copy, at))
  return pack === 'apps' ? text.startsWith('(') : CALLS.has(pack) && /[.!]["”’)]?$/.test(text)
}

/** What the source has for a span, with what is left of its last line. */
function sourceOf(copy: Copy, at: Span): string {
  const { start, end } = copy.toSource(at)
  return copy.source.slice(start, endOfLine(copy.source, end))
}

/** Whether in Markdown a whole paragraph is in bold, as a heading would be. */
export function isBold(copy: Copy, { block }: Line): boolean {
  const { start, end } = copy.toSource(block)
  const marks =
    /(\*\*|__)$/.exec(copy.source.slice(Math.max(0, start - 2), start))?.[1] ?? copy.source.slice(start, start + 2)
  return /^(?:\*\*|__)$/.test(marks) && copy.source.slice(end - 2, end + 2).includes(marks)
}
