/** Which findings a report shows, and how it writes numbers. */
import { isAtLeast, type Severity } from '#rule'
import type { Finding } from '../../check/finding.ts'

/** Whether a level is at or over the least that is shown. */
export function isShown(severity: Severity, least: Severity): boolean {
  return isAtLeast(severity, least)
}

/** The findings of at least a level, in the order they came. */
export function shownFindings(findings: readonly Finding[], least: Severity): readonly Finding[] {
  return least === 'info' ? findings : findings.filter(({ severity }) => isShown(severity, least))
}

/** A number as people read it: “1,204”. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A number with its noun: “1 word”, “1,204 words”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}
