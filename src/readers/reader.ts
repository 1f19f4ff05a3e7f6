/** What a reader is: it turns a source into copy. */
import type { CalendarDay, Copy, CopyKind } from '#copy'

/** What the caller knows of a source besides its text; it goes into the copy as it is. */
export interface ReadOptions {
  readonly path?: string | undefined
  /** The day of publication; a date in the source's own fields goes before it. */
  readonly date?: CalendarDay | undefined
  /** What kind of copy it is, where somebody has said so. */
  readonly kind?: CopyKind | undefined
}

/**
 * Reads a format of which a file holds one story. Never throws on any text: what can't be read is passed over with a
 * notice.
 */
export type CopyReader = (source: string, options?: ReadOptions) => Copy

/**
 * Reads a format of which a file may hold several stories, in the order in which they stand in it; otherwise as
 * `CopyReader`.
 */
export type Reader = (source: string, options?: ReadOptions) => readonly Copy[]
