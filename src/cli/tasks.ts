/** What the command does with the rules. One module, since each file more costs a start of its own. */
import shippedRules from '../../rules/index.ts'
import { serveJobs, type ThreadSetup, type ThreadPort } from './workers/worker-thread.ts'

export { answerAbout } from './answers.ts'
export { checkAndReport } from './check-command.ts'
export { shippedRules }

/** Checks the files that are sent to a thread; see src/cli/workers/check-worker.ts. */
export function serveThread(port: ThreadPort, setup: ThreadSetup): Promise<void> {
  return serveJobs(port, setup, shippedRules)
}
