/**
 * Page furniture in a story: lines, and ends of paragraphs, that belong to the page it stood on and not to the story.
 */
import type { Block } from '../copy/block.ts'
import type { Copy } from '../copy/copy.ts'
import type { FoundFurniture, FurnitureLine } from './furniture/furniture-line.ts'
import { isAuthorsCall, mayBeAuthors, spareAuthorParts } from './furniture/lines/author-parts.ts'
import { joinBoxes } from './furniture/lines/boxes.ts'
import { findInside } from './furniture/inside.ts'
import { joinLinkLists } from './furniture/link-lists.ts'
import { isOwnCall } from './furniture/own-calls.ts'
import { placeLines, readLines, type Line, type LineVerdict } from './furniture/lines/lines.ts'
import { judgeLines } from './furniture/judgement.ts'
import { findPageTitle } from './furniture/page-title.ts'
import { findParts } from './furniture/parts.ts'
import { findRunningText, isLink, linkedIn } from './furniture/lines/running-text.ts'

// A headline stands in a heading of its own.
const HEADLINE_PACK = 'page-titles'
const LINK: LineVerdict = { type: 'link', pack: 'navigation', certainty: 'likely', opens: false }

/** Finds a story's page furniture, in story order, from its blocks and their words alone. */
export function findFurniture(copy: Copy): readonly FurnitureLine[] {
  const lines = spareAuthorParts(copy, readLines(copy))
  const { text, page, isInPage, links } = findRunningText(copy, lines)
  placeLines(lines)
  // Each is judged by itself: what a box says doesn't belong to the paragraph beside it.
  placeLines(text)
  judge(copy, text)
  judge(copy, page)
  for (const line of links) line.verdict ??= LINK
  const leads = new Set(isInPage ? text.filter((_, index) => leadsToLink(text, index)) : [])
  const inText = new Set(text)
  const inside = new Map<Block, readonly FoundFurniture[]>()
  for (const found of [...findPageTitle(copy), ...findInside(copy, lines)])
    inside.set(found.block, [...(inside.get(found.block) ?? []), found])
  return lines.flatMap((line, index) =>
    inOrder(furnitureOf(copy, lines, index), inside.get(line.block)).map((found) => ({
      ...found,
      isOwnCall: isOwnCall(copy, lines, index, found),
      belongsToPage:
        found.pack !== HEADLINE_PACK
        && (!inText.has(line) || leads.has(line) || (isInPage && linkedIn(line.block, found.at) > 0)),
    })),
  )
}

/** The parts of one line in story order; what stands within another is that one's. */
function inOrder(parts: readonly FoundFurniture[], inside: readonly FoundFurniture[] = []): readonly FoundFurniture[] {
  if (inside.length === 0) return parts
  const others = inside.filter(({ at }) => !parts.some((part) => part.at.start < at.end && at.start < part.at.end))
  return [...parts, ...others].toSorted((one, other) => one.at.start - other.at.start)
}

function judge(copy: Copy, lines: readonly Line[]): void {
  judgeLines(copy, lines)
  joinLinkLists(copy, lines)
  joinBoxes(copy, lines)
}

function furnitureOf(copy: Copy, lines: readonly Line[], index: number): readonly FoundFurniture[] {
  const line = lines[index]!
  const { block, position, verdict, isSpared } = line
  if (verdict) {
    const { type, pack } = verdict
    const certainty = mayBeAuthors(copy, lines, index, pack) ? 'likely' : verdict.certainty
    return [{ at: block, block, whole: true, type, pack, position, certainty }]
  }
  const parts = isSpared ? [] : findParts(copy, line)
  return parts.map((part) => ({
    ...part,
    certainty: isAuthorsCall(copy, part.at, part.pack) ? 'likely' : part.certainty,
  }))
}

/** Whether a line is the heading of a run of links: “You may also like”. */
function leadsToLink(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return lines[index]!.verdict?.opens === true && next !== undefined && isLink(next)
}
