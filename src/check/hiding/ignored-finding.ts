/** What somebody has said of a finding: that he wants to hear no more of it, how far that reaches, and why. */

/** How far an answer reaches: the one place, its story, or all that the house writes. */
export type IgnoredScope = 'place' | 'story' | 'house'

/** What is ignored: a rule's findings on some words, and who said so. */
export interface IgnoredFinding {
  readonly rule: string
  /** The writer's words, as a finding quotes them. */
  readonly words: string
  readonly scope: IgnoredScope
  /** The place, as the finding's fingerprint names it; needed where the scope is a place. */
  readonly fingerprint?: string | undefined
  /** The story's path, where the scope is a story or a place and a list is for many; left out, whichever is checked. */
  readonly path?: string | undefined
  readonly by?: string | undefined
  /** As whoever keeps the list writes it. */
  readonly when?: string | undefined
  readonly reason?: string | undefined
}
