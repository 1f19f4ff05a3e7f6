/** Finds “TK”, which journalists write for “to come”: “advanced TK%”, “$TK million”, “by TKTK”. */
import { wordSet, type Story } from '#rule'
import { isAmong, unitAfter, wordBefore } from './around.ts'
import { isQuotedAlone, kindOf, type Note } from './note.ts'
import data from './notes.generated.ts'

const TK = /(?<![\w\/.@#&-])(?:\$|0{2,3})?(?:TK(?:[ -]?TK)+|[Tt]k(?:tk)+|TK)s?(?![\w\/@&]|-[A-Z]|\.[A-Za-z])%?/g
// “TK Maxx”, “TK-J”, “Thomas ‘TK’ Kerr”, “known as “TK”, “T.K.”: who or what has that name.
const NAME = new RegExp(
  [
    '\\bTK (?:[A-Z][a-z]|\\d)',
    "\\bTK[-’']",
    '\\bT\\.K\\.',
    '(?<=[A-Z][a-z]{1,20} )["“‘]TK[.,]?["”’] [A-Z][a-z]',
    '\\b(?:as|called|named|nicknamed|dubbed|alias|rapper|singer|DJ|artist|band) ["“‘]TK["”’]',
  ].join('|'),
)
// “Reporters write ‘TK’ where a fact is to come”: there “a TK” and “the TKs” are spoken of, too.
const SPOKEN_OF = /["“‘]TKs?[.,]?["”’]/
const DETERMINER = /^(?:an?|the|each|every|any|no|another|one|many|few|of)$/i
// “‘TK,’ she said”: a quotation to come, and the marks around it are part of the gap.
const SAID =
  /^[,.]?["”’],? (?:\p{Ll}+ ){0,4}(?:\p{Lu}[\p{L}.’'-]*,? ){0,4}(?:said|says|told|added|asked|wrote|replied)\b/u

const units = wordSet(data.words.units)
const labels = wordSet(data.words.labels)

/** Finds “TK”. A story in which it is a name keeps it, where nothing else says that a figure is to come. */
export function* findToCome({ text, facts }: Story): Iterable<Note> {
  if (!text.includes('TK') && !text.includes('ktk')) return
  const isName = NAME.test(text) || facts.acronyms.some(({ acronym }) => acronym === 'TK')
  const isSpokenOf = SPOKEN_OF.test(text)
  let isCode: boolean | undefined
  for (const { 0: found, index: start } of text.matchAll(TK)) {
    const end = start + found.length
    const isDoubled = /^\$?tk[ -]?tk/i.test(found)
    const isSaid = /["“‘]/.test(text[start - 1] ?? '') && SAID.test(text.slice(end, end + 100))
    if (!isSaid && (isQuotedAlone(text, start, end) || (!isDoubled && /["“‘]/.test(text[start - 1] ?? '')))) continue
    const before = wordBefore(text, start)
    const isSure = isDoubled || isFigure(text, start, end)
    if (!isSure && text[start - 1] === '[' && text[end] === ']' && (isCode ??= hasBracketedCodes(text))) continue
    if (!isSure && (isName || isBehindName(text, start))) continue
    if (!isSure && isSpokenOf && (found.endsWith('s') || DETERMINER.test(before))) continue
    const isByline = before.toLowerCase() === 'by'
    yield { start, end, severity: isSure || isByline ? 'error' : 'warning', ...kindOf('coming') }
  }
}

const CODE = /\[[A-Z]{2}\]/g
const FEWEST_CODES = 3

/** “Tamil [TA]”, “Thai [TH]”, “Turkmen [TK]”: codes of languages or countries. */
const hasBracketedCodes = (text: string): boolean => new Set(text.match(CODE)).size > FEWEST_CODES

function isFigure(text: string, start: number, end: number): boolean {
  return (
    /^[$0]|%$/.test(text.slice(start, end))
    || /[$£€]/.test(text[start - 1] ?? '')
    || /^ %/.test(text.slice(end, end + 2))
    || units.has(unitAfter(text, end))
  )
}

/** “Toshiro TK”: initials. But a word that opens a sentence is no name, nor is a label: “Name TK”. */
function isBehindName(text: string, start: number): boolean {
  const word = wordBefore(text, start)
  const beginning = start - word.length - 1
  const opensSentence = /^$|[.!?\n] ?$/.test(text.slice(Math.max(0, beginning - 2), beginning))
  return /[A-Z][a-z]+\.?$/.test(word) && !isAmong(labels, word) && !opensSentence
}
