/** Injects weekdays that don't go with their dates, days that never come and times that no clock shows. */
import { daysBetween, daysInMonth, isCalendarDay, MONTHS, WEEKDAYS, weekdayOf } from '../../../src/copy/calendar.ts'
import type { CalendarDay } from '../../../src/copy/index.ts'
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'
import type { Random } from '../random.ts'

/** The kinds of wrong dates. */
const kinds: readonly ErrorKind[] = [
  { name: 'weekday, year in the date', rule: 'weekday-mismatch', bar: 0.95, change: wrongWeekday(true) },
  { name: 'weekday, year by the story’s date', rule: 'weekday-mismatch', bar: 0.95, change: wrongWeekday(false) },
  { name: 'impossible date', rule: 'impossible-date', bar: 0.95, change: impossibleDay },
  { name: 'impossible time', rule: 'impossible-date', change: impossibleTime },
]
export default kinds

const WEEKDAY = `(${WEEKDAYS.join('|')})`
const MONTH = `(${MONTHS.join('|')}|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)`
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${WEEKDAY}, )?${MONTH} (\\d{1,2})(?![\\p{L}\\d:.-]|–)(?:, (\\d{4})(?!\\d))?`,
  'gu',
)
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:${WEEKDAY},? )?(\\d{1,2}) ${MONTH}(?![\\p{L}\\d-])(?: (\\d{4})(?!\\d))?`,
  'gu',
)
/** How far from the story's own date a day without a year is still known. */
const DAYS_AROUND = 21

interface WrittenDay {
  readonly start: number
  readonly weekday: string | undefined
  /** Where the weekday would stand. */
  readonly dateStart: number
  readonly dayStart: number
  readonly day: string
  readonly month: number
  readonly year: number | undefined
}

function daysIn(copy: DraftCopy): WrittenDay[] {
  const read = (expression: RegExp, weekdayAt: number, dayAt: number, monthAt: number, yearAt: number): WrittenDay[] =>
    copy.matches(expression).map((match) => {
      const weekday = match[weekdayAt]
      const date = match[0].slice(weekday === undefined ? 0 : weekday.length).replace(/^,? /, '')
      const dateStart = match.index + match[0].length - date.length
      const day = match[dayAt]!
      const monthName = match[monthAt]!.slice(0, 3)
      return {
        start: match.index,
        weekday,
        dateStart,
        dayStart: dateStart + (dayAt < monthAt ? 0 : date.indexOf(` ${day}`) + 1),
        day,
        month: MONTHS.findIndex((month) => month.startsWith(monthName)) + 1,
        year: match[yearAt] === undefined ? undefined : Number(match[yearAt]),
      }
    })
  return [...read(MONTH_FIRST, 1, 3, 2, 4), ...read(DAY_FIRST, 1, 2, 3, 4)]
}

/** Another weekday where one stands before the date, or one where none stands. */
function wrongWeekday(withYear: boolean): ErrorKind['change'] {
  return (copy, { random }) => {
    const places = daysIn(copy).flatMap((written) => {
      const day = calendarDay(copy, written, withYear)
      return day ? [{ written, right: WEEKDAYS[weekdayOf(day)]! }] : []
    })
    // Where weekdays stand, they are what goes wrong.
    const standing = places.filter(({ written, right }) => written.weekday === right)
    const without = places.filter(
      ({ written }) =>
        written.weekday === undefined && /\bon $/i.test(copy.text.slice(Math.max(0, written.start - 4), written.start)),
    )
    const place = random.pick(standing.length > 0 ? standing : without)
    if (!place) return undefined
    const {
      written: { start, weekday, dateStart },
      right,
    } = place
    const words = otherWeekday(right, random)
    return weekday === undefined
      ? { start: dateStart, end: dateStart, words: `${words}, ` }
      : { start, end: start + weekday.length, words }
  }
}

function otherWeekday(right: string, random: Random): string {
  return random.pick(WEEKDAYS.filter((name) => name !== right))!
}

/** The day that is meant, where the year stands there or follows from the story's own date. */
function calendarDay(
  { date }: DraftCopy,
  { day, month, year }: WrittenDay,
  withYear: boolean,
): CalendarDay | undefined {
  if (withYear !== (year !== undefined)) return undefined
  if (year !== undefined) return known({ year, month, day: Number(day) })
  const [storyYear, storyMonth, storyDay] = (date ?? '').split('-').map(Number)
  if (!storyYear || !storyMonth || !storyDay) return undefined
  return [storyYear - 1, storyYear, storyYear + 1]
    .map((each) => known({ year: each, month, day: Number(day) }))
    .find(
      (each) =>
        each && Math.abs(daysBetween({ year: storyYear, month: storyMonth, day: storyDay }, each)) <= DAYS_AROUND,
    )
}

function known(day: CalendarDay): CalendarDay | undefined {
  return isCalendarDay(day) && day.year >= 1900 ? day : undefined
}

/** “April 12” as “April 31”, or as “April 32”. */
function impossibleDay(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const places = daysIn(copy).filter(({ month, day }) => Number(day) >= 1 && Number(day) <= daysInMonth(month))
  const place = random.pick(places)
  if (!place) return undefined
  const length = daysInMonth(place.month, place.year)
  const words = String(
    length < 31 && random.chance(0.8) ? random.pick(length < 30 ? [30, 31] : [31]) : random.pick([32, 33, 35, 39]),
  )
  return { start: place.dayStart, end: place.dayStart + place.day.length, words }
}

const TIME = /(?<![\p{L}\p{N}:.$-])\d{1,2}:(\d\d)(?= ?(?:a\.m\.|p\.m\.|am\b|pm\b|GMT|BST|EST|EDT|ET\b|PT\b|UTC))/gu

/** “10:30 a.m.” as “10:75 a.m.”. */
function impossibleTime(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const match = random.pick(copy.matches(TIME))
  if (!match) return undefined
  const end = match.index + match[0].length
  return { start: end - 2, end, words: String(60 + Math.floor(random.next() * 40)) }
}
