/** Checks documents beside the server, so that it answers whatever else it is asked meanwhile. */
import { CheckLine } from './check-line.ts'
import type { TextOutcome, TextTask } from './text-task.ts'
import type { StartThread } from './threads.ts'

// Ten thousand words take a tenth of a second. Longer texts have a thread of their own: no short one waits behind them.
const LONG = 60_000
const LONGEST_CHECK = 10_000
const LONGEST_UNWANTED = 1000
const IDLE = 60_000

/** Two threads: one for short texts, and one for long ones, while there are such. */
export class CheckThreads {
  readonly #short: CheckLine
  readonly #long: CheckLine

  /** @param limit How long one check may take, in milliseconds. */
  constructor(start: StartThread, limit = LONGEST_CHECK) {
    const patience = { limit, unwanted: Math.min(limit, LONGEST_UNWANTED) }
    this.#short = new CheckLine(start, patience)
    this.#long = new CheckLine(start, { ...patience, idle: IDLE })
  }

  /** Gets ready for the first document. */
  warmUp(): void {
    this.#short.warmUp()
  }

  /**
   * What becomes of a text. Never rejects.
   * @param isWanted Whether anybody still waits for it; what nobody waits for isn't begun, and not finished where that
   * takes long.
   */
  run(task: TextTask, isWanted: () => boolean): Promise<TextOutcome> {
    return (task.text.length > LONG ? this.#long : this.#short).run(task, isWanted)
  }

  /** Looks what is still wanted, since a document has changed or gone. */
  review(): void {
    this.#short.review()
    this.#long.review()
  }

  /** Ends the threads at once. */
  stop(): void {
    this.#short.stop()
    this.#long.stop()
  }
}
