/** Hides findings that are known: by a side file, a baseline, or since an earlier version of the file had them. */
import type { FileFailure, FileReport } from '../check/file-report.ts'
import type { CopyPath } from './check-plan.ts'
import { ConfigError } from './config-error.ts'

/** Takes what is known out of a file's report. */
export type Hide = (report: FileReport) => FileReport

/**
 * Makes what hides the findings of one file.
 * @throws {ConfigError}
 */
export type HideFor = (place: CopyPath) => Promise<Hide | undefined>

/** One after the other: what the first hides, the next one doesn't see. */
export function inTurn(parts: readonly HideFor[]): HideFor {
  return async (place) => {
    const hides: Hide[] = []
    for (const part of parts) {
      const hide = await part(place)
      if (hide) hides.push(hide)
    }
    return (report) => hides.reduce((left, hide) => hide(left), report)
  }
}

/**
 * Hides what is known in some reports. A file whose known findings can't be read is a failure, and its report stays
 * whole.
 */
export async function hideIn(
  files: readonly FileReport[],
  placeOfReport: (report: FileReport) => CopyPath,
  hideFor: HideFor,
): Promise<{ readonly files: readonly FileReport[]; readonly failures: readonly FileFailure[] }> {
  const failures: FileFailure[] = []
  const left: FileReport[] = []
  for (const report of files) {
    try {
      const hide = await hideFor(placeOfReport(report))
      left.push(hide ? hide(report) : report)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      failures.push({ path: error.path, message: error.message })
      left.push(report)
    }
  }
  return { files: left, failures }
}
