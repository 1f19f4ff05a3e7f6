/** Decodes text that was written as UTF-8 and read in another code page: “donâ€™t” is “don’t”. */
import { CODE_PAGES, type CodePage } from './code-pages.ts'
import { isLarge, isLetter, isSmall, type Damage } from './damage.ts'

/** A stretch of text that is UTF-8 misread. */
interface Decoded {
  readonly end: number
  readonly text: string
}

/** A sequence of bytes that is one character in UTF-8. */
interface Sequence {
  readonly end: number
  readonly lead: number
  readonly second: number
  readonly code: number
}

const PAGES = Object.keys(CODE_PAGES) as readonly CodePage[]
// What a decoded text is decoded again at most: “Ã¢â‚¬â„¢” takes two turns, and copy that has seen three systems three.
const MOST_TURNS = 4
// Sequences that are looked at in one go, so that a text of nothing else is read in linear time.
const LONGEST_CHAIN = 32
const CANDIDATE = /[^\x00-\x7F](?=[^\x00-\x7F])|[ÂÃ](?= )/g
// Signs that stand at the end of words and quotations, so that “MAMÃ”” may be right.
const CLOSING = /[‘’“”…–—™»]/

const CYRILLIC: ReadonlySet<CodePage> = new Set(['windows-1251', 'IBM 866', 'KOI8-R'])

const isAscii = (character: string | undefined): boolean => character !== undefined && /[A-Za-z]/.test(character)

let bytes: ReadonlyMap<CodePage, ReadonlyMap<string, number>> | undefined

/** The byte of each character, by code page; a control character is the byte of its number, as in Latin-1. */
function bytesOf(page: CodePage): ReadonlyMap<string, number> {
  bytes ??= new Map(PAGES.map((name) => [name, new Map([
    ...Array.from({ length: 32 }, (_, index) => [String.fromCharCode(0x80 + index), 0x80 + index] as const),
    ...[...CODE_PAGES[name]].map((character, index) => [character, 0x80 + index] as const),
  ])]))
  return bytes.get(page)!
}

/** The character of a byte of windows-1252, by number; pages on the web mean it where they say 128 to 159. */
export function fromWindows1252(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? CODE_PAGES['windows-1252'][byte - 0x80]! : String.fromCharCode(byte)
}

/**
 * Finds the misread stretches of a text.
 * @param isNoBreak Whether the space at an offset stands for a no-break space of the source: it is the second byte of “Â ”.
 */
export function* findMojibake(text: string, isNoBreak: (at: number) => boolean): Iterable<Damage> {
  CANDIDATE.lastIndex = 0
  for (let from = 0; ;) {
    CANDIDATE.lastIndex = from
    const start = CANDIDATE.exec(text)?.index
    if (start === undefined) return
    const found = decodeAt(text, start, isNoBreak)
    if (found) {
      const lost = found.text.includes('\uFFFD')
      yield { start, end: found.end, kind: lost ? 'lost' : 'encoding', repair: lost ? undefined : found.text, certain: !lost }
    }
    from = found?.end ?? start + 1
  }
}

/** The longest stretch from an offset on that some code page makes UTF-8 of, decoded to its end. */
function decodeAt(text: string, at: number, isNoBreak: (at: number) => boolean): Decoded | undefined {
  let best: Decoded | undefined
  for (const page of PAGES) {
    const sequences = readSequences(text, at, page, isNoBreak)
    const last = sequences.at(-1)
    if (!last || (best && best.end >= last.end) || !isPlausible(text, at, sequences, page)) continue
    best = { end: last.end, text: sequences.map(({ code }) => String.fromCodePoint(code)).join('') }
  }
  return best && { end: best.end, text: decodeAgain(best.text) }
}

