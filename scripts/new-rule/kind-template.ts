/** The file of a new kind of error, which `npm run inject` puts into copy to see what the new rule finds of it. */

/** The kind's module, for the rule that starts with the same id. */
export function kindTemplate(id: string): string {
  return `/** Injects “at this moment in time” for “now”. (Say here which error gets into a draft.) */
import type { DraftCopy } from '../copy.ts'
import type { ErrorKind, Replacement, Supplies } from '../kind.ts'

const kinds: readonly ErrorKind[] = [
  {
    name: '${id.replaceAll('-', ' ')}',
    rule: '${id}',
    // Made from words that the rule itself knows: that it finds them says little. Without them, leave this out.
    closed: true,
    example: 'The council has no plan for the bridge now, the mayor told reporters.',
    change: fiveWordsForNow,
  },
]
export default kinds

/** “now” as five words, in prose outside quotation marks. */
function fiveWordsForNow(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const match = random.pick(copy.matches(/\\bnow\\b/g))
  return match && { start: match.index, end: match.index + match[0].length, words: 'at this moment in time' }
}
`
}
