/**
 * Tells a day of the month from a number that counts something: “on June 30” from “in June 30 people”, “page 31, June”.
 */
import { stretchBefore } from './matching.ts'
import { wordSet } from '../../english/words/word-set.ts'
import data from './date-words.generated.ts'

// In these lists “_” stands for a space.
const oneOf = (list: string): string => list.trim().split(/\s+/).join('|').replaceAll('_', ' ')

// Behind a number these make an amount or a time of it: “May 40 percent”, “March 10 a.m.”, “June 31 per cent”.
const UNITS = oneOf(`
  % ° per_?cent pct\\b percentage points?\\b basis bps?\\b thousand [mb]illion trillion [mb]ln\\b bn\\b tn\\b dozen hundred dollars? dlrs?
  cents?\\b cts\\b pence pounds?\\b euros? yen\\b [ap]\\.?m\\b degrees years?[_-]old kg\\b km\\b mph\\b tonnes?\\b tons?\\b unch\\b \\d+/\\d`)
const UNIT = new RegExp(`^[ -]?(?:${UNITS})`, 'i')
// “31 September Street”, “September 31 Avenue”.
const STREET =
  /^ (?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive|Boulevard|Blvd|Way\b|Place|Square|Court|Terrace|Crescent)/
const PEOPLE = wordSet(data.people)
// What follows a date in -s and is no plural: small words, and what a date does (“Sept. 31 marks the deadline”).
const NO_PLURALS = wordSet(data.noPlurals)
// “June 31-14”, “June 31 45 12”: scores and tables.
const NUMBER = /^ [+$£€-]?\d/
// “the Nov. 31 $10,000 withdrawal”, “the June 31 10-mile race”: a number that the first can't count.
const AMOUNT = /^ (?:[$£€]\d|\d[\d,.]{0,12}(?:-\p{L}|st|nd|rd|th))/u
const CLOCK_OR_YEAR = /^ (?:\d{1,2}[:.]\d\d|(?:1[5-9]|20|21)\d\d(?!\d))/

/** What is known of a number beside a month's name. */
export interface NumberByMonth {
  /** Where the number and the month start, and where they end. */
  readonly start: number
  readonly end: number
  readonly day: number
  readonly ordinal: boolean
  /** Whether the calendar has the day, in some year. */
  readonly possible: boolean
  readonly hasYear: boolean
  readonly hasWeekday: boolean
}

