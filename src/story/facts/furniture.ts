/** Page furniture in a story: lines, and ends of paragraphs, that belong to the page it stood on and not to the story. */
import type { Block } from '../block.ts'
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'
import { joinBoxes } from './furniture/boxes.ts'
import { joinLinkLists } from './furniture/link-lists.ts'
import { readLines } from './furniture/lines.ts'
import { judgeLines } from './furniture/judgement.ts'
import { findParts } from './furniture/parts.ts'

/** How sure it is that such words are no copy: they stand in no story · they hardly ever do. */
export type FurnitureCertainty = 'sure' | 'likely'

/**
 * Where a piece of furniture stands: on a line of its own before the story's first paragraph, between paragraphs or
 * after the last one; or in a paragraph, as its first words or its last sentences.
 */
export type FurniturePosition = 'top' | 'between' | 'foot' | 'head' | 'tail'

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
}

/** Finds a story's page furniture, in story order, from its blocks and their words alone. */
export function findFurniture(story: Story): readonly FurnitureLine[] {
  const lines = readLines(story)
  judgeLines(story, lines)
  joinLinkLists(story, lines)
  joinBoxes(story, lines)
  const found: FurnitureLine[] = []
  for (const line of lines) {
    if (line.verdict) {
      const { type, pack, certainty } = line.verdict
      found.push({ at: line.block, block: line.block, whole: true, type, pack, position: line.position, certainty })
    } else if (!line.isSpared) {
      for (const part of findParts(story, line)) found.push(part)
    }
  }
  return found
}
