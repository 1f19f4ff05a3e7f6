/** How well a headline fits a story: which of its words the story has, and how much each of them tells. */
import type { Story } from '#rule'
import { bareWord, isCommon, isEmpty, stemOf } from './stems.ts'

/** How a headline fits a story. */
export interface Fit {
  /** Above 0 it looks like another story's headline, below like this one's; in natural logarithms of the odds. */
  readonly strangeness: number
  /** Its telling words that the story has not, those that stand in many stories last. */
  readonly absent: readonly string[]
  /** Those of them that a reader takes for evidence: names and rare words, no figures. */
  readonly evidence: readonly string[]
  /** How many of `absent` are neither names nor figures. */
  readonly absentWords: number
  /** How many of its telling words the story has. */
  readonly found: number
  /** How many of them the headline beside it has, too. */
  readonly shared: number
  /** Whether all its words have capitals, but for those that link names: “The Weekend Essay”. */
  readonly isLabel: boolean
}

/** What a headline is compared with: the words of a body. */
export interface BodyWords {
  /** The stems, each with the number of words before it. */
  readonly stems: ReadonlyMap<string, number>
  /** The words in capitals: “IRF”. */
  readonly acronyms: ReadonlySet<string>
  /** The initials of runs of words with capitals, parted by “|”: “|IRF|” of “International Rowing Federation”. */
  readonly initials: string
  /** How many words there are. */
  readonly count: number
}

type WordClass = 'name' | 'number' | 'rare' | 'common'

// A logistic regression, rounded, over the headlines of 2,400 published stories against 3,800 of other stories, a third
// of which share a name with the body: what a word says that the body hasn't, has in its opening, or has further down.
const START = -1
const WEIGHTS: Readonly<
  Record<WordClass, { readonly absent: number; readonly opening: number; readonly later: number }>
> = {
  name: { absent: 1.4, opening: -0.4, later: 0 },
  number: { absent: 0.6, opening: -0.8, later: -0.5 },
  rare: { absent: 1.05, opening: -1.2, later: -0.3 },
  common: { absent: 1, opening: -0.8, later: 0 },
}
const OPENING = 150

const startsLarge = (word: string): boolean => /^\p{Lu}/u.test(word)

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}’']|&(?=\p{L})|[.,](?=[\p{L}\p{N}]))*/gu
const ACRONYM = /^\p{Lu}{2,5}s?$/u
// “Port to close | The Torvia Courier”, “Port to close - Courier News”
const OUTLET = /\s+(?:[|–—]|--?)\s*(?:The )?\p{Lu}[\p{L}!.]*(?: \p{Lu}[\p{L}!.]*){0,3}$/u
const LINK = /^(?:and|of|the|for|in|\d+)$/
// “China Retaliates Against Its Neighbours”, “Salden Is Not Torvia”: no label has these.
const PREDICATE =
  /^(?:is|are|was|were|has|have|will|can|could|should|may|not|how|why|against|its|his|her|their|than|while|amid)$/i
const LONG = 4
const TITLE_SHARE = 0.7
const MOST_TRIES = 20

const IN_WORD = /[\p{L}\p{N}&’'.,]/u

/**
 * Whether the copy behind a headline has two of its telling words as they stand, so that nothing else needs to be read.
 */
export function fitsAtSight(story: Story, headline: string, from: number): boolean {
  const stems = new Set<string>()
  for (const { word, stem } of tellingWords(story, headline.replace(OUTLET, '').match(WORD) ?? [])) {
    if (!stems.has(stem) && (standsBehind(story, word, from) || standsBehind(story, word.toLowerCase(), from)))
      stems.add(stem)
    if (stems.size > 1) return true
  }
  return false
}

function standsBehind(story: Story, word: string, from: number): boolean {
  for (
    let at = story.text.indexOf(word, from), tries = 0;
    at >= 0 && tries < MOST_TRIES;
    at = story.text.indexOf(word, at + 1), tries++
  ) {
    const isWhole = !IN_WORD.test(story.text[at - 1] ?? ' ') && !IN_WORD.test(story.text[at + word.length] ?? ' ')
    if (isWhole && story.facts.layout.isCopy(story.blockAt(at))) return true
  }
  return false
}

/** Reads the words of a body. */
export function readBody(texts: readonly string[]): BodyWords {
  const stems = new Map<string, number>()
  const acronyms = new Set<string>()
  const seen = new Set<string>()
  let initials = '|'
  let count = 0
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) {
      if (startsLarge(word)) initials += word[0]
      else if (!LINK.test(word) && !initials.endsWith('|')) initials += '|'
      if (!seen.has(word)) {
        seen.add(word)
        if (ACRONYM.test(word)) acronyms.add(word)
        const bare = bareWord(word)
        const stem = isEmpty(bare) ? '' : stemOf(bare)
        if (stem !== '' && !stems.has(stem)) stems.set(stem, count)
      }
      count++
    }
  }
  return { stems, acronyms, initials, count }
}

