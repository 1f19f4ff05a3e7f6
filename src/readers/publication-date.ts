/** Finds the day of publication among the fields of a front matter. */
import type { CalendarDay } from '#copy'
import { isCalendarDay, MONTHS } from '../copy/calendar.ts'

// What site generators and publishing systems call it, written small and without “_” and “-”; the plainest word for it
// goes first.
const KEYS = [
  'publishedat',
  'publishedon',
  'publisheddate',
  'datepublished',
  'pubdate',
  'publishdate',
  'publicationdate',
  'published',
  'date',
]

/** The first of the fields named for it that holds a date. */
export function findPublicationDate(values: ReadonlyMap<string, string>): CalendarDay | undefined {
  const byKey = new Map<string, string>()
  for (const [key, value] of values) byKey.set(key.toLowerCase().replace(/[-_]/g, ''), value)
  for (const key of KEYS) {
    const value = byKey.get(key)
    const day = value === undefined ? undefined : parseDay(value)
    if (day) return day
  }
  return undefined
}

const ISO = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?=$|[Tt ])/
const MONTH_FIRST = /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?=$|[T ,])/
const DAY_FIRST = /^(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})(?=$|[T ,])/

/**
 * The day that a field holds, as it is written there: `2024-05-01`, `2024-05-01T09:30:00Z`, “Jul 08 2022”, “8 July
 * 2022”. Dates that are all figures with the year last (`05/06/2024`) are read differently in Boston and in London, so
 * not at all.
 */
export function parseDay(value: string): CalendarDay | undefined {
  const text = value.trim()
  const iso = ISO.exec(text)
  if (iso) return toDay(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return toDay(Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2]))
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst ? toDay(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1])) : undefined
}

function toDay(year: number, month: number, day: number): CalendarDay | undefined {
  return isCalendarDay({ year, month, day }) ? { year, month, day } : undefined
}

/** From 1; 0 for a word that is no month's name or the beginning of one. */
function monthNumber(name: string): number {
  const lower = name.toLowerCase()
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(lower === 'sept' ? 'sep' : lower)) + 1
}
