/**
 * Times of day: “13:45”, “7.30 p.m.”, “at 9:05”, “0830 GMT”; bare hours where their half of the day is told: “7 p.m.”.
 */
import { MONTHS } from '../../copy/calendar.ts'
import { span } from '../../text/span.ts'
import type { TimeMention } from './date-mention.ts'
import { stretchBefore } from './matching.ts'

const HALF = '[ap]\\.m\\.?|[ap]m\\b|[AP]\\.M\\.?|[AP]M\\b'
const ZONE = "(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|IST|JST|AE[SD]T)\\b|local time\\b|o[’']clock\\b"
// “13:45”, “13:45:10”, “7.30”; “0830” before a zone alone.
const FIGURES = '(\\d{1,2})([:.])(\\d\\d)(?::(\\d\\d))?|(\\d\\d)(\\d\\d)(?= (?:GMT|UTC|BST))'
// Nothing around that the figures could be cut out of: a score, a verse, a rate, an amount, an address.
const TIME = new RegExp(`(?<![\\w.,:/#$£€¥+=@–-])(?:${FIGURES})(?![\\d%]|[:.,/]\\d)(?: ?(?:(${HALF})|(${ZONE})))?`, 'g')
const AT = /(?:^|[\s(“"])at(?: (?:about|around|exactly|precisely|roughly|approximately|nearly))? $/i
// Before “1830 GMT”; “the 1987 GMT study” isn't told by a clock.
const CLOCK_WORD = /(?:^|[\s(“"])(?:at|by|until|till|from|around|about|after|before|between|and|to|since) $/i

/** Finds the times of a text; of bare figures only those behind an “at”, since scores and ratios look the same. */
export function* findClockTimes(text: string): Iterable<TimeMention> {
  yield* findTimesWithMinutes(text)
  yield* findBareHours(text)
}

function* findTimesWithMinutes(text: string): Iterable<TimeMention> {
  for (const match of text.matchAll(TIME)) {
    const [whole, hour, mark, minute, second, hourOfFour, minuteOfFour, half, zone] = match
    const before = stretchBefore(text, match.index, 20)
    const hasEnding = half !== undefined || zone !== undefined || hourOfFour !== undefined
    if (hourOfFour !== undefined ? !CLOCK_WORD.test(before) : !hasEnding && (mark === '.' || !AT.test(before))) continue
    yield {
      ...span(match.index, match.index + whole.length),
      kind: 'time',
      hour: Number(hour ?? hourOfFour),
      minute: Number(minute ?? minuteOfFour),
      second: second === undefined ? undefined : Number(second),
      half: half === undefined ? undefined : halfOf(half),
      known: hasEnding ? 'by its ending' : 'by a preposition',
    }
  }
}

const halfOf = (ending: string): 'a.m.' | 'p.m.' => (/^a/i.test(ending) ? 'a.m.' : 'p.m.')

const BARE_HOUR = new RegExp(`(?<![\\w.,:/#$£€¥+=@–-]|\\d )(\\d{1,2}) ?(${HALF}|o[’']clock\\b)`, 'g')
const WITH_STOPS = /\.|o/i
// “At 14 am I too young?”
const QUESTION = /^ I\b/
// “March 13 a.m.”: the morning of a day, as the wire used to write it.
const MONTH_BEFORE = new RegExp(`\\b(?:${MONTHS.map((name) => name.slice(0, 3)).join('|')})[a-z]{0,6}\\.? $`)

/** Finds hours without minutes: “14 a.m.”, “at 25 PM”. “The 56 AM stations” and “27 PMs” are no hours. */
function* findBareHours(text: string): Iterable<TimeMention> {
  for (const { 0: whole, 1: hour, 2: ending, index } of text.matchAll(BARE_HOUR)) {
    const before = stretchBefore(text, index, 20)
    const end = index + whole.length
    if (MONTH_BEFORE.test(before)) continue
    const isOneWord = !whole.includes(' ') && ending === ending!.toLowerCase()
    const isSure = isOneWord || WITH_STOPS.test(ending!) || CLOCK_WORD.test(before) || AT.test(before)
    if (!isSure || QUESTION.test(text.slice(end, end + 3))) continue
    yield {
      ...span(index, end),
      kind: 'time',
      hour: Number(hour),
      minute: 0,
      second: undefined,
      half: ending!.startsWith('o') ? undefined : halfOf(ending!),
      known: 'by its ending',
    }
  }
}
