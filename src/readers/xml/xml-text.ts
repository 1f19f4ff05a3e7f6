/** The text of an XML element: decoded with its places, and written back. */
import { decodeReference } from '../html/character-references.ts'
import type { SourceSpan } from '#text'
import type { DecodedText } from '../markup/decoded-text.ts'

/** A reference to a character; feeds write `&nbsp;` though XML knows five names only. */
export const REFERENCE = /&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][\dA-Za-z]{0,30});/g

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

/** Writes text between tags, in place of a stretch of the source. */
export function encodeXml(text: string, source: string, at: SourceSpan): string | undefined {
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/.test(text)) return undefined
  const written = text.replace(/[&<>]/g, (character) => ENTITIES[character]!)
  return completesReference(written, source, at) ? undefined : written
}

// The longest reference there is has 33 letters.
const NEAR = 40

/** Half a reference before the edit (the `&` of “R&D”) that the edit would complete. */
function completesReference(written: string, source: string, { start, end }: SourceSpan): boolean {
  const half = /&#?[\dA-Za-z]*$/.exec(source.slice(Math.max(0, start - NEAR), start))
  return half !== null && new RegExp(`^${REFERENCE.source}`).test(half[0] + written + source.slice(end, end + NEAR))
}

/** Writes text into a CDATA section, where it must not hold the section's end. */
export function encodeCdata(text: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  return /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff\]]|^>/.test(text) ? undefined : text
}
