/** How sure it is that a line over a story is another story's headline, beside one that fits. */
import type { Severity } from '#rule'
import type { Fit } from './fit.ts'

/** A line on top of a story, and how it fits. */
export interface Line {
  readonly text: string
  readonly fit: Fit
}

/** Where a line stands, as far as that makes one careful. */
export interface Place {
  /** Below the headline that fits, where deks and captions stand, too. */
  readonly isBelow: boolean
  /** Below a line that ends in a question mark, a colon or the like, where a headline may go on. */
  readonly isSecondHalf: boolean
  /** Over opinion and features, where a headline may be a metaphor. */
  readonly isLoose: boolean
}

// Levels of strangeness; see `fit.ts`.
const FITS = -1
const MAY_FIT = 0.8
const STRANGE = 1
const VERY_STRANGE = 2.6
const UTTERLY_STRANGE = 5
// What makes one careful takes from the strangeness.
const BELOW = 0.3
const LOOSE = 1
const SHARED = 0.5
const APART = 2
const FAR_APART = 2.5
const SAID = /\b(?:said|says|told)\b.{0,40}[,:] [“"‘']/
const LONGEST_BELOW = 100
const LONGEST_QUESTION_BELOW = 60

/** Whether a line may be the headline against which the others are held. */
export function mayFit({ text, fit }: Line): boolean {
  return fit.strangeness <= MAY_FIT && fit.found > (/\S \S+ \S/.test(text) ? 0 : 1)
}

/** The level at which a line is another story's headline; nothing where it may be this one's. */
export function judge(line: Line, fitting: Line, { isBelow, isLoose, isSecondHalf }: Place): Severity | undefined {
  const { absent, absentWords, found, shared, isLabel } = line.fit
  const strangeness = line.fit.strangeness - shared * SHARED - (isBelow ? BELOW : 0) - (isLoose ? LOOSE : 0)
  // What stands out of a story's quotations is set like a headline, and hardly ever stands over the wrong one.
  if (isBelow && SAID.test(line.text)) return undefined
  if (isBelow && (isSecondHalf || mayBeDek(line.text)) && (strangeness < UTTERLY_STRANGE || found > 1)) return undefined
  if (strangeness < STRANGE || absent.length < found || absentWords < 1) return undefined
  // “Religion News Service”, “The Weekend Essay”: a label has few words, and all of them with a capital.
  if (isLabel ? absent.length < 4 || absentWords < 2 : absent.length < 2) return undefined
  const isClear = fitting.fit.strangeness <= FITS && fitting.fit.found > 1
  // “Ghosts at the feast” over a dek that says at length what the story is about.
  const mayBeMotto = !isBelow && fitting.text.length > 2 * line.text.length
  if (isClear && !mayBeMotto && strangeness >= VERY_STRANGE && absent.length > 2 && absentWords > 1) return 'error'
  const isApart = strangeness - fitting.fit.strangeness >= (fitting.fit.strangeness <= 0 && fitting.fit.found > 1 ? APART : FAR_APART)
  return isApart ? 'warning' : undefined
}

/** A long line, a long question, a line that ends in brackets: a dek, a lead or a caption. */
function mayBeDek(text: string): boolean {
  return text.length > LONGEST_BELOW || (text.length > LONGEST_QUESTION_BELOW && /[?)][”"’']?$/.test(text))
}
