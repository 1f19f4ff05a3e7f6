/** Writes edits into HTML: text between tags, and the values of attributes. */
import type { Encode } from '#copy'
import type { SourceSpan } from '#text'
import { keepsMasks } from '../templates/masks.ts'
import { decodeReference } from './character-references.ts'

// A backtick and a bar mean nothing in HTML, but much in the Markdown around it.
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '|': '&#124;',
}

/** Edits of text between tags; one that takes in a tag is none. */
export function encodeHtmlText(source: string): Encode {
  return (text, at) => {
    const old = source.slice(at.start, at.end)
    // In Markdown, a `>` before a template's tag leaves it a line for itself.
    if (
      old.includes('<')
      || /^\s*>[\s>]*$/.test(old)
      || !keepsMasks(source, at.start, at.end, text)
      || !keepsDefinitions(source, at, text)
    )
      return undefined
    return encode(text, /[&<>`]/g, source, at)
  }
}

/** Edits of an attribute's value in quotes. */
export function encodeAttribute(source: string): Encode {
  return (text, at) =>
    !keepsMasks(source, at.start, at.end, text) ? undefined : encode(text, /[&<>"'`|]/g, source, at)
}

// How far from an edit a definition is looked for.
const NEAR = 100
const DEFINITION = /\[[^[\]\n\r]+\]:/g

/** In Markdown, “[^1]:” in the middle of HTML may be what a footnote's mark further down hangs on. */
function keepsDefinitions(source: string, at: SourceSpan, text: string): boolean {
  const before = source.slice(Math.max(0, at.start - NEAR), at.start)
  const after = source.slice(at.end, at.end + NEAR)
  const definitionsWith = (middle: string): string => (before + middle + after).match(DEFINITION)?.join('\n') ?? ''
  return definitionsWith(source.slice(at.start, at.end)) === definitionsWith(text)
}

function encode(text: string, special: RegExp, source: string, at: SourceSpan): string | undefined {
  if (/[\n\r\0]/.test(text) || /<[/!?]?$/.test(source.slice(Math.max(0, at.start - 2), at.start))) return undefined
  const written = text.replace(special, (character) => ENTITIES[character]!)
  return completesReference(written, source, at) ? undefined : written
}

/** Half a reference before the edit (the `&` of “R&D”) that the edit would complete. */
function completesReference(written: string, source: string, at: SourceSpan): boolean {
  const half = /&#?[\dA-Za-z]{0,40}$/.exec(source.slice(Math.max(0, at.start - 42), at.start))
  if (!half) return false
  const whole = /^[#\dA-Za-z]*;?/.exec(half[0].slice(1) + written + source.slice(at.end, at.end + 40))![0]
  return decodeReference(`&${whole}`) !== `&${whole}`
}
