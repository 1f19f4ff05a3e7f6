/** Writes lines no faster than they are taken. */
import type { Outlet } from '../io.ts'

/** An outlet that is waited for. */
export class StreamOutput {
  readonly #outlet: Outlet
  readonly #gone: Promise<void>
  #isGone = false

  constructor(outlet: Outlet) {
    this.#outlet = outlet
    this.#gone = new Promise((resolve) => {
      for (const event of ['error', 'close'] as const) {
        outlet.once?.(event, () => {
          this.#isGone = true
          resolve()
        })
      }
    })
  }

  /** Whether nobody is left to read. */
  get isGone(): boolean {
    return this.#isGone
  }

  /** Writes a line; waits until there is room for the next one, or nobody to read it. */
  async write(line: string): Promise<void> {
    if (this.#isGone || this.#outlet.write(line) !== false || !this.#outlet.once) return
    const drained = new Promise<void>((resolve) => void this.#outlet.once!('drain', resolve))
    await Promise.race([drained, this.#gone])
  }
}
