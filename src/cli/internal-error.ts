/** Says that Copydesk itself has failed; the stack is for those who ask for it. */
import type { Io } from './io.ts'

/**
 * Names an error that nobody foresaw in a few words; with COPYDESK_DEBUG=1 in the environment its stack goes to stderr.
 */
export function bugReport(error: unknown, { env, stderr }: Io): string {
  if (env['COPYDESK_DEBUG'] === '1')
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `a bug in Copydesk (${what.split('\n', 1)[0]!.slice(0, 200)})`
}
