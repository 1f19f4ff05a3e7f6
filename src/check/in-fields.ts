/** Brings a report into the coordinates of a story's fields: each place names its field and counts from its start. */
import { firstIndex, Lines, sourceSpan, type Point } from '#text'
import type { FieldPlace } from '../readers/story-fields.ts'
import type { SourceReport } from './check-source.ts'
import type { Finding, FindingSuggestion } from './finding.ts'
import type { HiddenFinding } from './hiding/hidden.ts'

interface Place {
  readonly start: Point
  readonly end: Point
}

/** The report with each place in its field. @param source The fields' common source. */
export function inFields<Report extends SourceReport>(
  report: Report,
  source: string,
  fields: readonly FieldPlace[],
): Report {
  const lines = fields.map(({ start, end }) => new Lines(source.slice(start, end)))
  const indexOf = (offset: number): number =>
    Math.max(0, firstIndex(fields.length, (index) => fields[index]!.start > offset) - 1)
  const placed = <Item extends Place>(item: Item): Item => {
    const index = indexOf(item.start.offset)
    const one = fields[index]
    if (!one) return item
    const within = (offset: number): number => Math.min(Math.max(0, offset - one.start), one.end - one.start)
    const at = sourceSpan(within(item.start.offset), within(item.end.offset))
    return { ...item, field: one.field, ...lines[index]!.pointsOf(at) }
  }
  const suggested = (suggestion: FindingSuggestion): FindingSuggestion => ({
    ...suggestion,
    edits: suggestion.edits.map((edit) => {
      const { field, start } = fields[indexOf(edit.start)]!
      return { ...edit, field, start: edit.start - start, end: edit.end - start }
    }),
  })
  const found = (finding: Finding): Finding => ({
    ...placed(finding),
    related: finding.related.map(placed),
    suggestions: finding.suggestions.map(suggested),
  })
  return {
    ...report,
    findings: report.findings.map(found),
    notices: report.notices.map(placed),
    ...(report.hidden
      ? { hidden: report.hidden.map((one): HiddenFinding => ({ ...one, finding: found(one.finding) })) }
      : {}),
  }
}
