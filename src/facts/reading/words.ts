/** The words of a story, as columns. */
import { span, type Span } from '../../text/span.ts'
import { Column } from './column.ts'

/** Words in story order. A word is what nlcst calls one: “U.S.”, “Beijing-based”, “China’s”, “AT&T”, “2.9”. */
export class Words {
  readonly #text: string
  readonly #starts = new Column()
  readonly #ends = new Column()
  readonly #sentences = new Column()

  constructor(text: string) {
    this.#text = text
  }

  get count(): number {
    return this.#starts.length
  }

  add(start: number, end: number, sentence: number): void {
    this.#starts.push(start)
    this.#ends.push(end)
    this.#sentences.push(sentence)
  }

  start(word: number): number {
    return this.#starts.at(word)
  }

  end(word: number): number {
    return this.#ends.at(word)
  }

  /** The sentence that holds the word. */
  sentence(word: number): number {
    return this.#sentences.at(word)
  }

  span(word: number): Span {
    return span(this.#starts.at(word), this.#ends.at(word))
  }

  text(word: number): string {
    return this.#text.slice(this.#starts.at(word), this.#ends.at(word))
  }

  /** What stands between a word and the next: “ ” between neighbours, “, ” at a comma. */
  gapAfter(word: number): string {
    return this.#text.slice(this.#ends.at(word), this.#starts.at(word + 1))
  }

  /** Whether a single space is all that stands between a word and the next. */
  joinsNext(word: number): boolean {
    const end = this.#ends.at(word)
    return this.#starts.at(word + 1) === end + 1 && this.#text.charCodeAt(end) === 32
  }

  /** Whether a word from `first` up to `end` is the same as the next, whatever their capitals. */
  repeatIn(first: number, end: number): boolean {
    for (let word = first; word + 1 < end; word++) {
      const length = this.#ends.at(word) - this.#starts.at(word)
      // Most pairs of words differ in length.
      if (this.#ends.at(word + 1) - this.#starts.at(word + 1) !== length) continue
      if (this.text(word).toLowerCase() === this.text(word + 1).toLowerCase()) return true
    }
    return false
  }
}
