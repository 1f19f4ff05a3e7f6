/** The Gregorian calendar: how long months are, on which weekday a day falls, how far two days lie apart. */

/** A day of the calendar; `month` counts from 1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The months by name, January first: `MONTHS[month - 1]`. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The days of the week by name, Sunday first, as `weekdayOf` counts them. */
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const MS_PER_DAY = 86_400_000

/** Whether February has 29 days: every fourth year, but of the full centuries only every fourth (1900 no, 2000 yes). */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/**
 * How many days a month has; `month` counts from 1. Without a year February has 29, the most it can have.
 * @returns 0 for a month that isn't in the calendar.
 */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && (year === undefined || isLeapYear(year))) return 29
  return LENGTHS[month - 1] ?? 0
}

/** A day that the calendar may have or not; the year may be unknown. */
export interface DayOfYear {
  readonly year?: number | undefined
  /** From 1. */
  readonly month: number
  readonly day: number
}

/** Whether a day is in the calendar; without a year, in any. */
export function isCalendarDay({ year, month, day }: DayOfYear): boolean {
  return day >= 1 && day <= daysInMonth(month, year)
}

/** The weekday of a day, from 0 for Sunday to 6 for Saturday; the day must be in the calendar. */
export function weekdayOf(day: CalendarDay): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

/** How many days `later` lies after `earlier`; negative where it lies before. */
export function daysBetween(earlier: CalendarDay, later: CalendarDay): number {
  return dayNumber(later) - dayNumber(earlier)
}

/** The latest of the days on which some stories were published, or nothing where none tells. */
export function latestDay(copies: readonly { readonly date: CalendarDay | undefined }[]): CalendarDay | undefined {
  let latest: CalendarDay | undefined
  for (const { date } of copies) if (date && (!latest || daysBetween(latest, date) > 0)) latest = date
  return latest
}

/** Days since January 1, 1970, which was a Thursday. */
function dayNumber({ year, month, day }: CalendarDay): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY
}
