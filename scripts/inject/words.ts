/** Injects doubled words: “the the”. */
import type { Copy } from './copy.ts'
import type { Change, ErrorKind, Supplies } from './kind.ts'

/** The kinds of wrong words. */
export const wordKinds: readonly ErrorKind[] = [
  { name: 'doubled word', rule: 'repeated-word', bar: 0.98, change: doubledWord },
]

// What is doubled by a slip is mostly small. “That that” and “had had” may be meant.
const SMALL = new Set(`
  the a an of in to and for on is was with by from at as it its be has have are were will would his her their this or but not
`.trim().split(/\s+/))
const MAY_BE_MEANT = new Set('that had very so no ha who really much many long far again more way never too ever'.split(' '))
const SHARE_OF_SMALL = 0.75

function doubledWord(copy: Copy, { random }: Supplies): Change | undefined {
  const words = copy.matches(/(?<![\p{L}\p{N}’'&.-])\p{Ll}+(?= \p{L})/gu)
    .filter(({ index, 0: word }) => !MAY_BE_MEANT.has(word) && isAlone(copy.text, index, word))
  const small = random.chance(SHARE_OF_SMALL)
  const match = random.pick(words.filter(({ 0: word }) => SMALL.has(word) === small))
  if (!match) return undefined
  const end = match.index + match[0].length
  return { start: end, end, words: ` ${match[0]}` }
}

/** Whether the word isn't doubled there as it is. */
function isAlone(text: string, start: number, word: string): boolean {
  return !text.startsWith(`${word} `, start + word.length + 1) && !text.slice(0, start).endsWith(`${word} `)
}
