/** Dates that a story names. */
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'

export interface DateMention extends Span {
  readonly month: number
}

export function findDates(_story: Story): readonly DateMention[] {
  return []
}
