/** Workers for tests: one that does what it is told, and one that really checks, in the same thread. */
import { answerer } from '../../src/browser/answer.ts'
import type { WorkerLike } from '../../src/browser/checker.ts'
import { isCheckRequest, type CheckRequest } from '../../src/browser/messages.ts'

type Listener = (event: { data: unknown; message?: string }) => void

/** A worker that answers when the test says so. */
export class FakeWorker implements WorkerLike {
  readonly requests: CheckRequest[] = []
  isTerminated = false
  readonly #listeners: [string, Listener][] = []

  postMessage(message: unknown): void {
    this.requests.push(structuredClone(message) as CheckRequest)
  }

  terminate(): void {
    this.isTerminated = true
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.push([type, listener])
  }

  /** Sends an event to the page. */
  send(type: 'message' | 'error' | 'messageerror', event: { data?: unknown; message?: string } = {}): void {
    for (const [of, listener] of this.#listeners) if (of === type) listener({ data: undefined, ...event })
  }
}

/** A worker that checks what it is sent, a moment later. */
export class CheckingWorker extends FakeWorker {
  readonly #answer = answerer()

  override postMessage(message: unknown): void {
    this.requests.push(structuredClone(message) as CheckRequest)
    setTimeout(() => {
      if (!this.isTerminated && isCheckRequest(message))
        this.send('message', { data: structuredClone(this.#answer(structuredClone(message))) })
    }, 0)
  }
}
