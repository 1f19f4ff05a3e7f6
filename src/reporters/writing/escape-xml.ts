/** Escapes text for XML and HTML, in elements and in attributes alike. */
import { escapeUnprintable } from './printable.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
// Besides the five: what commands a build server that prints the report, and two characters that XML forbids.
const SPECIAL = /[&<>"'\uFFFE\uFFFF]|:(?=:)|#(?=#)/g

/** The text with entities; what can't be shown, or may not stand in XML, is written as its number: \u001B. */
export function escapeXml(text: string): string {
  return escapeUnprintable(text).replace(SPECIAL, (character) => {
    const code = character.charCodeAt(0)
    return ENTITIES[character] ?? (code >= 0xfffe ? `\\u${code.toString(16).toUpperCase()}` : `&#${code};`)
  })
}

/** The attributes of an element, each with a space before it; one that is undefined is left out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('')
}
