/** Finds characters that were lost: replaced by “�”, “?” or “¿”, or read from one byte in another code page (“donÕt”). */
import type { Damage } from './damage.ts'
import { fromWindows1252 } from './mojibake.ts'

const SUFFIX = '(?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)(?![A-Za-z\\u00C0-\\u024F=&/])'
// The words that “’t” and “’s” follow in most copy; after others a letter may be one of another language: “Alcatît”.
const BEFORE_SUFFIX = /(?<![A-Za-z\u00C0-\u024F])(?:(?:[Dd]o|[Dd]id|[Dd]oes|[Ii]s|[Ww]as|[Ww]ere|[Ww]ould|[Cc]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad|[Aa]re|[Mm]ust|[Nn]eed|[Aa]i|[Cc]a|[Ww]o)n|[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Ww]hat|[Ww]ho|[Tt]here|[Hh]ere|[Ww]here|[Hh]ow|[Ll]et|I|[Yy]ou|[Ww]e|[Tt]hey)$/
/** A letter that stands for an apostrophe in some pair of code pages, between a word and what an apostrophe joins to it. */
const APOSTROPHE = new RegExp(`(?<=[A-Za-z])(?:\\uFFFD{1,3}|\\?{1,3}|[¿ÂâÕÆí¹])(?=${SUFFIX})|(?<=(?<![A-Za-z])[DO])(?:\\uFFFD{1,3}|\\?{1,3}|[¿ÂâÕÆí])(?=[A-Z][a-z]{2})`, 'g')
// Between small letters none of these is a letter of any language, so that any word may stand before them.
const SIGNS = /^[\uFFFD?¿ÂÕÆ¹]/
// One-byte quotation marks and dashes: Mac OS Roman in windows-1252, the other way round, and “â” that has lost the rest.
const MARKS: readonly (readonly [letter: string, pattern: RegExp, repair: string | undefined])[] = [
  // But “Òscar” and “Òmnium Cultural” are Catalan.
  ['Ò', /(?<![A-Za-z\u00C0-\u024F])Ò(?=[A-Z]|[a-z]{1,20}[ ”"Ó,.])(?!scar|mnium|pera|dena)/g, '“'],
  ['Ó', /(?<=[a-z.,!?’'])Ó(?![A-Za-z\u00C0-\u024F])/g, '”'],
  ['Õ', /(?<=[a-z]s)Õ(?= [a-z])/g, '’'],
  ['Ñ', /(?<=[a-z])Ñ(?=[a-z])|(?<=[a-z,”"] )Ñ(?= [A-Za-z])/g, '—'],
  ['Ð', /(?<=[a-z\d])Ð(?=[a-z\d])|(?<=[a-z] )Ð(?= [a-z])/g, '–'],
  ['Ž', /(?<=[a-z])Ž(?![A-Z])/g, 'é'],
  ['Ÿ', /(?<=[A-Za-z])Ÿ(?=[a-z])/g, 'ü'],
  ['ì', /(?<![A-Za-z\u00C0-\u024F])ì(?=[A-Za-z])/g, '“'],
  ['î', /(?<=[.,!?])î(?![A-Za-z\u00C0-\u024F])/g, '”'],
  // But “París”, “Luís”, “Solís” are Spanish and Portuguese, “Hafdís” is Icelandic.
  ['í', /(?<=[A-Za-z]{3}[a-ce-z]|[A-Z]{3}|(?<![A-Za-z])[a-z]{3,20}d)í(?=s [a-z])/g, '’'],
  ['ó', /(?<=[a-z]{3} )ó(?= [A-Za-z]{2})/g, '—'],
  ['ñ', /(?<=[a-z]{3} )ñ(?= [A-Za-z]{2})/g, '–'],
  // But “âge”, “âme”, “âne”, “âpre”, “âtre” are French.
  ['â', /(?<![A-Za-z\u00C0-\u024F])â(?=[A-Z]|[abdefhijkloqrsuvwy][a-z]* )/g, '“'],
  ['â', /(?<=[a-z]{4})â(?=[a-z]{4})/g, '—'],
  ['â', /(?<=[.,!?])â(?![A-Za-z\u00C0-\u024F€‚„])/g, '”'],
  ['â', /(?<=[a-z]s)â(?= [a-z])/g, '’'],
  ['â', /(?<=[a-z\d.,)] )â(?= [a-zA-Z])/g, '—'],
  ['â', /(?<=[a-z]{3}[abcdefghijklmnopqrtuvwxyz])â(?= [a-z])/g, undefined],
  ['¸', /(?<=[A-Za-z])¸(?=[a-z])/g, 'ü'],
  ['ˆ', /(?<=[A-Za-z])ˆ(?=[a-z])/g, 'ö'],
  ['‰', /(?<=[A-Za-z])‰(?=[a-z])/g, 'ä'],
  ['³', /(?<=^|[\s(])³(?=[A-Z])/gm, '“'],
  ['²', /(?<=[.,!?])²(?=[\s)]|$)/gm, '”'],
]
// “â€” with something else behind it than a sequence needs; a lead byte whose second was dropped or became a plain sign.
const BROKEN: readonly (readonly [needle: string, pattern: RegExp, repair: string | undefined])[] = [
  ['€', /[âÂ]€(?:\(TM\)|TM|tm|\(tm\))/g, '’'],
  ['€', /[âÂ]€(?:oe|OE)/g, '“'],
  ['€', /[âÂ]€~/g, '‘'],
  ['€', /[âÂ]€(?:\.\.\.)/g, '…'],
  ['€', /[âÂ]€[?\uFFFD]?(?=[\s.,;:)]|$)/gm, '”'],
  ['€', /[âÂ]€["'\u2018-\u201D]?(?![\u201A\u0192\u201E\u2026\u2020-\u2022\u02C6\u2030\u0160\u2039\u0152\u017D\u2018-\u201D\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178])/g, undefined],
  // “’s” of UTF-8 that was read as Chinese or Japanese.
  ['鈥', /(?<=[A-Za-z.,!? ])鈥[\u4E00-\u9FA5\uFFFD?]?/g, undefined],
  ['窶', /(?<=[A-Za-z.,!? ])窶[\uFF61-\uFF9F\u4E00-\u9FA5\uFFFD?]?/g, undefined],
  ['ï', /ï¿½?|ï»¿?/g, undefined],
  ['ð', /ðŸ[^\sA-Za-z\d.,]{0,2}/g, undefined],
  ['Ã', /Ã(?=["'](?=[a-z]))/g, undefined],
  ['Ã', /(?<=[a-z])Ã(?= |$)/gm, 'à'],
  ['Ã', /(?<=[a-z])Ã(?=[a-z.,;:)])/g, undefined],
  ['Â', /(?<![A-Za-z\u00C0-\u024F])Â(?=[\sA-Z\d$£€“”"‘’(]|$)|(?<=[a-z.,;:!?”"’)])Â(?![A-Za-z\u00C0-\u024F])/gm, ''],
]
// “¿” opens a question in Spanish, before a word; anywhere else it stands for a sign that was lost.
const OPEN_QUESTION = /(?<=[A-Za-z])¿(?!s\b)|(?<=[ ,.!?"”])¿(?=[\s,.;:)]|$)|(?<![A-Za-z])¿(?=[A-Za-z])(?![^?\n]{0,400}\?)/gm
const CONTROL = /[\x01-\x08\x0E-\x1F\x7F\x80-\x84\x86-\x9F]/g
// Low bytes of U+2013 to U+201D, whose high byte was cut off.
const CUT: Readonly<Record<string, string>> = { '\x13': '–', '\x14': '—', '\x18': '‘', '\x19': '’', '\x1C': '“', '\x1D': '”' }
const UNPAIRED = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|[\uDC00-\uDFFF](?<![\uD800-\uDBFF].)/g
const HAS_NO_TEXT = /[\x01-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uD800-\uDFFF\uF020-\uF0FF]/
const HAS_APOSTROPHE = /[\uFFFD¿ÂâÕÆí¹]|\?(?=[A-Za-z?])/
const PRIVATE = /[\uF020-\uF0FF]/g

/** Finds lost characters in a text. */
export function* findLost(text: string): Iterable<Damage> {
  if (HAS_APOSTROPHE.test(text)) yield* findApostrophes(text)
  for (const [letter, pattern, repair] of MARKS) {
    if (text.includes(letter)) yield* each(text, pattern, (start, end) => ({ start, end, kind: 'encoding', repair, certain: false }))
  }
  for (const [needle, pattern, repair] of BROKEN) {
    if (text.includes(needle)) yield* each(text, pattern, (start, end) => ({ start, end, kind: 'encoding', repair, certain: false }))
  }
  if (text.includes('¿')) yield* each(text, OPEN_QUESTION, (start, end) => ({ start, end, kind: 'lost', repair: undefined, certain: false }))
  if (HAS_NO_TEXT.test(text)) yield* findNoText(text)
}

function* findApostrophes(text: string): Iterable<Damage> {
  for (const { 0: sign, index } of text.matchAll(APOSTROPHE)) {
    const before = text.slice(Math.max(0, index - 12), index)
    const known = BEFORE_SUFFIX.test(before) || /[DO]$/.test(before)
    if (!known && !(SIGNS.test(sign) && /[A-Za-z]{2}$/.test(before)) && !(sign === 'â' && /[A-Za-z]{3}$/.test(before))) continue
    if (!known && sign === '?' && !/^s/i.test(text[index + 1]!)) continue
    yield { start: index, end: index + sign.length, kind: kindOf(sign), repair: '’', certain: known && kindOf(sign) === 'encoding' }
  }
}

/** Characters that are no text: controls, halves of a pair, signs of a font's own. */
function* findNoText(text: string): Iterable<Damage> {
  yield* each(text, CONTROL, (start, end) => {
    const cut = CUT[text[start]!]
    const repair = cut ?? (text[start]! >= '\x80' ? fromWindows1252(text.charCodeAt(start)) : undefined)
    return { start, end, kind: 'encoding', repair: repair === text[start] ? undefined : repair, certain: cut === undefined && repair !== undefined && repair !== text[start] }
  })
  yield* each(text, UNPAIRED, (start, end) => ({ start, end, kind: 'lost', repair: undefined, certain: false }))
  yield* each(text, PRIVATE, (start, end) => ({ start, end, kind: 'lost', repair: undefined, certain: false, severity: 'warning' }))
}

function* each(text: string, pattern: RegExp, make: (start: number, end: number) => Damage): Iterable<Damage> {
  for (const { 0: found, index } of text.matchAll(pattern)) yield make(index, index + found.length)
}

const kindOf = (sign: string): Damage['kind'] => (/^[\uFFFD?¿]/.test(sign) ? 'lost' : 'encoding')
