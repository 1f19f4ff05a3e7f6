/**
 * Copy: what a reader brings from a source. Its text and blocks, the way back to the source, and what the source says
 * of it.
 */
import type { SourceEdit } from '../text/edits.ts'
import { firstIndex } from '../text/first-index.ts'
import type { SourceMap } from '../text/source-map.ts'
import { sourceSpan, type SourceSpan, type Span, type TextOffset } from '../text/span.ts'
import type { Block } from './block.ts'
import type { CalendarDay } from './calendar.ts'
import type { CopyKind } from './copy-kind.ts'
import type { Directive } from './directive.ts'
import type { Format } from './formats/format.ts'
import type { Notice } from './notice.ts'

/**
 * Writes an edit's new text as the source wants it (`&amp;`, `\*`, quoted YAML), or nothing where it can't be written.
 * `at` is the stretch of the source that it replaces: what stands around it decides what must be escaped.
 */
export type Encode = (text: string, at: SourceSpan) => string | undefined

/** A block's way back to the source: how edits are written, and what to delete to delete the block whole. */
export interface BlockSource {
  readonly encode: Encode
  readonly whole: SourceSpan | undefined
}

/** A character of the source that shows nothing and is left out of the text: zero-width, soft hyphen, bidi control. */
export interface InvisibleCharacter {
  /** Where in the text it would stand. */
  readonly at: TextOffset
  readonly source: SourceSpan
}

/** What is known of copy besides its text. */
export interface CopyOrigin {
  readonly format: Format
  /** The file's path as the user gave it, for reports. */
  readonly path?: string | undefined
  /** The day of publication. */
  readonly date?: CalendarDay | undefined
  /** What kind of copy somebody has said it is; the fact `copyKind` knows what it is taken for. */
  readonly kind?: CopyKind | undefined
  /** What the reader passed over. */
  readonly notices?: readonly Notice[] | undefined
  /** The directives that stand in the source; of several pieces of copy of one source, the first may hold them all. */
  readonly directives?: readonly Directive[] | undefined
}

/** A piece of copy, read once and never changed. Readers make it with `CopyBuilder`. */
export interface Copy {
  readonly path: string | undefined
  readonly format: Format
  /** The decoded file that the copy was read from. */
  readonly source: string
  /** The copy as a reader sees it: no markup, no invisible characters, plain spaces; blocks end with a line feed. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly date: CalendarDay | undefined
  readonly kind: CopyKind | undefined
  /** Characters that show nothing, left out of `text`. */
  readonly invisible: readonly InvisibleCharacter[]
  readonly notices: readonly Notice[]
  readonly directives: readonly Directive[]
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

/** What `CopyBuilder` has put together. */
export interface BuiltText {
  readonly source: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly blockSources: readonly BlockSource[]
  readonly map: SourceMap
  readonly invisible: readonly InvisibleCharacter[]
}

/** Makes copy of a text that has been put together and what is known of it. */
export function createCopy(built: BuiltText, origin: CopyOrigin): Copy {
  const { source, text, blocks, blockSources, map, invisible } = built
  const { format, path, date, kind, notices = [], directives = [] } = origin

  const blockAt = (offset: number): Block => {
    const block = blocks[Math.max(0, firstIndex(blocks.length, (index) => blocks[index]!.start > offset) - 1)]
    if (!block) throw new RangeError('copy without blocks has no block at any offset')
    return block
  }

  const toSourceEdit = (at: Span, replacement: string): SourceEdit | undefined => {
    const block = blockAt(at.start)
    if (at.end > block.end) return undefined
    const way = blockSources[block.index]!
    if (replacement === '' && at.start === block.start && at.end === block.end) {
      return way.whole && { start: way.whole.start, end: way.whole.end, text: '' }
    }
    if (!map.isSeamless(at)) return undefined
    const { start, end } = map.toSource(at)
    const encoded = way.encode(replacement, sourceSpan(start, end))
    return encoded === undefined ? undefined : { start, end, text: encoded }
  }

  return Object.freeze({
    path,
    format,
    source,
    text,
    blocks,
    date,
    kind,
    invisible,
    notices,
    directives,
    slice: (at: Span) => text.slice(at.start, at.end),
    blockAt,
    toSource: (at: Span) => map.toSource(at),
    toSourceEdit,
  })
}
