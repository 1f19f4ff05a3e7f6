/** A story: a piece of copy with the facts worked out from it, which rules look at. */
import type { Copy } from '../copy/copy.ts'
import { deskOf, type Desk } from '../copy/desk.ts'
import type { DeskName } from '../copy/desk-name.ts'
import type { AdoptedPlugin } from '../english/parse/adopt.ts'
import { createFacts, type Facts } from '../facts/index.ts'

/** All that a story's facts depend on besides its copy. */
export interface StoryContext {
  /** The desk's names. */
  readonly names?: readonly DeskName[] | undefined
  /** Stock retext plugins whose messages the story's rules want (see `facts.adopted`). */
  readonly plugins?: readonly AdoptedPlugin[] | undefined
}

/** A story, which never changes. Make one with `createStory`. */
export interface Story extends Copy {
  /** The desk's names. */
  readonly desk: Desk
  /** What is known of the story, each fact worked out when first asked for. */
  readonly facts: Facts
}

/** Makes a story of a piece of copy. */
export function createStory(copy: Copy, { names = [], plugins = [] }: StoryContext = {}): Story {
  const desk = deskOf(names)
  let facts: Facts | undefined
  return Object.freeze({
    ...copy,
    desk,
    get facts() {
      return (facts ??= createFacts(copy, { desk, plugins }))
    },
  })
}
