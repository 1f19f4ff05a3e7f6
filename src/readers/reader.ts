/** What a reader is: it turns a source into a story. */
import type { CalendarDay, CopyKind, DeskName, Story } from '#story'
import type { AdoptedPlugin } from '../parse/adopt.ts'

/** What the caller knows of a source besides its text; it goes into the story as it is. */
export interface ReadOptions {
  readonly path?: string | undefined
  /** The day of publication; a date in the source's own fields goes before it. */
  readonly date?: CalendarDay | undefined
  readonly names?: readonly DeskName[] | undefined
  /** What kind of copy it is, where somebody has said so. */
  readonly kind?: CopyKind | undefined
  readonly plugins?: readonly AdoptedPlugin[] | undefined
}

/** Reads a format of which a file holds one story. Never throws on any text: what can't be read is passed over with a notice. */
export type StoryReader = (source: string, options?: ReadOptions) => Story

/** Reads a format of which a file may hold several stories, in the order in which they stand in it; otherwise as `StoryReader`. */
export type Reader = (source: string, options?: ReadOptions) => readonly Story[]
