/** A story: the text of a piece of copy, its blocks, its way back to the source, and the facts worked out from it. */
import type { AdoptedPlugin } from '../parse/adopt.ts'
import type { Block } from './block.ts'
import type { Copy, InvisibleCharacter } from './copy-builder.ts'
import type { CopyKind } from './copy-kind.ts'
import { deskOf, type Desk } from './desk.ts'
import type { DeskName } from './desk-name.ts'
import type { Directive } from './directive.ts'
import { createFacts, type Facts } from './facts/index.ts'
import { firstIndex } from './first-index.ts'
import { sourceSpan, type SourceSpan, type Span } from './span.ts'

/** The formats that Copydesk reads. */
export type Format = 'text' | 'markdown' | 'mdx' | 'html' | 'ninjs' | 'feed' | 'nitf' | 'newsml' | 'wordpress'

/** A day of the calendar; `month` counts from 1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Something that was passed over, said to the person who ran the check: “a block could not be read”. */
export interface Notice {
  readonly message: string
  /** The text that was passed over, or the place in the text where it would stand. */
  readonly at: Span
  /** Where it stands in the source, for what isn't in the text at all: front matter that can't be read. */
  readonly source?: SourceSpan
  /** Set where copy was not read, so that the source can't pass as sound; the message is then the predicate of a sentence about the source. */
  readonly about?: 'unread'
}

/** All that a story and its facts depend on; nothing else goes in later. */
export interface StoryInput {
  readonly copy: Copy
  readonly format: Format
  /** The file's path as the user gave it, for reports. */
  readonly path?: string | undefined
  /** The day of publication. */
  readonly date?: CalendarDay | undefined
  /** The desk's names. */
  readonly names?: readonly DeskName[] | undefined
  /** What kind of copy it is, where somebody has said so; a section in the front matter goes before it. */
  readonly kind?: CopyKind | undefined
  /** Stock retext plugins whose messages the story's rules want (see `facts.adopted`). */
  readonly plugins?: readonly AdoptedPlugin[] | undefined
  /** What the reader passed over. */
  readonly notices?: readonly Notice[] | undefined
  /** The orders to the checker that stand in the source; of several stories of one source, the first may hold them all. */
  readonly directives?: readonly Directive[] | undefined
}

/** An edit of the source: the stretch from `start` to `end` (offsets) becomes `text`. */
export interface SourceEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A story, read once and never changed. Make one with `createStory`. */
export interface Story {
  readonly path: string | undefined
  readonly format: Format
  /** The decoded file that the story was read from. */
  readonly source: string
  /** The copy as a reader sees it: no markup, no invisible characters, plain spaces; blocks end with a line feed. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly date: CalendarDay | undefined
  /** The desk's names. */
  readonly desk: Desk
  /** What kind of copy somebody has said it is; `facts.copyKind` knows what it is taken for. */
  readonly kind: CopyKind | undefined
  readonly plugins: readonly AdoptedPlugin[]
  /** Characters that show nothing, left out of `text`. */
  readonly invisible: readonly InvisibleCharacter[]
  /** What the reader passed over. */
  readonly notices: readonly Notice[]
  /** The orders to the checker that stand in the source. */
  readonly directives: readonly Directive[]
  /** What is known of the story, each fact worked out when first asked for. */
  readonly facts: Facts
  /** Lets go of the facts, which weigh more than the copy; they are worked out again when asked for. */
  forgetFacts(): void
  /** The text of a span. */
  slice(at: Span): string
  /** The block that holds an offset of the text. */
  blockAt(offset: number): Block
  /** The source that a span was read from. */
  toSource(at: Span): SourceSpan
  /**
   * The edit of the source that puts `replacement` in place of a span, written as the source wants it; nothing where
   * that can't be done without touching markup. An empty replacement for a whole block takes its line away too.
   */
  toSourceEdit(at: Span, replacement: string): SourceEdit | undefined
}

/** Makes a story from what a reader has read. */
export function createStory(input: StoryInput): Story {
  const { copy, format, path, date, names = [], kind, plugins = [], notices = [], directives = [] } = input
  const { source, text, blocks, map, invisible } = copy

  const blockAt = (offset: number): Block => {
    const block = blocks[Math.max(0, firstIndex(blocks.length, (index) => blocks[index]!.start > offset) - 1)]
    if (!block) throw new RangeError('a story without blocks has no block at any offset')
    return block
  }

  const toSourceEdit = (at: Span, replacement: string): SourceEdit | undefined => {
    const block = blockAt(at.start)
    if (at.end > block.end) return undefined
    const way = copy.blockSources[block.index]!
    if (replacement === '' && at.start === block.start && at.end === block.end) {
      return way.whole && { start: way.whole.start, end: way.whole.end, text: '' }
    }
    if (!map.isSeamless(at)) return undefined
    const { start, end } = map.toSource(at)
    const encoded = way.encode(replacement, sourceSpan(start, end))
    return encoded === undefined ? undefined : { start, end, text: encoded }
  }

  let facts: Facts | undefined
  const story: Story = {
    path, format, source, text, blocks, date, desk: deskOf(names), kind, plugins, invisible, notices, directives,
    get facts() {
      return (facts ??= createFacts(story))
    },
    forgetFacts: () => {
      facts = undefined
    },
    slice: (at) => text.slice(at.start, at.end),
    blockAt,
    toSource: (at) => map.toSource(at),
    toSourceEdit,
  }
  return Object.freeze(story)
}
