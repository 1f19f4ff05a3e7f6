/** Sets of words from running text, for closed classes that stand in the code or in a rule's table. */

/** The words of a list, or of several, parted by white space. */
export function wordSet(lists: string | readonly string[]): ReadonlySet<string> {
  return new Set((typeof lists === 'string' ? [lists] : lists).flatMap((list) => list.trim().split(/\s+/)))
}
