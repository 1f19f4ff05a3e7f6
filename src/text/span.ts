/** The two coordinates of Copydesk and their types: offsets into a story's text, and offsets into its source. */

declare const coordinate: unique symbol

/** A UTF-16 offset into `Story.text`: the coordinate of facts and rules. */
export type TextOffset = number & { readonly [coordinate]: 'text' }

/** A UTF-16 offset into `Story.source`, the decoded file: the coordinate of reports and edits. */
export type SourceOffset = number & { readonly [coordinate]: 'source' }

/** A stretch of a story's text, end exclusive. */
export interface Span {
  readonly start: TextOffset
  readonly end: TextOffset
}

/** A stretch of a story's source, end exclusive. */
export interface SourceSpan {
  readonly start: SourceOffset
  readonly end: SourceOffset
}

/** Makes a span of the story's text from two plain numbers. */
export function span(start: number, end: number): Span {
  return { start: start as TextOffset, end: end as TextOffset }
}

/** Makes a span of the source from two plain numbers. */
export function sourceSpan(start: number, end: number): SourceSpan {
  return { start: start as SourceOffset, end: end as SourceOffset }
}

/** Whether two spans share at least one code unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
