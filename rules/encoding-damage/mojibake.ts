/** Decodes text that was written as UTF-8 and read in another code page: “donâ€™t” is “don’t”. */
import { around } from '#rule'
import { CODE_PAGES, type CodePage } from './code-pages.ts'
import type { Damage } from './damage.ts'
import { isMisread, type Sequence } from './misread.ts'

/** A stretch of text that is UTF-8 misread. */
interface MisreadStretch {
  readonly end: number
  readonly text: string
}

/**
 * The byte that a space of the text was in the source, where it wasn't a plain one: A0 for a no-break space, 85 for the
 * ellipsis.
 */
export type ByteAt = (at: number) => number | undefined

const PAGES = Object.keys(CODE_PAGES) as readonly CodePage[]
// What a decoded text is decoded again at most: “Ã¢â‚¬â„¢” takes two turns, and copy that has seen three systems three.
const MOST_TURNS = 4
// Sequences that are looked at in one go, so that a text of nothing else is read in linear time.
const LONGEST_CHAIN = 32
const CANDIDATE = /[^\x00-\x7F](?=[^\x00-\x7F])|[\u00C2-\u00F4Р](?= )/g
let bytes: ReadonlyMap<CodePage, ReadonlyMap<string, number>> | undefined

/** The byte of each character, by code page; a control character is the byte of its number, as in Latin-1. */
function bytesOf(page: CodePage): ReadonlyMap<string, number> {
  bytes ??= new Map(
    PAGES.map((name) => [
      name,
      new Map([
        ...Array.from({ length: 32 }, (_, index) => [String.fromCharCode(0x80 + index), 0x80 + index] as const),
        ...[...CODE_PAGES[name]].map((character, index) => [character, 0x80 + index] as const),
      ]),
    ]),
  )
  return bytes.get(page)!
}

/** The character of a byte of windows-1252, by number; pages on the web mean it where they say 128 to 159. */
export function fromWindows1252(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? CODE_PAGES['windows-1252'][byte - 0x80]! : String.fromCharCode(byte)
}

/**
 * Finds the misread stretches of a text.
 * @param byteAt The byte that the space at an offset stands for: a no-break space is the second byte of “Â ”.
 */
export function* findMojibake(text: string, byteAt: ByteAt): Iterable<Damage> {
  CANDIDATE.lastIndex = 0
  for (let from = 0; ;) {
    CANDIDATE.lastIndex = from
    const start = CANDIDATE.exec(text)?.index
    if (start === undefined) return
    const found = decodeAt(text, start, byteAt)
    if (found) {
      const lost = found.text.includes('\uFFFD')
      // A letter before a no-break space may be half of another: “Å ” is “Š”.
      const isHalf = /[\u00C0-\u024F]\u00A0/.test(found.text)
      yield {
        start,
        end: found.end,
        kind: lost ? 'lost' : 'encoding',
        repair: lost ? undefined : asCopy(found.text),
        certain: !lost && !isHalf,
      }
    }
    from = found?.end ?? start + 1
  }
}

/** The longest stretch from an offset on that some code page makes UTF-8 of, decoded to its end. */
function decodeAt(text: string, at: number, byteAt: ByteAt): MisreadStretch | undefined {
  let best: MisreadStretch | undefined
  for (const page of PAGES) {
    const sequences = readSequences(text, at, page, byteAt)
    const last = sequences.at(-1)
    if (!last || (best && best.end >= last.end) || !isMisread(text, at, sequences, page)) continue
    best = { end: last.end, text: sequences.map(({ code }) => String.fromCodePoint(code)).join('') }
  }
  if (!best) return undefined
  const near = around(text, { start: at, end: best.end })
  return { end: best.end, text: decodeAgain(best.text, near.before(2), near.behind(2)) }
}

/** What was decoded once is decoded again, between the letters that stand around it. */
function decodeAgain(once: string, before: string, after: string): MisreadStretch['text'] {
  let text = before + once + after
  for (let turn = 1; turn < MOST_TURNS; turn++) {
    const unchanged = text
    for (let at = before.length; at < text.length - after.length; at++) {
      const inner = text.charCodeAt(at) > 0x7f ? decodeOnce(text, at) : undefined
      if (!inner || inner.end > text.length - after.length) continue
      text = text.slice(0, at) + inner.text + text.slice(inner.end)
      at += inner.text.length - 1
    }
    if (text === unchanged) break
  }
  return text.slice(before.length, text.length - after.length)
}

/**
 * A decoded text as copy writes it: controls as the signs of Windows-1252, plain spaces, and nothing that shows
 * nothing.
 */
function asCopy(text: string): string {
  return text
    .replaceAll(/[\x80-\x9F]/g, (control) => fromWindows1252(control.charCodeAt(0)))
    .replaceAll('\u00A0', ' ')
    .replaceAll(/[\u00AD\uFEFF\u200B]/g, '')
}

function decodeOnce(text: string, at: number): MisreadStretch | undefined {
  for (const page of PAGES) {
    const sequences = readSequences(text, at, page, () => undefined)
    const last = sequences.at(-1)
    if (last && isMisread(text, at, sequences, page)) {
      return { end: last.end, text: sequences.map(({ code }) => String.fromCodePoint(code)).join('') }
    }
  }
  return undefined
}

/** The sequences that follow one another from an offset on. */
function readSequences(text: string, at: number, page: CodePage, byteAt: ByteAt): readonly Sequence[] {
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
      const byte = character === ' ' ? byteAt(from + index) : table.get(character)
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
