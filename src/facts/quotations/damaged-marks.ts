/**
 * Shows where quotation marks stand that were damaged or are written in code, so that what they enclose is known as
 * quoted.
 */

// The bytes of UTF-8 beyond the first, read as Windows-1252.
const BYTE = '\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const DAMAGED = new RegExp(
  `&(?:amp;)*(?:[lr]dquo|quot|bdquo|[lr]aquo|#(?:34|822[0-2]|171|187)|#x(?:22|201[CcDdEe]));|[ÂÃâ][${BYTE}]{1,2}(?:[ÂÃâ]?[${BYTE}]{1,2}){0,4}`,
  'g',
)
const HAS_DAMAGE = new RegExp(`&(?:amp;|[lrb]?[dq]|[lr]a|#)|[ÂÃâ][${BYTE}]`)
const OPENING = /^(?:&(?:amp;)*(?:ldquo|bdquo|laquo|#(?:8220|8222|171)|#x201[CcEe]);|â€œ|â€ž|Â«|Ã¢â‚¬Å“)$/
const CLOSING = /^(?:&(?:amp;)*(?:rdquo|raquo|#(?:8221|187)|#x201[Dd]);|â€\u009D?|Â»|Ã¢â‚¬\u009D?)$/

/**
 * A text of the same length in which damaged quotation marks are whole and other damage is letters: “â€œWe donâ€™t”
 * becomes “  “We donxxxt”. A sound text comes back as it is.
 */
export function withWholeMarks(text: string): string {
  if (!HAS_DAMAGE.test(text)) return text
  return text.replace(DAMAGED, (damaged, at: number) => {
    const fill = ' '.repeat(damaged.length - 1)
    if (OPENING.test(damaged)) return `${fill}“`
    if (CLOSING.test(damaged)) return `”${fill}`
    if (!damaged.startsWith('&')) return 'x'.repeat(damaged.length)
    return /[\p{L}\d]/u.test(text[at + damaged.length] ?? '') ? `${fill}"` : `"${fill}`
  })
}
