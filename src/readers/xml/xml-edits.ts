/**
 * Writes edits between the tags of XML: escaped, or into a CDATA section, and never so that a broken tag finds its end.
 */
import { firstIndex, type SourceSpan } from '#text'
import { LONGEST_TAG } from './scan-xml.ts'

/**
 * Whether an edit might give an end to a tag that has none, or take it away.
 * @param endless Where such tags start, in order.
 */
export function touchesEndless(source: string, endless: readonly number[], text: string, at: SourceSpan): boolean {
  const last = endless[firstIndex(endless.length, (index) => endless[index]! >= at.start) - 1]
  if (last === undefined || at.start - last >= LONGEST_TAG) return false
  // Right behind a `<`, a letter may do as well: “<% z” isn't the start of a tag, and “<z” is.
  return !source.slice(last, at.start).includes('>') || /["'<>]/.test(source.slice(at.start, at.end) + text)
}
