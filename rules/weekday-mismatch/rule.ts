/** A weekday and a date that don't go together: “Saturday, July 17, 2020”, which was a Friday. */
import {
  daysBetween,
  defineRule,
  MONTHS,
  span,
  weekdayOf,
  WEEKDAYS,
  type CalendarDay,
  type DayMention,
  type Span,
} from '#rule'
import { compare, isExcused, type Mismatch } from './mismatch.ts'
import { suggest } from './suggest.ts'

export default defineRule({
  id: 'weekday-mismatch',
  title: 'Weekday and date disagree',
  summary: 'A weekday doesn’t go with its date, as in “Saturday, July 17, 2020”, which was a Friday.',
  kind: 'contradiction',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: {
    withYear: ({ day, was, actual, written }: { day: string; was: string; actual: string; written: string }) =>
      `${day} ${was} a ${actual}, not a ${written}; check which of the two is right`,
    byStory: ({ day, was, actual, written }: { day: string; was: string; actual: string; written: string }) =>
      `Going by the story’s own date, ${day} ${was} a ${actual}, not a ${written}; check which of the two is right`,
    eitherWay: ({ quote, written }: { quote: string; written: string }) =>
      `“${quote}” is no ${written}, whichever figure is the month; check which of the two is right`,
  },
  *check({ story, facts, find }) {
    // One finding a date, however often it stands.
    const found = new Map<string, { readonly first: Mismatch; readonly again: DayMention[] }>()
    for (const date of facts.dates) {
      if (date.kind !== 'day' || !date.weekday) continue
      const mismatch = compare(story, date, date.weekday)
      if (!mismatch) continue
      const { year, month, day } = mismatch.actual
      const key = [year, month, day, date.weekday.value].join(' ')
      const known = found.get(key)
      if (known) known.again.push(date)
      else found.set(key, { first: mismatch, again: [] })
    }
    for (const { first, again } of found.values()) {
      if (isExcused(story, first)) continue
      const { date, weekday, actual, severity } = first
      const place = {
        at: span(date.start, date.end),
        severity,
        written: WEEKDAYS[weekday.value]!,
        actual: WEEKDAYS[weekdayOf(actual)]!,
        was: story.date && daysBetween(story.date, actual) > 0 ? 'is' : 'was',
        related: again.map(({ start, end }) => ({ at: span(start, end), note: 'the same again' })),
        suggestions: suggest(story, first, again),
      }
      if (date.readings.length > 1)
        yield find('eitherWay', { ...place, quote: story.slice(around([date.day, date.month, date.year!])) })
      else yield find(date.year ? 'withYear' : 'byStory', { ...place, day: nameDay(date, actual) })
    }
  },
})

/** A day in words, in the order that the writer keeps: “July 17, 2020,”, “17 July 2020”, “July 17”. */
function nameDay(
  { day: dayPart, month: monthPart, year: yearPart }: DayMention,
  { year, month, day }: CalendarDay,
): string {
  const name = MONTHS[month - 1]!
  if (dayPart.start < monthPart.start) return yearPart ? `${day} ${name} ${year}` : `${day} ${name}`
  return yearPart ? `${name} ${day}, ${year},` : `${name} ${day}`
}

/** The span from the first to the last of some parts of a date. */
function around(parts: readonly Span[]): Span {
  return span(Math.min(...parts.map(({ start }) => start)), Math.max(...parts.map(({ end }) => end)))
}
