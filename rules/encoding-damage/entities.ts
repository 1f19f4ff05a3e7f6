/**
 * Decodes what a web page writes for a character: “&#8217;”, “&amp;amp;”, “&nbsp;”, and what is left of such a code.
 */
import { around } from '#rule'
import { matchesAt, type Damage } from './damage.ts'
import { fromWindows1252 } from './mojibake.ts'

// The names of HTML 4 (a W3C standard) that news copy may hold: those of Latin-1 in the order of their characters, then
// others.
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para '
  + 'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml '
  + 'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave '
  + 'aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde '
  + 'ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const OTHERS =
  'amp & lt < gt > quot " apos \' lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ ndash – mdash — hellip … bull • euro € '
  + 'trade ™ dagger † Dagger ‡ prime ′ Prime ″ lsaquo ‹ rsaquo › minus − larr ← rarr → uarr ↑ darr ↓ OElig Œ oelig œ Scaron Š scaron š '
  + 'Yuml Ÿ circ ˆ tilde ˜ fnof ƒ permil ‰ frasl ⁄ AMP & LT < GT > QUOT " rsquor ’ zcaron ž Zcaron Ž ccaron č '
  + 'Ccaron Č sim ∼ asymp ≈ ne ≠ le ≤ ge ≥'
const SPACES = 'ensp emsp thinsp numsp hairsp'
const NOTHINGS = 'zwnj zwj lrm rlm zwsp'

let names: ReadonlyMap<string, string> | undefined

function characterOf(name: string): string | undefined {
  if (!names) {
    const pairs = OTHERS.split(' ')
    names = new Map([
      ...LATIN_1.split(' ').map((one, index) => [one, String.fromCharCode(0xa0 + index)] as const),
      ...pairs.flatMap((one, index) => (index % 2 === 0 ? [[one, pairs[index + 1]!] as const] : [])),
      ...SPACES.split(' ').map((one) => [one, ' '] as const),
      ...NOTHINGS.split(' ').map((one) => [one, ''] as const),
    ])
  }
  return names.get(name)
}

