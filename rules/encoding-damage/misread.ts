/** Tells text that was misread from sound letters and signs that happen to stand side by side, in any language. */
import { around } from '#rule'
import type { CodePage } from './code-pages.ts'
import { isLarge, isLetter, isSmall } from './damage.ts'

/**
 * A sequence of bytes that is one character in UTF-8: where it ends in the text, its first two bytes, and the
 * character.
 */
export interface Sequence {
  readonly end: number
  readonly lead: number
  readonly second: number
  readonly code: number
}

const CYRILLIC_PAGES: ReadonlySet<CodePage> = new Set(['windows-1251', 'IBM 866', 'KOI8-R'])
const CYRILLIC = /[\u0400-\u052F]/
// Two small letters in a row stand in every Cyrillic text, and in no damage but that which alternates “Р” and “С”.
const CYRILLIC_WORD = /[\u0430-\u045F]{2}/
const ALPHANUMERIC = /[A-Za-z\d]/
// Signs that stand at the end of words and quotations, so that “MAMÃ”” and “voilâ…” may be right.
const CLOSING = /[‘’“”…–—™»›\u00A0 ]/
// Letters that words begin with where their bytes are “Ä” or “Å” and a sign; “Å·” and “Ä…” stand before words as well.
const STARTS_WORDS: ReadonlySet<number> = new Set(
  [...'ŁŚŹŻŠŽČĆĐŞĞİĀĒĪŌŪŢłśźżšžčćđşōœŒ'].map((letter) => letter.codePointAt(0)!),
)
// The marks of English, which stand in one word with others: “вЂњdonвЂ™t”.
const MARKS = /вЂ.|[ВГ][\u00A1-\u00BF]/g
const LONGEST_JOINED = 24

/** What copy is written with, by script, as ranges; a repair that gives anything else is none. */
const COPY: readonly (readonly [first: number, last: number])[] = [
  [0x80, 0x24f],
  [0x2bc, 0x2bc],
  [0x2c6, 0x2dc],
  [0x300, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x531, 0x58f],
  [0x590, 0x6ff],
  [0x900, 0xdff],
  [0xe01, 0xe5b],
  [0x10a0, 0x10ff],
  [0x1e00, 0x1fff],
  [0x200b, 0x200f],
  [0x2010, 0x2027],
  [0x202f, 0x203f],
  [0x2044, 0x2044],
  [0x2060, 0x2060],
  [0x2070, 0x209c],
  [0x20a0, 0x20c0],
  [0x2100, 0x214f],
  [0x2150, 0x218b],
  [0x2190, 0x22ff],
  [0x25a0, 0x27bf],
  [0x2b05, 0x2b59],
  [0x3000, 0x30ff],
  [0x3105, 0x312f],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xfb00, 0xfb06],
  [0xfe0f, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff01, 0xff65],
  [0xffe0, 0xffe6],
  [0xfffd, 0xfffd],
  [0x1f000, 0x1faff],
]
/**
 * Signs beyond Latin-1 that stand in everyday copy: those that other code pages than Windows-1252 are believed to have
 * garbled.
 */
const EVERYDAY: ReadonlySet<number> = new Set(
  [...'‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€™→−≤≥\u200B\u2009\u202F'].map((sign) => sign.codePointAt(0)!),
)

/** Whether sequences of bytes that start at an offset are a misread text. */
export function isMisread(text: string, at: number, sequences: readonly Sequence[], page: CodePage): boolean {
  if (!sequences.every(({ code }) => COPY.some(([first, last]) => code >= first && code <= last))) return false
  if (sequences.length >= 4 && sequences.every(({ lead }) => lead === 0xd0 || lead === 0xd1)) return true
  const last = sequences.at(-1)!
  const place: MisreadContext = { text, at, end: sequences[0]!.end, before: text[at - 1], after: text[last.end] }
  if (CYRILLIC_PAGES.has(page)) return isMisreadInCyrillic(place, sequences)
  return isMisreadInLatin(place, sequences, page)
}

interface MisreadContext {
  readonly text: string
  readonly at: number
  /** Where the first sequence ends. */
  readonly end: number
  readonly before: string | undefined
  readonly after: string | undefined
}

