/** Checks files, one after the other, or many at once where there are many. */
import { readAndCheck, type Outcome, type RunTask } from './check-file.ts'
import { reportOf, type RunReport } from './run-report.ts'
import type { ManyOptions } from './workers/check-many.ts'

// Below this a run is over before anybody would look at a bar.
const MANY_TO_WATCH = 20
// A thread takes as long to start as a few dozen files to check.
const MANY_TO_SHARE = 200

/**
 * Checks all inputs. What shares them out, and shows how far it is, is loaded where there are many.
 * @throws {UsageError} where threads can't be started, or the cache's file is none.
 */
export async function checkFiles(task: RunTask, options: ManyOptions): Promise<RunReport> {
  const count = task.inputs.length
  const { workers, cache } = options
  const isWatched = task.io.stderr.isTTY === true && count > MANY_TO_WATCH
  const isShared =
    task.io.worker !== undefined && (workers === undefined ? count > MANY_TO_SHARE : Math.min(workers, count) > 1)
  if (isWatched || isShared || cache !== undefined) {
    const { checkMany } = await import('./workers/check-many.ts')
    return checkMany(task, { ...options, workers: isShared ? workers : 1 })
  }
  const outcomes: Outcome[] = []
  for (const input of task.inputs) outcomes.push(await readAndCheck(input, task))
  return reportOf(outcomes)
}
