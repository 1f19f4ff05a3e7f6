/** What front matter holds, whichever language it is written in. */
import type { CalendarDay } from '#copy'
import type { Field } from './field.ts'

/** What front matter holds. */
export interface FrontMatter {
  readonly fields: readonly Field[]
  /** The day of publication. */
  readonly date?: CalendarDay | undefined
  /** Why it can't be read as a whole, and where. Offsets are the source's. */
  readonly error?: { readonly message: string; readonly start: number; readonly end: number }
}
