/** The dateline: the place, day and credit before a story's first sentence, or on a line of their own. */
import { commonWords } from '../../english/words/common-words.ts'
import { LARGE, LETTERS, SMALL } from '../../english/words/letters.ts'
import { COMMON_ACRONYMS } from '../../english/words/name-words.ts'
import { span, type Span } from '../../text/span.ts'

/** The place and credit before a story's first sentence: “LONDON (AP) — ”, “Hong Kong: ”. */
export interface Dateline {
  /** The whole of it, up to the first word of the story. */
  readonly at: Span
  /** The place alone. */
  readonly place: Span
}

const CAPITALS = `[${LARGE}]{2,}(?:[.’'-][${LARGE}]+)*\\.?`
const PLACE_IN_CAPITALS = `${CAPITALS}(?:[ /]${CAPITALS})*`
const WORD = `[${LARGE}][${LETTERS}.’'-]+`
const MONTH_AND_DAY = `[${LARGE}][${SMALL}]{2,8}\\.? \\d{1,2}`
const STATE = `(?:[${LARGE}][${SMALL}]{1,6}\\.?|[${LARGE}]{2,}\\.?|(?:[${LARGE}]\\.)+)`
const STORY = `(?=["“‘']?[${LETTERS}\\d])`
const AGENCIES = 'AP|Reuters|AFP|UPI|CNN|Bloomberg|ANI|PTI|IANS|Xinhua|dpa|DPA|TASS|Kyodo|Yonhap'

// “LONDON (AP) — ”, “WASHINGTON, March 3 (Reuters) - ”, “NEW DELHI — ”. A hyphen without a space joins: “US-led
// forces”.
const IN_CAPITALS = new RegExp(
  `^(${PLACE_IN_CAPITALS})(?:, ${STATE})?(?:,? ${MONTH_AND_DAY}(?:, \\d{4})?)?(?: ?\\([${LARGE}][${LETTERS} /.&-]*\\))?`
    + `(?: ?[—:] ?| (?:–|--?) ?|(?:–|--?) )${STORY}`,
)
// “Torvia, March 3 (Reuters) - ”: a place that isn’t in capitals needs its credit.
const WITH_CREDIT = new RegExp(
  `^(${WORD}(?: ${WORD}){0,3}),?(?: ${MONTH_AND_DAY},?)? ?\\((?:${AGENCIES})\\) ?(?:[—–:]|--?) ?${STORY}`,
)
// “Hong Kong: China’s Ministry …”: a short place, a colon, and a sentence.
const WITH_COLON = new RegExp(`^(${WORD}(?: ${WORD}){0,2}): (?=["“‘']?[${LARGE}])`)
const ALONE = new RegExp(
  `^[${LARGE}]{2,}[${LARGE} .’'-]*,? (?:[${LARGE}][${LETTERS}.]+,? )?${MONTH_AND_DAY}(?:, \\d{4})?\\.?(?: ?\\([^)]{2,30}\\))?[ —–-]*$`,
)
const PLACE_ALONE = new RegExp(`^([${LARGE}]{2,}[${LARGE} .’'-]*[${LARGE}])`)

// The expression takes the square of a long line's length: 240,000 capitals in a row took 28 seconds.
const LONGEST_ALONE = 150
const READ = 160

/** Whether a line holds a dateline and nothing else: “LONDON, March 3 (CDN)”. */
export function isDatelineAlone(text: string): boolean {
  return startsInCapitals(text) && text.length < LONGEST_ALONE && ALONE.test(text)
}

/** Whether a paragraph begins with a dateline in capitals. */
export function startsWithDateline(text: string): boolean {
  return startsInCapitals(text) && IN_CAPITALS.test(text.slice(0, READ))
}

/** The dateline on a line of its own, of the text from `start` to `end`. */
export function datelineOfLine(text: string, start: number, end: number): Dateline | undefined {
  const place = PLACE_ALONE.exec(text.slice(start, end))?.[1]
  return place === undefined ? undefined : { at: span(start, end), place: span(start, start + place.length) }
}

/** The dateline that the paragraph from `start` to `end` begins with. */
export function datelineOfParagraph(text: string, start: number, end: number): Dateline | undefined {
  const head = text.slice(start, Math.min(end, start + READ))
  const match =
    (startsInCapitals(head) ? IN_CAPITALS.exec(head) : null)
    ?? (head.includes('(') ? WITH_CREDIT.exec(head) : null)
    ?? (head.includes(':') ? WITH_COLON.exec(head) : null)
  if (match && isLabel(match[1]!, match[0])) return undefined
  return match
    ? { at: span(start, start + match[0].length), place: span(start, start + match[1]!.trimEnd().length) }
    : undefined
}

/** “Opinion: The …”, “AI: The …”: a label and a colon, and no place. */
function isLabel(place: string, whole: string): boolean {
  return whole.trimEnd() === `${place}:` && (commonWords.has(place.toLowerCase()) || COMMON_ACRONYMS.has(place))
}

/** A cheap look before an expression is asked: two letters that are not small. */
function startsInCapitals(text: string): boolean {
  const isSmall = (code: number): boolean => code >= 97 && code <= 122
  return text.length > 1 && !isSmall(text.charCodeAt(0)) && !isSmall(text.charCodeAt(1))
}
