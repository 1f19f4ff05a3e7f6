/**
 * Which kinds of marked errors a rule speaks of: a finding that only happens to stand on an error of another kind
 * hasn't found it.
 */

const NAMES = ['name-misspelt', 'name-two-ways', 'wrong-name']

/**
 * By rule; what a rule proposes counts besides, whatever the kind, where it makes of the copy what the reader would.
 */
export const KINDS_OF_RULES: Readonly<Record<string, readonly string[]>> = {
  'encoding-damage': ['encoding', 'apostrophe'],
  'impossible-date': ['date-or-weekday'],
  'inconsistent-name': [...NAMES, 'term-two-ways'],
  'leftover-boilerplate': ['leftover', 'duplicate'],
  'leftover-note': ['leftover', 'half-edit'],
  'misspelt-name': [...NAMES, 'misspelt-word'],
  'repeated-word': ['doubled-word', 'duplicate', 'half-edit'],
  'self-reference': ['wrong-name', 'half-edit'],
  'stacked-headlines': ['leftover', 'headline-body'],
  'weekday-mismatch': ['date-or-weekday'],
}

/** Kinds of which a whole line, or more than a few words, can be the place. */
export const KINDS_OF_BLOCKS: ReadonlySet<string> = new Set(['leftover', 'duplicate'])
