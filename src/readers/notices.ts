/** What a reader passes over, taken down while it reads. */
import { span, sourceSpan, type CopyBuilder, type Notice } from '#story'

/** Collects a reader's notices; each names what was passed over and where in the source it stands. */
export class Notices {
  readonly #copy: CopyBuilder
  readonly #all: Notice[] = []

  constructor(copy: CopyBuilder) {
    this.#copy = copy
  }

  /** Takes a notice down; the offsets are the source's. */
  add(message: string, start: number, end: number): void {
    const here = this.#copy.length
    this.#all.push({ message, at: span(here, here), source: sourceSpan(start, end) })
  }

  /** All notices so far, in the order they came. */
  get all(): readonly Notice[] {
    return this.#all
  }
}
