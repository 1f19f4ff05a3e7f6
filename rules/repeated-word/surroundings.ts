/** The words around a pair of equal words, in their block. */
import { around, type Span, type Story } from '#rule'

/** Words before and behind a pair. */
export interface Surroundings {
  /**
   * Up to eight words before it, the nearest first, in lower case; a comma, a bracket or a mark that ends a clause
   * parts them.
   */
  readonly before: readonly string[]
  /** What stands right before the pair: a space, a quotation mark, or nothing at the start of its block. */
  readonly gap: string
  /** The word before as it is written, and whether a comma stands between it and the word before that. */
  readonly previous: string
  readonly opensClause: boolean
  /** Whether a comma or a bracket stands right before the pair. */
  readonly followsComma: boolean
  /** The word behind as it is written; nothing where a mark stands between. */
  readonly next: string
}

const REACH = 120
const MOST_WORDS = 8
const WORD = /[\p{L}\d][\p{L}\d’'.-]*/gu

/** Reads the words around a pair. */
export function surroundingsOf(story: Story, at: Span): Surroundings {
  const near = around(story, at)
  const before = near.before(REACH)
  const clause = before.slice(lastBreak(before) + 1)
  const words = (clause.match(WORD) ?? []).slice(-MOST_WORDS)
  return {
    before: words.map((word) => word.toLowerCase()).toReversed(),
    gap: before.slice(-1),
    previous: words.at(-1) ?? '',
    opensClause: words.length === 1 && /[,;:—–(] ?$/.test(before.slice(0, lastBreak(before) + 2)),
    followsComma: words.length === 0 && /[,;)] $/.test(before),
    next: /^ ([\p{L}\d$£€][\p{L}\d’'.,-]*)/u.exec(near.behind())?.[1]?.replace(/[.,]$/, '') ?? '',
  }
}

/** Where the last mark stands that ends a clause; a full stop within “U.S.” or before a digit doesn't. */
function lastBreak(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    if (/[,;:!?()[\]“”"«»—–\n]/.test(text[at]!)) return at
    if (text[at] === '.' && text[at + 1] === ' ' && /\p{L}{2}$/u.test(text.slice(Math.max(0, at - 2), at))) return at
  }
  return -1
}
