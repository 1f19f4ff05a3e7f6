/** How bad a finding is, in the one order of its levels. */

/** The levels of findings, the gravest first: stop the page · look at this · advice. */
export const SEVERITIES = ['error', 'warning', 'info'] as const

export type Severity = (typeof SEVERITIES)[number]

/** Orders levels, the gravest first. */
export function byGravity(one: Severity, other: Severity): number {
  return SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other)
}

/** Whether one level is graver than another. */
export function isAbove(one: Severity, other: Severity): boolean {
  return byGravity(one, other) < 0
}

/** Whether a level is as grave as another, or graver. */
export function isAtLeast(one: Severity, other: Severity): boolean {
  return byGravity(one, other) <= 0
}
