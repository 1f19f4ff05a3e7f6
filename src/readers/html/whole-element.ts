/** What to delete from HTML to delete an element. */
import { sourceSpan, type SourceSpan } from '#story'

/** Elements that hold nothing but one text, as a rule, and that a page can do without. */
export const DELETABLE: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section'])

/** An element from its start tag to its end tag, and the rest of its lines where there is nothing else on them. */
export function wholeElement(source: string, start: number, end: number): SourceSpan {
  let from = start
  while (from > 0 && isSpace(source.charCodeAt(from - 1))) from--
  let to = end
  while (to < source.length && isSpace(source.charCodeAt(to))) to++
  const isFirst = from === 0 || isEol(source.charCodeAt(from - 1))
  const isLast = to === source.length || isEol(source.charCodeAt(to))
  if (!isFirst || !isLast) return sourceSpan(start, end)
  return sourceSpan(from, to + (source.startsWith('\r\n', to) ? 2 : to < source.length ? 1 : 0))
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

function isEol(code: number): boolean {
  return code === 10 || code === 13
}