const WORD_BEFORE = /(?:^|[\s(“"‘—–-])([\p{L}\p{N}’'.]+) $/u

// Before a month's name these make the number a day: nobody is killed “on June”, no poll is “the June”.
const SURE = wordSet(data.sure)

/** Whether a word before a month's name makes the number behind it a day; “the state’s Feb. 30 caucuses” too. */
const makesDay = (before: string): boolean => SURE.has(before) || /[’'](?:s|$)/.test(before)

// These stand before numbers as well: “by 31 June”, “by 31 soldiers”.
const DATING = wordSet(data.dating)
// A word that could be what a number counts: no small word such as “at”, no stop, no end.
const SMALL_WORDS = oneOf(`
  at in for to with from and or but when as by after before if that which who while where because than the a an his her its their is was
  will would has had`)
const COUNTABLE = new RegExp(`^ (?!(?:${SMALL_WORDS})\\b)\\p{L}`, 'u')

/**
 * Whether the number behind a month (“June 31”) counts something else. A number that can't be a day of the month must
 * show by its neighbours that it is meant for one.
 */
export function isCountAfterMonth(text: string, candidate: NumberByMonth): boolean {
  const { start, end, day, ordinal, possible, hasYear, hasWeekday } = candidate
  const after = text.slice(end, end + 24)
  if (UNIT.test(after) || STREET.test(after)) return true
  if (possible || hasYear || hasWeekday) return false
  const before = wordBefore(text, start)
  // “from Oct 95”: a year.
  if (day === 0 || (day > 39 && !(before === 'on' && !COUNTABLE.test(after)))) return true
  if (
    before === 'in'
    || (NUMBER.test(after) && !CLOCK_OR_YEAR.test(after) && !(makesDay(before) && AMOUNT.test(after)))
  )
    return true
  if (ordinal) return false
  if (!makesDay(before) && !DATING.has(before) && isListOfCounts(text, start, after)) return true
  // “the Jan. 39 rioters”: a month is cut short before its days alone.
  if (text.slice(start, end).includes('.')) return false
  if (day > 31 && !makesDay(before))
    return SEVERAL_DID.test(after) || (COUNTABLE.test(after) && countsSeveral(text, end))
  const next = /^ (\p{Ll}+)(?![\p{L}’'])/u.exec(after)?.[1]
  if (next === undefined) return COUNTED_TOGETHER.test(text.slice(end, end + 40)) && !makesDay(before)
  if (PEOPLE.has(next)) return before !== 'on'
  return isPlural(next) && !makesDay(before)
}

// “Since September 35 have left.”
const SEVERAL_DID = /^ (?:have|are|were|do)\b/
const NEXT_WORDS = new RegExp(`^((?: (?!(?:${SMALL_WORDS}|on|of|last|next|this|following)\\b)[\\p{L}’'-]+){1,4})`, 'u')

/** “June 33 new cases”, but “the June 33 interest payment”: what is counted is several. */
function countsSeveral(text: string, end: number): boolean {
  const next = NEXT_WORDS.exec(text.slice(end, end + 60))?.[1] ?? ''
  return next.split(' ').some((word) => PEOPLE.has(word) || isPlural(word) || /^\p{Lu}/u.test(word))
}

// “In March 31 Norvik workers”.
const COUNTED_TOGETHER = /^ \p{Lu}\p{Ll}+ (?:\p{Ll}+s|people|women|men)\b/u

const MONTH_AND_NUMBER = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}'
const LIST_BEFORE = new RegExp(`${MONTH_AND_NUMBER}(?:[,;]|,? and) $`)
const LIST_AFTER = new RegExp(`^(?:[,;]|,? and) ${MONTH_AND_NUMBER}(?!\\d)`)
const MOST_ITEMS = 12
const TELLS_COUNTS = wordSet('in were was are is had has saw rose fell')

/**
 * “Deaths by month: January 24, February 30, March 28”; but “between March 27 and April 31”, and of two alone “They
 * meet March 27 and April 31”.
 */
function isListOfCounts(text: string, start: number, after: string): boolean {
  let head = start
  let items = LIST_AFTER.test(after) ? 2 : 1
  for (let step = 0; step < MOST_ITEMS; step++) {
    const item = LIST_BEFORE.exec(stretchBefore(text, head, 24))
    if (!item) break
    head -= item[0].length
    items++
  }
  const before = wordBefore(text, head)
  if (items === 1 || makesDay(before) || DATING.has(before) || before === 'for') return false
  return items > 2 || TELLS_COUNTS.has(before) || !/[\p{L}\p{N}] $/u.test(stretchBefore(text, head, 2))
}

/** Whether the word before a month's name makes the number behind it a day: “on June 31-14” is no score. */
export function isSurelyDay(text: string, start: number): boolean {
  const before = wordBefore(text, start)
  return makesDay(before) || DATING.has(before)
}

// “page 31 June”, “all 31 June deaths”: numbers that belong to what stands before them.
const LABELS = oneOf(`
  pages? pp?\\. issue volume vol\\. nos?\\. number chapter edition part figure table room item verse lesson day week route highway interstate
  flight unit aged? top all these those other first last some than only additional remaining another nearly almost exactly roughly
  approximately`)
const LABEL = new RegExp(`(?:^|[^\\p{L}])(?:${LABELS}) $`, 'iu')
// “Windows 31 June”.
const CAPITAL_BEFORE = /\p{Lu}[\p{L}\p{N}’'.]* $/u
// “had 31 June deaths”, “at 31 April Jones”.
const COUNTED = wordSet('at with had has have were are was of in and or took made won lost killed about over')

/** Whether the number before a month (“31 June”) counts something else. */
export function isCountBeforeMonth(text: string, candidate: NumberByMonth): boolean {
  const { start, end, day, ordinal, possible, hasYear, hasWeekday } = candidate
  const after = text.slice(end, end + 24)
  if (STREET.test(after)) return true
  if (possible || hasWeekday) return false
  if (LABEL.test(stretchBefore(text, start, 16))) return true
  if (ordinal) return false
  const before = wordBefore(text, start)
  if (day === 0 || (day > 39 && !DATING.has(before))) return true
  if (hasYear) return false
  const next = /^ (\p{L}+)/u.exec(after)?.[1]
  // “Brandvold’s 33 January speech”, “planned for 33 May.”, but “the 33 May deaths”.
  const isOne = makesDay(before) && !(next !== undefined && (PEOPLE.has(next) || isPlural(next)))
  if (day > 31 && !DATING.has(before) && before !== 'of' && before !== 'for' && !isOne) return true
  if (COUNTABLE.test(after) && (COUNTED.has(before) || (day > 31 && !isOne))) return true
  if (CAPITAL_BEFORE.test(stretchBefore(text, start, 24)) && !DATING.has(before) && !isOne) return true
  return next !== undefined && (PEOPLE.has(next) || isPlural(next) || /^\p{Lu}/u.test(next)) && !makesDay(before)
}

function isPlural(word: string): boolean {
  return word.length > 3 && word.endsWith('s') && !NO_PLURALS.has(word)
}

/** The word before an offset, in small letters; empty where a comma or a bracket stands between. */
function wordBefore(text: string, at: number): string {
  return WORD_BEFORE.exec(stretchBefore(text, at, 24))?.[1]?.toLowerCase() ?? ''
}

// “July 17, 2000 people”: a number behind a date that counts what follows it, and no year.
const COUNTED_BY_YEAR = /^ (?:GMT|UTC|BST|EST|EDT|hours|hrs|local|percent|pct)\b/

/** Whether four figures behind a date count something or tell the time. */
export function isCountForYear(text: string, end: number): boolean {
  const after = text.slice(end, end + 20)
  const next = /^ (\p{Ll}+)/u.exec(after)?.[1]
  return COUNTED_BY_YEAR.test(after) || (next !== undefined && PEOPLE.has(next))
}
