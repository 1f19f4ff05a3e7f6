/** All that a rule may import, besides the types of the story and its own word lists. */
export { defineRule } from './rule.ts'
export type {
  Edit, Find, FindingPlace, Grade, Kind, Messages, OptionSchema, OptionSchemas, OptionValues, RelatedPlace, Rule, RuleContext,
  RuleDefinition, RuleFinding, Severity, Suggestion,
} from './rule.ts'
export { firstWords, shortened } from './first-words.ts'
export { timesOf } from './times-of.ts'
export { WordList } from '../words/word-list.ts'
export { wordSet, type WordSet } from '../words/word-set.ts'
export { contains, overlaps, span } from '../story/span.ts'
export { daysBetween, daysInMonth, isCalendarDay, isLeapYear, MONTHS, WEEKDAYS, weekdayOf } from '../story/calendar.ts'
export { sentencesAround } from '../story/sentences-around.ts'
