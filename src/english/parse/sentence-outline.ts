/** What is kept of a sentence once it is read. */

/** Where a sentence and its words stand. Offsets count from the block's start. */
export interface SentenceOutline {
  readonly start: number
  readonly end: number
  /** The start and the end of each word in turn. */
  readonly words: readonly number[]
  /** Whether a full stop or a quotation mark closes it. */
  readonly stopped: boolean
}
