/** What a frame is, and what judging one brings. */
import type { Severity } from '#rule'

/** A frame that joins a name to itself. */
export interface Frame {
  /** As the writer has it, with “…” for the first name where words stand on both sides: “remove … from”. */
  readonly text: string
  readonly severity: Severity
  /** “between X and X”, “X and X”: two of a pair, no actor and aim. */
  readonly pair: boolean
  /** Whether it may be a firm's name instead: “Brandt and Brandt”. */
  readonly mayBeFirm: boolean
  /** The word that the first name hangs on, in lower case: “remove”. */
  readonly governor: string
  /** The word that leads to the second name, where it is a preposition. */
  readonly preposition: string | undefined
}

/** What judging the words between two names brings; the rest of the frame is read off the story. */
export type Judged = Pick<Frame, 'severity'> & Partial<Frame>

/** What follows the second name, in lower case; empty at a stop, a comma, a bracket or the sentence's end. */
export type Following = string
