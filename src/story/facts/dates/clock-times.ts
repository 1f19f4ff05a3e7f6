/** Times of day with minutes: “13:45”, “7.30 p.m.”, “at 9:05”, “0830 GMT”. */
import { span } from '../../span.ts'
import type { TimeMention } from '../dates.ts'
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

/** Finds the times of a text, in order; of bare figures only those behind an “at”, since scores and ratios look the same. */
export function* findClockTimes(text: string): Iterable<TimeMention> {
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
      half: half === undefined ? undefined : /^a/i.test(half) ? 'a.m.' : 'p.m.',
      known: hasEnding ? 'by its ending' : 'by a preposition',
    }
  }
}
