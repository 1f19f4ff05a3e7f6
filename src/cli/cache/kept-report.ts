/** What a cache keeps of a report, and whether something read from a file has that shape. */
import type { FileReport } from '../../check/file-report.ts'
import type { Finding, FindingNote, FindingSuggestion } from '../../check/finding.ts'
import { FORMATS } from '../../copy/formats/format.ts'
import type { HiddenFinding } from '../../check/hiding/hidden.ts'
import type { CalendarDay } from '#copy'
import type { Point, SourceEdit } from '#text'

/** A report without what its file itself tells. */
export type KeptReport = Omit<FileReport, 'path' | 'source'>

type Test = (value: unknown) => boolean

/** An object with these fields and no others; the compiler sees to it that none is forgotten here. */
function object<Type>(fields: { readonly [Key in keyof Type]-?: Test }): Test {
  const tests = Object.entries<Test>(fields)
  return (value) =>
    typeof value === 'object'
    && value !== null
    && !Array.isArray(value)
    && Object.keys(value).every((key) => Object.hasOwn(fields, key))
    && tests.every(([key, test]) => test((value as Record<string, unknown>)[key]))
}

function listOf(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test)
}

function optional(test: Test): Test {
  return (value) => value === undefined || test(value)
}

function oneOf(...choices: readonly string[]): Test {
  return (value) => typeof value === 'string' && choices.includes(value)
}

const text: Test = (value) => typeof value === 'string'
const count: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0

const point = object<Point>({ line: count, column: count, offset: count })
// No file has fields, and no list of a caller's is kept here.
const note = object<Omit<FindingNote, 'field'>>({
  message: text,
  start: point,
  end: point,
  about: optional(oneOf('suppression', 'unread', 'empty')),
})
const edit = object<SourceEdit>({ start: count, end: count, text })
const suggestion = object<FindingSuggestion>({
  title: text,
  grade: oneOf('safe', 'likely', 'idea'),
  edits: listOf(edit),
})
const finding = object<Omit<Finding, 'field'>>({
  rule: text,
  title: text,
  kind: oneOf('slip', 'contradiction', 'leftover', 'style'),
  severity: oneOf('error', 'warning', 'info'),
  message: text,
  start: point,
  end: point,
  quote: text,
  related: listOf(note),
  suggestions: listOf(suggestion),
  fingerprint: text,
  formerFingerprint: optional(text),
  url: text,
})
const hidden = object<Omit<HiddenFinding, 'ignored'>>({
  finding,
  by: oneOf('comment', 'side file', 'baseline', 'earlier version'),
  reason: optional(text),
})
const report = object<KeptReport>({
  format: oneOf(...FORMATS),
  date: optional(object<CalendarDay>({ year: count, month: count, day: count })),
  findings: listOf(finding),
  notices: listOf(note),
  words: count,
  hidden: optional(listOf(hidden)),
  hiddenNotices: optional(listOf(note)),
})

/** Whether a value from a file is a report. */
export function isKeptReport(value: unknown): value is KeptReport {
  return report(value)
}
