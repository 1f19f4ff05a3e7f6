/**
 * Checks texts in a worker for a page that goes on typing: only the newest text counts, and a worker that is lost is
 * replaced.
 */
import { aFunction, aString, refuseWrong, refuseWrongOptions, type Expectations } from '../options/expectations.ts'
import { BROWSER_OPTIONS, milliseconds } from './browser-options.ts'
import {
  CheckRefused,
  WorkerLost,
  type BrowserChecker,
  type CheckerSettings,
  type WorkerLike,
} from './checker-types.ts'
import type { BrowserOptions, BrowserReport, CheckRequest, WorkerAnswer } from './messages.ts'

export {
  CheckRefused,
  WorkerLost,
  type BrowserChecker,
  type CheckerSettings,
  type WorkerLike,
} from './checker-types.ts'
export type { BrowserOptions, BrowserReport } from './messages.ts'
export type { Finding, FindingNote, FindingSuggestion } from '../check/finding.ts'

// The worst 240 kB that anybody has thought of take two seconds; what takes ten will not come back.
const USUAL_LIMIT = 10_000

/** A text that was given to be checked, and who waits for it. */
interface WaitingText {
  readonly request: CheckRequest
  readonly resolve: (report: BrowserReport | undefined) => void
  readonly reject: (error: Error) => void
}

/**
 * Makes a checker that works in a worker.
 * @param startWorker Starts a worker; called with the first text, and again after one was lost.
 * @throws {TypeError} for a setting that is unknown or of the wrong kind.
 */
export function createChecker(startWorker: () => WorkerLike, settings: CheckerSettings = {}): BrowserChecker {
  refuseWrong('createChecker', 'startWorker', startWorker, aFunction)
  refuseWrongOptions('createChecker', settings, {
    limit: milliseconds,
    onLost: aFunction,
  } satisfies Expectations<CheckerSettings>)
  return new WorkerChecker(startWorker, settings)
}

class WorkerChecker implements BrowserChecker {
  readonly #start: () => WorkerLike
  readonly #settings: CheckerSettings
  #worker: WorkerLike | undefined
  #lastId = 0
  /** What the worker is at, whether or not anybody still wants it. */
  #current: WaitingText | undefined
  #waiting: WaitingText | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(start: () => WorkerLike, settings: CheckerSettings) {
    this.#start = start
    this.#settings = settings
  }

  check(text: string, options: BrowserOptions = {}): Promise<BrowserReport | undefined> {
    if (this.#isClosed) return Promise.reject(new Error('this checker is closed'))
    return new Promise((resolve, reject) => {
      // Before the worker: what it can't be sent, as a function, would be told without its name.
      refuseWrong('check', 'text', text, aString)
      refuseWrongOptions('check', options, BROWSER_OPTIONS)
      this.#current?.resolve(undefined)
      this.#waiting?.resolve(undefined)
      this.#waiting = { request: { type: 'check', id: ++this.#lastId, text, options }, resolve, reject }
      this.#next()
    })
  }

  close(): void {
    this.#isClosed = true
    this.#current?.resolve(undefined)
    this.#waiting?.resolve(undefined)
    this.#waiting = undefined
    this.#dropWorker()
  }

  /** Gives the worker the next text, where it is free and there is one. */
  #next(): void {
    if (this.#current || !this.#waiting) return
    const task = this.#waiting
    this.#waiting = undefined
    this.#current = task
    try {
      const worker = (this.#worker ??= this.#listenTo(this.#start()))
      this.#timer = setTimeout(() => this.#lose(worker, new WorkerLost('hung')), this.#settings.limit ?? USUAL_LIMIT)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
      worker.postMessage(task.request)
    } catch (error) {
      // A worker that can’t be started, or options that can’t be sent.
      this.#end(task)
      task.reject(error instanceof Error ? error : new Error(String(error)))
      this.#next()
    }
  }

  #listenTo(worker: WorkerLike): WorkerLike {
    worker.addEventListener('message', ({ data }) => {
      if (worker === this.#worker) this.#hear(data as WorkerAnswer)
    })
    worker.addEventListener('error', (event) => {
      // The error is told to whoever asked; on the page’s console it would be told twice.
      event.preventDefault?.()
      this.#lose(worker, new WorkerLost('crashed', event.message))
    })
    worker.addEventListener('messageerror', () =>
      this.#lose(worker, new WorkerLost('crashed', 'its answer could not be read')),
    )
    return worker
  }

  #hear(answer: WorkerAnswer): void {
    const task = this.#current
    if (!task || answer.id !== task.request.id) return
    this.#end(task)
    switch (answer.type) {
      case 'report':
        task.resolve(answer.report)
        break
      case 'refusal':
        task.reject(new CheckRefused(answer.message, answer.line))
        break
      default:
        task.reject(new Error(answer.message))
    }
    this.#next()
  }

  /** Replaces a worker that will not answer; what waits behind the lost text is checked by the next one. */
  #lose(worker: WorkerLike, why: WorkerLost): void {
    if (worker !== this.#worker) return
    const task = this.#current
    this.#dropWorker()
    task?.reject(why)
    this.#settings.onLost?.(why)
    this.#next()
  }

  #end(task: WaitingText): void {
    if (this.#current === task) this.#current = undefined
    clearTimeout(this.#timer)
  }

  #dropWorker(): void {
    if (this.#current) this.#end(this.#current)
    this.#worker?.terminate()
    this.#worker = undefined
  }
}