const WHOLE =
  /&(?:(?:amp|AMP|#0?38|#x26);){0,4}(?:#(\d{1,7})(?:;|(?!\d))|#[xX]([0-9A-Fa-f]{1,6})(?:;|(?![0-9A-Fa-f]))|([A-Za-z]{2,8}\d{0,2});)/y
// Without the semicolon only names that no address has for a key.
const OPEN = /&(nbsp|amp|quot|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip|apos)(?![\w;=])/y
// Numbers without the ampersand: those of quotation marks and dashes, then those of Latin-1. “She was #163; he was #34”
// are ranks.
const NUMBERS: readonly RegExp[] = [
  /(?<![&\w])#(8[2-4]\d\d);/y,
  /(?<=[A-Za-z.,!?])#(8[2-4]\d\d);/y,
  /(?<=[A-Za-z.,!?])#(8[2-4]\d\d|0?39);?(?=[a-z])/y,
  /(?<=[a-z])#(1[6-9]\d|2[0-4]\d|25[0-5]);/y,
  /(?<![&\w])#(16[2-5]);(?=\d)/y,
]
// Names without the ampersand. “An amp; a drum kit” is no code, “Marks amp; Spencer” is.
const NAMES: readonly (readonly [needle: string, pattern: RegExp])[] = [
  ['amp;', /(?<![&\w])(amp);(?=#\d|[a-z]{2,6};)/y],
  ['amp;', /(?<=[A-Z]\w{0,20} )(amp);(?= [A-Z])/y],
  ...['nbsp', 'quot', 'lsquo', 'rsquo', 'ldquo', 'rdquo', 'mdash', 'ndash', 'hellip', 'apos'].map(
    (name) => [`${name};`, new RegExp(`(?<![&\\w])(${name});`, 'y')] as const,
  ),
  ...['lsquo', 'rsquo', 'ldquo', 'rdquo', 'mdash', 'ndash', 'apos'].map(
    (name) => [`${name};`, new RegExp(`(?<=[a-z])(${name});`, 'y')] as const,
  ),
]
// Numbers that stand for a mark though their semicolon is missing; “Room A&#12” is a room.
const MARKS_WITHOUT_END: ReadonlySet<number> = new Set([34, 38, 39, 145, 146, 147, 148, 150, 151])
const HAS_NAME = /;(?<=(?:amp|nbsp|quot|[lr][sd]quo|[mn]dash|hellip|apos);)/

/** Finds codes of web pages in a text. */
export function* findEntities(text: string): Iterable<Damage> {
  yield* findWhole(text)
  yield* findHeadless(text)
}

function* findWhole(text: string): Iterable<Damage> {
  for (const { 0: code, 1: decimal, 2: hex, 3: name, index } of matchesAt(text, '&', WHOLE)) {
    const number = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16)
    const character = name !== undefined ? characterOf(name) : ofNumber(number)
    if (character === undefined || (number < 0xa0 && !code.endsWith(';') && !MARKS_WITHOUT_END.has(number))) continue
    const found = damage(text, index, code, character)
    yield isDoubtful(text, index, code, name ?? number) ? { ...found, certain: false } : found
  }
  for (const { 0: code, 1: name, index } of matchesAt(text, '&', OPEN))
    yield damage(text, index, code, characterOf(name!)!)
}

// Names that are words of English, too: “cut&copy; then paste”.
const WORDS =
  /^(?:copy|not|times|cent|pound|yen|para|sect|cap|prime|dagger|bull|euro|trade|image|circ|tilde|macr|acute|micro|shy|ne|le|ge|sim)$/

/**
 * Whether a code may stand for something else: a control character, a mark of HTML, a number without its semicolon, a
 * word.
 */
function isDoubtful(text: string, index: number, code: string, number: number | string): boolean {
  if (typeof number === 'string')
    return /^(?:lt|gt|LT|GT)$/.test(number) || (WORDS.test(number) && /[a-z]/.test(text[index - 1] ?? ''))
  // Letters of other scripts may be bytes themselves, read in another code page.
  return (
    number < 32
    || (number > 0x24f && number < 0x1e00)
    || number === 0x3c
    || number === 0x3e
    || (!code.endsWith(';') && number < 0x2010)
  )
}

/** Codes that have lost their ampersand. */
function* findHeadless(text: string): Iterable<Damage> {
  for (const pattern of NUMBERS) {
    for (const { 0: code, 1: number, index } of matchesAt(text, '#', pattern)) {
      yield { ...damage(text, index, code, ofNumber(Number(number))!), certain: false }
    }
  }
  if (!HAS_NAME.test(text)) return
  for (const [needle, pattern] of NAMES) {
    for (const { 0: code, 1: name, index } of matchesAt(text, needle, pattern)) {
      yield { ...damage(text, index, code, characterOf(name!)!), certain: false }
    }
  }
}

function damage(text: string, start: number, code: string, character: string): Damage {
  const place = { start, end: start + code.length, kind: 'entity' } as const
  // Pages that were damaged before they were coded: “the nation&#191;s capital”.
  if (character === '¿' && /[a-z]/.test(text[start - 1] ?? '')) return { ...place, repair: '’', certain: false }
  if (character === '\uFFFD') return { ...place, repair: undefined, certain: false }
  const repair = character
    .replaceAll(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
    .replaceAll(/[\u00AD\u200B-\u200F\uFEFF]/g, '')
  // A soft hyphen or a no-break space may be a byte of other damage: “&#195;&#173;” is “í”, “&#197;&#160;” is “Š”.
  const isByte =
    character === '\u00AD'
    || (character === '\u00A0' && /&[#\w]{3,8};$|[\u00C0-\u00F4]$/.test(around(text, start).before()))
  return { ...place, repair, certain: repair !== '\n' && !isByte }
}

/** The character that a number stands for; a control character that pages mean as one of windows-1252 is that. */
function ofNumber(code: number): string | undefined {
  if (code < 9 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
  if (code < 32) return ' '
  return code < 0xa0 ? fromWindows1252(code) : String.fromCodePoint(code)
}
