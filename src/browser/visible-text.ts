/** Writes what would show nothing, or reorder what stands beside it, as its number. */

// Control characters, marks that reorder a line, characters that show nothing, halves of a surrogate pair.
const INVISIBLE =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDFFF]/gu

/** The text with such characters as U+202E. */
export function visibleText(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}
