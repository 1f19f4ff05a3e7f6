/** The text of a JSON string: decoded with its places, and written back. */
import { DecodedText } from '../markup/decoded-text.ts'

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
const ESCAPE = /\\(?:u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|[^])/g

/** Decodes what stands between the quotes of a string. */
export function decodeJson(source: string, start: number, end: number): DecodedText {
  const decoded = new DecodedText(source, start)
  let from = start
  for (const { 0: escape, index } of source.slice(start, end).matchAll(ESCAPE)) {
    decoded.plain(from, start + index)
    from = start + index + escape.length
    decoded.decoded(decodeEscape(escape), start + index, from)
  }
  decoded.plain(from, end)
  return decoded
}

function decodeEscape(escape: string): string {
  if (escape.length < 6) return ESCAPES[escape[1]!] ?? escape.slice(1)
  return escape
    .match(/[\dA-Fa-f]{4}/g)!
    .map((hex) => String.fromCharCode(parseInt(hex, 16)))
    .join('')
}

/** Writes text into a JSON string, and so that no script around it ends: `<` as `\u003c`. */
export function encodeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('<', '\\u003c')
}
