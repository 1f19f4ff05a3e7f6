/** Lays two readings of one sample side by side. */
import type { SampleLine, ReaderVerdict } from './sample-file.ts'

/** A finding, or an edit, with a verdict. */
export type JudgedLine = SampleLine & { readonly verdict: ReaderVerdict }

/** What two readers made of a sample. */
export interface TwoReadings {
  /** Both say the same. */
  readonly agreed: readonly JudgedLine[]
  /** They differ; without a verdict, for a third reader who shall not know theirs. */
  readonly disagreed: readonly SampleLine[]
  /** How many only one of them has read, or neither. */
  readonly unread: number
}

/** What of a reading has a verdict. */
export function judgedOf(lines: readonly SampleLine[]): readonly JudgedLine[] {
  return lines.filter((line): line is JudgedLine => line.verdict !== '')
}

/** Compares a second reading with the first, by rule, level or grade, and fingerprint, in the order of the first. */
export function compareReadings(first: readonly SampleLine[], second: readonly SampleLine[]): TwoReadings {
  const one = new Map(judgedOf(first).map((line) => [keyOf(line), line]))
  const other = new Map(judgedOf(second).map((line) => [keyOf(line), line]))
  const both = [...one.values()].filter((line) => other.has(keyOf(line)))
  const isAgreed = (line: JudgedLine): boolean => other.get(keyOf(line))!.verdict === line.verdict
  return {
    agreed: both.filter(isAgreed),
    disagreed: both.filter((line) => !isAgreed(line)).map((line): SampleLine => ({ ...line, verdict: '' })),
    unread: new Set([...first, ...second].map(keyOf)).size - both.length,
  }
}

function keyOf(line: SampleLine): string {
  return `${line.rule} ${'level' in line ? line.level : line.grade} ${line.fingerprint}`
}
