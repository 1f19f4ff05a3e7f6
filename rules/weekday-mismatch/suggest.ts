/** The two ways out of a mismatch: another weekday, or the nearest day that has the one written. */
import {
  daysInMonth,
  span,
  weekdayOf,
  type CalendarDay,
  type DayMention,
  type Span,
  type Story,
  type Suggestion,
} from '#rule'
import type { Mismatch } from './mismatch.ts'
import { dayInStyle, weekdayInStyle } from './style.ts'

/**
 * Suggests the right weekday and, where it is one day of a month, the right day, for every place where the date stands.
 */
export function suggest(story: Story, { date, weekday, actual }: Mismatch, again: readonly DayMention[]): Suggestion[] {
  const dates = [date, ...again]
  const written = story.slice(weekday)
  const changeWeekday: Suggestion = {
    title: `Change “${written}” to “${weekdayInStyle(written, weekdayOf(actual))}”`,
    grade: 'idea',
    edits: dates.map((each) => ({
      at: spanOf(each.weekday!),
      text: weekdayInStyle(story.slice(each.weekday!), weekdayOf(actual)),
    })),
  }
  const day = nearestDay(actual, weekday.value)
  if (day === undefined || date.lastDay || date.readings.length > 1) return [changeWeekday]
  const inStyle = (each: DayMention): string =>
    dayInStyle(story.slice(each.day), day, each.written === 'figures' ? story.slice(each.month).length : 1)
  return [
    changeWeekday,
    {
      title: `Change “${story.slice(date.day)}” to “${inStyle(date)}”`,
      grade: 'idea',
      edits: dates.map((each) => ({ at: spanOf(each.day), text: inStyle(each) })),
    },
  ]
}

/** The day of the same month that falls on a weekday and lies nearest, at most three days off. */
function nearestDay({ year, month, day }: CalendarDay, weekday: number): number | undefined {
  return [1, -1, 2, -2, 3, -3]
    .map((step) => day + step)
    .find(
      (other) => other >= 1 && other <= daysInMonth(month, year) && weekdayOf({ year, month, day: other }) === weekday,
    )
}

function spanOf({ start, end }: Span): Span {
  return span(start, end)
}