/** Weighs the words of a headline by what the body has of them; what `beside` holds counts as found, too. */
export function weigh(story: Story, headline: string, body: BodyWords, beside?: BodyWords): Fit {
  const words = headline.replace(OUTLET, '').match(WORD) ?? []
  const isCapitals = headline === headline.toUpperCase()
  const shortened = wordsInAcronyms(words, body)
  const seen = new Set<string>()
  const absent: string[] = []
  const absentCommon: string[] = []
  const evidence: string[] = []
  let strangeness = START
  let absentWords = 0
  let shared = 0
  for (const { word, index, stem, kind } of tellingWords(story, words)) {
    if (seen.has(stem)) continue
    seen.add(stem)
    const isShared = beside?.stems.has(stem) === true
    if (isShared) shared++
    const at = isShared ? 0 : body.stems.get(stem)
    if (at !== undefined) {
      strangeness += WEIGHTS[kind][at < OPENING ? 'opening' : 'later']
    } else if (shortened.has(index) || (!isCapitals && isSpelledOut(word, body))) {
      strangeness += WEIGHTS[kind].opening
    } else {
      strangeness += WEIGHTS[kind].absent
      if (kind === 'rare' || kind === 'common') absentWords++
      if ((kind === 'name' || kind === 'rare') && /^\p{L}{3}/u.test(word)) evidence.push(word)
      ;(kind === 'common' ? absentCommon : absent).push(word)
    }
  }
  const all = [...absent, ...absentCommon]
  const isLabel =
    !isCapitals
    && !/\?/.test(headline)
    && words.every((word) => (startsLarge(word) || LINK.test(word)) && !PREDICATE.test(word))
  return { strangeness, absent: all, evidence, absentWords, found: seen.size - all.length, shared, isLabel }
}

interface TellingWord {
  readonly word: string
  readonly index: number
  readonly stem: string
  readonly kind: WordClass
}

/** The words of a headline that tell what it is about, each with its stem and its class. */
function tellingWords(story: Story, words: readonly string[]): readonly TellingWord[] {
  const long = words.filter((word) => word.length >= LONG)
  const isTitle = long.filter(startsLarge).length > long.length * TITLE_SHARE
  return words.flatMap((word, index): TellingWord[] => {
    const bare = bareWord(word)
    const stem = isEmpty(bare) ? '' : stemOf(bare)
    if (stem === '') return []
    // In a title every word has a capital: there a name is what is no word of English.
    const isName = startsLarge(word) && ((index > 0 && !isTitle) || !story.facts.wordEvidence.isOrdinary(bare))
    return [
      { word, index, stem, kind: /\d/.test(bare) ? 'number' : isName ? 'name' : isCommon(stem) ? 'common' : 'rare' },
    ]
  })
}

/** “WHO” where the body has “World Health Organization”. */
function isSpelledOut(word: string, body: BodyWords): boolean {
  return ACRONYM.test(word) && body.initials.includes(word.replace(/s$/, ''))
}

/** The places of words that the body has as an acronym: “International Rowing Federation”, “IRF”. */
function wordsInAcronyms(words: readonly string[], body: BodyWords): ReadonlySet<number> {
  const places = new Set<number>()
  const large = words.flatMap((word, index) => (startsLarge(word) ? [{ index, initial: word[0]! }] : []))
  const initials = large.map(({ initial }) => initial).join('')
  for (let first = 0; first < large.length; first++) {
    for (let length = 3; length <= 5; length++) {
      if (body.acronyms.has(initials.slice(first, first + length)))
        for (const { index } of large.slice(first, first + length)) places.add(index)
    }
  }
  return places
}
