/** The story: what readers make, facts describe and rules look at. */
export type { Block, BlockKind } from './block.ts'
export { CopyBuilder, encodePlain, type BlockStart, type Copy, type Encode } from './copy-builder.ts'
export type { Facts } from './facts/index.ts'
export { Lines, type Point } from './lines.ts'
export { contains, overlaps, sourceSpan, span, type SourceOffset, type SourceSpan, type Span, type TextOffset } from './span.ts'
export { createStory, type CalendarDay, type DeskName, type Format, type Notice, type SourceEdit, type Story, type StoryInput } from './story.ts'
