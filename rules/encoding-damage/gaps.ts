/** Finds letters and signs that were replaced by “�” or “?”: “Garc�a”, “caf?”, “a ?5m deal”. */
import { WordList } from '#rule'
import accented from './accented-words.generated.ts'
import type { Damage } from './damage.ts'

const LONGEST_WORD = 24
const WORD_CHARACTER = /[A-Za-z\u00C0-\u024F\uFFFD?'’-]/
const NOT_ASCII = /[^\x00-\x7F]/
const ACCENTED_WORD = /[A-Za-z\u00C0-\u024F]*[\u00C0-\u024F][A-Za-z\u00C0-\u024F]*/g
const SUFFIX = /^(?:s|t|re|ve|ll|d|m)(?![A-Za-z\u00C0-\u024F])/i

const REPLACED = /\uFFFD+/g
const MARK = /\?+/g
// A large letter behind small ones, with a small one or none behind it: “BeyoncÈ”, “ErdoÄan”.
const LARGE_INSIDE = /[\u00C0-\u00D6\u00D8-\u00DE\u0152\u0160\u0178\u017D](?<=[a-z]{2}.)(?![A-Z\u00C0-\u00DE])/g
// “,? he said”: a question mark behind a comma was a quotation mark.
const CLOSING = /(?=\?)(?:(?<=[a-z],)\?{1,3}(?=[ \n]|$)|(?<=(?<![A-Za-z.])[a-z]{2,20}\.)(?<!(?<![a-z])(?:etc|vs|no|am|pm|al)\.)\?{1,3}(?=[ \n]|$))/g
const OPENING = /(?=\?)(?<=^|[ (])\?{1,3}(?=[A-Z][a-z’']* ?[a-z]|[a-z]{2,}[ ,])/gm
// A word that asks: behind it “?” may be what it is, though a space is missing: “He asked what?he had done”.
const ASKS = /\b(?:what|who|whom|whose|why|how|when|where|which|whether|really|right|yes|no)\b|(?:^|[.!?“"] ?)(?:is|are|was|were|am|do|does|did|can|could|will|would|should|has|have|had|may|might)\b[^.!?]*$/i
const AMOUNT = /(?=\?)(?<=[a-z] )\?(?=\d[\d.,]*(?:m|bn|k|tn| million| billion)?(?![\w]))/g
const DASH = /(?=\?)(?<=[a-z,] )\?{1,3}(?= [a-z])/g
const YEARS = /(?=\?)(?<=(?<!\d)(?:1[5-9]|20)\d\d)\?(?=(?:1[5-9]|20)?\d\d(?!\d))/g
// A quotation that is closed by “?” and by nothing else.
const UNCLOSED = /(?=\?)(?<=“[A-Za-z’ ,-]{1,80})\?{1,3}(?= [a-z(])(?![^“”\n]*”)/g
// A word in another script, letter for letter: “(???????? ???)”.
const SCRIPT = /(?=\?)(?<![^\s(“"[])\?{3,}(?: \?{2,})+/g

/** Finds gaps in a text; `isAddress` tells whether an offset stands in an address of the web, where “?” is right. */
export function* findGaps(text: string, isAddress: (at: number) => boolean): Iterable<Damage> {
  const lookUp = wordsOf(text)
  for (const { 0: sign, index } of text.matchAll(REPLACED)) {
    if (isApostrophe(text, index, sign)) continue
    yield { ...gap(index, sign.length), repair: lookUp(text, index, sign.length) }
  }
  for (const { 0: letter, index } of text.matchAll(LARGE_INSIDE)) {
    const repair = lookUp(text, index, 1)
    if (repair !== undefined && repair !== letter) yield { ...gap(index, 1), kind: 'encoding', repair }
  }
  if (!text.includes('?')) return
  const doubtful: Damage[] = []
  let isDamaged = false
  for (const { 0: sign, index } of text.matchAll(MARK)) {
    const before = text.charCodeAt(index - 1) | 32
    const next = /^[A-Za-z]+(?![\w=&-])/.test(text.slice(index + sign.length, index + sign.length + LONGEST_WORD))
    const inside = isSmallAscii(before) && next
    if (sign.length > 2 || !isSmallAscii(before) || isAddress(index) || isApostrophe(text, index, sign)) {
      isDamaged ||= inside && sign.length < 3 && !isAddress(index)
      continue
    }
    if (!inside && !/^(?: [a-z]|[,;:.)])/.test(text.slice(index + sign.length, index + sign.length + 2))) continue
    const repair = lookUp(text, index, sign.length)
    if (repair !== undefined) yield { ...gap(index, sign.length), repair, severity: inside ? 'error' : 'warning' }
    else if (inside) {
      isDamaged ||= /[a-z]/.test(text[index + sign.length]!) && !ASKS.test(text.slice(Math.max(0, index - 60), index))
      doubtful.push({ ...gap(index, sign.length), severity: 'warning' })
    }
  }
  for (const [pattern, repair] of [[CLOSING, '”'], [UNCLOSED, '”'], [AMOUNT, undefined], [YEARS, '–'], [SCRIPT, undefined], [DASH, '—']] as const) {
    for (const { 0: sign, index } of text.matchAll(pattern)) {
      if (isAddress(index)) continue
      isDamaged = true
      yield { ...gap(index, sign.length), repair, severity: 'warning' }
    }
  }
  for (const { 0: sign, index } of text.matchAll(OPENING)) {
    if (isAddress(index)) continue
    isDamaged = true
    yield { ...gap(index, sign.length), repair: '“', severity: 'warning' }
  }
  if (isDamaged) yield* doubtful
}

const gap = (start: number, length: number): Damage => ({ start, end: start + length, kind: 'lost', repair: undefined, certain: false })

const isSmallAscii = (code: number): boolean => code >= 97 && code <= 122

/** “don?t”: another part of the rule speaks of it. */
function isApostrophe(text: string, at: number, sign: string): boolean {
  if (!/[A-Za-z]/.test(text[at - 1] ?? '')) return false
  return SUFFIX.test(text.slice(at + sign.length, at + sign.length + 3))
    || (/(?:^|[^A-Za-z])[DO]$/.test(text.slice(Math.max(0, at - 2), at)) && /^[A-Z][a-z]{2}/.test(text.slice(at + sign.length, at + sign.length + 3)))
}

let listed: ReadonlyMap<string, string> | undefined

const keyOf = (word: string): string => word.replace(/[^\x00-\x7F]+|\?+/g, '?')

/** Looks up what stood in a gap: in the story's own words, then in the list. */
function wordsOf(story: string): (text: string, at: number, length: number) => string | undefined {
  let own: ReadonlyMap<string, string> | undefined
  return (text, at, length) => {
    let start = at
    let end = at + length
    while (start > 0 && at - start < LONGEST_WORD && WORD_CHARACTER.test(text[start - 1]!)) start--
    while (end < text.length && end - at < LONGEST_WORD && WORD_CHARACTER.test(text[end]!)) end++
    own ??= new Map((story.match(ACCENTED_WORD) ?? []).map((word) => [keyOf(word), word]))
    listed ??= new Map(new WordList(accented).toArray().map((word) => [keyOf(word), word]))
    const whole = text.slice(start, end)
    const offset = at - start
    // “Garc�a’s”, “S�nchez-like”: the word ends at the apostrophe or hyphen.
    const from = Math.max(whole.lastIndexOf('-', offset), whole.lastIndexOf('’', offset), whole.lastIndexOf('\'', offset)) + 1
    const rest = /['’-]/.exec(whole.slice(offset))
    const word = whole.slice(from, rest ? offset + rest.index : whole.length).replace(/\?$/, (mark) => (offset + 1 === whole.length ? mark : ''))
    const key = keyOf(word)
    const same = own.get(key)
    const found = (same === word ? undefined : same) ?? listed.get(key) ?? listed.get(key.toLowerCase())
    // The letter that stands where the gap is; several signs in a row may have been one letter.
    const letter = found?.[keyOf(word.slice(0, offset - from)).length]
    return letter !== undefined && NOT_ASCII.test(letter) ? letter : undefined
  }
}
