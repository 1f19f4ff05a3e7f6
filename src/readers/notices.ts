/** What a reader passes over, taken down while it reads. */
import type { CopyBuilder, Notice } from '#copy'
import { sourceSpan, span } from '#text'

// Nobody reads more than that of one file.
const MOST = 50

/** What takes a notice down; the offsets are those of the text that is read. */
export type NoticeTarget = Pick<Notices, 'add'>

/** Collects a reader's notices; each says what was passed over and where in the source it stands. */
export class Notices {
  readonly #copy: CopyBuilder
  readonly #all: Notice[] = []
  #more = 0

  constructor(copy: CopyBuilder) {
    this.#copy = copy
  }

  /**
   * Takes a notice down; the offsets are the source's. The same said of the next stretch makes one notice of the two.
   */
  add(message: string, start: number, end: number): void {
    const last = this.#all.at(-1)
    if (last?.source && !last.about && last.message === message && last.source.end >= start) {
      this.#all[this.#all.length - 1] = {
        ...last,
        source: sourceSpan(last.source.start, Math.max(last.source.end, end)),
      }
    } else if (this.#all.length < MOST) {
      const here = this.#copy.length
      this.#all.push({ message, at: span(here, here), source: sourceSpan(start, end) })
    } else {
      this.#more++
    }
  }

  /** Takes down that copy was not read, so that the source can't pass: the predicate of a sentence about it. */
  unread(message: string): void {
    this.#all.push({ message, at: span(0, 0), source: sourceSpan(0, 0), about: 'unread' })
  }

  /** All notices so far, in the order they came; past the first fifty only how many there are. */
  get all(): readonly Notice[] {
    const last = this.#all.at(-1)
    if (!last || this.#more === 0) return this.#all
    return [
      ...this.#all,
      { ...last, message: `${this.#more} more stretches like the ones above were not read as copy` },
    ]
  }
}
