/**
 * Judges lines that are titles of something else on the page, by what is set behind or around them: a video's length, a
 * date, brackets.
 */
import { endsSentence, type Line, type LineVerdict } from './lines/lines.ts'
import type { Copy } from '../../copy/copy.ts'
import { LARGE } from '../../english/words/letters.ts'
import { isDeskLine } from './shapes/form.ts'

const SHORTEST = 14
const LONGEST = 180
const FEWEST_WORDS = 4

const verdict = (type: string, pack: string): LineVerdict => ({ type, pack, certainty: 'likely', opens: false })
const DESK: LineVerdict = { ...verdict('desk-contact', 'contacts'), certainty: 'sure' }
const VIDEO = verdict('video-title', 'media')
const BUTTONED = verdict('buttoned-title', 'media')
const STAMPED = verdict('stamped-title', 'related-links')
const BRACKETED = verdict('bracketed-title', 'related-links')
const BARRED = verdict('barred-title', 'related-links')
const BREAKING = verdict('breaking-title', 'related-links')

// “‘Nobody asked us’ – the stallholders of Salden Read more”, not “Why We Should Read More”
const READ_MORE: LineVerdict = { ...verdict('titled-button', 'related-links'), certainty: 'sure' }
const BUTTON = / (?:Read|READ) (?:more|More|MORE)[ .…»›>→]{0,4}$/
const VERB_BEFORE = /(?:\b(?:to|should|must|can|could|will|would|you|we|i|they|people|children|and|or|who)|[.,;:–—-])$/i
// “Ferry turns over in the sound 3:33”, not “The final starts at 3:33”
const LENGTH = /[^\d\s,:–—-][”’"']? ?\(?(?<![\d:])\d{1,2}:[0-5]\d(?::[0-5]\d)?\)?$/
const HOUR_BEFORE =
  /\b(?:at|by|from|in|of|to|till|until|till|around|about|before|after|between|and|am|pm|time|kick-off)[ :]*\(?\d{1,2}:\d\d(?::\d\d)?\)?$/i
// “Can the Harbour Be Saved? SEPT. 24, 2016”
const STAMP = /[^.,\d] (?:JAN|FEB|MARCH|APRIL|MAY|JUNE|JULY|AUG|SEPT|OCT|NOV|DEC)\.? \d{1,2}, (?:19|20)\d\d$/
// “[Why the harbour has no master]”, not “[This story has been changed.]” or “[check the foreman’s name]”
const BRACKETS = new RegExp(String.raw`^\[ ?["“‘']?(?:From \d{4}: )?[${LARGE}][^\[\]]*\]$`)
const OWN_BRACKETS =
  /^\[ ?(?:this|editors?|note|updat|correct|clarif|check|photo|image|picture|music|laugh|applau|source|disclosure|trans|these|see |on |in )|[.!…] ?\]$/i
const ABBREVIATED = new RegExp(String.raw` [${LARGE}][a-z]{0,4}\. ?\]$`)
// “… | …”
const BAR = / [|｜] /
const BREAKING_NEWS = new RegExp(
  `^(?:BREAKING|JUST IN|DEVELOPING|EXCLUSIVE|WATCH|VIRAL VIDEO)(?: NEWS)?(?::| -| –| \\|) ?["“‘']?[${LARGE}]`,
)
// “Ferry Master Says Nobody Asked Him Facebook Twitter Google Plus Embed”
// “SOURCE: Harbour Office | Salden Press” is a chart's, “Two welders at work. | Lena Okafor/Getty Images” a picture's.
const CREDIT =
  /^(?:sources?|credits?|photo|image|chart|graphic|data)\b|[|｜] [^|｜]*(?:getty|images|reuters|\bap\b|afp|photo|press|shutterstock|\/)/i
const BUTTONS =
  /[a-z.?!”’'"] (?:(?:Facebook|Twitter|Google ?(?:Plus|\+)|Pinterest|Reddit|LinkedIn|WhatsApp|Email|Embed|Print|Share|Tweet|Link|Copy) ?){3,8}$/

/** The verdict on a line that is no sentence and the title of something else. */
export function judgeTitle(copy: Copy, lines: readonly Line[], index: number): LineVerdict | undefined {
  const { block, at, position } = lines[index]!
  const length = at.end - at.start
  if ((block.kind !== 'line' && block.kind !== 'paragraph') || block.quoted || length < SHORTEST || index === 0)
    return undefined
  const text = copy.slice(at)
  if (BUTTONS.test(text)) return BUTTONED
  if (isDeskLine(text)) return DESK
  const button = BUTTON.exec(text)
  if (button && !VERB_BEFORE.test(text.slice(0, button.index)) && length <= LONGEST) return READ_MORE
  if (length > LONGEST || text.split(' ').length < FEWEST_WORDS || position === 'top') return undefined
  if (LENGTH.test(text) && !HOUR_BEFORE.test(text) && !standsInTable(copy, lines, index)) return VIDEO
  if (STAMP.test(text)) return STAMPED
  if (position !== 'between') return undefined
  if (BRACKETS.test(text))
    return (!OWN_BRACKETS.test(text) || ABBREVIATED.test(text)) && !isOwnBracket(copy, text) ? BRACKETED : undefined
  if (BREAKING_NEWS.test(text) && !endsSentence(copy.text, at.start, at.end)) return BREAKING
  return BAR.test(text) && !CREDIT.test(text) && isBarredTitle(copy, lines, index, text) ? BARRED : undefined
}

// “[Harbour book, vol. 3, no. 178]”
const SOURCE = /\b(?:no|nr|vol|pp?|para|ch)\. ?\d/i
const FIELD = /\[[A-Za-z][^[\]\n]{2,60}\]/g
const FEWEST_FIELDS = 3

/**
 * Whether brackets hold where something was said, or are one of a form's fields: “[team members]”, “[start date - end
 * date]”.
 */
const isOwnBracket = (copy: Copy, text: string): boolean =>
  SOURCE.test(text) || new Set(copy.text.match(FIELD)).size >= FEWEST_FIELDS

const TIME_END = /\d{1,2}:\d\d\)?$/

/** Whether a line beside one ends with a time as well: times of trains, results of races. */
function standsInTable(copy: Copy, lines: readonly Line[], index: number): boolean {
  return [lines[index - 1], lines[index + 1]].some(
    (line) => line !== undefined && !isLong(line) && TIME_END.test(copy.slice(line.at)),
  )
}

const LONG = 90
const isLong = ({ at }: Line): boolean => at.end - at.start > LONG

/**
 * Whether a line with a bar is another page's title: capitalised, of more than a few words, alone between paragraphs of
 * copy.
 */
function isBarredTitle(copy: Copy, lines: readonly Line[], index: number, text: string): boolean {
  if (endsSentence(copy.text, lines[index]!.at.start, lines[index]!.at.end)) return false
  const words = text.split(' ').filter((word) => /^\p{L}{4}/u.test(word))
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  if (words.length < 6 || capitals < words.length * 0.6) return false
  return [lines[index - 1], lines[index + 1]].every(
    (line) => line === undefined || line.isCopy || BAR.test(copy.slice(line.at)),
  )
}
