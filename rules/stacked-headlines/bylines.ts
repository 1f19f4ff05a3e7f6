/**
 * Tells lines that say who wrote a story, for whom and where: “Reported by Lena Okafor”, “(Salden, N.J.) Courier-Post”.
 */
import { wordSet } from '#rule'

// A name of one to four words, with what links them: “Lena van der Okafor”, “J. T. Okafor”.
const WORD = "\\p{Lu}[\\p{L}.’'-]{0,30}"
const NAME = `${WORD}(?: (?:(?:van|von|de|der|den|da|di|du|la|le|bin|al|el|of|the) ){0,2}${WORD}){0,3}`
const NAMES = `${NAME}(?:(?:, and |, | and | & )${NAME}){0,5}`
const CREDIT = new RegExp(
  '^(?:(?:(?:additional|original|a|words|text|story|photos|photographs|pictures|video) (?:and )?)?'
    + '(?:reported|reporting|report|written|words|story|text|copy|photos|photographs|pictures|compiled|edited|researched|research|translated|'
    + 'translation|interviewed|interview|illustrated|illustrations?|graphics?|video) )?by[ :]+'
    + '|^(?:reporting|report|words|text|story|pictures?|photos?|photographs?|author|writer|reporter)(?: from|:) ?',
  'i',
)
const CREDITED = new RegExp(
  `^(?:(?:[Oo]ur|[Tt]he|[Aa]n?) )?(?:\\p{Ll}+ ){0,2}${NAMES}(?:[,|–—-]? (?:(?:for|of|in|at|from) )?(?:the )?${NAMES})?[.:]?$`,
  'u',
)
const LINKS = /\b(?:for|of|in|at|from|the|our|an?|and)\b/gi
// “Lena Okafor, Harbour Correspondent”, “Lena Okafor | Staff Writer”.
const WITH_OFFICE = new RegExp(`^(${NAME})(?:,| [|–—-]| is (?:an?|the|our)|:) `, 'u')
const OFFICE =
  /\b(?:correspondents?|reporters?|editors?|writers?|columnists?|staff|bureau|desk|agency|agencies|news service|contributors?|wires?)[.,)]?$/i
// “Lena Okafor reports from Salden”, “Lena Okafor in Salden”, “Lena Okafor for the Courier”.
const REPORTS = new RegExp(`^${NAMES} (?:reports?|reporting)(?: (?:from|in|for|on) .{2,40})?[.:]?$`, 'u')
const SOMEWHERE = new RegExp(`^(${NAMES}) (?:in|for|at) (?:[tT]he )?${NAMES}$`, 'u')
// “(Salden, N.J.) Courier-Post”; “SALDEN, N.J. –”, “Salden, Belmora”.
const OUTLET_OF_PLACE = new RegExp(`^\\([^()]{2,40}\\) (?:[tT]he )?${NAME}$`, 'u')
const PLACE = new RegExp(`^${WORD}(?: ${WORD}){0,2}(?:, ${WORD}(?: ${WORD})?)? ?(?:--|[-–—:])?$`, 'u')
// No name holds one of these: “Where Fares Rise and Ferries Stop”, “Minister Has Resigned, Council Declares”.
const NO_NAMES = wordSet(`
  a an as by from how if into is are was were has have had be been on off over under out up no not to what when where who why will with
  without says said say may can could should would must its his her their our your my this that these those it he she they we you i more
  less after before new`)

/** Whether a line is a byline, a credit or a line of place and outlet. */
export function isByline(line: string): boolean {
  const credit = CREDIT.exec(line)?.[0]
  const credited = credit === undefined ? '' : line.slice(credit.length).replace(OFFICE, '').trim()
  if (CREDITED.test(credited)) return !holdsSmallWord(credited.replace(LINKS, ''))
  if (REPORTS.test(line) || OUTLET_OF_PLACE.test(line)) return true
  const name = OFFICE.test(line) ? WITH_OFFICE.exec(line)?.[1] : SOMEWHERE.exec(line)?.[1]
  if (name?.includes(' ') && !holdsSmallWord(name)) return true
  return isListOfNames(line) || (PLACE.test(line) && /,|[-–—:]$/.test(line) && !holdsSmallWord(line))
}

const SEGMENT = new RegExp(`^${NAME}$`, 'u')

/** “Lena Okafor and Jonas Wexley, Special to the Courier”: names, parted by commas and “and”. */
function isListOfNames(line: string): boolean {
  const segments = line.split(/, and |, | and | & /).map((segment) => segment.replace(/^Special to (?:the )?/i, ''))
  return (
    segments.length > 1
    && segments[0]!.includes(' ')
    && segments.every((segment) => SEGMENT.test(segment) && segment.includes(' ') && !holdsSmallWord(segment))
  )
}

const holdsSmallWord = (text: string): boolean =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => NO_NAMES.has(word))
