/** Tells lines that are worded like furniture from those that speak of their own story, or of a meeting. */
import type { Shape } from './shapes/shape.ts'

/** What lies before and behind a line in its story. */
export interface LineNeighbours {
  readonly hasBefore: boolean
  readonly hasAfter: boolean
}

const POINTS_ON = /\b(?:below|overleaf|in the (?:box|table|chart|map|panel|graphic))[.:!]?$/i
const POINTS_BACK = /\babove[.:!]?$/i
// “Read more below” points at a link, “Click the box below” at a button; only what names its matter can mean the
// story's own.
const LINK_TYPES: ReadonlySet<string> = new Set([
  'read-more',
  'related-heading',
  'related-heading-likely',
  'click-here',
])

const SPEECH =
  'says?|said|writes?|wrote|tells?|told|adds?|added|explains?|explained|argues?|argued|notes|noted|asks|asked|put it|posted'
const INTRODUCES = new RegExp(` (?:${SPEECH})(?: (?:us|me|him|her|them|it|this|that)){0,2} ?:$`, 'i')
const FEWEST_WORDS = 4
const LABEL_FORM = 'label'

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|(?:${MONTH}) \d{1,2}`
const DAY = new RegExp(String.raw`\b(?:${WEEKDAY}|${DATE})\b`)
const DAY_OF_MONTH = new RegExp(String.raw`\b(?:${DATE})\b`)
const HOUR_OR_ROOM =
  /\d ?(?:[ap]\.?m\b|o[’' ]{0,2}clock)|\b(?:noon|midnight|(?:from|at|in) \d|room|hall|floor|theatre|pub)\b/i
const LETTER = /\b(?:e-?mails?|inbox|newsletters?|alerts|updates)\b/i
const CONTRIBUTION = /\b(?:pull requests?|patches)\b/i

// “Use of this library should make the tables faster.”
const USE_OF_PROGRAM =
  /^use of (?:this|the) (?:api|class|command|extension|function|interface|library|method|module|option|package|program|tool)\b/i

// “Follow our guide for sailors.”
const FOLLOWED =
  /^follow (?:our|these|this|the) [^.!?]{0,60}\b(?:advice|documentation|docs|guide|guidelines|instructions|lead|recipe|rules|steps|tutorial)\b/i
// “In other news, we have begun to print the tables.”
const GOES_ON = /^In other news, [^.!?]{12}/

// “An error occurred while setting the time zone.”, not “An error occurred while loading the page. Try again.”
const ERROR_OF_PROGRAM = /^An error occurred (?:in|trying|when|while|with) /i
const ERROR_OF_PAGE =
  /\b(?:again|later|your|this page|the page|load|loading|processing|retrieving|sending|submitting|subscribing)\b/i

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*`
const CREDIT = new RegExp(
  `^(?:Photos?|Photographs?|Pictures?|Images?|Illustrations?|Graphics?|Videos?) ?: ${NAME}(?:(?: |/| / |, | and | & )${NAME}){0,3}\\.?$`,
  'u',
)

/** Whether a line or sentence is its story's own though it is worded like a shape. */
export function isOwnCopy(text: string, { pack, type, form }: Shape, { hasBefore, hasAfter }: LineNeighbours): boolean {
  // “Read more about the three plans below.”
  const points = (hasAfter && POINTS_ON.test(text)) || (hasBefore && POINTS_BACK.test(text))
  if (points && pack === 'related-links' && !LINK_TYPES.has(type)) return true
  // “Read this: the mayor has looked at the plan. Of its cost she writes:”
  if (
    hasAfter
    && text.endsWith(':')
    && (introduces(text) || (form === LABEL_FORM && text.indexOf(':') < text.length - 1))
  )
    return true
  if (GOES_ON.test(text)) return true
  switch (pack) {
    // “Join our group on Facebook, or come to room 412 on Tuesday at seven.”
    case 'sharing':
    case 'contacts':
      return (DAY.test(text) && HOUR_OR_ROOM.test(text)) || FOLLOWED.test(text)
    // “Sign up now to join us at the yard on May 9.”
    case 'newsletter':
      return DAY_OF_MONTH.test(text) && !LETTER.test(text)
    // “By submitting a pull request, you agree to the yard's terms.”
    case 'legal':
      return CONTRIBUTION.test(text) || USE_OF_PROGRAM.test(text)
    case 'navigation':
      return ERROR_OF_PROGRAM.test(text) && !ERROR_OF_PAGE.test(text)
    // “Photos: Lena Okafor/Salden Press”
    case 'media':
      return CREDIT.test(text)
    default:
      return false
  }
}

/** Whether a line introduces what somebody says or writes under it. */
const introduces = (text: string): boolean => INTRODUCES.test(text) && text.split(' ').length >= FEWEST_WORDS