function decodeAgain(once: string): string {
  let text = once
  for (let turn = 1; turn < MOST_TURNS; turn++) {
    const before = text
    for (let at = text.length - 1; at >= 0; at--) {
      const inner = text.charCodeAt(at) > 0x7f ? decodeOnce(text, at) : undefined
      if (inner) text = text.slice(0, at) + inner.text + text.slice(inner.end)
    }
    if (text === before) break
  }
  return text.replaceAll(/[\x80-\x9F]/g, (control) => fromWindows1252(control.charCodeAt(0)))
    .replaceAll('\u00A0', ' ').replaceAll(/[\u00AD\uFEFF\u200B]/g, '')
}

function decodeOnce(text: string, at: number): Decoded | undefined {
  for (const page of PAGES) {
    const sequences = readSequences(text, at, page, () => false)
    const last = sequences.at(-1)
    if (last && isPlausible(text, at, sequences, page)) {
      return { end: last.end, text: sequences.map(({ code }) => String.fromCodePoint(code)).join('') }
    }
  }
  return undefined
}

/** The sequences that follow one another from an offset on. */
function readSequences(text: string, at: number, page: CodePage, isNoBreak: (at: number) => boolean): readonly Sequence[] {
  const table = bytesOf(page)
  const sequences: Sequence[] = []
  for (let from = at; sequences.length < LONGEST_CHAIN;) {
    const lead = table.get(text[from] ?? '')
    const more = lead === undefined || lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
    if (lead === undefined || more === 0) return sequences
    let code = lead & (0x3f >> more)
    let second = 0
    for (let index = 1; index <= more; index++) {
      const character = text[from + index] ?? ''
      const byte = character === ' ' && isNoBreak(from + index) ? 0xa0 : table.get(character)
      if (byte === undefined || byte < 0x80 || byte > 0xbf) return sequences
      if (index === 1) second = byte
      code = (code << 6) | (byte & 0x3f)
    }
    const shortest = [0, 0x80, 0x800, 0x10000][more]!
    if (code < shortest || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return sequences
    from += more + 1
    sequences.push({ end: from, lead, second, code })
  }
  return sequences
}

/** Whether sequences of bytes are a misread text, and not letters and signs that happen to stand side by side. */
function isPlausible(text: string, at: number, sequences: readonly Sequence[], page: CodePage): boolean {
  const [first] = sequences as readonly [Sequence, ...Sequence[]]
  if (sequences.length >= 4 && sequences.every(({ lead }) => lead === 0xd0 || lead === 0xd1)) return true
  const { lead, second, code, end } = first
  if (lead === 0xe2) return second <= 0x9f
  if (lead === 0xf0) return second === 0x9f
  if (lead === 0xef) return code === 0xfeff || code === 0xfffd || (second >= 0xac && second <= 0xb8)
  const before = text[at - 1]
  const after = text[sequences.at(-1)!.end]
  // “MAMÃ”” is a word of capitals and a quotation mark.
  if (CLOSING.test(text[end - 1]!) && isLarge(before) && !isLetter(after)) return false
  if (lead === 0xc2) return page === 'windows-1252' || page === 'windows-1250' || /[¡-¿\u00A0]/.test(String.fromCharCode(code))
  // In Russian the letters that these bytes are in a Cyrillic page stand side by side every day: “Молодёжная”.
  const isJoined = CYRILLIC.has(page) ? isAscii(before) || isAscii(after) : isLetter(before) || isLetter(after)
  if (lead === 0xc3) return page === 'windows-1252' || isJoined
  if (lead <= 0xc5) return isJoined
  if (page !== 'windows-1252') return false
  // Vietnamese: “Viá»‡t”.
  if (lead === 0xe1 && second >= 0xb8 && second <= 0xbb) return isLetter(before) || isLetter(after)
  if (sequences.length >= 2) return sequences.every((one) => one.lead > 0xc5 || isLetter(String.fromCodePoint(one.code)))
  return isSmall(before) && isSmall(after) && isLetter(String.fromCodePoint(code))
}
