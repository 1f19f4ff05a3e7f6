/** Page furniture in a story: lines, and ends of paragraphs, that belong to the page it stood on and not to the story. */
import type { Block } from '../block.ts'
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'
import { isAuthorsCall, mayBeAuthors, spareAuthorParts } from './furniture/author-parts.ts'
import { joinBoxes } from './furniture/boxes.ts'
import { findInside } from './furniture/inside.ts'
import { joinLinkLists } from './furniture/link-lists.ts'
import { isOwnCall } from './furniture/own-calls.ts'
import { placeLines, readLines, type Line, type Verdict } from './furniture/lines.ts'
import { judgeLines } from './furniture/judgement.ts'
import { findPageTitle } from './furniture/page-title.ts'
import { findParts } from './furniture/parts.ts'
import { findRunningText, isLink, linkedIn } from './furniture/running-text.ts'

/** How sure it is that such words are no copy: they stand in no story · they hardly ever do. */
export type FurnitureCertainty = 'sure' | 'likely'

/**
 * Where a piece of furniture stands: on a line of its own before the story's first paragraph, between paragraphs or
 * after the last one; or in a paragraph, as its first words, inside a sentence or as its last sentences.
 */
export type FurniturePosition = 'top' | 'between' | 'foot' | 'head' | 'inside' | 'tail'

/** A line, or a part of one, that belongs to a page and not to the story. */
export interface FurnitureLine {
  readonly at: Span
  readonly block: Block
  /** Whether it is the whole block; then the block isn't read as copy. */
  readonly whole: boolean
  /** What it is: `newsletter`, `share-bar`, `timestamp` … */
  readonly type: string
  /** The group of types that it belongs to: `related-links`, `newsletter`, `sharing` … */
  readonly pack: string
  readonly position: FurniturePosition
  readonly certainty: FurnitureCertainty
  /** Whether it is part of the page that its story still stands in: it has a box or a list of its own, or a link that works there. */
  readonly belongsToPage: boolean
  /** Whether it is a call that its author may well have written for this very page: it leads somewhere, or speaks in the post's words. */
  readonly isOwnCall: boolean
}

/** A piece of furniture, wherever it stands. */
export type FoundFurniture = Omit<FurnitureLine, 'belongsToPage' | 'isOwnCall'>

// A headline stands in a heading of its own.
const HEADLINE_PACK = 'page-titles'
const LINK: Verdict = { type: 'link', pack: 'navigation', certainty: 'likely', opens: false }

/** Finds a story's page furniture, in story order, from its blocks and their words alone. */
export function findFurniture(story: Story): readonly FurnitureLine[] {
  const lines = spareAuthorParts(story, readLines(story))
  const { text, page, isInPage, links } = findRunningText(story, lines)
  placeLines(lines)
  // Each is judged by itself: what a box says doesn't belong to the paragraph beside it.
  placeLines(text)
  judge(story, text)
  judge(story, page)
  for (const line of links) line.verdict ??= LINK
  const leads = new Set(isInPage ? text.filter((_, index) => leadsToLink(text, index)) : [])
  const inText = new Set(text)
  const inside = new Map<Block, readonly FoundFurniture[]>()
  for (const found of [...findPageTitle(story), ...findInside(story, lines)]) inside.set(found.block, [...inside.get(found.block) ?? [], found])
  return lines.flatMap((line, index) => inOrder(furnitureOf(story, lines, index), inside.get(line.block)).map((found) => ({
    ...found,
    isOwnCall: isOwnCall(story, lines, index, found),
    belongsToPage: found.pack !== HEADLINE_PACK && (!inText.has(line) || leads.has(line) || (isInPage && linkedIn(line.block, found.at) > 0)),
  })))
}

/** The parts of one line in story order; what stands within another is that one's. */
function inOrder(parts: readonly FoundFurniture[], inside: readonly FoundFurniture[] = []): readonly FoundFurniture[] {
  if (inside.length === 0) return parts
  const others = inside.filter(({ at }) => !parts.some((part) => part.at.start < at.end && at.start < part.at.end))
  return [...parts, ...others].toSorted((one, other) => one.at.start - other.at.start)
}

function judge(story: Story, lines: readonly Line[]): void {
  judgeLines(story, lines)
  joinLinkLists(story, lines)
  joinBoxes(story, lines)
}

function furnitureOf(story: Story, lines: readonly Line[], index: number): readonly FoundFurniture[] {
  const line = lines[index]!
  const { block, position, verdict, isSpared } = line
  if (verdict) {
    const { type, pack } = verdict
    const certainty = mayBeAuthors(story, lines, index, pack) ? 'likely' : verdict.certainty
    return [{ at: block, block, whole: true, type, pack, position, certainty }]
  }
  const parts = isSpared ? [] : findParts(story, line)
  return parts.map((part) => ({ ...part, certainty: isAuthorsCall(story, part.at, part.pack) ? 'likely' : part.certainty }))
}

/** Whether a line is the heading of a run of links: “You may also like”. */
function leadsToLink(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return lines[index]!.verdict?.opens === true && next !== undefined && isLink(next)
}
