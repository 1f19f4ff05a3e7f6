/** The lines of a story as furniture sees them: which shapes each could have, and where it stands. */
import { OBJECT, type Block } from '../../../copy/block.ts'
import type { Span } from '../../../text/span.ts'
import type { Copy } from '../../../copy/copy.ts'
import { trimmed } from '../../../copy/trimmed.ts'
import type { FurnitureCertainty } from '../furniture-line.ts'
import { hasForm } from '../shapes/form.ts'
import { isHandwritten } from './handwritten.ts'
import { isOwnCopy } from '../own-copy.ts'
import type { Certainty, Position, Shape } from '../shapes/shape.ts'
import { shapeTable } from '../shapes/shape-table.ts'

/** What a line was found to be. */
export interface LineVerdict {
  readonly type: string
  readonly pack: string
  readonly certainty: FurnitureCertainty
  /** Whether links to other stories may follow on the next lines. */
  readonly opens: boolean
}

/** The verdict on a line of some shape. */
export function toVerdict({ type, pack, opens }: Shape, certainty: Certainty): LineVerdict {
  return { type, pack, opens, certainty: certainty === 'sure' ? 'sure' : 'likely' }
}

/** A block, and what is known of it so far. */
export interface Line {
  readonly block: Block
  /** Its text without the spaces around it. */
  readonly at: Span
  readonly shapes: readonly Shape[]
  /** Whether the story has no other block. */
  readonly isOnly: boolean
  /** Whether it is a paragraph of copy: a sentence, and nothing that looks like furniture. */
  readonly isCopy: boolean
  /** Whether it looks like furniture and yet is its story's own: “Read more about the three plans below.” */
  readonly isSpared: boolean
  position: Position
  verdict: LineVerdict | undefined
}

const NO_SHAPES: readonly Shape[] = []
// A field isn't on the page, code quotes what it likes, and cells hold words such as “Home” for good reasons.
const NOT_READ: ReadonlySet<Block['kind']> = new Set(['field', 'code', 'table-cell'])
const LONGEST_TITLE = 160
const FEWEST_WORDS = 4

/** Reads a story's blocks; `placeLines` says where they stand. */
export function readLines(copy: Copy): Line[] {
  const table = shapeTable()
  const lines = copy.blocks.map((block): Line => {
    const { start, end } = block
    const at = copy.text[start] === ' ' || copy.text[end - 1] === ' ' ? trimmed(copy, block) : block
    const isUnread = (NOT_READ.has(block.kind) && !isParagraph(block)) || holdsObject(copy, at)
    const formed = isUnread ? NO_SHAPES : ofForm(copy, at, table.matchLine(copy.text, at.start, at.end))
    const shapes = formed.length === 0 ? formed : notOwn(copy, block, at, formed)
    const isSpared = shapes.length < formed.length && shapes.length === 0
    const isCopy = shapes.length === 0 && (isSpared || isSentence(copy.text, at))
    return {
      block,
      at,
      shapes,
      isCopy,
      isSpared,
      isOnly: copy.blocks.length === 1,
      position: 'between',
      verdict: undefined,
    }
  })
  return lines
}

/** Whether a block is a paragraph; in old pages whole stories stand in a table's cell. */
export function isParagraph({ kind, box }: Block): boolean {
  return kind === 'paragraph' || (kind === 'table-cell' && box?.name === 'p')
}

/**
 * Says of lines where each stands: before the first paragraph of copy among them, between paragraphs, behind the last.
 */
export function placeLines(lines: readonly Line[]): void {
  const first = lines.findIndex(({ isCopy }) => isCopy)
  const last = lines.findLastIndex(({ isCopy }) => isCopy)
  if (first >= 0)
    for (const [index, line] of lines.entries())
      line.position = index < first ? 'top' : index > last ? 'foot' : 'between'
}

/**
 * Whether a stretch is a sentence or more: long, or a few words with a full stop. A lone question may be a headline.
 */
export function isSentence(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_TITLE) return true
  if (!endsSentence(text, start, end) || text[end - 1] === '?') return false
  let words = 1
  for (let at = start; at < end && words < FEWEST_WORDS; at++) if (text.charCodeAt(at) === 32) words++
  return words >= FEWEST_WORDS
}

/** Whether a stretch ends as sentences do, quotation marks and brackets aside. */
export function endsSentence(text: string, start: number, end: number): boolean {
  let at = end - 1
  while (at > start && '"”’\')]'.includes(text[at]!)) at--
  return '.!?…'.includes(text[at]!)
}

/** Whether a code span or a key stands in a stretch: “See also: `format`” is a manual's own line. */
const holdsObject = (copy: Copy, at: Span): boolean => copy.slice(at).includes(OBJECT)

function ofForm(copy: Copy, at: Span, shapes: readonly Shape[]): readonly Shape[] {
  return shapes.length === 0 ? shapes : shapes.filter(({ form }) => hasForm(copy.slice(at), form))
}

function notOwn(
  copy: Copy,
  { index, quoted }: Block,
  { start, end }: Span,
  shapes: readonly Shape[],
): readonly Shape[] {
  const text = copy.text.slice(start, end)
  // “— Lena Okafor (@lenaokafor) May 9, 2021” is part of the post that is quoted, and an address among sources is one
  // of them.
  if (shapes.some(({ pack }) => pack === 'embeds') && (quoted || isSource(copy, index))) return NO_SHAPES
  // “Credits ~~~~~~~”: a heading, underlined.
  if (UNDERLINED.test(text)) return NO_SHAPES
  // In Markdown an address on a line of its own is a link that somebody wrote.
  if (isHandwritten(copy) && shapes.some(({ type }) => type === 'bare-link')) return NO_SHAPES
  const surroundings = { hasBefore: index > 0, hasAfter: index < copy.blocks.length - 1 }
  return shapes.filter((shape) => !isOwnCopy(text, shape, surroundings))
}

const UNDERLINED = /[~=^_-]{4}$/
const SOURCES =
  /^(?:\W{0,3})(?:sources?|references|bibliography|works cited|citations|(?:foot|end)?notes|further reading|links|resources|credits)\b.{0,24}$/i
const FARTHEST = 40

/** Whether a line stands under a heading such as “Sources”. */
function isSource(copy: Copy, index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - FARTHEST); before--) {
    const block = copy.blocks[before]!
    const isShort = block.end - block.start <= FARTHEST
    if (isShort && SOURCES.test(copy.slice(block))) return true
    if (block.kind === 'heading') return false
  }
  return false
}
