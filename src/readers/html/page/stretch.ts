/** A stretch of a page's source. */

/** A stretch between two tags. */
export interface Stretch {
  readonly start: number
  readonly end: number
}
