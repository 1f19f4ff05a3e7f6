/** Finds the fields of TOML front matter, with exact positions. */
import { parse, TomlError } from 'smol-toml'
import type { Encode } from '#copy'
import { ScalarPieces, valueOf, type Field, type ScalarPiece } from './field.ts'
import type { FrontMatter } from './front-matter.ts'
import { findPublicationDate } from '../publication-date.ts'
import { scanToml } from './toml-strings.ts'

const DEEPEST = 50
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\',
}
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** Reads TOML that stands in the source from `start` to `end`. */
export function readToml(source: string, start: number, end: number): FrontMatter {
  const toml = source.slice(start, end).replace(/\r(?!\n)/g, '\n')
  try {
    parse(toml, { maxDepth: DEEPEST })
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const at = start + offsetOf(toml, error.line, error.column)
    return {
      fields: [],
      error: { message: error.message.replace(/^Invalid TOML document: /, ''), start: at, end: Math.min(at + 1, end) },
    }
  }
  const fields: Field[] = []
  const dates = new Map<string, string>()
  for (const { path, start: from, end: to, isString } of scanToml(toml)) {
    const token = toml.slice(from, to)
    const field = isString ? toField(source, toml, start, from, to, path.join('.')) : undefined
    if (field) fields.push(field)
    if (path.length === 1 && !dates.has(path[0]!)) dates.set(path[0]!, field ? valueOf(field.pieces) : token.trim())
  }
  return { fields, date: findPublicationDate(dates) }
}

/** The offset of a line and a column, which count from 1. */
function offsetOf(toml: string, line: number, column: number): number {
  let at = 0
  for (let passed = 1; passed < line && at >= 0; passed++) at = toml.indexOf('\n', at) + 1
  return Math.min(toml.length, at + column - 1)
}

/** A string whose pieces don't make the value that the parser reads is passed over. */
function toField(
  source: string,
  toml: string,
  shift: number,
  from: number,
  to: number,
  key: string,
): Field | undefined {
  const token = toml.slice(from, to)
  const quote = /^(?:"""|'''|"|')/.exec(token)![0]
  const own = stringPieces(toml, from + quote.length, to - quote.length, quote)
  if (valueOf(own) !== tomlValue(token)) return undefined
  const pieces = own.map((piece) => ({ ...piece, start: piece.start + shift, end: piece.end + shift }))
  return { key, pieces, encode: encodeString(source, from + shift, to + shift, quote, pieces) }
}

const LINE_ENDS = /(?:\r\n|\n)(?:[ \t]*(?:\r\n|\n))*/y
const CONTINUATION = /\\[ \t]*(?:\r\n|\n)[ \t\r\n]*/y

function stringPieces(toml: string, start: number, end: number, quote: string): readonly ScalarPiece[] {
  const pieces = new ScalarPieces(toml)
  // A line end right behind the opening quotes isn't part of the value.
  let from = quote.length === 3 ? start + /^(?:\r\n|\n)?/.exec(toml.slice(start, start + 2))![0].length : start
  for (let at = from; at < end; at = Math.max(at + 1, from)) {
    const character = toml[at]
    if (character === '\n' || character === '\r') {
      LINE_ENDS.lastIndex = at
      const ends = LINE_ENDS.exec(toml)?.[0] ?? character
      pieces.plain(from, at)
      from = at + ends.length
      pieces.decoded(ends.replaceAll('\r\n', '\n'), at, from, ends.match(/\n/g)!.length > 1 ? 'paragraph' : 'line')
    } else if (character === '\\' && quote[0] === '"') {
      pieces.plain(from, at)
      const { text, length } = escapeAt(toml, at)
      from = at + length
      pieces.decoded(text, at, from)
    }
  }
  pieces.plain(from, end)
  return pieces.all
}

function escapeAt(toml: string, at: number): { text: string; length: number } {
  CONTINUATION.lastIndex = at
  const continuation = CONTINUATION.exec(toml)
  if (continuation) return { text: '', length: continuation[0].length }
  const code = toml[at + 1] ?? ''
  const digits = HEX[code]
  if (digits === undefined) return { text: ESCAPES[code] ?? code, length: 2 }
  const point = parseInt(toml.slice(at + 2, at + 2 + digits), 16)
  return { text: point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', length: 2 + digits }
}

/** An edit is written only where TOML then reads what was meant. */
function encodeString(
  source: string,
  start: number,
  end: number,
  quote: string,
  pieces: readonly ScalarPiece[],
): Encode {
  return (text, at) => {
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x1f\x7f]/.test(text)) return undefined
    const written = quote[0] === '"' ? text.replace(/["\\]/g, '\\$&') : text
    const token = source.slice(start, at.start) + written + source.slice(at.end, end)
    return tomlValue(token.replace(/\r(?!\n)/g, '\n')) === valueOf(pieces, text, at) ? written : undefined
  }
}

function tomlValue(token: string): unknown {
  try {
    const { k } = parse(`k = ${token}`)
    return typeof k === 'string' ? k.replaceAll('\r\n', '\n') : k
  } catch {
    return undefined
  }
}
