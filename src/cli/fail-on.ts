/** Tells whether findings reach the level from which a run is to fail. */
import { isAtLeast, type Severity } from '#rule'
import type { Arguments } from './arguments/arguments.ts'

/** Whether any of some findings is at or over the level. */
export function isOver(findings: readonly { readonly severity: Severity }[], level: Arguments['failOn']): boolean {
  return level !== 'never' && findings.some(({ severity }) => isAtLeast(severity, level))
}
