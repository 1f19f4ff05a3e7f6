/**
 * Tells which lines of a page stand among the paragraphs of its running text; what stands in boxes and lists of its own
 * is the page.
 */
import type { Block, Box } from '../../../copy/block.ts'
import type { Span } from '../../../text/span.ts'
import type { Copy } from '../../../copy/copy.ts'
import { readBoxes, type BoxFacts } from './box-tree.ts'
import { isParagraph, type Line } from './lines.ts'

/** Where a line stands: among what, and in what element of its own. */
interface LinePosition {
  /** The box whose children it stands among; nothing where it stands in none. */
  readonly box: BoxFacts | undefined
  /** The name and style of the line's own element; empty where it has none or a bare one. */
  readonly own: string
}

/** A story's lines, parted. */
export interface RunningText {
  /** Those that stand among the paragraphs of its text. */
  readonly text: readonly Line[]
  /** All others. */
  readonly page: readonly Line[]
  /** Whether the text stands in a whole page, where links work and lead on. */
  readonly isInPage: boolean
  /** Those that stand in no box of the text, and lead elsewhere: menus, teasers, pictures of other pages. */
  readonly links: ReadonlySet<Line>
}

// Of a line's characters, so many are links where the line is one.
const MOSTLY = 0.5
const ROOT = 0

/** Parts a story's lines into its running text and the page around it; copy that isn't built of boxes is all text. */
export function findRunningText(copy: Copy, lines: readonly Line[]): RunningText {
  if (copy.blocks.every(({ box }) => box === undefined))
    return { text: lines, page: [], isInPage: false, links: new Set() }
  const boxes = readBoxes(copy.blocks)
  const placed = lines.flatMap((line) => {
    const own = line.block.box && boxes.get(line.block.box)
    return isParagraph(line.block) && !own?.isBeside ? [{ line, ...placeOf(own) }] : []
  })
  const paragraphs = placed.filter(({ line }) => !isLink(line) && (line.isCopy || isCopyCutShort(copy, line)))
  const main = heaviest(paragraphs)
  if (main === undefined) return { text: [], page: lines, isInPage: false, links: new Set() }
  const owns = new Set(paragraphs.filter(({ box }) => kindOf(box) === main.kind).map(({ own }) => own))
  const text = placed
    .filter(({ box, own }) => kindOf(box) === main.kind && (own === '' || owns.has(own)))
    .map(({ line }) => line)
  const inside = new Set(text)
  const page = lines.filter((line) => !inside.has(line))
  const isInPage = main.box?.isInPage ?? false
  return { text, page, isInPage, links: new Set(isInPage ? linksAround(page, text[0]!, boxes, main.kind) : []) }
}

/** The links outside of the boxes of a text; a heading over it may link to its own page. */
function linksAround(
  page: readonly Line[],
  first: Line,
  boxes: ReadonlyMap<Box, BoxFacts>,
  kind: number,
): readonly Line[] {
  const holdsText = new Map<BoxFacts | undefined, boolean>([[undefined, kind === ROOT]])
  for (const box of boxes.values()) holdsText.set(box, box.kind === kind || holdsText.get(box.parent)!)
  return page.filter((line) => {
    const { box, kind: as, index } = line.block
    if (as === 'field' || (as === 'heading' && index < first.block.index)) return false
    return isLink(line) && !holdsText.get(box && boxes.get(box))
  })
}

// “… he said. ((ana.lindqvist@agency.example))”
const SENTENCE_INSIDE = /[a-z]{3}[.!?…]["”’)]{0,2} [("“‘]{0,3}\p{L}/u

/** Whether a line is copy with something behind it that is none: a sentence, and no full stop at the end. */
function isCopyCutShort(copy: Copy, { shapes, at }: Line): boolean {
  return shapes.length === 0 && SENTENCE_INSIDE.test(copy.slice(at))
}

const kindOf = (box: BoxFacts | undefined): number => box?.kind ?? ROOT

/** Whether a line is a link, a label in front of it aside. */
export function isLink({ block, at }: Line): boolean {
  return linkedIn(block, at) >= (at.end - at.start) * MOSTLY
}

/** How many characters of a span of a block are links. */
export function linkedIn({ links = [] }: Block, { start, end }: Span): number {
  return links.reduce((sum, link) => sum + Math.max(0, Math.min(link.end, end) - Math.max(link.start, start)), 0)
}

/**
 * Climbs from a line's own element, and out of bare ones that hold nothing else, to the box that it stands in among
 * others.
 */
function placeOf(own: BoxFacts | undefined): LinePosition {
  if (!own || (own.box.name !== 'p' && own.blocks > 1)) return { box: own, own: '' }
  let { parent } = own
  for (; parent?.isBare && parent.blocks === own.blocks; parent = parent.parent);
  return { box: parent, own: own.isBare ? '' : `${own.box.name} ${own.box.style}` }
}

/** Of the boxes of one kind that stand side by side, those that hold most text. */
function heaviest(
  paragraphs: readonly (LinePosition & { readonly line: Line })[],
): { readonly box: BoxFacts | undefined; readonly kind: number } | undefined {
  const groups = new Map<BoxFacts | undefined, Map<number, number>>()
  let most = 0
  let found: { readonly box: BoxFacts | undefined; readonly kind: number } | undefined
  for (const {
    line: { at },
    box,
  } of paragraphs) {
    const siblings = groups.get(box?.parent) ?? new Map<number, number>()
    groups.set(box?.parent, siblings)
    const kind = kindOf(box)
    const length = (siblings.get(kind) ?? 0) + at.end - at.start
    siblings.set(kind, length)
    if (length > most) [most, found] = [length, { box, kind }]
  }
  return found
}
