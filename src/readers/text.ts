/** Reads plain text as desks keep it: a line a paragraph, blank lines between, or lines wrapped at a column. */
import { CopyBuilder, INVISIBLE, type BlockStart, type Encode } from '#copy'
import { sourceSpan, type SourceSpan } from '#text'
import type { CopyReader } from './reader.ts'

/** Reads plain text. */
export const readText: CopyReader = (source, options = {}) => {
  const lines = splitLines(source)
  const wrapWidth = findWrapWidth(source, lines)
  const copy = new CopyBuilder(source)
  for (let index = 0; index < lines.length;) {
    const line = lines[index]!
    if (line.blank) {
      index++
      continue
    }
    let last = index
    while (last + 1 < lines.length && continues(source, line, lines[last]!, lines[last + 1]!, wrapWidth)) last++
    const attached = index > 0 && !lines[index - 1]!.blank
    writeBlock(source, copy, lines, index, last, attached)
    index = last + 1
  }
  return copy.finish({ ...options, format: 'text' })
}

interface SourceLine {
  /** The line's first character, white space and all. */
  readonly at: number
  /** Its first character that isn't white space. */
  readonly start: number
  /** One past its last character that isn't white space. */
  readonly end: number
  /** Where the next line starts. */
  readonly next: number
  readonly blank: boolean
}

const LINE = /[^\n\r]*(?:\r\n|\n|\r|$)/g
// Invisible characters count as white space here: a line with nothing but a byte order mark in it is blank.
const SPACE = new RegExp(`[\\s\\u0085${INVISIBLE}]`)
const LEADING_SPACE = new RegExp(`^${SPACE.source}+`)

function splitLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  for (const match of source.matchAll(LINE)) {
    const at = match.index
    const next = at + match[0].length
    let start = at
    let end = next
    while (start < end && SPACE.test(source[start]!)) start++
    while (end > start && SPACE.test(source[end - 1]!)) end--
    if (next > at) lines.push({ at, start, end, next, blank: start === end })
  }
  return lines
}

// Narrower, it is a list of names or a poem; wider, it is a paragraph a line.
const NARROWEST = 45
const WIDEST = 132
// How much of a wrapped line may stay empty though the next word would have fitted: some desks break lines by hand.
const RAGGED = 15
// The same under a line that may well be a headline.
const RAGGED_HEADLINE = 3

/** The column at which the lines of a text were wrapped, or nothing where a line is a paragraph. */
function findWrapWidth(source: string, lines: readonly SourceLine[]): number | undefined {
  const widths: number[] = []
  let breaks = 0
  let inMidSentence = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]!
    const next = lines[index + 1]!
    if (line.blank || next.blank) continue
    breaks++
    widths.push(line.end - line.start)
    if (isMidSentence(source, line, next)) inMidSentence++
  }
  if (breaks === 0 || inMidSentence < breaks * 0.3) return undefined
  widths.sort((one, other) => one - other)
  const width = widths[Math.floor((widths.length - 1) * 0.95)]!
  return width >= NARROWEST && width <= WIDEST ? width : undefined
}

/** A break that a wrapped sentence makes: no full stop before it, a small letter after it. */
function isMidSentence(source: string, line: SourceLine, next: SourceLine): boolean {
  return /\p{Ll}/u.test(source[next.start]!) && !endsSentence(source, line)
}

