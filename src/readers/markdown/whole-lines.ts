/** What to delete from Markdown to delete a block of it, where that leaves its neighbours as they are. */
import { sourceSpan, type SourceSpan } from '#story'
import { followsGap, isBlank, lineEnd, lineStart, nextLine } from './source-lines.ts'

/**
 * The lines of a block at the top level, and one of the two gaps around it. Its neighbours mustn't grow together, so there
 * is nothing to delete where it has no blank line on either side (a list's items may do without), or where indented copy
 * follows, which a list would take.
 * @param top Where the copy starts, after the front matter.
 */
export function wholeLines(source: string, start: number, end: number, top: number, isItem: boolean): SourceSpan | undefined {
  const from = lineStart(source, start, top)
  const last = lineEnd(source, end)
  if (!isBlank(source, from, start) && !isMark(source.slice(from, start))) return undefined
  const gapBefore = followsGap(source, from, top)
  let next = nextLine(source, last)
  const gapAfter = next >= source.length || isBlank(source, next, lineEnd(source, next))
  if (!gapBefore && !gapAfter && !isItem) return undefined
  let following = next
  while (following < source.length && isBlank(source, following, lineEnd(source, following))) {
    following = nextLine(source, lineEnd(source, following))
  }
  if (following >= source.length) return sourceSpan(endOfCopyBefore(source, from, top), last)
  if (/^(?: {4}| {0,3}\t)/.test(source.slice(following, following + 4))) return undefined
  if (gapBefore) next = following
  return sourceSpan(from, next)
}

/** A block at the end of the file goes with the gap before it; the file's last line end stays. */
function endOfCopyBefore(source: string, from: number, top: number): number {
  let at = from
  while (at > top && /\s/.test(source[at - 1]!)) at--
  return at
}

/** What stands before the text of a list item or a heading. */
function isMark(prefix: string): boolean {
  return /^ {0,3}(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]*(?:\[[ xX]\][ \t]*)?$/.test(prefix)
}
