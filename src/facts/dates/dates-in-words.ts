/**
 * Dates written with the month's name: “Saturday, July 17, 2020”, “Friday, the 17th of July”, “July 17-19”, “Sept. 31”.
 */
import { isCalendarDay } from '../../copy/calendar.ts'
import { span, type Span } from '../../text/span.ts'
import type { DayMention, NumberPart } from './date-mention.ts'
import { isCountAfterMonth, isCountBeforeMonth, isCountForYear, isSurelyDay, type NumberByMonth } from './counts.ts'
import { matchAt, stretchBefore } from './matching.ts'
import { findWeekday } from './weekdays.ts'

// In small letters only whole names that are no other word: not “may”, “march”, “august”.
const MONTH_NAMES = [
  'Jan(?:uary|\\.)?',
  'Feb(?:ruary|\\.)?',
  'Mar(?:ch|\\.)?',
  'Apr(?:il|\\.)?',
  'May',
  'Jun(?:e|\\.)?',
  'Jul(?:y|\\.)?',
  'Aug(?:ust|\\.)?',
  'Sep(?:t(?:ember|\\.)?|\\.)?',
  'Oct(?:ober|\\.)?',
  'Nov(?:ember|\\.)?',
  'Dec(?:ember|\\.)?',
]
const MONTH = new RegExp(
  `\\b(?:${[...MONTH_NAMES, ...MONTH_NAMES.map((name) => name.toUpperCase())].join('|')}`
    + '|january|february|april|june|july|september|october|november|december)(?![A-Za-z])',
  'g',
)
const FIRST_THREE = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ORDINAL = '(?:st|nd|rd|th|ST|ND|RD|TH)'

/** Finds the dates in words of a text, in order; one that would share a figure with the one before it gives way. */
export function* findDatesInWords(text: string): Iterable<DayMention> {
  let taken = 0
  for (const match of text.matchAll(MONTH)) {
    const monthEnd = match.index + match[0].length
    const dot = match[0].endsWith('.') ? 1 : 0
    const month = {
      ...span(match.index, monthEnd - dot),
      value: FIRST_THREE.indexOf(match[0].slice(0, 3).toLowerCase()) + 1,
    }
    const date =
      readHyphened(text, month)
      ?? choose(readDayBefore(text, month, monthEnd, taken), readDayAfter(text, month, monthEnd))
    if (!date) continue
    taken = date.end
    yield date
  }
}

/** “On 5 May 10 people died”: of two readings the one that the calendar has; of two that it has the first. */
function choose(before: DayMention | undefined, after: DayMention | undefined): DayMention | undefined {
  if (!before || !after) return before ?? after
  if (isPossible(before) !== isPossible(after)) return isPossible(before) ? before : after
  // “all 19 September 11, 2001, hijackers”.
  return after.year && !before.weekday ? after : before
}

const isPossible = (date: DayMention): boolean => isCalendarDay({ month: date.month.value, day: date.day.value })

// “ 17”, “ 17th”, “ the 17th”; without a space only behind a full stop: “Sept.11”.
const DAY_AFTER = new RegExp(`( {0,2})(the )?(\\d{1,2})(${ORDINAL})?(?![\\dA-Za-z%°])`, 'y')

/** Reads “July 17”, “July 17-19, 2020”, “Sept. 31st” from its month on. */
function readDayAfter(text: string, month: NumberPart, monthEnd: number): DayMention | undefined {
  const match = matchAt(DAY_AFTER, text, monthEnd)
  if (!match) return undefined
  const [whole, spaces = '', the, figures = '', ending = ''] = match
  if ((spaces === '' && text[monthEnd - 1] !== '.') || (the !== undefined && ending === '')) return undefined
  const dayEnd = monthEnd + whole.length
  const day = { ...span(dayEnd - figures.length - ending.length, dayEnd), value: Number(figures) }
  const lastDay = readLastDay(text, month, day)
  if (lastDay === 'no day') return undefined
  const daysEnd = lastDay?.end ?? dayEnd
  const date = finish(text, { month, day, lastDay, start: month.start, end: daysEnd, yearFrom: daysEnd })
  return isCountAfterMonth(text, candidate(date, month.start, daysEnd, ending !== '')) ? undefined : date
}

