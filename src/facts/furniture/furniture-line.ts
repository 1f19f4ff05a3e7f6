/** What a piece of page furniture is: a line, or a part of one. */
import type { Block } from '../../copy/block.ts'
import type { Span } from '../../text/span.ts'

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
  /**
   * Whether it is part of the page that its story still stands in: it has a box or a list of its own, or a link that
   * works there.
   */
  readonly belongsToPage: boolean
  /**
   * Whether it is a call that its author may well have written for this very page: it leads somewhere, or speaks in the
   * post's words.
   */
  readonly isOwnCall: boolean
}

/** A piece of furniture, wherever it stands. */
export type FoundFurniture = Omit<FurnitureLine, 'belongsToPage' | 'isOwnCall'>
