/** Shares inputs out among threads. What becomes of each is reported by its place, so the order is nobody's luck. */
import { Worker } from 'node:worker_threads'
import { UsageError } from '../arguments/arguments.ts'
import type { Outcome } from '../check-file.ts'
import { STDIN } from '../files/read-input.ts'
import type { NumberedInput, ThreadMessage, ThreadSetup } from './worker-thread.ts'

// Each message wakes the main thread, which takes a core from a thread that checks; so inputs go out, and come back,
// several at once.
const MOST_AT_ONCE = 8
// But no thread is to be left with much while the others have nothing.
const SHARES_EACH = 8
// One is being checked, and the next lies ready.
const BATCHES_OUT = 2

/** What the threads are and do. */
export interface ThreadRun {
  /** The module that a thread runs. */
  readonly module: URL
  readonly setup: ThreadSetup
  readonly count: number
  /** Takes what became of an input. */
  readonly done: (index: number, outcome: Outcome) => void
}

/**
 * Has all jobs done. Where a thread breaks down in the middle of one, that one fails, and another thread does the rest.
 * @throws {UsageError} where threads can't be started at all.
 */
export async function checkInThreads(jobs: readonly NumberedInput[], run: ThreadRun): Promise<void> {
  const queue = batchesOf(jobs, run.count)
  const keepOne = async (): Promise<void> => {
    while (queue.length > 0) await runThread(queue, run)
  }
  await Promise.all(Array.from({ length: Math.min(run.count, queue.length) }, keepOne))
}

/** The jobs in their order, some to a batch. */
function batchesOf(jobs: readonly NumberedInput[], count: number): (readonly NumberedInput[])[] {
  const size = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(jobs.length / (count * SHARES_EACH))))
  return Array.from({ length: Math.ceil(jobs.length / size) }, (_, index) =>
    jobs.slice(index * size, (index + 1) * size),
  )
}

/** One thread from its start to its end, which comes when the queue is empty, or before its time. */
function runThread(queue: (readonly NumberedInput[])[], { module, setup, done }: ThreadRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData: setup })
    const open: (readonly NumberedInput[])[] = []
    let isReady = false
    let why: string | undefined
    const hand = (): void => {
      while (open.length < BATCHES_OUT && queue.length > 0) {
        const batch = queue.shift()!
        open.push(batch)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        thread.postMessage(batch)
      }
      if (open.length === 0) void thread.terminate()
    }
    thread.on('message', (message: ThreadMessage) => {
      if (message === 'ready') isReady = true
      else open.shift()!.forEach(({ index }, place) => done(index, message[place]!))
      hand()
    })
    thread.on('error', (error: NodeJS.ErrnoException) => (why = reasonOf(error)))
    thread.on('exit', (code) => {
      why ??= `exit code ${code}`
      if (!isReady) {
        reject(new UsageError(`the worker threads could not be started (${why}); --workers 1 does without them`))
        return
      }
      const [broken = [], ...rest] = open
      // Which of several it was is found out by handing them out one by one.
      if (broken.length === 1) done(broken[0]!.index, lost(broken[0]!, why))
      queue.unshift(...(broken.length > 1 ? broken.map((job) => [job]) : []), ...rest)
      resolve()
    })
  })
}

function lost({ input }: NumberedInput, why: string): Outcome {
  const path = input.kind === 'file' ? input.path : STDIN
  return {
    failure: { path, message: `could not be checked: the thread that checked it broke down (${why})` },
    isOfConfig: false,
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out of memory'
  return String(error?.message ?? error)
    .split('\n', 1)[0]!
    .slice(0, 200)
}
