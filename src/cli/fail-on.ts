/** Tells whether findings reach the level from which a run is to fail. */
import type { Severity } from '#rule'
import type { Arguments } from './arguments/arguments.ts'

const FROM: Readonly<Record<Arguments['failOn'], readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
}

/** Whether any of some findings is at or over the level. */
export function isOver(findings: readonly { readonly severity: Severity }[], level: Arguments['failOn']): boolean {
  return findings.some(({ severity }) => FROM[level].includes(severity))
}
