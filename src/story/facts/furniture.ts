/** Leftovers of a page around a story, recognised by their shape. */
import type { Block } from '../block.ts'
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'

/** A line, or a part of one, that belongs to a page and not to the story. */
export interface FurnitureLine {
  readonly at: Span
  readonly block: Block
  /** Whether it is the whole block; then the block isn't read as copy. */
  readonly whole: boolean
}

export function findFurniture(_story: Story): readonly FurnitureLine[] {
  return []
}
