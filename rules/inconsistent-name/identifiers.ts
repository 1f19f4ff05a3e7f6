/** Whether a word with humps is what a programme calls a thing, and no name of it. */
import { around, wordSet, type Story } from '#rule'
import data from './names.generated.ts'
import { isOfOrdinaryWords } from './ordinary-words.ts'
import type { WrittenForm, FormPlace } from './places.ts'

const ROLES = wordSet([...data.titles, ...data.roles])
const CODE_NOUNS = wordSet(data.codeNouns)

/**
 * “GridPixelSquare” beside “Grid Pixel Square”, “the ChiefEditor class” beside “Chief Editor”: what a programme calls a
 * thing, and what its users do. Two humps alone may be a name, such as “YouTube”.
 */
export function isIdentifier(story: Story, { text, places }: WrittenForm, split: string): boolean {
  const parts = split.split(/[ -]/)
  // “BrellanTarnVelka” is a firm: a programme’s parts are called by words, and there are several.
  if (parts.length > 2 && isOfOrdinaryWords(story.facts, parts.at(-1)!))
    return places.some((place) => standsAmongCode(story, place)) || speaksOfCode(story.text)
  if (!/\p{Ll}\p{Lu}/u.test(text) || !isOfOrdinaryWords(story.facts, split)) return false
  return ROLES.has(parts.at(-1)!) || places.every((place) => standsAsCode(story, place))
}

const JOINED_WORDS = /(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}+){3,}/gu
const CODE = /->|::|\(\)/
const NEAR_CODE =
  /\b(?:programmes?|class(?:es)?|functions?|methods?|modules?|parameters?|API|field|calls?|calling|called with)\b/
const MOST_NAMES = 2
const NEAR = 30

/** Whether a story has code in it, and more words with humps than firms are called by. */
function speaksOfCode(text: string): boolean {
  return CODE.test(text) && new Set(text.match(JOINED_WORDS)).size > MOST_NAMES
}

/** “the programme loads GablePixelSquare”: words of programmers beside it, in its sentence. */
function standsAmongCode(story: Story, place: FormPlace): boolean {
  const near = around(story, place)
  const before = near
    .before(NEAR)
    .split(/[.!?\n]/)
    .at(-1)!
  const behind = near.behind(NEAR).split(/[.!?\n]/)[0]!
  return NEAR_CODE.test(before) || NEAR_CODE.test(behind)
}

/** “the SalesDesk object”, “a function called SalesDesk”. */
function standsAsCode(story: Story, place: FormPlace): boolean {
  const near = around(story, place)
  const before = /(\p{Ll}+) (?:called |named )?$/u.exec(near.before())?.[1] ?? ''
  return CODE_NOUNS.has(near.wordBehind) || CODE_NOUNS.has(before)
}
