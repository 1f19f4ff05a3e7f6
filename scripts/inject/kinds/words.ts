/** Injects doubled words and phrases: “the the”, “Mayor Says Says”, “of the of the”. */
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'
import type { TextStretch } from '../../measure/context.ts'

const RULE = 'repeated-word'

/** The kinds of wrong words. */
const kinds: readonly ErrorKind[] = [
  { name: 'doubled word', rule: RULE, bar: 0.99, change: doubledWord },
  {
    name: 'word doubled in a headline, title case',
    rule: RULE,
    bar: 0.9,
    change: (copy, supplies) => doubledInHeadline(copy, supplies, inTitleCase),
  },
  {
    name: 'word doubled in a headline, capitals',
    rule: RULE,
    bar: 0.9,
    change: (copy, supplies) => doubledInHeadline(copy, supplies, inCapitals),
  },
  { name: 'doubled phrase', rule: RULE, bar: 0.9, change: doubledPhrase },
]
export default kinds

// What is doubled by a slip is mostly small. “That that” and “had had” may be meant.
const SMALL = new Set(
  `
  the a an of in to and for on is was with by from at as it its be has have are were will would his her their this or but not
`
    .trim()
    .split(/\s+/),
)
const MAY_BE_MEANT = new Set(
  'that had very so no ha who really much many long far again more way never too ever'.split(' '),
)
const SHARE_OF_SMALL = 0.75
const SHORTEST_HEADLINE = 4
const LONGEST_HEADLINE = 16
const SHORTEST_PHRASE = 2
const LONGEST_PHRASE = 5

function doubledWord(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const words = copy
    .matches(/(?<![\p{L}\p{N}’'&.-])\p{Ll}+(?= \p{L})/gu)
    .filter(({ index, 0: word }) => !MAY_BE_MEANT.has(word) && isAlone(copy.text, index, word))
  const small = random.chance(SHARE_OF_SMALL)
  const match = random.pick(words.filter(({ 0: word }) => SMALL.has(word) === small))
  if (!match) return undefined
  const end = match.index + match[0].length
  return { start: end, end, words: ` ${match[0]}` }
}

/** Any word of a headline, which is set in that case where it isn’t. */
function doubledInHeadline(
  copy: DraftCopy,
  { random }: Supplies,
  setIn: (headline: string) => string,
): Replacement | undefined {
  const { headline } = copy
  if (!headline || !isHeadline(copy.slice(headline))) return undefined
  const words = setIn(copy.slice(headline))
  const match = random.pick(
    [...words.matchAll(/(?<![^ ])\p{L}{2,}(?![^ ,:?!])/gu)].filter(
      ({ 0: word }) => !MAY_BE_MEANT.has(word.toLowerCase()),
    ),
  )
  if (!match) return undefined
  const end = match.index + match[0].length
  return { ...headline, words: `${words.slice(0, end)} ${match[0]}${words.slice(end)}` }
}

/** Some articles have their first sentence there. */
function isHeadline(line: string): boolean {
  const { length } = line.split(' ')
  return length >= SHORTEST_HEADLINE && length <= LONGEST_HEADLINE && !/[.!?…][”"’']?$/.test(line)
}

/** “Council votes on the budget” as “Council Votes on the Budget”. */
function inTitleCase(headline: string): string {
  return headline.replace(/(?<![\p{L}’'])\p{Ll}+(?![\p{L}’'])/gu, (word, at: number) =>
    at > 0 && SMALL.has(word) ? word : word[0]!.toUpperCase() + word.slice(1),
  )
}

function inCapitals(headline: string): string {
  return headline.toUpperCase()
}

/** Two to five words of a sentence outside quotation marks, one of them small, with nothing but spaces between. */
function doubledPhrase(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const length = SHORTEST_PHRASE + Math.floor(random.next() * (LONGEST_PHRASE - SHORTEST_PHRASE + 1))
  const match = random.pick(copy.matches(/(?<=\p{L} )\p{Ll}+(?= \p{L})/gu))
  if (!match) return undefined
  const paragraph = copy.prose.find(({ start, end }) => start <= match.index && match.index < end) as TextStretch
  const phrase = new RegExp(`^(?:[\\p{L}\\p{N}’'-]+ ){${length - 1}}[\\p{L}\\p{N}’'-]+(?= \\p{L})`, 'u').exec(
    copy.text.slice(match.index, paragraph.end),
  )?.[0]
  if (phrase === undefined) return undefined
  const end = match.index + phrase.length
  return { start: end, end, words: ` ${phrase}` }
}

/** Whether the word isn't doubled there as it is. */
function isAlone(text: string, start: number, word: string): boolean {
  return !text.startsWith(`${word} `, start + word.length + 1) && !text.slice(0, start).endsWith(`${word} `)
}
