/** Keeps GitHub Actions from obeying what a draft says: lines of copy that stand in a step's log as they are. */
import { randomBytes } from 'node:crypto'
import type { Io } from '../io.ts'

/**
 * Text of unknown origin, for a log. On GitHub Actions it stands between an order to obey no commands and the one that
 * ends it, which nobody can guess; `patch` and `git apply` pass over both. Elsewhere, and on a terminal, it stays as it
 * is.
 */
export function withoutCommands(text: string, { env, stdout }: Io): string {
  if (env['GITHUB_ACTIONS'] !== 'true' || stdout.isTTY === true) return text
  const token = `copydesk-${randomBytes(16).toString('hex')}`
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`
}
