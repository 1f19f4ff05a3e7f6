/** A block: one paragraph, heading, list item, cell or field of a story, and what its structure says of it. */
import type { Span } from '../text/span.ts'

/**
 * What the *structure* of the source says a block is. What it is to an editor (headline, byline, furniture …) is
 * inferred by the fact `layout`. A `line` is a block of plain text, where structure says nothing.
 */
export type BlockKind = 'line' | 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'caption' | 'field' | 'code'

/** An element around blocks, as a page is built of them. Two boxes of one name and style are of one kind. */
export interface Box {
  /** What element it is: `p`, `div`, `aside`. */
  readonly name: string
  /** What it says it is for, by its class and role; empty where it says nothing. */
  readonly style: string
  /** The box around it. */
  readonly parent: Box | undefined
}

/** One block of a story. Its text is `story.text.slice(start, end)`; no span of a finding crosses two blocks. */
export interface Block extends Span {
  /** Its place among `story.blocks`. */
  readonly index: number
  readonly kind: BlockKind
  /** A heading's level, from 1. */
  readonly level?: number
  /** A field's key, with dots between nested keys: `image.caption`. */
  readonly key?: string
  /** A caption that is an image's alternative text. */
  readonly isAlternative?: boolean
  /** Stands inside a blockquote: somebody else's words. */
  readonly quoted: boolean
  /** Follows the block before it with no blank line between: the next line of one chunk of plain text. */
  readonly attached: boolean
  /** The innermost element that it stands in, where the source is built of elements. */
  readonly box?: Box
  /** What of it is a link, in order; left out where nothing is, or where the reader doesn't tell. */
  readonly links?: readonly Span[]
}

/**
 * What stands in the text for something that is part of a sentence but not copy: a code span, `<kbd>Ctrl</kbd>`.
 * U+FFFC is Unicode's character for just that. It is a symbol and no word, so “run `npm ci` before lunch” stays one
 * sentence, two code spans in a row are no doubled word, and “a `URL`” asks for no “an”. (“…” would end sentences; a
 * letter would be a word.)
 */
export const OBJECT = '\uFFFC'
