/**
 * Writes a weekday or a day of the month as the writer does: “Sat” for “Sun”, “FRIDAY” for “SUNDAY”, “3rd” for “4th”.
 */
import { WEEKDAYS } from '#rule'

const LONG_SHORT = ['Sun', 'Mon', 'Tues', 'Wed', 'Thurs', 'Fri', 'Sat']

/**
 * A weekday (0 for Sunday) in the length and the letters of another: full, three letters, or the longer “Tues” and
 * “Thurs”.
 */
export function weekdayInStyle(written: string, weekday: number): string {
  const full = WEEKDAYS[weekday]!
  const name = /day$/i.test(written) ? full : written.length > 3 ? LONG_SHORT[weekday]! : full.slice(0, 3)
  if (written === written.toUpperCase()) return name.toUpperCase()
  return written === written.toLowerCase() ? name.toLowerCase() : name
}

/**
 * A day of the month with an ordinal's ending where another has one (“3rd” for “4th”), in at least so many figures
 * (“03”).
 */
export function dayInStyle(written: string, day: number, figures: number): string {
  if (!/[a-z]$/i.test(written)) return String(day).padStart(written.startsWith('0') ? 2 : figures, '0')
  const ending = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${written === written.toUpperCase() ? ending.toUpperCase() : ending}`
}
