/** What a language server is made with. */
import type { Rule } from '#rule'
import type { StartThread } from './thread/threads.ts'

/** What a server is made with. */
export interface ServerOptions {
  readonly rules: readonly Rule[]
  readonly version: string
  /** The folder from which paths count where the editor has opened none. */
  readonly cwd: string
  /** Starts a thread that checks documents. */
  readonly startThread: StartThread
  /** How long one check may take, in milliseconds; left out, as long as the server thinks fit. */
  readonly limit?: number
}
