/** The weekday that belongs to a date: “Saturday, July 17”, “Sat., Jul. 17”, “July 17, a Saturday”. */
import { span, type Span } from '../../text/span.ts'
import type { NumberPart } from './date-mention.ts'
import { wordSet } from '../../english/words/word-set.ts'
import { matchAt, stretchBefore } from './matching.ts'
import data from './date-words.generated.ts'

const NAME = '(?:sun|mon|tues?|wed(?:s|nes)?|thu(?:r|rs)?|fri|sat(?:ur)?)'
const FULL = '(?:sun|mon|tues|wednes|thurs|fri|satur)day'

// “Saturday, ”, “Sat., ”, “Saturday evening, ”, “Friday (”, “Friday, the ”, “Friday – ”.
const TIME_OF_DAY = ' (?:early |late )?(?:morning|afternoon|evening|night|noon)\\b,?'
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}’'/–-])(${FULL}|${NAME})\\.?,?(?:${TIME_OF_DAY})?(?:(?<=,) on| [–—|-])? \\(?(?:the )?$`,
  'iu',
)
// “Friday and Saturday, July 17 and 18”: which weekday goes with which day is more than can be told.
const OTHER_WEEKDAY = new RegExp(`${NAME}(?:day)?s?\\.?,?(?: (?:and|or|to|through|thru|until|till|&|–|—|-))? $`, 'i')
const WORD_BEFORE = /([\p{L}\p{N}’'.]+) $/u
const CAPITAL = /^\p{Lu}/u

// Names that end in a weekday: the football club, the film, the song, the detective.
const NAMES_IN_WEEKDAY = wordSet(data.namesInWeekday)
// What may stand with a capital before an abbreviated weekday; any other word makes it a name: “Edmonton Sun, Aug. 16”.
const OPENERS = wordSet(data.openers)

/** The weekday right before a date that starts at `start`. */
function findWeekdayBefore(text: string, start: number): NumberPart | undefined {
  const code = text.charCodeAt(start - 1)
  // A space, or the bracket of “Friday (July 17)”; nothing else can join them.
  if (code !== 32 && code !== 40) return undefined
  const stretch = stretchBefore(text, start, 44)
  const match = BEFORE.exec(stretch)
  if (!match) return undefined
  const written = match[1]!
  const at = start - stretch.length + match.index
  if (!isWeekday(written) || OTHER_WEEKDAY.test(stretchBefore(text, at, 24))) return undefined
  if (isPartOfName(written, WORD_BEFORE.exec(stretchBefore(text, at, 24))?.[1])) return undefined
  return weekdayPart(written, at)
}

/**
 * The weekday beside a date that runs from `start` to `end`, before it or behind it, and the span of the two together.
 */
export function findWeekday(text: string, start: number, end: number, hasYear: boolean): Dated {
  const before = findWeekdayBefore(text, start)
  if (before) {
    const closesBracket = text[end] === ')' && text.slice(before.end, start).includes('(')
    return { weekday: before, whole: span(before.start, closesBracket ? end + 1 : end) }
  }
  const after = findWeekdayAfter(text, end, hasYear)
  return { weekday: after?.weekday, whole: span(start, after?.closes ?? end) }
}

interface Dated {
  readonly weekday: NumberPart | undefined
  readonly whole: Span
}

// “July 17 (Saturday)” · “July 17, a Saturday”, “July 17, 2020, was a Saturday”, “July 17, 2020 — a Saturday”.
const IN_BRACKETS = new RegExp(` \\((?:a )?(${FULL}|${NAME})\\.?\\)`, 'iy')
const IN_CLAUSE = new RegExp(
  `(?:,? | ?(?:[—–]|--) ?| - )(?:which )?(?:(?:was|is|will be|would be|fell|falls) (?:on )?)?a (${FULL})\\b`,
  'iy',
)
// Behind “a Saturday” the copy goes on; what the weekday tells of is something else: “July 17, a Sunday newspaper”.
const GOES_ON = wordSet(data.goesOn)
// “July 17, 2020, Saturday.”: with a year, and nothing behind it that the weekday could belong to.
const APART = new RegExp(`, (${FULL})(?=[.;)]|\\n|$)`, 'iy')

/** The weekday right behind a date that ends at `end`. */
function findWeekdayAfter(
  text: string,
  end: number,
  hasYear: boolean,
): { weekday: NumberPart; closes: number } | undefined {
  if (!/^[ ,—–-]/.test(text.slice(end, end + 1))) return undefined
  const match =
    matchAt(IN_BRACKETS, text, end) ?? matchAt(IN_CLAUSE, text, end) ?? (hasYear ? matchAt(APART, text, end) : null)
  if (!match) return undefined
  const written = match[1]!
  const closes = end + match[0].length
  // “July 17, a Saturday Night Live rerun”.
  if (!isWeekday(written) || /^(?:[-–]\p{L}| \p{Lu})/u.test(text.slice(closes, closes + 2))) return undefined
  const next = /^ (\p{Ll}+)/u.exec(text.slice(closes, closes + 24))?.[1]
  if (next !== undefined && !GOES_ON.has(next)) return undefined
  return { weekday: weekdayPart(written, text.lastIndexOf(written, closes)), closes }
}

/** Whether letters are written as a weekday is: in small letters only in full, since “sun” and “wed” are words. */
function isWeekday(written: string): boolean {
  return CAPITAL.test(written) || /day$/.test(written)
}

function isPartOfName(written: string, before: string | undefined): boolean {
  if (before === undefined) return false
  if (/day$/i.test(written)) return NAMES_IN_WEEKDAY.has(before)
  return /^the$/i.test(before) || (CAPITAL.test(before) && !OPENERS.has(before.toLowerCase()))
}

const FIRST_THREE = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function weekdayPart(written: string, at: number): NumberPart {
  return { ...span(at, at + written.length), value: FIRST_THREE.indexOf(written.slice(0, 3).toLowerCase()) }
}
