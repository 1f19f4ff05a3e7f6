/**
 * Dates written in figures alone: “2020-07-17”, “17/07/2020”, “7/17/2020”; “Friday 17.07.2020” where words tell that it
 * is one.
 */
import { isCalendarDay } from '../../copy/calendar.ts'
import { span } from '../../text/span.ts'
import type { DayMention, MonthDay, NumberPart } from './date-mention.ts'
import { stretchBefore } from './matching.ts'
import { findWeekday } from './weekdays.ts'

const YEAR_FIRST = '((?:19|20)\\d\\d)(-\\d\\d-|/\\d{1,2}/)(\\d\\d?)'
const YEAR_LAST = '(\\d{1,2})([./-])(\\d{1,2})([./-])((?:19|20)\\d\\d|\\d\\d)'
// Nothing around that the figures could be cut out of: a path (“/2020/07/17/”), a model (“x-2020-07-17”), an amount.
const FIGURES = new RegExp(`(?<![\\w.,:/#$£€+=@–-])(?:${YEAR_FIRST}|${YEAR_LAST})(?=T\\d|(?![\\w/%]|[-–.:,]\\d))`, 'g')
const FIRST_OF_LAST_CENTURY = 50
const LABEL =
  /\b(?:nos?|number|case|docket|file|bill|ref|reference|tel|phone|call|fax|id|code|model|version|patent|standard)[.:]? $/i

/** Finds the dates in figures of a text, in order. */
export function* findDatesInFigures(text: string): Iterable<DayMention> {
  for (const match of text.matchAll(FIGURES)) {
    const date = match[1] === undefined ? readYearLast(text, match) : readYearFirst(text, match)
    if (date) yield date
  }
}

/** “2020-07-17”, “2020/7/17”: year, month, day. */
function readYearFirst(text: string, match: RegExpExecArray): DayMention | undefined {
  const [, yearFigures = '', middle = '', dayFigures = ''] = match
  const monthFigures = middle.slice(1, -1)
  if (middle[0] === '-' && dayFigures.length < 2) return undefined
  const year = part(match.index, yearFigures)
  const month = part(year.end + 1, monthFigures)
  const day = part(month.end + 1, dayFigures)
  // “the 2019-20-21 seasons”.
  if (month.value > 12 && (year.value + 1) % 100 === month.value && month.value + 1 === day.value) return undefined
  return finish(text, { year, month, day, readings: [{ month: month.value, day: day.value }] })
}

/** “7/17/2020”, “17/07/2020”: the month is the number up to 12; where both are, the order can't be told. */
function readYearLast(text: string, match: RegExpExecArray): DayMention | undefined {
  const [, , , , oneFigures = '', mark, otherFigures = '', secondMark, yearFigures = ''] = match
  if (mark !== secondMark) return undefined
  const one = part(match.index, oneFigures)
  const other = part(one.end + 1, otherFigures)
  const year = part(other.end + 1, yearFigures)
  // “30/70/2000”: figures so far from a date are shares or rates.
  if (Math.max(one.value, other.value) > 39) return undefined
  const american = { month: one.value, day: other.value }
  const european = { month: other.value, day: one.value }
  const dayFirst = one.value > 12 && other.value <= 12
  const readings = dayFirst
    ? [european]
    : other.value > 12 || one.value === other.value
      ? [american]
      : [american, european]
  const date = finish(text, {
    year: inFull(year),
    month: dayFirst ? other : one,
    day: dayFirst ? one : other,
    readings,
  })
  if (date?.weekday || (mark === '/' && yearFigures.length > 2)) return date
  return mark !== '-' && yearFigures.length > 2 && DATED.test(stretchBefore(text, match.index, 12)) ? date : undefined
}

// Behind these “31.06.2021” is no version of a program.
const DATED = /\b(?:on|of|dated|until|till|by|since|due) $/i

/** “22” as 2022. */
function inFull(year: NumberPart): NumberPart {
  return year.end - year.start > 2
    ? year
    : { ...year, value: year.value + (year.value < FIRST_OF_LAST_CENTURY ? 2000 : 1900) }
}

interface DateParts {
  readonly year: NumberPart
  readonly month: NumberPart
  readonly day: NumberPart
  readonly readings: readonly MonthDay[]
}

function finish(text: string, { year, month, day, readings }: DateParts): DayMention | undefined {
  const start = Math.min(year.start, month.start, day.start)
  const end = Math.max(year.end, month.end, day.end)
  const possible = readings.some((reading) => isCalendarDay({ ...reading, year: year.value }))
  if (!possible && LABEL.test(stretchBefore(text, start, 14))) return undefined
  const { weekday, whole } = findWeekday(text, start, end, true)
  return {
    ...whole,
    kind: 'day',
    written: 'figures',
    weekday,
    month,
    day,
    lastDay: undefined,
    year,
    readings,
  }
}

function part(start: number, figures: string): NumberPart {
  return { ...span(start, start + figures.length), value: Number(figures) }
}
