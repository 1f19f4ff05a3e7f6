/** Sets of words from running text, for closed classes that stand in the code or in a rule's table. */

/** What is asked of a closed class of words. */
export interface WordSet extends Iterable<string> {
  has(word: string): boolean
}

/**
 * The words of a list, or of several, parted by white space. They are parted when first asked for: a story needs few of
 * the lists that its rules bring along, and a start shall not wait for the others.
 */
export function wordSet(lists: string | readonly string[]): WordSet {
  let parted: ReadonlySet<string> | undefined
  const words = (): ReadonlySet<string> => (parted ??= partWords(lists))
  return { has: (word) => words().has(word), [Symbol.iterator]: () => words().values() }
}

function partWords(lists: string | readonly string[]): ReadonlySet<string> {
  return new Set((typeof lists === 'string' ? [lists] : lists).flatMap((list) => list.trim().split(/\s+/)))
}
