/**
 * What the command does with the rules: check files or rows, or answer. One module, since each file more costs a start
 * of its own.
 */
import shippedRules from '../../rules/index.ts'
import type { Rule } from '#rule'
import { answerAbout } from './answers.ts'
import type { Arguments, Work } from './arguments/arguments.ts'
import { check } from './check-command.ts'
import type { RunReport } from './check-files.ts'
import type { Io } from './io.ts'
import { serve, type ThreadOrders, type ThreadPort } from './workers/worker-thread.ts'

/** Checks the files that are sent to a thread; see src/cli/workers/check-worker.ts. */
export function serveThread(port: ThreadPort, orders: ThreadOrders): Promise<void> {
  return serve(port, orders, shippedRules)
}

/**
 * Does what is asked and gives the exit code.
 * @param rules The rules there are.
 * @param onChecked Is told what a check brought, known findings and all.
 * @throws {UsageError | ConfigError}
 */
export async function perform(
  work: Work,
  args: Arguments,
  io: Io,
  rules: readonly Rule[] = shippedRules,
  onChecked?: (report: RunReport) => void,
): Promise<number> {
  if (work.name === 'check') return check(args, io, rules, onChecked)
  // Loaded for those who pipe records through; a plain run does without it.
  if (work.name === 'stream') return (await import('./stream/stream-command.ts')).stream(args, io, rules)
  io.stdout.write(
    await answerAbout(work, { ...args, cwd: io.cwd }, rules, io.stdout.isTTY ? io.stdout.columns : undefined),
  )
  return 0
}
