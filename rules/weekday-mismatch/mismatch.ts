/** Where a weekday and its date disagree, and whether the copy has a reason for it. */
import {
  around,
  daysBetween,
  isCalendarDay,
  MONTHS,
  sentencesAround,
  weekdayOf,
  type CalendarDay,
  type DayMention,
  type NumberPart,
  type Severity,
  type Story,
} from '#rule'

/** A weekday that its date doesn't have. */
export interface Mismatch {
  readonly date: DayMention
  readonly weekday: NumberPart
  /** The day that the date names, or its first reading. */
  readonly actual: CalendarDay
  readonly severity: Severity
}

// Before 1752 English copy reckons by the Julian calendar, and until 1923 some countries did.
const GREGORIAN_IN_BRITAIN = 1752
const GREGORIAN_EVERYWHERE = 1923
const OTHER_CALENDAR = /\b(?:julian|old style|o\.s\.|orthodox calendar)(?!\w)/i
const CORRECTED =
  /\b(?:misstat\w+|misdated|(?:incorrect|erroneous|mistaken)ly (?:said|stated|gave|put)|earlier version|corrected|correction:)(?!\w)/i
const SOME_YEAR = /\b(?:previous|following) year\b|\byears? (?:ago|earlier|later|before)\b/i
const NEXT_TO_THIS = /\b(last|next) year\b/gi
const LISTED = / (?:and|&) $/

/** What is wrong with a weekday and its date; nothing where they go together or where the year isn't known. */
export function compare(story: Story, date: DayMention, weekday: NumberPart): Mismatch | undefined {
  const year = date.year?.value ?? yearNearStory(story, date)
  if (year === undefined || year < GREGORIAN_IN_BRITAIN) return undefined
  const isOfFirst = isOfFirstDay(story, date, weekday)
  const days = yearsMeant(date, year).flatMap((each) =>
    isOfFirst ? daysNamed(date, each).slice(0, 1) : daysNamed(date, each),
  )
  // A day that isn't in the calendar has no weekday; `impossible-date` speaks of it.
  if (days.length === 0 || days.some((day) => weekdayOf(day) === weekday.value)) return undefined
  const severity = date.year && year >= GREGORIAN_EVERYWHERE ? 'error' : 'warning'
  return { date, weekday, actual: days[0]!, severity }
}

/** The year, and where it is told by two figures (“’22”) the one of a hundred years before, too. */
function yearsMeant({ year: written }: DayMention, year: number): readonly number[] {
  return written && written.end - written.start < 4 ? [year, year - 100] : [year]
}

/**
 * “Thursday, July 1 and 2”: the weekday before a list of days is the first one’s; that of a range may be any day’s,
 * “from Sunday, July 17-19”.
 */
function isOfFirstDay(story: Story, { day, lastDay }: DayMention, weekday: NumberPart): boolean {
  return lastDay !== undefined && weekday.start < day.start && LISTED.test(story.text.slice(day.end, lastDay.start))
}

/** Every day that a date may mean: both readings of “03/04/2020”, all of “July 17-19”. */
function daysNamed(date: DayMention, year: number): readonly CalendarDay[] {
  return date.readings.flatMap(({ month, day }) => {
    const last = date.lastDay?.value ?? day
    return Array.from({ length: last - day + 1 }, (_, index) => ({ year, month, day: day + index })).filter(
      isCalendarDay,
    )
  })
}

// Copy gives a day without its year where the reader can't take it for another year's.
const NEAR = 21

/** The year of a day without one, where that day lies near the story's own. */
function yearNearStory(story: Story, { month, day }: DayMention): number | undefined {
  const own = story.date
  if (!own) return undefined
  return [own.year, own.year - 1, own.year + 1].find((year) => {
    const meant = { year, month: month.value, day: day.value }
    return isCalendarDay(meant) && Math.abs(daysBetween(own, meant)) <= NEAR
  })
}

/** Whether the copy knows of the mismatch, reckons by another calendar, or speaks of another year than the story's. */
export function isExcused(story: Story, mismatch: Mismatch): boolean {
  const { date } = mismatch
  const sentence = sentencesAround(story, date)
  if (OTHER_CALENDAR.test(sentence) || CORRECTED.test(sentence) || around(story, date).isRejected) return true
  return !date.year && (SOME_YEAR.test(sentence) || isOfYearNamed(story, sentence, mismatch))
}

// In characters: longer than this, a page may have been added to for years (a list of job cuts, of lawsuits).
const LONG_PAGE = 20_000
// How far back the paragraph of a shorter story may have named the year that it speaks of.
const REACH = 600

/**
 * Whether a day without a year is of a year that is named in its sentence or before it: one that its weekday fits. A
 * weekday that fits no year in sight is wrong in all of them.
 */
function isOfYearNamed(story: Story, sentence: string, { date, weekday, actual }: Mismatch): boolean {
  const near =
    story.text.length > LONG_PAGE ? yearsIn(story.text) : yearsIn(around(story, date).before(REACH)).slice(-1)
  const told = [...sentence.matchAll(NEXT_TO_THIS)].map(
    ([, which]) => actual.year + (which!.toLowerCase() === 'last' ? -1 : 1),
  )
  const named = new Set([...near, ...yearsIn(sentence), ...told])
  return [...named].some((year) => daysNamed(date, year).some((day) => weekdayOf(day) === weekday.value))
}

// “since at least November 2025” tells that month's year alone, and “CVE-2026-4” none.
const YEAR = new RegExp(`(?<!\\b(?:${MONTHS.join('|')}) )(?<![-\\w])(?:1[5-9]|20)\\d\\d(?!\\w)`, 'g')

function yearsIn(text: string): readonly number[] {
  return (text.match(YEAR) ?? []).map(Number)
}
