/**
 * Finds characters that were lost: replaced by “�”, “?” or “¿”, or read from one byte in another code page (“donÕt”).
 */
import { around } from '#rule'
import { lettersBefore, lettersBehind, type Witness } from './among-words.ts'
import { matchesAt, type Damage } from './damage.ts'
import { fromWindows1252 } from './mojibake.ts'
import { SINGLE_BYTES, STUMPS, type Sign } from './signs.ts'

const SUFFIX = '(?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)(?![A-Za-z\\u00C0-\\u024F=&/])'
const NEGATED = '(?:do|did|does|is|was|were|would|could|should|has|have|had|are|must|need|ai|ca|wo)n'
const PRONOUNS = 'it|he|she|that|what|who|there|here|where|how|let|i|you|we|they'
// The words that “’t” and “’s” follow in most copy; after others a letter may be one of another language: “Alcatît”.
const BEFORE_SUFFIX = new RegExp(`(?<![A-Za-z\\u00C0-\\u024F])(?:${NEGATED}|${PRONOUNS})$`, 'i')
// Letters that stand for an apostrophe in some pair of code pages.
const APOSTROPHES = ['\uFFFD', '?', ...'¿ÂâÕÆí¹']
// Between small letters none of these is a letter of any language, so that any word may stand before them.
const NO_LETTERS = '\uFFFD?¿ÂÕÆ¹'
/** Between a word and what an apostrophe joins to it: “don?t”, “D?Angelo”. */
const APOSTROPHE = new RegExp(
  `(?<=[A-Za-z])(?:\\uFFFD{1,3}|\\?{1,3}|â\\?{1,2}|[¿ÂâÕÆí¹])(?=${SUFFIX})`
    + '|(?<=(?<![A-Za-z])[DO])(?:\\uFFFD{1,3}|\\?{1,3}|[¿ÂâÕÆí])(?=[A-Z][a-z]{2})',
  'y',
)
// Letters of Spanish, French, Romanian, Welsh and others, which are no damage among their own.
const OTHER_LETTERS = 'ÒÓÕÑÐÉÖÆìîíóñâÃÂ'
// “The letter Ñ is”, “a Welsh â”.
const LETTER_NAMED =
  /\b(?:letters?|vowels?|sounds?|accents?|characters?|symbols?|signs?|words?|called|spel(?:led|t)|written|Catalan|French|Icelandic|Irish|Italian|Portuguese|Romanian|Spanish|Turkish|Vietnamese|Welsh) $/
const HAS_APOSTROPHE = /[\uFFFD¿ÂâÕÆí¹]|\?[A-Za-z?]/

