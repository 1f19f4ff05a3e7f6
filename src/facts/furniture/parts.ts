/** Furniture inside a paragraph: words of a page that were glued to its start, or stand as its last sentences. */
import { OBJECT } from '../../copy/block.ts'
import { span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'
import type { FoundFurniture } from './furniture-line.ts'
import { hasForm, isDeskLine } from './shapes/form.ts'
import { isHandwritten } from './lines/handwritten.ts'
import { mayBeHeadline } from './judgement.ts'
import { findLabelledTail } from './labelled-tail.ts'
import type { Line } from './lines/lines.ts'
import { isOwnCopy, type LineNeighbours } from './own-copy.ts'
import { toShape, type Shape } from './shapes/shape.ts'
import { shapeTable } from './shapes/shape-table.ts'

const DASH = 45
const BRACKET = 40
// So far back from a paragraph's end its last sentences are looked for.
const TAIL = 420
const SHORTEST = 40
const NONE: readonly FoundFurniture[] = []
// Boxes with small print under them, and titles over them.
const BOXES: ReadonlySet<string> = new Set(['newsletter', 'subscription'])
const LONGEST_OPENING = 140
const NOT_READ: ReadonlySet<Line['block']['kind']> = new Set(['field', 'code', 'caption', 'heading'])
// A plug of several sentences, “Sign up for our newsletter. It lands at six.”, is seldom longer.
const LONGEST_PLUG = 320

/** A run of sentences that are furniture, and what the surest of them is. */
interface FurnitureRun {
  readonly shape: Shape
  readonly start: number
  readonly end: number
}

/** Finds the furniture at the start and the end of a line that isn't furniture as a whole. */
export function findParts(copy: Copy, line: Line): readonly FoundFurniture[] {
  const { block, at } = line
  // In Markdown a list's items are written by hand: “… [Read more](guide.md).”
  if (at.end - at.start < SHORTEST || NOT_READ.has(block.kind) || (block.kind === 'list-item' && isHandwritten(copy)))
    return NONE
  const { text } = copy
  const head = findHead(text, at.start, at.end)
  const from = head ? head.end + 1 : at.start
  const tail =
    findTail(text, from, at.end, { hasBefore: true, hasAfter: block.index < copy.blocks.length - 1 })
    ?? findLink(text, from, at.end)
  if (!head && !tail && at.end - at.start > LONGEST_PLUG) return NONE
  const found: FoundFurniture[] = []
  if (head) found.push(toPart(line, head, 'head'))
  if (tail) {
    if (tail.start > at.start) found.push(toPart(line, tail, 'tail'))
    else if (!isListed(line)) found.push(toWhole(line, tail))
  } else if (!head && at.end - at.start <= LONGEST_PLUG && !isListed(line)) {
    const plug = findPlug(text, at.start, at.end)
    if (plug) found.push(toWhole(line, plug))
  }
  return found
}

/** Lists and headlines are judged as lines alone. */
const isListed = (line: Line): boolean => line.block.kind === 'list-item' || mayBeHeadline(line)

function toPart({ block }: Line, { shape, start, end }: FurnitureRun, position: 'head' | 'tail'): FoundFurniture {
  return {
    at: span(start, end),
    block,
    whole: false,
    type: shape.type,
    pack: shape.pack,
    position,
    certainty: certaintyOf(shape),
  }
}

function toWhole({ block, position }: Line, { shape }: FurnitureRun): FoundFurniture {
  return { at: block, block, whole: true, type: shape.type, pack: shape.pack, position, certainty: certaintyOf(shape) }
}

const certaintyOf = (shape: Shape): FoundFurniture['certainty'] =>
  shape.certainty.between === 'sure' ? 'sure' : 'likely'

/** “Advertisement The mayor said …”: the words of a page, then a sentence that starts anew. */
function findHead(text: string, start: number, end: number): FurnitureRun | undefined {
  const head = shapeTable().matchHead(text, start, end)
  const stop = head && /^([.:]?) ["“‘']?\p{Lu}/u.exec(text.slice(head.end, head.end + 4))
  return stop ? { shape: head.shape, start, end: head.end + stop[1]!.length } : undefined
}

/** “… he said. Sign up for our newsletter.”: the last sentences, as far back as they are furniture. */
function findTail(text: string, start: number, end: number, surroundings: LineNeighbours): FurnitureRun | undefined {
  // What ends in a quotation mark is said by somebody.
  if ('"”’\''.includes(text[end - 1]!)) return undefined
  let tail: FurnitureRun | undefined
  for (let stop = end; stop > start;) {
    const from = lastSentenceStart(text, start, stop)
    const shape = from === undefined ? undefined : tailShape(text, from, stop)
    if (from === undefined || !shape || isOwnCopy(text.slice(from, stop), shape, surroundings)) break
    tail = { shape: tail ? ofBox(shape, tail.shape) : shape, start: from, end }
    stop = from - 1
  }
  return tail && { ...tail, start: startOfBox(text, start, tail) }
}

const DESK = toShape({ type: 'desk-contact', pack: 'contacts', certainty: 'sure' })
const LABELLED_LINK = toShape({ type: 'labelled-link', pack: 'related-links', certainty: 'sure' })
const LIKELY_LINK = toShape({ type: 'labelled-link', pack: 'related-links', certainty: 'likely' })

/** “… the council said. Also Read: Market hall roof fails its test” */
function findLink(text: string, start: number, end: number): FurnitureRun | undefined {
  const link = findLabelledTail(text, start, end)
  return link && { shape: link.certainty === 'sure' ? LABELLED_LINK : LIKELY_LINK, start: link.start, end }
}

/**
 * What a box is that one sentence opens and others go on with: the surest of them, though its small print tells
 * nothing.
 */
function ofBox(first: Shape, rest: Shape): Shape {
  if (rest.pack !== 'legal' || !BOXES.has(first.pack)) return isSurer(first, rest) ? first : rest
  return isSurer(rest, first) ? { ...first, certainty: rest.certainty } : first
}

/**
 * “Who is winning? We'll tell you. Get the count in your inbox.”: a box from its first word, where all of it speaks for
 * the page.
 */
function startOfBox(text: string, start: number, { shape, start: from }: FurnitureRun): number {
  if (from <= start || from - start > LONGEST_OPENING) return from
  const opening = text.slice(start, from - 1)
  // “Who owns the fish stalls? Read more”: the button takes its title along.
  if (shape.type === 'read-more' && /[?!]["”’']?$/.test(opening)) return start
  if (/["“”]|\b(?:said|says|told)\b/i.test(opening)) return from
  if (shape.type === 'media-button') return start
  if (!BOXES.has(shape.pack)) return from
  const sentences = opening.split(/(?<=[.!?]) /)
  return sentences.every((sentence) => /\b(?:we|our|us)\b|\?$/i.test(sentence)) ? start : from
}

const isSurer = (one: Shape, other: Shape): boolean => certaintyOf(one) === 'sure' && certaintyOf(other) !== 'sure'

/** A short line that opens with a sentence of furniture; what follows is about it. */
function findPlug(text: string, start: number, end: number): FurnitureRun | undefined {
  const stop = firstSentenceEnd(text, start, end)
  const shape = stop === undefined ? undefined : tailShape(text, start, stop)
  if (shape?.certainty.between !== 'sure') return undefined
  return { shape: { ...shape, certainty: { ...shape.certainty, between: 'likely' } }, start, end }
}

function tailShape(text: string, from: number, to: number): Shape | undefined {
  if (text.slice(from, to).includes(OBJECT)) return undefined
  // Behind a dash and “((” a wire sets what would be a line of its own.
  if (isDeskLine(text.slice(from, to))) return DESK
  const isLine = text.charCodeAt(from) === DASH || text.startsWith('((', from)
  const shapes = (isLine ? shapeTable().matchLine(text, from, to) : shapeTable().matchTail(text, from, to)).filter(
    ({ certainty, form }) =>
      certainty.between !== 'weak' && (form === undefined || hasForm(text.slice(from, to), form)),
  )
  return (
    shapes.find(({ certainty }) => certainty.between === 'sure') ?? shapes[0] ?? shapeTable().matchCue(text, from, to)
  )
}

/** Whether the space at an offset parts two sentences; a wire sets its desk behind “--” or in “((”. */
function isGap(text: string, at: number, start: number): boolean {
  if (text.charCodeAt(at) !== 32) return false
  const next = text.charCodeAt(at + 1)
  if (
    next === text.charCodeAt(at + 2)
    && (next === BRACKET || (next === DASH && /^ ?[A-Z]/.test(text.slice(at + 3, at + 5))))
  )
    return true
  let before = at - 1
  while (before > start && '"”’\')]'.includes(text[before]!)) before--
  if (!'.!?…'.includes(text[before]!)) return false
  // “To read ‘How Deep Is It?’ click here.”
  return before === at - 1 || !isSmallLetter(next)
}

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122

/** Where the last sentence of a stretch starts; nothing where that is too far back. */
function lastSentenceStart(text: string, start: number, end: number): number | undefined {
  const from = Math.max(start, end - TAIL)
  for (let at = end - 2; at > from; at--) if (isGap(text, at, start)) return at + 1
  return from === start ? start : undefined
}

function firstSentenceEnd(text: string, start: number, end: number): number | undefined {
  for (let at = start + 1; at < end; at++) if (isGap(text, at, start)) return at
  return undefined
}
