/** All that a rule may import, besides the types of the story and its own word lists. */
export { defineRule } from './rule.ts'
export type {
  Beside,
  Edit,
  Find,
  FindingPlace,
  Grade,
  Kind,
  Messages,
  Need,
  OptionSchema,
  OptionSchemas,
  OptionValues,
  RelatedPlace,
  Rule,
  RuleContext,
  RuleDefinition,
  RuleFinding,
  Suggestion,
} from './rule.ts'
export { byGravity, isAbove, isAtLeast, SEVERITIES, type Severity } from './severity.ts'
export { firstWords, shortened } from './first-words.ts'
export { timesOf } from './times-of.ts'
export { Phrases, type FoundPhrase, type PhraseGroup } from '../english/phrases.ts'
export { WordList } from '../english/words/word-list.ts'
export { wordSet, type WordSet } from '../english/words/word-set.ts'
export { contains, overlaps, span, type Span, type TextOffset } from '#text'
export { daysBetween, daysInMonth, isCalendarDay, isLeapYear, MONTHS, WEEKDAYS, weekdayOf } from '../copy/calendar.ts'
export { around, type Around } from './around.ts'
export { sentencesAround } from './sentences-around.ts'
export type { Block, CalendarDay, CopyKind, Desk, DeskName } from '#copy'
export type { Facts, Story } from '#story'
export type { Acronym } from '../facts/names/acronyms.ts'
export type { DateMention, DayMention, MonthDay, NumberPart, TimeMention } from '../facts/dates/date-mention.ts'
export type { ForbiddenForm } from '../facts/desk/desk-forms.ts'
export type { DeskSpelling } from '../facts/desk/desk-spellings.ts'
export type { Entities, Entity } from '../facts/names/entities.ts'
export type { Layout, Role } from '../facts/layout.ts'
export type { Mention } from '../facts/names/mention.ts'
export type { Spelling, SpellingPlace, Spellings } from '../facts/names/spellings.ts'
