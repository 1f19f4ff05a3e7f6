/** What a kind of error is: how it gets into a draft, which rule ought to find it, and how often. */
import type { DraftCopy } from './copy.ts'
import type { TextStretch } from '../measure/context.ts'
import type { Random } from './random.ts'
import type { HeadlineShelf } from './headline-shelf.ts'

/** One change of a draft: the words from `start` to `end` give way to others. */
export interface Replacement extends TextStretch {
  readonly words: string
}

/** What an injector draws on besides the draft. */
export interface Supplies {
  readonly random: Random
  /** The headlines of all articles. */
  readonly headlines: HeadlineShelf
  /** Lines left over from pages. */
  readonly leftovers: readonly string[]
}

/** A kind of error. */
export interface ErrorKind {
  /** “misspelt name, alone”. */
  readonly name: string
  /** The id of the rule that ought to find it; there may be no such rule yet. */
  readonly rule: string
  /** The share that ought to be found at warning or above, 0 to 1. */
  readonly bar?: number
  /** Whether the error is that two places disagree, so that the finding may stand at either. */
  readonly twoPlaces?: boolean
  /**
   * Whether the errors are made from words that the rule itself knows, as its own verbs: that it finds them says little
   * of others.
   */
  readonly closed?: true
  /** A draft with a place for it, where the tests’ own story has none. */
  readonly example?: string
  /** One such error for a draft; nothing where the draft has no place for it. */
  readonly change: (copy: DraftCopy, supplies: Supplies) => Replacement | undefined
}

/** The draft with the error in it, and where the error now stands, without white space around it. */
export function applyChange(
  text: string,
  { start, end, words }: Replacement,
): { readonly text: string; readonly at: TextStretch } {
  const from = start + words.length - words.trimStart().length
  return {
    text: text.slice(0, start) + words + text.slice(end),
    at: { start: from, end: Math.max(from, start + words.trimEnd().length) },
  }
}
