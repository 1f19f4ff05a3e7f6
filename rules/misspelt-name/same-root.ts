/** Whether two words are one root with two endings, as “Korean” and “Koreas” are: no slip, whatever the key was. */
import { wordSet } from '#rule'

// What is left of two words behind what they share at their start: “Texas” and “Texans” end on “s” and “ns”. Each of
// these pairs makes two words of one root whatever the root is: plurals, peoples, creeds.
const TAILS = wordSet(`
  |s |i |n |r |d |an s|ns n|s s|y i|s n|i s|is m|t ms|ts as|os an|ish e|s a|s ns|s is|s e|es c|n ns|y a|c c|ca |c o|s o|os`)
// These do where the root is known to bear them: “Roberta”, “Franco”, “Clarke”, “Navalny” and “Navalnaya”.
const TAILS_OF_KNOWN = wordSet(`
  |a |o |e |y |h a|o a|e e|o a|i i|y e|i i|o e|y a|y o|y ie|y an|en en|in an|in`)

// What hangs on longer words, where two letters may differ: “Compression” and “Compressor”, “Response” and “Responder”.
const ENDINGS: ReadonlySet<string> = new Set([
  '',
  ...wordSet(`
  s es n ns an ans ian ians ni nis ien iens ean eans i is ic ics ica ical ist ists ism isms ish ese o os a as er ers y ies land
  lander lands ie ed d ing ine ines ino inos ina inas ite ites al als ia ias io ius us um ois cy te tes asia asian ate ations
  aya ya skaya sky skiy ski skoye ska ka va or ors ov ova ev eva in e
  ion ions ly se der ders`),
])
const SHORTEST_ROOT = 4
const LONGEST_ENDING = 7

/**
 * Whether two words, in lower case and some slips apart, are one root with two endings; `known` where one of them is
 * a name that everybody knows.
 */
export function haveSameRoot(one: string, other: string, distance: number, known: boolean): boolean {
  if (isDoubled(one, other)) return false
  const shared = sharedStart(one, other)
  const tails = [one.slice(shared), other.slice(shared)].toSorted() as [string, string]
  if (distance === 1) {
    const pair = tails.join('|')
    const before = one[shared - 1]!
    if (pair === '|n') return /[aeiouy]/.test(before)
    if (pair === '|r' || pair === '|d') return before === 'e'
    // “Norilsk” and “Norilsky Nickel”.
    if (pair === '|y' && before === 'k') return true
    // “Linted” and “Linter”: what is done to a thing, and what does it.
    if (pair === 'd|r' || pair === 'd|s' || pair === 'r|s') return known && before === 'e'
    if (pair === '|m') return before === 's'
    if (pair === 'm|t' || pair === 'ms|ts') return before === 's'
    return TAILS.has(pair) || (known && TAILS_OF_KNOWN.has(pair))
  }
  for (let root = shared; root >= SHORTEST_ROOT && root >= shared - 3; root--) {
    if (one.length - root > LONGEST_ENDING || other.length - root > LONGEST_ENDING) break
    if (ENDINGS.has(one.slice(root)) && ENDINGS.has(other.slice(root))) return true
  }
  return false
}

// A plural, a people or its tongue, which may stand beside the same word as the root does: “South Korea”, “South
// Koreans”.
const PLURALS = wordSet('|s |es |n |an |i |d |r n|s ns|s |ns |ish')

/** Whether one is the other's plural, or names its people. */
export function isPlural(one: string, other: string): boolean {
  const shared = sharedStart(one, other)
  return PLURALS.has([one.slice(shared), other.slice(shared)].toSorted().join('|'))
}

/** How many letters two words have in common at their start. */
export function sharedStart(one: string, other: string): number {
  let shared = 0
  while (shared < one.length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++
  return shared
}

/** “Taiwann”, “Pariis”: one is the other with a letter twice, as no ending does it. */
export const isDoubled = (one: string, other: string): boolean => isDoubling(one, other) || isDoubling(other, one)

/** Whether a word is another with one of its letters twice. */
function isDoubling(word: string, longer: string): boolean {
  if (longer.length !== word.length + 1) return false
  let at = 0
  while (at < word.length && word[at] === longer[at]) at++
  return at > 0 && longer[at] === longer[at - 1] && word.slice(at) === longer.slice(at + 1)
}

const DIRECTION = /^(?:north|south|mid)?(?:east|west|north|south)(?:ern|erners?|ward)?$/

/** “Northeast” and “Northwest”: two directions. */
export function areTwoDirections(one: string, other: string): boolean {
  return DIRECTION.test(one) && DIRECTION.test(other)
}

// The syllables of Chinese and Korean names, as they are written in Latin letters: one letter makes another family.
const SYLLABLE = /^(?:[zcs]h|ts|hs|kw|gw|[bpmfdtnlgkhjqxrzcsyw])?[yw]?(?:[aeiou]{1,2}|iao|uai)(?:ng?|k|p|t|h|m|l)?$/

/** “Zhang” and “Zheng”, “Leung” and “Yeung”: two families, not one misspelt. */
export function areTwoSyllables(one: string, other: string): boolean {
  return one.length <= 6 && other.length <= 6 && SYLLABLE.test(one) && SYLLABLE.test(other)
}

/** The parts of “PacifiCorp” and “MyDbRepository”, cut before each inner capital. */
function humps(word: string): readonly string[] {
  return word.split(/(?<=[\p{Ll}\p{Lu}])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})/u)
}

/** “FortiCare” and “FortiGate”: a maker's or a program's own two words, joined to one head. */
export function areTwoCompounds(one: string, other: string, isWord: (part: string) => boolean): boolean {
  const left = humps(one)
  const right = humps(other)
  if (left.length === 1 && right.length === 1) return false
  if (left.length !== right.length) return true
  const differing = left.flatMap((part, index) => (part === right[index] ? [] : [[part, right[index]!] as const]))
  return differing.some(
    ([part, another]) =>
      part.length < 4 || another.length < 4 || (isWord(part.toLowerCase()) && isWord(another.toLowerCase())),
  )
}
