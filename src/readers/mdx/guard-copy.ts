/**
 * Keeps edits of MDX from closing what stands open: behind a brace, a tag or a backtick without its end, all up to a
 * new mark would be code.
 */
import type { CopyBuilder, Encode } from '#copy'
import { firstIndex, type SourceSpan } from '#text'
import type { CopyTarget } from '../markup/block-writer.ts'
import { LONGEST_CODE_SPAN, type MaskedMdx } from './mask-mdx.ts'
import { LONGEST } from './scan-braces.ts'

// What opens or closes an expression, a string in it, a comment, a tag.
const MARKS = /[{}"'`/*\\<>]/
const LINE_END = /[\n\r]/
// A string ends with its line, but for one that a backslash takes on to the next.
const STRING_END = /(?<!\\)(?:\\\\)*(?:\r\n?|(?<!\r)\n)/

/**
 * Where the blocks of an MDX file go: into its copy, in which no mark is written or taken away behind one that stands
 * open.
 */
export function guardCopy(
  copy: CopyBuilder,
  source: string,
  { unclosed, backticks, quotes, codeSpans }: MaskedMdx,
): CopyTarget {
  const isBehind = (marks: readonly number[], at: SourceSpan, longest: number): boolean => {
    const last = lastBefore(marks, at.end)
    return last !== undefined && at.start - last < longest
  }
  const isInString = (at: SourceSpan): boolean =>
    isBehind(quotes, at, LONGEST) && !STRING_END.test(source.slice(lastBefore(quotes, at.end), at.start))
  const guarded =
    (encode: Encode): Encode =>
    (text, at) => {
      const old = source.slice(at.start, at.end)
      const isMarked = MARKS.test(old + text) || LINE_END.test(old)
      return old.includes('`') || (isMarked && (isBehind(unclosed, at, LONGEST) || isInString(at)))
        ? undefined
        : encode(text, at)
    }
  const isCodeAt = (offset: number): boolean => {
    const span = codeSpans[firstIndex(codeSpans.length, (index) => codeSpans[index]!.start >= offset) - 1]
    return span !== undefined && span.end > offset
  }
  const isDeletable = (whole: SourceSpan): boolean =>
    !isCodeAt(whole.start)
    && !isCodeAt(whole.end)
    && !isBehind(backticks, whole, LONGEST_CODE_SPAN)
    && !(MARKS.test(source.slice(whole.start, whole.end)) && isBehind(unclosed, whole, LONGEST))
  return {
    open: (start) => copy.open({ ...start, ...(start.encode && { encode: guarded(start.encode) }) }),
    copy: (start, end) => copy.copy(start, end),
    decode: (text, start, end) => copy.decode(text, start, end),
    link: (isLink) => copy.link(isLink),
    close: (whole) => copy.close(whole && isDeletable(whole) ? whole : undefined),
  }
}

function lastBefore(marks: readonly number[], offset: number): number | undefined {
  return marks[firstIndex(marks.length, (index) => marks[index]! >= offset) - 1]
}
