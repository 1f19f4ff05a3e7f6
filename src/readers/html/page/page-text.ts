/**
 * Measures the running text of a page: how much of it stands in which stretch, in sentences and in letters, links
 * apart.
 */
import { firstIndex } from '#text'
import type { Stretch } from './stretch.ts'

/** How much running text a stretch of a page holds. */
export interface TextMeasure {
  readonly sentences: number
  /** In letters. */
  readonly length: number
}

// A menu's entry, a button and a line of a footer are shorter, or have no stop at their end.
const SHORTEST = 40
const LONGEST_HEADING = 160
const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*$/
const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s|$)|[。！？]/g
// Of a block's letters, so many are links where it leads elsewhere.
const MOSTLY = 0.5

/** Takes down the blocks of a page that are running text, in the order of the source. */
export class PageText {
  readonly #starts: number[] = []
  /** Sentences and letters of all blocks before each. */
  readonly #sentences: number[] = [0]
  readonly #lengths: number[] = [0]

  /**
   * Adds what a block shows.
   * @param start Where its first text starts in the page.
   * @param linked How much of it stands in links.
   */
  add(written: string, start: number, linked: number): void {
    const text = written.replace(/\s+/g, ' ').trim()
    if (
      text.length < SHORTEST
      || linked > written.length * MOSTLY
      || (text.length < LONGEST_HEADING && !ENDS_SENTENCE.test(text))
    )
      return
    this.#push(start, Math.max(1, text.match(SENTENCE_END)?.length ?? 0), text.length)
  }

  /** The same without what starts in some stretches, which stand in order and not in each other. */
  without(holes: readonly Stretch[]): PageText {
    const rest = new PageText()
    let next = 0
    for (const [index, start] of this.#starts.entries()) {
      while (next < holes.length && holes[next]!.end <= start) next++
      if (next < holes.length && holes[next]!.start <= start) continue
      rest.#push(
        start,
        this.#sentences[index + 1]! - this.#sentences[index]!,
        this.#lengths[index + 1]! - this.#lengths[index]!,
      )
    }
    return rest
  }

  /** What a stretch holds. */
  measure({ start, end }: Stretch): TextMeasure {
    const from = this.#before(start)
    const to = this.#before(end)
    return {
      sentences: this.#sentences[to]! - this.#sentences[from]!,
      length: this.#lengths[to]! - this.#lengths[from]!,
    }
  }

  #push(start: number, sentences: number, length: number): void {
    this.#starts.push(start)
    this.#sentences.push(this.#sentences.at(-1)! + sentences)
    this.#lengths.push(this.#lengths.at(-1)! + length)
  }

  /** How many blocks start before an offset. */
  #before(offset: number): number {
    return firstIndex(this.#starts.length, (index) => this.#starts[index]! >= offset)
  }
}
