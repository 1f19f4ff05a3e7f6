/** What a stretch of damaged text is: where it stands, how it came about, and what it should read. */
import type { Severity } from '#rule'

/**
 * How a text was damaged: written in one encoding and read in another · left in the code of a web page · with its tags
 * · in the code of a program, an address or an e-mail · a character replaced by one that says nothing.
 */
export type DamageKind = 'encoding' | 'entity' | 'tag' | 'escape' | 'lost'

/** One damaged stretch of a story's text. */
export interface Damage {
  readonly start: number
  readonly end: number
  readonly kind: DamageKind
  /** What should stand there; nothing where nobody can tell. */
  readonly repair: string | undefined
  /** Whether the repair is certain, by decoding; else it is guessed from what stands around. */
  readonly certain: boolean
  /** Left out, an error. */
  readonly severity?: Severity
}

const LETTER = /[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0386-\u04FF\u1E00-\u1EFF]/

/** Whether a character is a letter; false for the empty string, which stands before and behind a text. */
export function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character)
}

/** Whether a character is a small letter. */
export function isSmall(character: string | undefined): boolean {
  return isLetter(character) && character !== character!.toUpperCase()
}

/** Whether a character is a large letter. */
export function isLarge(character: string | undefined): boolean {
  return isLetter(character) && character !== character!.toLowerCase()
}

/**
 * The matches of a sticky pattern that begins with a known sign, which is far quicker than to try the pattern
 * everywhere; none overlap.
 */
export function* matchesAt(text: string, sign: string, pattern: RegExp): Iterable<RegExpExecArray> {
  for (let at = text.indexOf(sign); at !== -1;) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) yield match
    at = text.indexOf(sign, at + Math.max(1, match?.[0].length ?? 0))
  }
}
