/** Finds which stretch of the source each letter of a YAML string was read from (YAML 1.2, chapters 7.3 and 8.1). */
import { ScalarPieces, type ScalarPiece } from './field.ts'

/** How a string is written: YAML's five styles. */
export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED'

const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** The pieces of a scalar that stands in the source from `start` to `end`, quotes or block header and all. */
export function scalarPieces(source: string, start: number, end: number, style: ScalarStyle): readonly ScalarPiece[] {
  if (style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED') return blockPieces(source, start, end, style)
  return style === 'PLAIN' ? flowPieces(source, start, end, style) : flowPieces(source, start + 1, end - 1, style)
}

const FOLD = /[ \t]*(?:\r\n|\n)(?:[ \t]*(?:\r\n|\n))*[ \t]*/y

/** Plain and quoted scalars: a line's end is a space, blank lines are line feeds. */
function flowPieces(source: string, start: number, end: number, style: ScalarStyle): readonly ScalarPiece[] {
  const pieces = new ScalarPieces(source)
  let from = start
  const decode = (text: string, at: number, to: number, ends?: ScalarPiece['ends']): void => {
    pieces.plain(from, at)
    pieces.decoded(text, at, to, ends)
    from = to
  }
  for (let at = start; at < end; at = Math.max(at + 1, from)) {
    const character = source[at]
    if (character === '\n' || character === '\r') {
      let fold = at
      while (fold > from && (source[fold - 1] === ' ' || source[fold - 1] === '\t')) fold--
      FOLD.lastIndex = fold
      const folded = FOLD.exec(source)
      if (!folded) continue
      const breaks = folded[0].match(/\n/g)!.length
      decode(
        breaks === 1 ? ' ' : '\n'.repeat(breaks - 1),
        fold,
        Math.min(end, fold + folded[0].length),
        breaks === 1 ? undefined : 'paragraph',
      )
    } else if (style === 'QUOTE_SINGLE' && character === "'" && source[at + 1] === "'" && at + 1 < end) {
      decode("'", at, at + 2)
    } else if (style === 'QUOTE_DOUBLE' && character === '\\') {
      const { text, length } = escapeAt(source, at)
      decode(text, at, at + length)
    }
  }
  pieces.plain(from, end)
  return pieces.all
}

function escapeAt(source: string, at: number): { text: string; length: number } {
  const code = source[at + 1] ?? ''
  if (code === '\n' || code === '\r') {
    // A backslash at a line's end joins it to the next line.
    FOLD.lastIndex = at + 1
    const folded = FOLD.exec(source)![0]
    return { text: '\n'.repeat(folded.match(/\n/g)!.length - 1), length: 1 + folded.length }
  }
  const digits = HEX[code]
  if (digits === undefined) return { text: ESCAPES[code] ?? code, length: 2 }
  const point = parseInt(source.slice(at + 2, at + 2 + digits), 16)
  return { text: point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', length: 2 + digits }
}

/** Block scalars, line by line: `|` keeps line ends, `>` makes spaces of them, but keeps them round indented lines. */
function blockPieces(source: string, start: number, end: number, style: ScalarStyle): readonly ScalarPiece[] {
  const pieces = new ScalarPieces(source)
  const lines = contentLines(source, start, end)
  const first = lines.find(({ at, stop }) => source.slice(at, stop).trim() !== '')
  if (!first) return []
  const explicit = /\d/.exec(source.slice(start, source.indexOf('\n', start)).replace(/#.*/, ''))
  // An explicit indent counts from the parent's, which isn't known here; such a scalar is rare and fails its check.
  const indent = explicit ? Number(explicit[0]) : /^ */.exec(source.slice(first.at, first.stop))![0].length
  let last: { readonly end: number; readonly indented: boolean } | undefined
  let blanks = 0
  for (const { at, stop } of lines) {
    const from = Math.min(stop, at + indent)
    if (source.slice(at, stop).trim() === '' && stop - at <= indent) {
      blanks++
      continue
    }
    const indented = source[from] === ' ' || source[from] === '\t'
    if (!last && blanks > 0) pieces.decoded('\n'.repeat(blanks), from, from, 'paragraph')
    else if (last) lineBreak(pieces, last.end, from, blanks, style === 'BLOCK_LITERAL' || last.indented || indented)
    pieces.plain(from, stop)
    last = { end: stop, indented }
    blanks = 0
  }
  return pieces.all
}

function lineBreak(pieces: ScalarPieces, start: number, end: number, blanks: number, keeps: boolean): void {
  if (keeps) pieces.decoded('\n'.repeat(blanks + 1), start, end, blanks > 0 ? 'paragraph' : 'line')
  else pieces.decoded(blanks > 0 ? '\n'.repeat(blanks) : ' ', start, end, blanks > 0 ? 'paragraph' : undefined)
}

/** The lines under a block scalar's header, without their ends. */
function contentLines(
  source: string,
  start: number,
  end: number,
): readonly { readonly at: number; readonly stop: number }[] {
  const lines: { at: number; stop: number }[] = []
  let at = source.indexOf('\n', start) + 1
  while (at > 0 && at < end) {
    const feed = source.indexOf('\n', at)
    const next = feed < 0 || feed >= end ? end : feed
    lines.push({ at, stop: source[next - 1] === '\r' ? next - 1 : next })
    at = next + 1
  }
  return lines
}
