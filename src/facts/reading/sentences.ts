/** The sentences of a story, as columns. */
import { span, type Span } from '../../text/span.ts'
import { Column } from './column.ts'
import type { LetterCase } from './letter-case.ts'

const LETTER_CASES: readonly LetterCase[] = ['sentence', 'title', 'capitals']

/** Sentences in story order, each with its words and its block. */
export class Sentences {
  readonly #text: string
  readonly #starts = new Column()
  readonly #ends = new Column()
  readonly #blocks = new Column()
  readonly #firstWords = new Column()
  readonly #endWords = new Column()
  readonly #letterCases = new Column()

  constructor(text: string) {
    this.#text = text
  }

  get count(): number {
    return this.#starts.length
  }

  add(row: {
    readonly start: number
    readonly end: number
    readonly block: number
    readonly firstWord: number
    readonly endWord: number
    readonly letterCase: LetterCase
  }): void {
    this.#starts.push(row.start)
    this.#ends.push(row.end)
    this.#blocks.push(row.block)
    this.#firstWords.push(row.firstWord)
    this.#endWords.push(row.endWord)
    this.#letterCases.push(LETTER_CASES.indexOf(row.letterCase))
  }

  start(sentence: number): number {
    return this.#starts.at(sentence)
  }

  end(sentence: number): number {
    return this.#ends.at(sentence)
  }

  /** The index of the block that holds the sentence. */
  block(sentence: number): number {
    return this.#blocks.at(sentence)
  }

  /** The index of the sentence's first word. */
  firstWord(sentence: number): number {
    return this.#firstWords.at(sentence)
  }

  /** One past the index of the sentence's last word. */
  endWord(sentence: number): number {
    return this.#endWords.at(sentence)
  }

  letterCase(sentence: number): LetterCase {
    return LETTER_CASES[this.#letterCases.at(sentence)]!
  }

  span(sentence: number): Span {
    return span(this.#starts.at(sentence), this.#ends.at(sentence))
  }

  text(sentence: number): string {
    return this.#text.slice(this.#starts.at(sentence), this.#ends.at(sentence))
  }
}
