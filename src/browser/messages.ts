/** What a page and its worker say to each other; all of it survives a structured clone. */
import type { CheckOptions } from '../check.ts'
import type { Finding, FindingNote } from '../check/finding.ts'
import type { HiddenFinding } from '../check/hiding/hidden.ts'
import type { Format } from '#copy'

/** What a check may be told besides the text. Plugins and rules are functions, which no message carries. */
export interface BrowserOptions extends Omit<CheckOptions, 'plugins' | 'customRules'> {
  /** The text of a copydesk.yml (or .json). What `extends`, `rules` and `names` say beside it goes before it. */
  readonly config?: string | undefined
}

/** What a check finds. */
export interface BrowserReport {
  /** In the order of the text; offsets are UTF-16 units of the text as it was given. */
  readonly findings: readonly Finding[]
  /** What was passed over, and where. */
  readonly notices: readonly FindingNote[]
  readonly words: number
  /** What comments and front matter in the copy suppress; left out where there is nothing of that kind. */
  readonly hidden?: readonly HiddenFinding[]
  readonly format: Format
  /** The keys of the config that speak of files, of which a page has none. */
  readonly unusedKeys: readonly string[]
}

/** A text to check. */
export interface CheckRequest {
  readonly type: 'check'
  readonly id: number
  readonly text: string
  readonly options: BrowserOptions
}

/** What the worker answers: a report, a setting that can't be followed, or a fault of Copydesk’s own. */
export type WorkerAnswer =
  | { readonly type: 'report'; readonly id: number; readonly report: BrowserReport }
  | { readonly type: 'refusal'; readonly id: number; readonly message: string; readonly line?: number | undefined }
  | { readonly type: 'fault'; readonly id: number; readonly message: string }

/** Whether a message is a request; a page may send its workers other things, too. */
export function isCheckRequest(message: unknown): message is CheckRequest {
  if (typeof message !== 'object' || message === null) return false
  const { type, id, text, options } = message as Partial<Record<keyof CheckRequest, unknown>>
  return (
    type === 'check'
    && typeof id === 'number'
    && typeof text === 'string'
    && typeof options === 'object'
    && options !== null
  )
}
