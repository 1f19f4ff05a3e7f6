/** What the words of a headline and of a body have in common when one of them bends, derives or shortens the other. */
import { wordSet } from '#rule'
import lists from './words.generated.ts'

const EMPTY = wordSet(lists.empty)
const FAMILIES: ReadonlyMap<string, string> = new Map(
  lists.families.flatMap((family) => {
    const [head, ...others] = family.split(' ')
    return [head!, ...others].map((word): [string, string] => [word, `=${head!}`])
  }),
)

// Longest first; a stem of three letters or more stays in front of the short ones, of four in front of the long.
const LONG_ENDING =
  /(?<=....)(?:ational|i[sz]ations?|ations?|ements?|ments?|ically|[ae]nces?|ators?|ities|ity|ness|[ai]ble|ives?|ional|ions?|ists?|isms?|ians?|ially|ials?|ally|ical|ics?|als?|ers?|ors?|ese|ish|ous|ful|ly|ia)$/
const SHORT_ENDING = /(?<=....)at(?:ings?|ed|es?)$|(?<=...)(?:ings?|ied|ies|ed|es|[sy])$/
const LAST_VOWEL = /(?<=...)(?:[aeiy]|(?<=([b-df-hj-np-rt-vz]))\1)$/
const LONGEST_STEM = 6
const LONGEST_WORD = 30

/** A word of copy, in small letters, without its “’s”, its dots and its accents: “u.s”, “140000”, “cafe”. */
export function bareWord(word: string): string {
  const bare = word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[’']s?$|[.,](?=\d)|\./g, '')
  return /^[\x21-\x7e]*$/.test(bare) ? bare : bare.normalize('NFD').replace(/[\u0300-\u036F]/g, '')
}

/** The stem of a bare word: the same for “remove”, “removing” and “removal”, for “China” and “Chinese”. */
export function stemOf(bare: string): string {
  const family = FAMILIES.get(bare)
  if (family !== undefined || bare.length > LONGEST_WORD || /^\d/.test(bare)) return family ?? bare
  const short = bare.replace(SHORT_ENDING, '')
  const known = FAMILIES.get(short)
  if (known !== undefined) return known
  return short.replace(LONG_ENDING, '').replace(LAST_VOWEL, '').slice(0, LONGEST_STEM)
}

/** Whether a bare word tells nothing of what a text is about. */
export function isEmpty(bare: string): boolean {
  return EMPTY.has(bare) || (bare.length < 2 && !/\d/.test(bare))
}

const COMMON = new Set([...wordSet(lists.common)].map(stemOf))

/** Whether a stem stands in so many stories that it tells little of one. */
export function isCommon(stem: string): boolean {
  return COMMON.has(stem)
}
