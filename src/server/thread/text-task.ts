/** What is asked of a thread, and what it answers; all of it survives a structured clone. */
import type { DeskName, Format } from '#copy'
import type { SourceEdit } from '#text'
import type { FileReport } from '../../check/file-report.ts'
import type { CopyPath } from '../../project/check-plan.ts'
import type { SettingsChoice } from '../../project/settings.ts'

/** A text to check, or to fix as far as its safe edits go. */
export interface TextTask {
  readonly work: 'check' | 'fix'
  /** Without a byte order mark. */
  readonly text: string
  readonly place: CopyPath
  /** Whether there is a file of that place, which may have a side file. */
  readonly isFile: boolean
  readonly format: Format
  /** Names that count beside the desk's. */
  readonly names?: readonly DeskName[] | undefined
  readonly choice: SettingsChoice
  /** Names what the configs said when they were read; with another number they are read anew. */
  readonly generation: number
}

/** What became of a text. */
export type TextOutcome = FileReport | TextFixes | TextProblem

/** The safe edits of a text. */
export interface TextFixes {
  readonly edits: readonly SourceEdit[]
  /** How many findings they answer. */
  readonly fixed: number
}

/** Why there is nothing of a text. */
export interface TextProblem {
  /** What the writer should know; left out where nobody wants to know any more. */
  readonly problem?: string
  /** What nobody foresaw, for the log. */
  readonly bug?: string
}
