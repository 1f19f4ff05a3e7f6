/** Writes edits into YAML strings: only where YAML then reads what was meant. */
import { parse } from 'yaml'
import type { Encode } from '#copy'
import { valueOf, type Field, type ScalarPiece } from './field.ts'
import type { ScalarStyle } from './yaml-scalars.ts'

/** An edit of a plain or quoted scalar is written only where YAML then reads what was meant, a string as before. */
export function encodeFlow(
  source: string,
  start: number,
  end: number,
  style: ScalarStyle,
  pieces: readonly ScalarPiece[],
  inFlow: boolean,
): Encode {
  return (text, at) => {
    const written = escape(text, style)
    if (written === undefined) return undefined
    const scalar = source.slice(start, at.start) + written + source.slice(at.end, end)
    const wanted = valueOf(pieces, text, at)
    const isRead = (['1.1', '1.2'] as const).every(
      (version) =>
        reads(scalar, wanted, version, inFlow) || !reads(source.slice(start, end), valueOf(pieces), version, inFlow),
    )
    return isRead && reads(scalar, wanted, '1.2', inFlow) ? written : undefined
  }
}

/** A text as a scalar of some style has it; nothing where a control character would have to be written. */
function escape(text: string, style: ScalarStyle): string | undefined {
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\x1f\x7f]/.test(text)) return undefined
  if (style === 'QUOTE_SINGLE') return text.replaceAll("'", "''")
  return style === 'QUOTE_DOUBLE' ? text.replace(/["\\]/g, '\\$&') : text
}

/**
 * Whether YAML reads a scalar as a string. Site generators differ in the version they read: in 1.1 `no` is no string.
 */
function reads(scalar: string, wanted: string, version: '1.1' | '1.2', inFlow: boolean): boolean {
  try {
    // Further lines may stand at the margin, where only this parser wants them indented.
    const indented = scalar.replaceAll('\n', '\n ')
    const yaml = inFlow ? `k: [${indented}]` : `k: ${indented}`
    const { k } = parse(yaml, { version, logLevel: 'error', maxAliasCount: 0 }) as { readonly k: unknown }
    return inFlow ? Array.isArray(k) && k.length === 1 && k[0] === wanted : k === wanted
  } catch {
    return false
  }
}

/** In a block scalar every letter stands for itself, but a line mustn't come to start with a space or to be blank. */
export function encodeBlock(source: string): Encode {
  return (text, at) => {
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x1f\x7f]/.test(text)) return undefined
    const startsLine = /(?:^|\n)[ \t]*$/.test(source.slice(Math.max(0, at.start - 200), at.start))
    const rest = text + source.slice(at.end, at.end + 1)
    return startsLine && /^(?:\s|$)/.test(rest) ? undefined : text
  }
}

/** The fields that are read from the text of an entry; offsets are the text's. */
export type ReadEntry = (text: string) => readonly Field[]

/**
 * Where no parser takes the whole, the entry is read again with the edit in place: nothing but the edited string may
 * have changed.
 * @param entry The stretch of the source that it is.
 */
export function encodeProved(
  source: string,
  entry: { readonly start: number; readonly end: number },
  style: ScalarStyle,
  field: Omit<Field, 'encode'>,
  readEntry: ReadEntry,
): Encode {
  return (text, at) => {
    const written = escape(text, style)
    // A quotation mark or a bracket may open what would reach into the next entry.
    if (written === undefined || (style === 'PLAIN' && OPENS.test(written + source.slice(at.start, at.end))))
      return undefined
    const before = readEntry(source.slice(entry.start, entry.end))
    const after = readEntry(source.slice(entry.start, at.start) + written + source.slice(at.end, entry.end))
    const index = before.findIndex(({ pieces }) => pieces[0]!.start + entry.start === field.pieces[0]!.start)
    const isProved =
      index >= 0
      && after.length === before.length
      && after.every(
        ({ key, pieces }, place) =>
          key === before[place]!.key
          && valueOf(pieces) === (place === index ? valueOf(field.pieces, text, at) : valueOf(before[place]!.pieces)),
      )
    return isProved ? written : undefined
  }
}

const OPENS = /["'[\]{}]/
