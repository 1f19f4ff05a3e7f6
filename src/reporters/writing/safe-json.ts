/** Writes JSON that a terminal and a build's log can bear. */
import { asEscape } from './printable.ts'

// JSON.stringify leaves these raw; escaped, they are the same JSON, and a terminal or a build's log stays unmoved.
const RAW = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|#(?=#)/g

/** A value as JSON, exact whatever its strings hold; `indent` spaces a level, or all on one line. */
export function safeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(RAW, (character) => asEscape(character.charCodeAt(0)))
}
