/** The story: what readers make, facts describe and rules look at. */
export type { Block, BlockKind } from './block.ts'
export { CopyBuilder, encodePlain, INVISIBLE, type BlockStart, type Copy, type Encode } from './copy-builder.ts'
export { COPY_KINDS, type CopyKind } from './copy-kind.ts'
export type { Directive } from './directive.ts'
export { firstIndex } from './first-index.ts'
export type { Facts } from './facts/index.ts'
export type { Acronym } from './facts/acronyms.ts'
export type { DateMention, DayMention, MonthDay, NumberPart, TimeMention } from './facts/dates.ts'
export type { ForbiddenForm } from './facts/desk-forms.ts'
export type { Entities, Entity } from './facts/entities.ts'
export type { Layout, Role } from './facts/layout.ts'
export type { Mention } from './facts/mentions.ts'
export type { Spelling, SpellingPlace, Spellings } from './facts/spellings.ts'
export { Lines, type Point } from './lines.ts'
export { contains, overlaps, sourceSpan, span, type SourceOffset, type SourceSpan, type Span, type TextOffset } from './span.ts'
export {
  createStory, DESK_NAME_KINDS, type CalendarDay, type DeskName, type DeskNameKind, type Format, type Notice, type SourceEdit, type Story, type StoryInput,
} from './story.ts'
