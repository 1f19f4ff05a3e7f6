/** The threads that check documents: how they are started, and what stands in for them where there are none. */
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Rule } from '#rule'
import { TextChecker } from './text-checker.ts'
import type { TextOutcome, TextTask } from './text-task.ts'

/** A thread that answers each task by one message. */
export interface Thread {
  postMessage(task: TextTask): void
  on(event: 'message', listener: (outcome: TextOutcome) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  /** It has ended, by itself or because it was told to. */
  on(event: 'exit', listener: () => void): unknown
  terminate(): unknown
}

/** Starts a thread. */
export type StartThread = () => Thread

// Enough for the longest document that is checked, in any format; a process may have more, and shall not need it.
const MOST_MEGABYTES = 1500

/** Starts threads of a module (src/server/thread/check-thread.ts). */
export function threadsOf(module: URL): StartThread {
  return () => {
    const worker = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
    // The server's end is theirs.
    worker.unref()
    return worker
  }
}

/** Checks in the thread that asks, as the sources do, which Node can't run in another. */
export function inSameThread(rules: readonly Rule[]): StartThread {
  return () => {
    const checker = new TextChecker(rules)
    const events = new EventEmitter()
    const isListened = { to: true }
    return {
      postMessage: (task) => {
        const given = structuredClone(task)
        setImmediate(async () => {
          const outcome = structuredClone(await checker.answer(given))
          if (isListened.to) events.emit('message', outcome)
        })
      },
      on: (event, listener) => events.on(event, listener),
      terminate: () => (isListened.to = false),
    }
  }
}
