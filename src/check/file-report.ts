/** What a check of files brings: a report a file, and the files that could not be checked. */
import type { Severity } from '#rule'
import type { CheckedSource } from './check-source.ts'

/** What was found in one file. */
export interface FileReport extends CheckedSource {
  /** The path as the user knows it. */
  readonly path: string
  /** The decoded file; only kept for the reports that need it. */
  readonly source?: string | undefined
}

/** A file that could not be checked, and why. */
export interface FileFailure {
  readonly path: string
  readonly message: string
}

/** How many files that could be copy a search did not read, by their endings, the most first. */
export type PassedOver = ReadonlyMap<string, number>

/** How many findings there are of each level. */
export type Tally = Readonly<Record<Severity, number>>

/** Counts the findings of some files by level. */
export function tally(reports: readonly Pick<FileReport, 'findings'>[]): Tally {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { findings } of reports) {
    for (const { severity } of findings) counts[severity]++
  }
  return counts
}
