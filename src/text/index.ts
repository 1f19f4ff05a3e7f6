/** Positions and nothing else: spans of text and source, the way between them, lines, edits. */
export { applyEdits, composeEdits, isSound, type SourceEdit } from './edits.ts'
export { firstIndex } from './first-index.ts'
export { Lines, type Point } from './lines.ts'
export {
  contains,
  overlaps,
  sourceSpan,
  span,
  type SourceOffset,
  type SourceSpan,
  type Span,
  type TextOffset,
} from './span.ts'
