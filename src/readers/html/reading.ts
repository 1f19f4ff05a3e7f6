/** What is said of HTML while it is read: stretches of it, tags, what to pass over. */
import type { HtmlText } from './write-text.ts'

/** A stretch of HTML in its source. */
export interface HtmlStretch extends HtmlText {
  /** Whether the blocks around it are a quotation. */
  readonly quoted: boolean
}

/** An element that is read past: what stands in it isn't copy. */
export interface Unread {
  readonly name: string
  /** Where it starts in the source. */
  readonly start: number
  /** How many elements of its name are open. */
  depth: number
}

/** A start or end tag: where it stands in the source, and whether in the middle of a paragraph. */
export interface Tag {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly inParagraph: boolean
  /** What a start tag says that its element is for. */
  readonly style: string
}

/** How a reader is to read HTML, and whom it tells of comments. */
export interface HtmlReading {
  /** Whether an element that holds one text can be deleted with it: on a page, not in Markdown. */
  readonly deletesElements?: boolean
  /**
   * Whether blocks record which elements they stand in: those of a page, whose body is their outermost, or of a piece
   * of one.
   */
  readonly tellsBoxes?: 'page' | 'piece'
  /** Where unread elements start in the source that are never closed and so are taken for none. */
  readonly unclosed?: ReadonlySet<number>
  /** Elements to pass over: where each starts in the source, and where it ends. */
  readonly skipped?: ReadonlyMap<number, number>
  /** Whether a blank line ends a paragraph, as in the older editor of WordPress. */
  readonly partsAtBlankLines?: boolean
  /** Called for each comment where HTML is read: where it starts in the source, and where it ends. */
  readonly comment?: (start: number, end: number) => void
}
