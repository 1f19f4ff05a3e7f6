/** Where marks open and close in the source of a story. */
import type { Finding } from '../../check/finding.ts'

/** A marked stretch of the source: of a finding, with its number in the report, or another place that one is about. */
export interface SourceMark {
  readonly start: number
  readonly end: number
  readonly className: 'error' | 'warning' | 'info' | 'place'
  readonly number: number | undefined
}

/** One step of the marking: at an offset the mark opens, or the one that was opened last closes. */
export interface MarkStep {
  readonly at: number
  readonly opens: SourceMark | undefined
}

// Browsers stop nesting somewhere; copy that gets there is none.
const DEEPEST = 8

/**
 * The steps, in order, well nested: a mark that would outlast the one around it ends with it, and one that would lie
 * under eight others is left out.
 */
export function markSteps(findings: readonly Finding[], length: number): readonly MarkStep[] {
  const steps: MarkStep[] = []
  const open: number[] = []
  const closeUpTo = (at: number): void => {
    while (open.length > 0 && open.at(-1)! <= at) steps.push({ at: open.pop()!, opens: undefined })
  }
  for (const mark of marksOf(findings, length)) {
    closeUpTo(mark.start)
    if (open.length >= DEEPEST) continue
    steps.push({ at: mark.start, opens: mark })
    open.push(Math.min(mark.end, open.at(-1) ?? length))
  }
  closeUpTo(length)
  return steps
}

/** The marks by where they start, the longer first. Places are marked once, and not where a finding is. */
function marksOf(findings: readonly Finding[], length: number): readonly SourceMark[] {
  const marks: SourceMark[] = []
  const seen = new Set<string>()
  const add = (start: number, end: number, className: SourceMark['className'], number: number | undefined): void => {
    seen.add(`${start}-${end}`)
    const from = Math.min(start, length)
    marks.push({ start: from, end: Math.max(from, Math.min(end, length)), className, number })
  }
  findings.forEach(({ start, end, severity }, index) => add(start.offset, end.offset, severity, index + 1))
  for (const { related } of findings) {
    for (const { start, end } of related)
      if (!seen.has(`${start.offset}-${end.offset}`)) add(start.offset, end.offset, 'place', undefined)
  }
  return marks.sort((one, other) => one.start - other.start || other.end - one.end)
}
