/** The way from a stretch of HTML in Markdown to its source, where a blockquote or a list may indent each line. */
import type { HtmlStretch } from '../html/html-reader.ts'
import { lineEnd, nextLine } from './source-lines.ts'

/**
 * @param value The HTML as the parser has it, which stands in the source from `start` to `end`.
 * @returns Nothing where the lines of the two don't fit each other.
 */
export function htmlStretch(
  source: string,
  start: number,
  end: number,
  value: string,
  quoted: boolean,
): HtmlStretch | undefined {
  // The parser reads NUL as U+FFFD.
  if (end - start === value.length && source.slice(start, end).replaceAll('\0', '\uFFFD') === value) {
    return { html: value, toSource: (offset) => start + offset, quoted }
  }
  const shifts: { readonly valueStart: number; readonly sourceStart: number; readonly shift: number }[] = []
  let at = start
  for (let from = 0; from <= value.length;) {
    const valueEnd = lineEnd(value, from)
    const sourceEnd = Math.min(lineEnd(source, at), end)
    if (!source.slice(at, sourceEnd).endsWith(value.slice(from, valueEnd).trimStart())) return undefined
    shifts.push({ valueStart: from, sourceStart: at, shift: sourceEnd - valueEnd })
    if (valueEnd === value.length) break
    from = nextLine(value, valueEnd)
    at = nextLine(source, sourceEnd)
  }
  let line = 0
  const toSource = (offset: number): number => {
    // HTML is read from its start to its end, save for attributes.
    while (line > 0 && shifts[line]!.valueStart > offset) line--
    while (line + 1 < shifts.length && shifts[line + 1]!.valueStart <= offset) line++
    const { sourceStart, shift } = shifts[line]!
    return Math.max(sourceStart, offset + shift)
  }
  return { html: value, toSource, quoted }
}
