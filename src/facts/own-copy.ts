/**
 * Which stretches of a story are the desk's own copy: what readers see of it, in English, and outside quotation marks.
 */
import type { Block } from '../copy/block.ts'
import { firstIndex } from '../text/first-index.ts'
import { overlaps, span, type Span } from '../text/span.ts'
import type { Copy } from '../copy/copy.ts'
import { withWholeMarks } from './quotations/damaged-marks.ts'
import type { Layout, Role } from './layout.ts'
import { quotationsIn } from './quotations.ts'

/** The desk's own copy, as against other people's words, other languages and what no reader sees. */
export interface OwnCopy {
  /**
   * Whether a span of the text stands in it. A span that touches a quotation doesn't, unless it is the quotation's mark
   * alone.
   */
  holds(at: Span): boolean
  /** The quotation between marks that a span stands in or touches. */
  quotationAt(at: Span): Span | undefined
  /**
   * Whether the quotations, blockquotes and names of files of a block in another language or role leave a span out,
   * too.
   */
  isQuoted(at: Span): boolean
  /** Whether readers see a block at all: no slug, no tag, no code. */
  isShown(block: Block): boolean
}

const OWN: ReadonlySet<Role> = new Set<Role>(['headline', 'dek', 'byline', 'dateline', 'crosshead', 'body', 'caption'])
const HIDDEN: ReadonlySet<Role> = new Set<Role>(['field', 'code'])
// “IMG_2034.jpg”, “harbour-at-night”: what a publishing system puts where nobody has written an alternative text.
const FILE_NAME = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|pdf|mp[34])\b/i
const ALTERNATIVE = /(?:^|\.)(?:[a-z_-]*alt(?:[_-]?text)?)$/i
// Straight single marks, which are apostrophes as well: from one that opens to the last that may close it.
const SINGLE = /(?<![\p{L}\d’'])'(?=[\p{L}\d“"])|(?<=[\p{L}\d.,!?…)])'(?![\p{L}\d])/gu
const MARKS = /["“”„«»‘’']/
// How many paragraphs one quotation goes through where only its first has an opening mark.
const LONGEST_SPEECH = 8

/** Finds out what of a story is the desk's own copy. */
export function findOwnCopy(copy: Copy, { layout }: { readonly layout: Layout }): OwnCopy {
  const read = new Map<Block, Quoted>()
  let speech: ReadonlySet<Block> | undefined
  const quotedIn = (block: Block): Quoted => {
    const known = read.get(block) ?? quotationsOf(block, withWholeMarks(copy.slice(block)))
    read.set(block, known)
    return known
  }
  const quotationAt = (at: Span): Span | undefined => {
    const { spans } = quotedIn(copy.blockAt(at.start))
    const near = spans[firstIndex(spans.length, (index) => spans[index]!.end > at.start)]
    return near !== undefined && (overlaps(near, at) || (at.start === at.end && at.start > near.start))
      ? near
      : undefined
  }
  const isQuoted = (at: Span): boolean => {
    const block = copy.blockAt(at.start)
    if (block.quoted || /^\s*>/.test(copy.slice(block))) return true
    if ((speech ??= blocksOfSpeech(copy, layout)).has(block)) return true
    const near = quotationAt(at)
    if (near === undefined) return false
    const { text } = quotedIn(block)
    return !isMarkAlone(
      text.slice(Math.max(at.start, near.start) - block.start, Math.min(at.end, near.end) - block.start),
      near,
      at,
    )
  }
  return {
    isQuoted,
    quotationAt,
    isShown: (block) => !HIDDEN.has(layout.roleOf(block)),
    holds: (at) => {
      const block = copy.blockAt(at.start)
      return OWN.has(layout.roleOf(block)) && !isFileName(copy, block) && !isInAddress(copy, at) && !isQuoted(at)
    },
  }
}

const ADDRESS = /:\/\/|^[("“<[]*www\.|\w@\w|^\/\w|[a-z]\.[a-z]{2,6}\/|\?[\w-]+=/i
const LONGEST_ADDRESS = 300

/** Whether a span stands in an address of the web or of mail, which is no copy. */
function isInAddress({ text }: Copy, { start, end }: Span): boolean {
  let from = start
  let to = end
  while (from > 0 && start - from < LONGEST_ADDRESS && text.charCodeAt(from - 1) > 32) from--
  while (to < text.length && to - end < LONGEST_ADDRESS && text.charCodeAt(to) > 32) to++
  return ADDRESS.test(text.slice(from, to))
}

function isFileName(copy: Copy, block: Block): boolean {
  if (!block.isAlternative && !ALTERNATIVE.test(block.key ?? '')) return false
  const text = copy.slice(block)
  return FILE_NAME.test(text) || text.trim().split(/\s+/).length < 3
}

/** An edit of a quotation's own mark, whole or damaged, leaves what is quoted as it was. */
function isMarkAlone(inside: string, quotation: Span, { start, end }: Span): boolean {
  return (start <= quotation.start || end >= quotation.end) && inside.trim().length === 1 && MARKS.test(inside)
}

/** A block's text with its quotation marks whole, and its quotations in order, none inside another. */
interface Quoted {
  readonly text: string
  readonly spans: readonly Span[]
}

/** The quotations of a block, between straight single marks, too. */
function quotationsOf(block: Block, text: string): Quoted {
  const pairs = [...quotationsIn(text), ...pairSingles(text)].toSorted(([one], [other]) => one - other)
  const spans: Span[] = []
  let last = -1
  for (const [start, end] of pairs) {
    if (start < last) {
      last = Math.max(last, end)
      spans[spans.length - 1] = span(spans.at(-1)!.start, block.start + last)
    } else {
      last = end
      spans.push(span(block.start + start, block.start + end))
    }
  }
  return { text, spans }
}

function pairSingles(text: string): readonly [start: number, end: number][] {
  if (!text.includes("'")) return []
  const pairs: [number, number][] = []
  let open: number | undefined
  let closed = 0
  for (const { index } of text.matchAll(SINGLE)) {
    const closes = /[\p{L}\d.,!?…)]/u.test(text[index - 1] ?? ' ')
    if (closes) {
      closed = index + 1
      continue
    }
    if (open !== undefined && closed > open) pairs.push([open, closed])
    open = index
  }
  if (open !== undefined && closed > open) pairs.push([open, closed])
  return pairs
}

/**
 * The blocks within a quotation that opens in a paragraph before them and closes in one behind them, without marks of
 * their own.
 */
function blocksOfSpeech(copy: Copy, layout: Layout): ReadonlySet<Block> {
  const speech = new Set<Block>()
  let opened: Block[] | undefined
  for (const block of copy.blocks) {
    const role = layout.roleOf(block)
    if (role !== 'body') continue
    const text = withWholeMarks(copy.slice(block))
    const marks = text.match(/["“”«»]/g) ?? []
    if (opened && marks.length === 0 && opened.length < LONGEST_SPEECH) {
      opened.push(block)
      continue
    }
    if (opened && closesFirst(text)) for (const one of [...opened, block]) speech.add(one)
    const last = quotationsIn(text).at(-1)
    const isOpen = last !== undefined && last[1] === text.length && !/["”»]$/.test(text.trimEnd())
    opened = isOpen ? [] : undefined
  }
  return speech
}

/** Whether the first mark of a text closes a quotation: “and that is all,” she said. */
function closesFirst(text: string): boolean {
  const mark = /["“”«»]/.exec(text)
  if (!mark) return false
  return (
    /[”»]/.test(mark[0])
    || (mark[0] === '"'
      && /[\p{L}\d.,!?…]/u.test(text[mark.index - 1] ?? '')
      && !/[\p{L}\d]/u.test(text[mark.index + 1] ?? ''))
  )
}
