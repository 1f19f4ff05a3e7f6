/** Reads and checks one input; one that can't be checked doesn't keep the others from it. */
import { checkSource } from '../check/check-source.ts'
import type { FileFailure, FileReport } from '../check/file-report.ts'
import { UnreadError } from '../check/unread.ts'
import { planCheck } from '../project/check-plan.ts'
import { ConfigError } from '../project/config-error.ts'
import type { Settings } from '../project/settings.ts'
import type { Input } from './files/find-files.ts'
import { decode, pathOf, readInput, UnfitFile } from './files/read-input.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'

/** What a run needs to know. */
export interface RunTask {
  readonly inputs: readonly Input[]
  readonly settings: Settings
  readonly stdinFilename: string | undefined
  readonly io: Io
  /** Whether the reports are to hold the text of their files. */
  readonly keepsSource?: boolean | undefined
  /** Names the bytes of a file, where somebody wants to know later what was checked. */
  readonly digest?: ((bytes: Uint8Array) => string) | undefined
}

/** What became of one input. */
export type Outcome = Checked | Unchecked

/** An input that was checked. */
export interface Checked {
  readonly report: FileReport
  /** The name of the bytes that were checked. */
  readonly digest?: string | undefined
}

/** An input that could not be checked. */
export interface Unchecked {
  readonly failure: FileFailure
  /** Whether that is so for every file of the same config: it is reported once. */
  readonly isOfConfig: boolean
}

/** Reads and checks one input. Never throws. */
export async function readAndCheck(
  input: Input,
  { settings, stdinFilename, io, keepsSource, digest }: Omit<RunTask, 'inputs'>,
): Promise<Outcome> {
  const lies = pathOf(input, stdinFilename, io.cwd)
  const failed = (message: string, path = lies.path, isOfConfig = false): Unchecked => ({
    failure: { path, message },
    isOfConfig,
  })
  try {
    const bytes = await readInput(input, io)
    const { text } = decode(bytes)
    const plan = await planCheck(lies, settings, text)
    return {
      report: { path: lies.path, ...checkSource(text, plan), ...(keepsSource ? { source: text } : {}) },
      ...(digest ? { digest: digest(bytes) } : {}),
    }
  } catch (error) {
    if (error instanceof UnfitFile || error instanceof UnreadError) return failed(error.message)
    if (error instanceof ConfigError) return failed(error.message, error.path, true)
    return failed(`could not be checked because of ${bugReport(error, io)}; please report it with the file`)
  }
}