const RANGE = new RegExp(`[-–/](\\d{1,2})(${ORDINAL})?(?![\\dA-Za-z%]|[.:,/-]\\d)`, 'y')
const LIST = new RegExp(
  `(?:, \\d{1,2}(?:${ORDINAL})?){0,6},? (?:and|or|&|to|through|thru|until) (\\d{1,2})(${ORDINAL})?(?![\\dA-Za-z%°]|[.:,/–-]\\d)`,
  'y',
)
// Behind the last day of a list: “July 17 and 18, 2020”, “July 17 to 30 in Geneva”, but not “July 17 and 18 people”.
const LIST_END =
  /[.,;:)?!"”’]|$|\n| (?:(?:at|in|of|for|with|from|by|when|as|on|after|before|during|because|while)\b|(?:19|20)\d\d(?!\d))/y

/**
 * The last day of a range or a list; or that the figures are cut out of something longer: “May 10:30”, “June 31-14”.
 */
function readLastDay(text: string, month: Span, day: NumberPart): NumberPart | undefined | 'no day' {
  const next = text.slice(day.end, day.end + 2)
  if (/^[-–/]\d/.test(next)) {
    const range = matchAt(RANGE, text, day.end)
    if (!range) return 'no day'
    const last = Number(range[1])
    if (last > day.value) return { ...span(day.end + 1, day.end + range[0].length), value: last }
    return isSurelyDay(text, month.start) ? undefined : 'no day'
  }
  // “April 10,000”, but “April 10,2020”.
  if (/^[.:]\d/.test(next) || (/^,\d/.test(next) && !matchAt(YEAR, text, day.end))) return 'no day'
  // “the May 17-year-old”, but “July 30-Aug. 2”.
  if (/^-[A-Za-z]/.test(next)) return startsMonth(text, day.end + 1) ? undefined : 'no day'
  const list = matchAt(LIST, text, day.end)
  if (!list || Number(list[1]) <= day.value || Number(list[1]) > 31) return undefined
  const end = day.end + list[0].length
  if (!matchAt(LIST_END, text, end)) return undefined
  return { ...span(end - list[1]!.length - (list[2]?.length ?? 0), end), value: Number(list[1]) }
}

// “17 ”, “17th of ”, “9-15 ”, “22nd and 24th of ”; no figure of an amount or of something longer: “$17 ”, “COVID-19 ”.
const DAY_BEFORE = new RegExp(
  `(?<![\\w.,:;/$£€¥#%+=@&’'–-])(?:(\\d{1,2})(${ORDINAL})?(?:[-–/]| [-–] | (?:and|or|to|&|through) ))?(\\d{1,2})(${ORDINAL})?( of)? $`,
)

/** Reads “17 July 2020”, “the 17th of July”, “9-15 January” back from its month. */
function readDayBefore(text: string, month: NumberPart, monthEnd: number, taken: number): DayMention | undefined {
  if (text[month.start - 1] !== ' ') return undefined
  const stretch = stretchBefore(text, month.start, 28)
  const match = DAY_BEFORE.exec(stretch)
  if (!match) return undefined
  const [, firstFigures, firstEnding = '', figures = '', ending = '', of = ''] = match
  if (of !== '' && ending === '') return undefined
  const offset = month.start - stretch.length
  const lastEnd = month.start - of.length - 1
  const last = { ...span(lastEnd - figures.length - ending.length, lastEnd), value: Number(figures) }
  // “won 5-4 December 3” is a score; “between 28 and 3 January” is no range within a month.
  const isRange = firstFigures !== undefined && Number(firstFigures) < last.value
  if (firstFigures !== undefined && !isRange && /[-–/]/.test(text[last.start - 1]!)) return undefined
  const firstStart = offset + match.index
  const day = isRange
    ? { ...span(firstStart, firstStart + firstFigures.length + firstEnding.length), value: Number(firstFigures) }
    : last
  if (day.start < taken) return undefined
  const lastDay = isRange ? last : undefined
  const date = finish(text, { month, day, lastDay, start: day.start, end: month.end, yearFrom: monthEnd })
  return isCountBeforeMonth(text, candidate(date, day.start, monthEnd, ending !== '')) ? undefined : date
}

