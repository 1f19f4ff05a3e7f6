/** Tests of the calendar. */
import { describe, expect, it, test } from 'vitest'
import {
  daysBetween,
  daysInMonth,
  isCalendarDay,
  isLeapYear,
  latestDay,
  weekdayOf,
  WEEKDAYS,
} from '../../src/copy/calendar.ts'

const weekday = (year: number, month: number, day: number): string => WEEKDAYS[weekdayOf({ year, month, day })]!

describe('the calendar', () => {
  it('has a leap year every fourth year, but of the full centuries only every fourth', () => {
    expect([1896, 1900, 1904, 2000, 2023, 2024, 2100].filter(isLeapYear)).toEqual([1896, 1904, 2000, 2024])
  })

  it('knows how long each month is', () => {
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(index + 1, 2023))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ])
  })

  it('gives February 29 days where the year isn’t known', () => {
    expect([daysInMonth(2), daysInMonth(2, 2024), daysInMonth(2, 2023)]).toEqual([29, 29, 28])
  })

  it('has no days in months that it hasn’t', () => {
    expect([daysInMonth(0), daysInMonth(13)]).toEqual([0, 0])
    expect(isCalendarDay({ month: 13, day: 1 })).toBe(false)
  })

  it('has no day 0 and no day past a month’s end', () => {
    expect(isCalendarDay({ month: 9, day: 0 })).toBe(false)
    expect(isCalendarDay({ month: 9, day: 30 })).toBe(true)
    expect(isCalendarDay({ month: 9, day: 31 })).toBe(false)
    expect(isCalendarDay({ year: 2023, month: 2, day: 29 })).toBe(false)
  })

  it('tells the weekdays of days before, around and after 1970, and in the first century', () => {
    expect(weekday(1970, 1, 1)).toBe('Thursday')
    expect(weekday(1969, 12, 31)).toBe('Wednesday')
    expect(weekday(1752, 9, 14)).toBe('Thursday')
    expect(weekday(2000, 2, 29)).toBe('Tuesday')
    expect(weekday(2020, 7, 17)).toBe('Friday')
    expect(weekday(2100, 3, 1)).toBe('Monday')
    // A year under 100 isn't one of the 1900s: 1950 opened on a Sunday, the year 50 on a Saturday.
    expect(weekday(50, 1, 1)).toBe('Saturday')
    expect(weekday(1950, 1, 1)).toBe('Sunday')
  })

  it('counts the days from one day to another', () => {
    expect(daysBetween({ year: 2020, month: 2, day: 28 }, { year: 2020, month: 3, day: 1 })).toBe(2)
    expect(daysBetween({ year: 2021, month: 1, day: 1 }, { year: 2020, month: 12, day: 31 })).toBe(-1)
  })
})

test('the latest day of some stories is that of the newest; of none that tell, nothing', () => {
  const day = (year: number, month: number, date: number): { date: { year: number; month: number; day: number } } => ({
    date: { year, month, day: date },
  })
  expect(latestDay([day(2019, 12, 31), { date: undefined }, day(2020, 2, 1), day(2020, 1, 31)])).toEqual({
    year: 2020,
    month: 2,
    day: 1,
  })
  expect(latestDay([{ date: undefined }])).toBeUndefined()
  expect(latestDay([])).toBeUndefined()
})
