/** The text of an XML element: decoded with its places, and written back. */
import { decodeReference } from '../html/character-references.ts'
import type { DecodedText } from '../decoded-text.ts'

// Feeds write `&nbsp;` though XML knows five names only.
const REFERENCE = /&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][\dA-Za-z]{0,30});/g

/** Decodes a stretch of text between tags into a text that grows. */
export function decodeXml(source: string, start: number, end: number, into: DecodedText): void {
  let from = start
  for (const { 0: reference, index } of source.slice(start, end).matchAll(REFERENCE)) {
    const shown = decodeReference(reference)
    if (shown === reference) continue
    into.plain(from, start + index)
    from = start + index + reference.length
    into.decoded(shown, start + index, from)
  }
  into.plain(from, end)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Writes text between tags. */
export function encodeXml(text: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  return /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/.test(text) ? undefined : text.replace(/[&<>]/g, (character) => ENTITIES[character]!)
}

/** Writes text into a CDATA section, where it must not hold the section's end. */
export function encodeCdata(text: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  return /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff\]]|^>/.test(text) ? undefined : text
}
