/** Copydesk's public interface. */
export { check, formatOf, type CheckOptions, type CheckResult } from './check.ts'
export {
  SettingError,
  type Preset,
  type RuleLevel,
  type RuleSetting,
  type RuleSettings,
} from './check/config/config.ts'
export type { OtherText } from './check/beside.ts'
export type { Finding, FindingEdit, FindingNote, FindingSuggestion } from './check/finding.ts'
export type { HiddenBy, HiddenFinding } from './check/hiding/hidden.ts'
export type { IgnoredFinding, IgnoredScope } from './check/hiding/ignored-finding.ts'
export type { PluginSetting } from './check/plugin-rule.ts'
export { UnreadError } from './check/unread.ts'
export { defineRule, type Grade, type Kind, type Rule, type RuleDefinition, type Severity } from './rule/index.ts'
export type { CalendarDay, CopyKind, DeskName, Format } from './copy/index.ts'
export type { StoryFields } from './readers/story-fields.ts'
export type { Point, SourceEdit } from './text/index.ts'
export { default as remarkCopydesk } from './unified/remark-copydesk.ts'
export { default as retextCopydesk, type PluginOptions } from './unified/retext-copydesk.ts'
