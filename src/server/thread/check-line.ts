/**
 * A line of texts that wait for one thread: each is given so much time, and what nobody waits for any more gives up its
 * place.
 */
import type { TextOutcome, TextProblem, TextTask } from './text-task.ts'
import type { StartThread, Thread } from './threads.ts'

/** A text that waits, or is being checked. */
interface Job {
  readonly task: TextTask
  readonly isWanted: () => boolean
  readonly settle: (outcome: TextOutcome) => void
}

interface Running extends Job {
  readonly since: number
  timer: NodeJS.Timeout
}

/** How long things may take, in milliseconds. */
export interface Patience {
  /** One check. */
  readonly limit: number
  /** A check that nobody waits for: to start another thread takes a while, too. */
  readonly unwanted: number
  /** How long a thread lies ready that has nothing to do; left out, for ever. */
  readonly idle?: number | undefined
}

/** One line and its thread. A thread that breaks down, or takes too long, is replaced when the next text comes. */
export class CheckLine {
  readonly #start: StartThread
  readonly #patience: Patience
  readonly #queue: Job[] = []
  #thread: Thread | undefined
  #running: Running | undefined
  #rest: NodeJS.Timeout | undefined

  constructor(start: StartThread, patience: Patience) {
    this.#start = start
    this.#patience = patience
  }

  /** Starts the thread before there is something to do. */
  warmUp(): void {
    try {
      this.#thread ??= this.#open()
    } catch {
      // The first text says why.
    }
  }

  /** What becomes of a text. Never rejects. */
  run(task: TextTask, isWanted: () => boolean): Promise<TextOutcome> {
    return new Promise((settle) => {
      this.#queue.push({ task, isWanted, settle })
      this.review()
      this.#next()
    })
  }

  /** Looks whether what is being checked is still wanted. */
  review(): void {
    const running = this.#running
    if (!running || running.isWanted()) return
    clearTimeout(running.timer)
    running.timer = this.#giveUpIn(Math.max(0, running.since + this.#patience.unwanted - performance.now()))
  }

  /** Ends the thread, and settles whatever waits. */
  stop(): void {
    for (const { settle } of this.#queue.splice(0)) settle({})
    this.#replace({})
  }

  #next(): void {
    clearTimeout(this.#rest)
    while (!this.#running && this.#queue.length > 0) {
      const job = this.#queue.shift()!
      if (job.isWanted()) this.#begin(job)
      else job.settle({})
    }
    const { idle } = this.#patience
    if (!this.#running && this.#thread && idle !== undefined)
      this.#rest = setTimeout(() => this.#replace({}), idle).unref()
  }

  #begin(job: Job): void {
    this.#running = { ...job, since: performance.now(), timer: this.#giveUpIn(this.#patience.limit) }
    try {
      this.#thread ??= this.#open()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.#thread.postMessage(job.task)
    } catch (error) {
      this.#replace(brokenDown(error))
    }
  }

  #giveUpIn(delay: number): NodeJS.Timeout {
    return setTimeout(() => {
      const seconds = Math.round(this.#patience.limit / 1000)
      this.#replace(
        this.#running?.isWanted()
          ? {
              problem: `this takes too long to be checked while you type (over ${seconds} seconds); \`copydesk\` checks it at the command line`,
            }
          : {},
      )
      this.#next()
    }, delay).unref()
  }

  #open(): Thread {
    const thread = this.#start()
    let why: unknown = 'it ended'
    const isOurs = (): boolean => this.#thread === thread
    thread.on('message', (outcome) => {
      if (!isOurs()) return
      this.#settle(outcome)
      this.#next()
    })
    thread.on('error', (error) => (why = error))
    thread.on('exit', () => {
      if (!isOurs()) return
      this.#thread = undefined
      this.#settle(brokenDown(why))
      this.#next()
    })
    return thread
  }

  /** Ends the thread and what it is at; the next text gets another. */
  #replace(outcome: TextProblem): void {
    const thread = this.#thread
    this.#thread = undefined
    void thread?.terminate()
    this.#settle(outcome)
  }

  #settle(outcome: TextOutcome): void {
    const running = this.#running
    this.#running = undefined
    if (!running) return
    clearTimeout(running.timer)
    running.settle(outcome)
  }
}

function brokenDown(error: unknown): TextProblem {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  const why =
    code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? 'out of memory'
      : String(message ?? error)
          .split('\n', 1)[0]!
          .slice(0, 200)
  return { problem: `this could not be checked: the thread that checked it broke down (${why})` }
}
