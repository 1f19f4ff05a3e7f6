/**
 * Sends diagnostics to editors that don't ask for them: a while after the last keystroke, and never those of a text
 * that has changed.
 */
import { isCurrent, type Check } from './checks.ts'

/** What a publisher is made with. */
export interface PublisherOptions {
  /** The check of a document as it is now; nothing where it isn't open. */
  readonly check: (uri: string) => Promise<Check | undefined>
  /** Whether a document is the one that is open. */
  readonly isOpen: (check: Check) => boolean
  readonly send: (check: Check) => Promise<void>
  readonly onError: (error: unknown) => void
}

/** Publishes each document by a clock of its own. */
export class Publisher {
  readonly #options: PublisherOptions
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #sent = new WeakSet<Check>()
  #isStopped = false

  constructor(options: PublisherOptions) {
    this.#options = options
  }

  /** Has a document published after so many milliseconds, and not before whatever was due. */
  in(delay: number, uri: string): void {
    this.forget(uri)
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri)
        this.#publish(uri).catch(this.#options.onError)
      }, delay),
    )
  }

  /** Whether a document is still to be published. */
  isDue(uri: string): boolean {
    return this.#timers.has(uri)
  }

  /** Publishes nothing more of a document. */
  forget(uri: string): void {
    clearTimeout(this.#timers.get(uri))
    this.#timers.delete(uri)
  }

  /** Publishes nothing more. */
  stop(): void {
    this.#isStopped = true
    for (const uri of this.#timers.keys()) this.forget(uri)
  }

  async #publish(uri: string): Promise<void> {
    const { check, isOpen, send } = this.#options
    const made = await check(uri)
    // A document that has changed meanwhile is on the way again, and one that was closed has been cleared.
    if (this.#isStopped || !made || !isCurrent(made) || !isOpen(made) || this.#sent.has(made)) return
    this.#sent.add(made)
    await send(made)
  }
}
