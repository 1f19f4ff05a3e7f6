/** What was passed over of a source, said to the person who ran the check: “a block could not be read”. */
import type { SourceSpan, Span } from '../text/span.ts'

/** Something that was passed over. */
export interface Notice {
  readonly message: string
  /** The text that was passed over, or the place in the text where it would stand. */
  readonly at: Span
  /** Where it stands in the source, for what isn't in the text at all: front matter that can't be read. */
  readonly source?: SourceSpan
  /**
   * Set where copy was not read, so that the source can't pass as sound; the message is then the predicate of a
   * sentence about the source.
   */
  readonly about?: 'unread'
}
