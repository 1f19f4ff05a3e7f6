/** Shares inputs out among threads. What becomes of each is told by its place, so the order is nobody's luck. */
import { Worker } from 'node:worker_threads'
import { UsageError } from './arguments.ts'
import type { Outcome } from './check-files.ts'
import { STDIN } from './check-files.ts'
import type { Job, ThreadMessage, ThreadOrders } from './worker-thread.ts'

// So many that a thread never waits for the next one, so few that none is left with much while the others have nothing.
const AT_ONCE = 8

/** What the threads are and do. */
export interface ThreadRun {
  /** The module that a thread runs. */
  readonly module: URL
  readonly orders: ThreadOrders
  readonly count: number
  /** Takes what became of an input. */
  readonly done: (index: number, outcome: Outcome) => void
}

/**
 * Has all jobs done. Where a thread ends in the middle of one, that one fails, and another thread does the rest.
 * @throws {UsageError} where threads can't be started at all.
 */
export async function checkInThreads(jobs: readonly Job[], run: ThreadRun): Promise<void> {
  const queue = [...jobs]
  const keepOne = async (): Promise<void> => {
    while (queue.length > 0) await runThread(queue, run)
  }
  await Promise.all(Array.from({ length: Math.min(run.count, jobs.length) }, keepOne))
}

/** One thread from its start to its end, which comes when the queue is empty, or before its time. */
function runThread(queue: Job[], { module, orders, done }: ThreadRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData: orders })
    const open: Job[] = []
    let isReady = false
    let why: string | undefined
    const hand = (): void => {
      const jobs = queue.splice(0, AT_ONCE)
      open.push(...jobs)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (jobs.length > 0) thread.postMessage(jobs)
      else if (open.length === 0) void thread.terminate()
    }
    thread.on('message', (message: ThreadMessage) => {
      if (message === 'ready') isReady = true
      else {
        open.shift()
        done(message.index, message.outcome)
      }
      if (open.length <= AT_ONCE / 2) hand()
    })
    thread.on('error', (error: NodeJS.ErrnoException) => (why = reasonOf(error)))
    thread.on('exit', (code) => {
      why ??= `exit code ${code}`
      if (!isReady) {
        reject(new UsageError(`the worker threads could not be started (${why}); --workers 1 does without them`))
        return
      }
      const [failed, ...rest] = open
      if (failed) done(failed.index, lost(failed, why))
      queue.unshift(...rest)
      resolve()
    })
  })
}

function lost({ input }: Job, why: string): Outcome {
  const path = input.kind === 'file' ? input.path : STDIN
  return { failure: { path, message: `could not be checked: the thread that checked it broke down (${why})` }, isOfConfig: false }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out of memory'
  return String(error?.message ?? error).split('\n', 1)[0]!.slice(0, 200)
}
