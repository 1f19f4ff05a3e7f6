/** Says in words what kept a text from being checked. */
import { UnreadError } from '../../check/unread.ts'
import { ConfigError } from '../../project/config-error.ts'
import type { TextProblem } from './text-task.ts'

/** What the writer should know of an error, and the log of one that nobody foresaw. */
export function problemOf(error: unknown): TextProblem {
  if (error instanceof UnreadError) return { problem: `this ${error.message}` }
  if (error instanceof ConfigError)
    return { problem: `${error.path}: ${error.message}; nothing is checked until that is mended` }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    problem: `this could not be checked because of a bug in Copydesk (${what.split('\n', 1)[0]!.slice(0, 200)}); please report it with the copy`,
    bug: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}
