/** How sure it is that a line over a story is another story's headline, beside one that fits. */
import type { Severity } from '#rule'
import type { Fit } from './fit.ts'

/** A line on top of a story, and how it fits. */
export interface TopLine {
  readonly text: string
  readonly fit: Fit
}

/** Where a line stands, as far as that makes one careful. */
export interface LinePlace {
  /** Below the headline that fits, where deks and captions stand, too. */
  readonly isBelow: boolean
  /** Below a line that ends in a question mark, a colon or the like, where a headline may go on. */
  readonly isSecondHalf: boolean
  /** Over opinion and features, where a headline may be a metaphor. */
  readonly isLoose: boolean
  /** Over few words, which need not say all that a headline says. */
  readonly isShort: boolean
}

// Levels of strangeness; see `fit.ts`.
const FITS = -1
const MAY_FIT = 0.8
const FITS_BEST = -3
const RATHER_STRANGE = 0.7
const STRANGE = 1
const VERY_STRANGE = 2.6
const FAR_STRANGER = 3.5
const ALONE = 3
const ALONE_AND_VAGUE = 3.5
const UTTERLY_STRANGE = 5
// What makes one careful takes from the strangeness.
const BELOW = 0.3
const LOOSE = 1
const SHARED = 0.5
const APART = 2
const FAR_APART = 2.5
/** A line of four words or more. */
export const FOUR_WORDS = /(?:\S+ +){3}\S/
const SAID = /\b(?:said|says|told)\b.{0,40}[,:] [“"‘']/
const LONGEST_BELOW = 100
const LONGEST_QUESTION_BELOW = 60

/** Whether a line may be the headline against which the others are held. */
export function mayFit({ text, fit }: TopLine): boolean {
  return fit.strangeness <= MAY_FIT && fit.found > (/\S \S+ \S/.test(text) ? 0 : 1)
}

/**
 * Whether a line that looks like a byline or a caption is this story's headline all the same: so much of it is there.
 */
export function isSurelyFit({ fit }: TopLine): boolean {
  return fit.strangeness <= FITS_BEST && fit.found > 3
}

/** The level at which a line is another story's headline; nothing where it may be this one's. */
export function judge(line: TopLine, fitting: TopLine, place: LinePlace): Severity | undefined {
  return judgeStrangeness(line, fitting, place) ?? (sharesNamesAlone(line, fitting, place) ? 'warning' : undefined)
}

function judgeStrangeness(line: TopLine, fitting: TopLine, place: LinePlace): Severity | undefined {
  const { isBelow, isSecondHalf } = place
  const { absent, absentWords, found } = line.fit
  const strangeness = strangenessIn(line, place)
  // What stands out of a story's quotations is set like a headline, and hardly ever stands over the wrong one.
  if (isBelow && SAID.test(line.text)) return undefined
  if (isBelow && (isSecondHalf || mayBeDek(line.text)) && (strangeness < UTTERLY_STRANGE || found > 1)) return undefined
  if (!mayFit(fitting)) return isFarStranger(line, fitting, strangeness) ? 'warning' : undefined
  if (
    strangeness < (fitting.fit.strangeness <= FITS_BEST ? RATHER_STRANGE : STRANGE)
    || absent.length < found
    || absentWords < 1
  )
    return undefined
  if (place.isShort && (strangeness < VERY_STRANGE || found > 0)) return undefined
  const isClear = fitting.fit.strangeness <= FITS && fitting.fit.found > 1
  if (mayBeLabel(line.fit, isClear)) return undefined
  // “Ghosts at the feast” over a dek that says at length what the story is about.
  const mayBeMotto = !isBelow && fitting.text.length > 2 * line.text.length
  if (isClear && !place.isShort && !mayBeMotto && strangeness >= VERY_STRANGE && absent.length > 2 && absentWords > 1)
    return 'error'
  const isApart =
    strangeness - fitting.fit.strangeness >= (fitting.fit.strangeness <= 0 && fitting.fit.found > 1 ? APART : FAR_APART)
  return isApart ? 'warning' : undefined
}

/** “Morrow fined for mice in cellar” over “Morrow buys bakery in Salden”: nothing but the name is in the story. */
function sharesNamesAlone(
  { fit }: TopLine,
  { fit: other }: TopLine,
  { isBelow, isLoose, isShort }: LinePlace,
): boolean {
  return (
    !isBelow
    && !isLoose
    && !isShort
    && !fit.isLabel
    && other.strangeness <= FITS_BEST
    && fit.found > 0
    && fit.found === fit.shared
    && fit.absentWords > 2
    && fit.absent.length >= fit.found
    && fit.strangeness >= STRANGE
  )
}

function strangenessIn({ fit }: TopLine, { isBelow, isLoose }: LinePlace): number {
  return fit.strangeness - fit.shared * SHARED - (isBelow ? BELOW : 0) - (isLoose ? LOOSE : 0)
}

/** “Religion News Service”, “The Weekend Essay”: a label has few words, and all of them with a capital. */
function mayBeLabel({ isLabel, absent, absentWords, found }: Fit, isClear: boolean): boolean {
  if (!isLabel) return absent.length < 2
  return absentWords < 2 || absent.length < (isClear && found === 0 ? 3 : 4)
}

/** Beside a headline that is all play, or that says it in other words: next to nothing of the line is in the story. */
function isFarStranger({ fit, text }: TopLine, other: TopLine, strangeness: number): boolean {
  return (
    strangeness >= FAR_STRANGER
    && fit.found <= 1
    && fit.absent.length > 2
    && fit.absentWords > 0
    && !(fit.isLabel && fit.absent.length < 4)
    && strangeness - other.fit.strangeness >= FAR_APART
    && other.fit.found > 0
    && other.text.length < 2 * text.length
  )
}

// “Eternal fog for the weary heart” may be a figure of speech; names, figures and verbs of a headline are none.
const SAYS_SOMETHING = /\d|(?<= )\p{Lu}|\b(?:is|are|was|were|has|have|will|to|says?)\b/u

/** Whether a story's only headline has no word that the story has, or hardly one. */
export function isAlone({ fit, text }: TopLine): boolean {
  const { strangeness, found, evidence, absentWords } = fit
  if (found > 1 || absentWords < 2 || !FOUR_WORDS.test(text)) return false
  if (found === 1) return strangeness >= UTTERLY_STRANGE && evidence.length > 2
  return strangeness >= (SAYS_SOMETHING.test(text) ? ALONE : ALONE_AND_VAGUE) && evidence.length > 1
}

/** A long line, a long question, a line that ends in brackets or opens with “A”: a dek, a lead or a caption. */
function mayBeDek(text: string): boolean {
  return (
    /^An? /.test(text)
    || text.length > LONGEST_BELOW
    || (text.length > LONGEST_QUESTION_BELOW && /[?)][”"’']?$/.test(text))
  )
}
