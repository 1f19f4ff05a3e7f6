/** What is wrong with a day or a time of day that a story names. */
import {
  daysBetween,
  isCalendarDay,
  isLeapYear,
  sentencesAround,
  span,
  type DayMention,
  type Severity,
  type Span,
  type Story,
  type TimeMention,
} from '#rule'

/** What is wrong with a date or a time, and where. */
export type Fault = {
  readonly at: Span
  /** The same for one date written twice, as “Sept. 31” and “September 31”. */
  readonly key: string
  readonly severity: Severity
} & (
  | { readonly what: 'day'; readonly month: number }
  | { readonly what: 'leap day'; readonly year: number }
  | { readonly what: 'month'; readonly figures: string }
  | { readonly what: 'time'; readonly end: string }
  | { readonly what: 'morning'; readonly hour: number }
)

/** What keeps a day out of the calendar. */
export function faultOfDay(story: Story, date: DayMention): Fault | undefined {
  const { month, day, lastDay, year } = date
  const last = (lastDay ?? day).value
  if (
    date.readings.some((reading) => isCalendarDay(reading) && (!lastDay || isCalendarDay({ ...reading, day: last })))
  ) {
    return faultOfLeapDay(story, date)
  }
  if (date.written === 'words' && isStoried(story, date, last)) return undefined
  // “31-Sep-2021” is one word.
  const isOneWord = year && (date.written === 'figures' || /^[-/]$/.test(story.text.slice(month.end, year.start)))
  const parts = isOneWord ? [month, day, year] : [month, day, ...(lastDay ? [lastDay] : [])]
  const at = around(parts)
  const place = { at, severity: 'error' as const, key: `day ${month.value} ${day.value} ${last}` }
  if (month.value >= 1 && month.value <= 12) return { ...place, what: 'day', month: month.value }
  // “31/13/2020”: either figure might be the month.
  const yearFirst = year !== undefined && year.start < month.start
  return {
    ...place,
    what: 'month',
    figures: yearFirst ? story.slice(month) : `${story.slice(month)} or ${story.slice(day)}`,
  }
}

// How far from the story's own day a “Feb. 29” without a year is taken to be of the story's year.
const NEAR = 21
// February 29 named as a day of any year.
const EVERY_YEAR =
  /\b(?:leap|born|birthdays?|every|each|anniversar\w+|(?:1[5-9]|20)\d\d|(?:last|next|previous|following|coming) (?:year|february))\b/i

/** February 29 in a year that has none; without a year only where the story's own date tells which is meant. */
function faultOfLeapDay(story: Story, date: DayMention): Fault | undefined {
  const { month, day, lastDay, year } = date
  if (!date.readings.every((reading) => reading.month === 2 && (lastDay?.value ?? reading.day) === 29)) return undefined
  const parts = [month, day, ...(lastDay ? [lastDay] : [])]
  if (year) {
    // 1900 was a leap year in the Julian calendar, which Russia and Greece still kept.
    if (isLeapYear(year.value) || (year.value < 1923 && year.value % 100 === 0)) return undefined
    const at = around([...parts, year])
    return { at, key: `leap day ${year.value}`, severity: 'error', what: 'leap day', year: year.value }
  }
  const own = story.date
  if (!own || isLeapYear(own.year)) return undefined
  if (Math.abs(daysBetween(own, { year: own.year, month: 3, day: 1 })) > NEAR) return undefined
  const at = around(parts)
  if (EVERY_YEAR.test(sentencesAround(story, at))) return undefined
  return { at, key: 'leap day', severity: 'warning', what: 'leap day', year: own.year }
}

/**
 * Days that aren't in the calendar and yet have a story: Sweden's February 30 of 1712, and “May 35” for June 4, 1989.
 */
function isStoried(story: Story, { month, year, start, end }: DayMention, day: number): boolean {
  if (month.value === 2 && day === 30) return year?.value === 1712
  return (
    month.value === 5
    && day === 35
    && /Tiananmen|June 4|4 June|June Fourth|Beijing/.test(sentencesAround(story, span(start, end), 1))
  )
}

/** What keeps a time off the clock. */
export function faultOfTime(story: Story, time: TimeMention): Fault | undefined {
  const { hour, minute, second = 0, half } = time
  const at = span(time.start, time.end)
  const place = { at, key: `time ${hour} ${minute} ${second}`, severity: 'error' as const }
  const overlong = minute > 59 || second > 59
  const end = hour > 24 ? 'a day has 24 hours' : `${minute > 59 ? 'minutes' : 'seconds'} end at 59`
  if (time.known === 'by its ending') {
    if (overlong || hour > 24) return { ...place, what: 'time', end }
    return half === 'a.m.' && hour > 12 ? { ...place, what: 'morning', hour } : undefined
  }
  if (overlong) return isRatio(story, time) ? undefined : { ...place, what: 'time', end }
  if (hour <= 24 || isRatio(story, time) || OF_A_MATCH.test(sentencesAround(story, at))) return undefined
  return { ...place, severity: 'warning', what: 'time', end }
}

// “The goal came at 26:15”: the minute of a match, a race or a recording.
const OF_A_MATCH = new RegExp(
  '\\b(?:goals?|half|quarter|period|overtime|mark|minutes?|race[ds]?|laps?|finish\\w*|win(?:s|ning|ner)?|clocked|record\\w*|film|song|track|'
    + 'episode|clip|scenes?|kick\\w*|try|tries)\\b',
  'i',
)

// A share of a hundred (“at 30:70”), a rate, a score, the seconds of a recording.
const RATIO =
  /\b(?:ratio|rates?|odds|split|score[ds]?|won|lost|lead|led|leading|shares?|mix|stake|verses?|psalms?|chapter|video|timestamp|exchange)\b/i

function isRatio(story: Story, { hour, minute, start, end }: TimeMention): boolean {
  return hour > 29 || hour + minute === 100 || RATIO.test(sentencesAround(story, span(start, end)))
}

/** The span from the first to the last of some parts of a date. */
function around(parts: readonly Span[]): Span {
  return span(Math.min(...parts.map(({ start }) => start)), Math.max(...parts.map(({ end }) => end)))
}