const HYPHENED_DAY = /(?<![\w.,:;/$£€¥#%+=@&’'–-])(\d{1,2})([-/])$/
const HYPHENED_YEAR = /([-/])((?:19|20)\d\d)(?![\w/]|-\w)/y

/** Reads “21-Apr-2022”, “21/Apr/2022”. */
function readHyphened(text: string, month: NumberPart): DayMention | undefined {
  if (!/[-/]/.test(text[month.start - 1] ?? '')) return undefined
  const before = HYPHENED_DAY.exec(stretchBefore(text, month.start, 4))
  const behind = matchAt(HYPHENED_YEAR, text, month.end)
  if (!before || !behind || before[2] !== behind[1]) return undefined
  const start = month.start - before[0].length
  const end = month.end + behind[0].length
  const day = { ...span(start, start + before[1]!.length), value: Number(before[1]) }
  const year = { ...span(end - behind[2]!.length, end), value: Number(behind[2]) }
  const { weekday, whole } = findWeekday(text, start, end, true)
  const readings = [{ month: month.value, day: day.value }]
  return { ...whole, kind: 'day', written: 'words', weekday, month, day, lastDay: undefined, year, readings }
}

// “, 2020”, “ 2020”, “,2020”, “, of 2020”.
const YEAR = /(?:,? (?:of |in )?|,)((?:1[5-9]|20|21)\d\d)(?![\dA-Za-z%]|[.,:/]\d|[-–]\d)/y
// “ ’22”, where a quotation doesn't open: “on July 21 '22 Days' was shown”.
// “ ’49” is 2049, “ ’50” is 1950.
const FIRST_OF_LAST_CENTURY = 50
const SHORT_YEAR = /,? [’'‘](\d\d)(?=$|\n|[.,;:)!?—–]| [\p{Ll}(—–-])/uy

interface WordedDateParts {
  readonly month: NumberPart
  readonly day: NumberPart
  readonly lastDay: NumberPart | undefined
  readonly start: number
  readonly end: number
  readonly yearFrom: number
}

/** Puts a date together, with the year behind it and the weekday before or behind it. */
function finish(text: string, { month, day, lastDay, start, end, yearFrom }: WordedDateParts): DayMention {
  const year = readYear(text, yearFrom)
  const { weekday, whole } = findWeekday(text, start, year?.end ?? end, year !== undefined)
  return {
    ...whole,
    kind: 'day',
    written: 'words',
    weekday,
    month,
    day,
    lastDay,
    year,
    readings: [{ month: month.value, day: day.value }],
  }
}

/** The year behind a day; two figures mean a year between 1950 and 2049. */
function readYear(text: string, from: number): NumberPart | undefined {
  const match = matchAt(YEAR, text, from) ?? matchAt(SHORT_YEAR, text, from)
  if (!match) return undefined
  const end = from + match[0].length
  const figures = match[1]!
  if (isCountForYear(text, end)) return undefined
  const value =
    figures.length > 2 ? Number(figures) : Number(figures) + (Number(figures) < FIRST_OF_LAST_CENTURY ? 2000 : 1900)
  return { ...span(end - figures.length, end), value }
}

function candidate(date: DayMention, start: number, end: number, ordinal: boolean): NumberByMonth {
  const { month, day, lastDay, year, weekday } = date
  const worst = Math.max(day.value, lastDay?.value ?? 0)
  const possible = day.value > 0 && isCalendarDay({ month: month.value, day: worst })
  return { start, end, day: worst, ordinal, possible, hasYear: year !== undefined, hasWeekday: weekday !== undefined }
}

function startsMonth(text: string, at: number): boolean {
  return FIRST_THREE.includes(text.slice(at, at + 3).toLowerCase())
}