function endsSentence(source: string, line: SourceLine): boolean {
  return /[.!?:]["”’')\]]*$/.test(source.slice(Math.max(line.start, line.end - 4), line.end))
}

const BULLET = /^(?:[-*•◦‣▪·●–][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)/

const BYLINE = /^(?:By|BY) \p{Lu}/u

/** Whether a line goes on in the next one; `head` is the first line of their paragraph. */
function continues(
  source: string,
  head: SourceLine,
  line: SourceLine,
  next: SourceLine,
  wrapWidth: number | undefined,
): boolean {
  if (wrapWidth === undefined || next.blank) return false
  const isFull = (ragged: number): boolean =>
    line.end - line.at + 1 + firstWordLength(source, next, wrapWidth) > wrapWidth - ragged
  if (startsItem(source, next)) {
    // “… and the plan / – which he opposed – was dropped”, “when he turned / 65. His wife”: no list in the middle of a
    // sentence.
    return (
      !startsItem(source, head)
      && !endsSentence(source, line)
      && !/[;,]$/.test(source.slice(line.end - 1, line.end))
      && isFull(RAGGED)
    )
  }
  if (isMidSentence(source, line, next)) return true
  // An indented line opens a paragraph, unless the whole chunk hangs on a list item's mark.
  const indent = next.start - next.at
  if (indent > line.start - line.at && !startsItem(source, line)) return false
  if (endsSentence(source, line)) return isFull(RAGGED)
  return !BYLINE.test(source.slice(next.start, next.start + 8)) && isFull(line === head ? RAGGED_HEADLINE : RAGGED)
}

function startsItem(source: string, line: SourceLine): boolean {
  return BULLET.test(source.slice(line.start, line.start + 8))
}

function firstWordLength(source: string, line: SourceLine, atMost: number): number {
  return /\S+/.exec(source.slice(line.start, Math.min(line.end, line.start + atMost)))![0].length
}

function writeBlock(
  source: string,
  copy: CopyBuilder,
  lines: readonly SourceLine[],
  first: number,
  last: number,
  attached: boolean,
): void {
  const head = lines[first]!
  const bullet = bulletLength(source.slice(head.start, Math.min(head.end, head.start + OPENING)))
  const start: BlockStart = {
    kind: bullet > 0 ? 'list-item' : 'line',
    attached,
    encode: encodeUnder(source, head, bullet),
  }
  copy.open(start)
  for (let index = first; index <= last; index++) {
    const line = lines[index]!
    copy.copy(index === first ? line.start + bullet : line.start, line.end)
    if (index < last) copy.decode(' ', line.end, lines[index + 1]!.start)
  }
  copy.close(wholeLines(lines, first, last))
}

// How much of a line is looked at to tell whether it is a list item.
const OPENING = 500

/**
 * How long the mark is that makes a list item of a line. The mark of a bullet with nothing behind it, as in “* * *”,
 * makes none.
 */
function bulletLength(line: string): number {
  const bullet = BULLET.exec(line.slice(0, 8))?.[0].length ?? 0
  const rest = line.slice(bullet, OPENING)
  return bullet > 0 && /[\p{L}\p{N}]/u.test(rest) && !/^[*·•-]\s/.test(rest) ? bullet : 0
}

/** Edits that make no list item of a line and leave one that is. */
function encodeUnder(source: string, head: SourceLine, bullet: number): Encode {
  return (text, at) => {
    if (/[\n\r]/.test(text)) return undefined
    if (at.start >= head.start + OPENING || at.start > head.end) return text
    const opening =
      source.slice(head.start, at.start)
      + text
      + source.slice(at.end, Math.max(at.end, Math.min(head.end, at.end + OPENING)))
    return bulletLength(opening.replace(LEADING_SPACE, '')) === bullet ? text : undefined
  }
}

/** What to delete to delete some lines: their ends with them, and one of the two gaps around them. */
function wholeLines(lines: readonly SourceLine[], first: number, last: number): SourceSpan {
  const head = lines[first]!
  const gapBefore = first === 0 || lines[first - 1]!.blank
  let following = last + 1
  if (gapBefore) while (lines[following]?.blank) following++
  const next = lines[following]
  if (next) return sourceSpan(head.at, next.at)
  // At the end of the file: from the end of the last line that stays, whose own line end is kept where the file has
  // one.
  let before = first - 1
  while (lines[before]?.blank) before--
  return sourceSpan(lines[before]?.end ?? 0, lines[last]!.end)
}