/** In a Cyrillic page “вЂ™” is an apostrophe; but “в’їзд”, “копії” and “там” are words, and so is “В” before a mark. */
function isMisreadInCyrillic({ text, at, before, after }: MisreadContext, sequences: readonly Sequence[]): boolean {
  const { end } = sequences.at(-1)!
  if (CYRILLIC.test(before ?? '') || CYRILLIC.test(after ?? '')) return false
  // “РІР‚вЂќ” was misread twice; its last three letters are no mark by themselves.
  const near = around(text, { start: at, end })
  const joined = near.before(LONGEST_JOINED).split(/\s/).at(-1)! + near.behind(LONGEST_JOINED).split(/\s/, 1)[0]!
  if (CYRILLIC.test(joined.replace(MARKS, ''))) return false
  if (CYRILLIC_WORD.test(near.before()) || CYRILLIC_WORD.test(near.behind())) return false
  const isJoined = ALPHANUMERIC.test(before ?? '') || ALPHANUMERIC.test(after ?? '')
  return sequences.every(({ lead, code }) => EVERYDAY.has(code) || (isJoined && lead >= 0xc2 && lead <= 0xc5))
}

function isMisreadInLatin(place: MisreadContext, sequences: readonly Sequence[], page: CodePage): boolean {
  const { text, end, before, after } = place
  const [{ lead, second, code }] = sequences as readonly [Sequence, ...Sequence[]]
  const isWestern = page === 'windows-1252'
  // “MAMÃ”” is a word of capitals and a quotation mark, “„Â”” a letter that is spoken of, “voilâ…” a word that breaks
  // off.
  if (
    CLOSING.test(text[end - 1]!)
    && !isLetter(after)
    && (lead === 0xe2 ? second !== 0x80 && isLetter(before) : isLarge(before))
  )
    return false
  if (lead === 0xe2) return isWestern || page === 'windows-1250' || EVERYDAY.has(code)
  if (lead === 0xf0) return second === 0x9f
  if (lead === 0xef) return isWestern || code === 0xfeff || code === 0xfffd
  const isJoined = isLetter(before) || isLetter(after)
  // “RÂŞNOV” and “TĂŞNAD” are towns, “Âşık” is a Turkish name.
  if (page === 'windows-1250' && isLetter(text[end - 1]) && !isSmall(before)) return false
  if (lead === 0xc2) return isSignOf(place, code, page)
  if (lead === 0xc3) return (isWestern && !(CLOSING.test(text[end - 1]!) && !isJoined)) || (isJoined && hasWord(place))
  if (lead <= 0xc5) return isLetter(before) || (isSmall(after) && STARTS_WORDS.has(code))
  if (!isWestern) return false
  // Vietnamese: “Viá»‡t”.
  if (lead === 0xe1 && second >= 0xb8 && second <= 0xbb) return isJoined
  if (sequences.length >= 2)
    return sequences.every((one) => one.lead > 0xc5 || isLetter(String.fromCodePoint(one.code)))
  // One letter of Greek, as in “10Î¼s”, whose second byte is no mark that stands behind words.
  if ((lead === 0xce || lead === 0xcf) && !CLOSING.test(text[end - 1]!)) return !isLarge(before)
  return isSmall(before) && isSmall(after) && isLetter(String.fromCodePoint(code))
}

/** “Â£5”, “soldâ” and “¬©”: a sign of Latin-1, or a control character that was meant as a mark of Windows-1252. */
function isSignOf({ text, at, end, before, after }: MisreadContext, code: number, page: CodePage): boolean {
  const sign = text[end - 1]!
  if (code < 0xa0)
    return isSmall(before) || /[.,;:!?]/.test(before ?? '') || isSmall(after) || (before === ' ' && after === ' ')
  if (CLOSING.test(sign) && (before === undefined || /[\s„“‘«"'(]/.test(before)) && !ALPHANUMERIC.test(after ?? ''))
    return false
  if (page === 'windows-1252' || page === 'windows-1250') return true
  return /[a-z\d.,;:!?)]/.test(text[at - 1] ?? '') || ALPHANUMERIC.test(after ?? '')
}

/** Whether two letters of a word stand beside a sequence: “caf√©” has them, “x√π” hasn't. */
function hasWord({ text, at, end }: MisreadContext): boolean {
  const near = around(text, { start: at, end })
  return /[A-Za-z\u00C0-\u024F]{2}$/.test(near.before()) || /^[A-Za-z\u00C0-\u024F]{2}/.test(near.behind())
}
