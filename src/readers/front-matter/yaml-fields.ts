/** Finds the fields of YAML front matter, with exact positions. */
import { isMap, isScalar, isSeq, parse, parseDocument, type Scalar } from 'yaml'
import type { Encode } from '#story'
import { valueOf, type Field, type ScalarPiece } from './field.ts'
import { findPublicationDate } from './publication-date.ts'
import type { FrontMatter } from './read-front-matter.ts'
import { scalarPieces, type ScalarStyle } from './yaml-scalars.ts'

// Deeper than that nobody files a caption.
const DEEPEST = 20

/**
 * Reads YAML that stands in the source from `start` to `end`. Anchors and aliases are never followed.
 * @returns Nothing where it isn't keys with values, but copy between two rules.
 */
export function readYaml(source: string, start: number, end: number): FrontMatter | undefined {
  // YAML knows no lone carriage return as a line's end.
  const yaml = source.slice(start, end).replace(/\r(?!\n)/g, '\n')
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
  const [error] = document.errors
  if (error) return { fields: [], error: { message: error.message, start: start + error.pos[0], end: start + error.pos[1] } }
  if (document.contents !== null && !isMap(document.contents)) return undefined
  const fields: Field[] = []
  const dates = new Map<string, string>()
  const read = (node: unknown, path: readonly string[], inFlow: boolean): void => {
    if (path.length > DEEPEST) return
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key)) read(value, [...path, String(key.value)], inFlow || node.flow === true)
      }
    } else if (isSeq(node)) {
      for (const item of node.items) read(item, path, inFlow || node.flow === true)
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      if (path.length === 1 && !dates.has(path[0]!)) dates.set(path[0]!, node.value)
      const field = toField(yaml, source, start, node as Scalar<string>, path.join('.'), inFlow)
      if (field) fields.push(field)
    }
  }
  read(document.contents, [], false)
  return { fields, date: findPublicationDate(dates) }
}

function toField(yaml: string, source: string, shift: number, node: Scalar<string>, key: string, inFlow: boolean): Field | undefined {
  const [from, to] = node.range!
  const style = node.type as ScalarStyle
  const own = scalarPieces(yaml, from, to, style)
  const shifted = (piece: ScalarPiece): ScalarPiece => ({ ...piece, start: piece.start + shift, end: piece.end + shift })
  const isBlock = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED'
  const value = isBlock ? node.value.replace(/\n+$/, '') : node.value
  if (valueOf(own) !== value) {
    return { key, pieces: [{ text: value, start: from + shift, end: to + shift, plain: false }], encode: () => undefined }
  }
  const pieces = own.map(shifted)
  const encode = isBlock ? encodeBlock(source) : encodeFlow(source, from + shift, to + shift, style, pieces, inFlow)
  return { key, pieces, encode }
}

/** An edit of a plain or quoted scalar is written only where YAML then reads what was meant, a string as before. */
function encodeFlow(
  source: string, start: number, end: number, style: ScalarStyle, pieces: readonly ScalarPiece[], inFlow: boolean,
): Encode {
  return (text, at) => {
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x1f\x7f]/.test(text)) return undefined
    const written = escape(text, style)
    const scalar = source.slice(start, at.start) + written + source.slice(at.end, end)
    const wanted = valueOf(pieces, text, at)
    const isRead = (['1.1', '1.2'] as const).every((version) => (
      reads(scalar, wanted, version, inFlow) || !reads(source.slice(start, end), valueOf(pieces), version, inFlow)
    ))
    return isRead && reads(scalar, wanted, '1.2', inFlow) ? written : undefined
  }
}

function escape(text: string, style: ScalarStyle): string {
  if (style === 'QUOTE_SINGLE') return text.replaceAll("'", "''")
  return style === 'QUOTE_DOUBLE' ? text.replace(/["\\]/g, '\\$&') : text
}

/** Whether YAML reads a scalar as a string. Site generators differ in the version they read: in 1.1 `no` is no string. */
function reads(scalar: string, wanted: string, version: '1.1' | '1.2', inFlow: boolean): boolean {
  try {
    const yaml = inFlow ? `k: [${scalar}]` : `k: ${scalar}`
    const { k } = parse(yaml, { version, logLevel: 'error', maxAliasCount: 0 }) as { readonly k: unknown }
    return inFlow ? Array.isArray(k) && k.length === 1 && k[0] === wanted : k === wanted
  } catch {
    return false
  }
}

/** In a block scalar every letter stands for itself, but a line mustn't come to start with a space or to be blank. */
function encodeBlock(source: string): Encode {
  return (text, at) => {
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x1f\x7f]/.test(text)) return undefined
    const startsLine = /(?:^|\n)[ \t]*$/.test(source.slice(Math.max(0, at.start - 200), at.start))
    const rest = text + source.slice(at.end, at.end + 1)
    return startsLine && /^(?:\s|$)/.test(rest) ? undefined : text
  }
}
