/**
 * What else a story shows of a word: how often it stands by itself, and whether it stands twice in a row in more than
 * one place.
 */
import type { Story } from '#rule'

/** How the words of a story stand, each in lower case and without a possessive. */
export interface Elsewhere {
  /** Whether a word stands anywhere without its double. */
  standsAlone(word: string): boolean
  /** Whether a word stands twice in a row in two places or more, as a name does that is made so: “Duran Duran”. */
  isOftenDoubled(word: string): boolean
}

/** Counts a story's words when first asked, for all that is asked later. */
export function elsewhereIn(story: Story): Elsewhere {
  let counted: ReturnType<typeof count> | undefined
  const counts = (): ReturnType<typeof count> => (counted ??= count(story))
  return {
    standsAlone: (word) => counts().alone.has(word),
    isOftenDoubled: (word) => (counts().doubled.get(word) ?? 0) > 1,
  }
}

function count({ facts: { words } }: Story): {
  readonly alone: ReadonlySet<string>
  readonly doubled: ReadonlyMap<string, number>
} {
  const alone = new Set<string>()
  const doubled = new Map<string, number>()
  let previous = ''
  let before = ''
  for (let word = 0; word <= words.count; word++) {
    const current =
      word === words.count
        ? ''
        : words
            .text(word)
            .toLowerCase()
            .replace(/[’']s?$/, '')
    if (previous !== '') {
      if (previous === current) doubled.set(previous, (doubled.get(previous) ?? 0) + 1)
      else if (previous !== before) alone.add(previous)
    }
    before = previous
    previous = current
  }
  return { alone, doubled }
}