const HAS_SIGN = new RegExp(`[${[...new Set([...SINGLE_BYTES, ...STUMPS].map(([sign]) => sign))].join('')}]`)
// “¿” opens a question in Spanish, before a word; anywhere else it stands for a sign that was lost.
const OPEN_QUESTIONS: readonly RegExp[] = [
  /(?<=[A-Za-z])¿(?!s\b)/y,
  /(?<=[ ,.!?"”])¿(?=[\s,.;:)]|$)/my,
  /(?<=[)\d])¿(?=[\s.,;:)(])/y,
  /(?<![A-Za-z])¿(?=[A-Za-z\d])(?![^?\n]{0,400}\?)/y,
]
/** Characters that are no text: controls, halves of a pair, signs of a font's own. */
const NO_TEXT = /[\x01-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\p{Cs}\uF020-\uF0FF]/gu
const HAS_NO_TEXT = /[\x01-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uD800-\uDFFF\uF020-\uF0FF]/
// Low bytes of U+2013 to U+201D, whose high byte was cut off.
const CUT: Readonly<Record<string, string>> = {
  '\x13': '–',
  '\x14': '—',
  '\x18': '‘',
  '\x19': '’',
  '\x1C': '“',
  '\x1D': '”',
}

/** Finds lost characters in a text. */
export function* findLost(text: string, witness: Witness): Iterable<Damage> {
  if (HAS_APOSTROPHE.test(text)) yield* findApostrophes(text, witness)
  if (HAS_SIGN.test(text)) {
    yield* findSigns(text, SINGLE_BYTES, witness)
    yield* findSigns(text, STUMPS, witness)
  }
  for (const pattern of OPEN_QUESTIONS) {
    for (const { index } of matchesAt(text, '¿', pattern)) {
      yield { start: index, end: index + 1, kind: 'lost', repair: undefined, certain: false }
    }
  }
  if (HAS_NO_TEXT.test(text)) {
    for (const { 0: character, index } of text.matchAll(NO_TEXT))
      yield { start: index, end: index + 1, ...textOf(character, text[index - 1] ?? ' ', text[index + 1] ?? ' ') }
  }
}

function* findApostrophes(text: string, witness: Witness): Iterable<Damage> {
  for (const letter of APOSTROPHES) {
    for (const { 0: sign, index } of matchesAt(text, letter, APOSTROPHE)) {
      const before = around(text, index).before(12)
      const known = BEFORE_SUFFIX.test(before) || /[DO]$/.test(before)
      if (!known && !mayFollowAnyWord(sign, before, text[index + sign.length]!)) continue
      if (OTHER_LETTERS.includes(letter)) {
        if (!known && !witness.isWord(lettersBefore(text, index))) continue
        if (!witness.isAmongEnglish(text, index, index + 1)) continue
      }
      const kind = '\uFFFD?¿'.includes(letter) ? 'lost' : 'encoding'
      yield { start: index, end: index + sign.length, kind, repair: '’', certain: known && kind === 'encoding' }
    }
  }
}

/** Whether a letter stands for an apostrophe even behind a word that isn't known to take one: “BritainÕs”. */
function mayFollowAnyWord(sign: string, before: string, after: string): boolean {
  if (sign === '?' && !/s/i.test(after)) return false
  return NO_LETTERS.includes(sign[0]!) ? /[A-Za-z]{2}$/.test(before) : sign === 'â' && /[A-Za-z]{3}$/.test(before)
}

function* findSigns(text: string, signs: readonly Sign[], witness: Witness): Iterable<Damage> {
  for (const [sign, pattern, repair] of signs) {
    // A footnote's mark stands before or behind words as well, but hardly on both sides.
    if ((sign === '³' || sign === '²') && !(/(?:^|[\s(])³[A-Z]/m.test(text) && /[.,!?]²(?!\d)/.test(text))) continue
    for (const { 0: found, index } of matchesAt(text, sign, pattern)) {
      if (OTHER_LETTERS.includes(sign) && !isOutOfPlace(text, index, repair, witness)) continue
      // “€” is rarer than the “â” of other languages, so that it is looked for; “â” belongs to the damage.
      const start = sign === '€' ? index - 1 : index
      yield { start, end: index + found.length, kind: 'encoding', repair, certain: false }
    }
  }
}

/**
 * Whether a letter of other languages stands where English has none: among English words, spoken of by none of them,
 * and the letters beside it are words by themselves. “Discrepâncias” is Portuguese, and “the letter â” is a letter.
 */
function isOutOfPlace(text: string, at: number, repair: string | undefined, witness: Witness): boolean {
  if (!witness.isAmongEnglish(text, at, at + 1) || LETTER_NAMED.test(around(text, at).before())) return false
  if (text[at] === 'Â' || text[at] === 'Ã') return true
  const left = lettersBefore(text, at)
  const right = lettersBehind(text, at + 1)
  return (left === '' || witness.isWord(left)) && (right === '' || repair === '’' || witness.isWord(right))
}

/**
 * What a character that is no text should have been; it is certain of marks among plain letters, which “С\u0098” is
 * not.
 */
function textOf(
  character: string,
  before: string,
  after: string,
): Pick<Damage, 'kind' | 'repair' | 'certain' | 'severity'> {
  if (character >= '\uE000') return { kind: 'lost', repair: undefined, certain: false, severity: 'warning' }
  if (character >= '\uD800') return { kind: 'lost', repair: undefined, certain: false }
  const read = character >= '\x80' ? fromWindows1252(character.charCodeAt(0)) : CUT[character]
  const repair = read === character ? undefined : read
  return {
    kind: 'encoding',
    repair,
    certain: /^[€‚„…‘’“”•–—™]$/.test(repair ?? '') && character >= '\x80' && before < '\x80' && after < '\x80',
  }
}
