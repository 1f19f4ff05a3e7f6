/** Shows a stretch of an article with the words around it, on one line. */

/** A stretch of a text, in its UTF-16 units. */
export interface TextStretch {
  readonly start: number
  readonly end: number
}

// Far more than any word holds, so that cutting costs the same in any text.
const UNITS_PER_WORD = 16

/**
 * The stretch between ⟦ and ⟧, with whole words on either side; a line's end shows as ⏎.
 * @param words How many words on either side.
 */
export function contextOf(text: string, { start, end }: TextStretch, words: number): string {
  const reach = words * UNITS_PER_WORD
  const before = text.slice(Math.max(0, start - reach), start).match(/\S+\s*/g) ?? []
  const after = text.slice(end, end + reach).match(/\s*\S+/g) ?? []
  const left = before.slice(-words).join('')
  const right = after.slice(0, words).join('')
  const marked = oneLine(`${left}⟦${text.slice(start, end)}⟧${right}`)
  return `${left.length < start ? '…' : ''}${marked}${end + right.length < text.trimEnd().length ? '…' : ''}`
}

function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}
