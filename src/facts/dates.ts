/**
 * Dates and times of day that a story names, in words (“Saturday, July 17, 2020”) and in figures (“2020-07-17”,
 * “13:45”).
 */
import type { Copy } from '../copy/copy.ts'
import type { Layout } from './layout.ts'
import type { DateMention } from './dates/date-mention.ts'
import { findClockTimes } from './dates/clock-times.ts'
import { findDatesInFigures } from './dates/dates-in-figures.ts'
import { findDatesInWords } from './dates/dates-in-words.ts'

/** Finds the dates of all blocks that are read as copy, in story order. */
export function findDates(copy: Copy, { layout }: { readonly layout: Layout }): readonly DateMention[] {
  const found = [...findDatesInWords(copy.text), ...findDatesInFigures(copy.text), ...findClockTimes(copy.text)]
  return found.filter(({ start }) => layout.isCopy(copy.blockAt(start))).sort((one, other) => one.start - other.start)
}
