/** What a checker in a page is, what it may be told, and how it can fail. */
import type { BrowserOptions, BrowserReport } from './messages.ts'

/** Checks texts, one at a time. */
export interface BrowserChecker {
  /**
   * Checks a text.
   * @returns Its report, or nothing where a newer text came before it was there.
   * @throws {TypeError} where an option is unknown or of the wrong kind.
   * @throws {CheckRefused} where a setting can’t be followed, or the text is of a kind that isn’t read.
   * @throws {WorkerLost} where the worker was lost over it.
   */
  check(text: string, options?: BrowserOptions): Promise<BrowserReport | undefined>
  /** Ends the worker; whoever waits gets nothing. */
  close(): void
}

/** What a checker may be told. */
export interface CheckerSettings {
  /** How long a check may take, in milliseconds, before its worker counts as hung; left out, ten seconds. */
  readonly limit?: number | undefined
  /** Told when a worker was lost, even over a text that nobody waits for any more. */
  readonly onLost?: ((why: WorkerLost) => void) | undefined
}

/** As much of a worker as a checker needs. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(
    type: 'error',
    listener: (event: { readonly message?: string; preventDefault?(): void }) => void,
  ): void
  addEventListener(type: 'messageerror', listener: () => void): void
}

/**
 * A setting that can’t be followed, or a text that isn’t read; the message names it, and where it stands in a pasted
 * config the line is told.
 */
export class CheckRefused extends Error {
  override readonly name = 'CheckRefused'
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}

const WORDS = { hung: 'the check took too long and was stopped', crashed: 'the worker stopped' }

/** A worker that crashed, or took longer than the limit. The next text is checked by a new one. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost'
  readonly how: 'crashed' | 'hung'

  constructor(how: 'crashed' | 'hung', detail?: string) {
    super(detail ? `${WORDS[how]}: ${detail}` : WORDS[how])
    this.how = how
  }
}
