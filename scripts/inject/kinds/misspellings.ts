/**
 * Injects misspelt names: one letter lost, doubled, swapped or taken for another in a name that stands elsewhere in the
 * draft.
 */
import { commonWords } from '../../../src/english/words/common-words.ts'
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'
import type { Random } from '../random.ts'

const RULE = 'misspelt-name'
const SHORTEST = 5

/** The kinds of misspelt names. */
const kinds: readonly ErrorKind[] = [
  {
    name: 'misspelt name, alone',
    rule: RULE,
    bar: 0.97,
    twoPlaces: true,
    change: misspell({ alone: true, often: true }),
  },
  {
    name: 'misspelt name, inside a full name',
    rule: RULE,
    bar: 0.93,
    twoPlaces: true,
    change: misspell({ alone: false, often: true }),
  },
  { name: 'misspelt name, named twice', rule: RULE, bar: 0.82, twoPlaces: true, change: misspell({ often: false }) },
  {
    name: 'ordinary-word name misspelt',
    rule: RULE,
    bar: 0.9,
    twoPlaces: true,
    change: misspell({ often: true, ordinary: true }),
  },
  { name: 'name of the headline misspelt', rule: RULE, twoPlaces: true, change: misspellHeadline },
  {
    name: 'letters swapped at a distance',
    rule: RULE,
    twoPlaces: true,
    change: misspell({ often: true, by: swapAtADistance }),
  },
]
export default kinds

interface Wanted {
  /** Whether the name is one word, or one of several; either where left open. */
  readonly alone?: boolean
  /** Whether it stands three times or more, or twice. */
  readonly often: boolean
  /** Whether it is a word of every day, too: “Trump”, “China”. */
  readonly ordinary?: boolean
  readonly by?: Slip
}

function misspell({ alone, often, ordinary = false, by = slip }: Wanted): ErrorKind['change'] {
  return (copy, { random }) => {
    const places = wordsOfNames(copy)
    const counts = countsOf(places)
    const right = places.filter(
      (place) =>
        (alone === undefined || place.alone === alone)
        && (often ? counts.get(place.word)! >= 3 : counts.get(place.word) === 2)
        && commonWords.has(place.word.toLowerCase()) === ordinary,
    )
    const place = random.pick(right)
    return place && change(place, copy, by, random)
  }
}

/** One of the headline’s names, which stands below the headline at least twice. */
function misspellHeadline(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const { headline } = copy
  if (!headline) return undefined
  const counts = countsOf(wordsOfNames(copy))
  const words = [...copy.slice(headline).matchAll(/(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}+(?![\p{L}\p{N}-])/gu)].map(
    ({ index, 0: word }) => ({ word, start: headline.start + index }),
  )
  const place = random.pick(words.filter(({ word }) => word.length >= SHORTEST && (counts.get(word) ?? 0) >= 2))
  return place && change(place, copy, slip, random)
}

function countsOf(places: readonly { readonly word: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of places) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function change(
  { word, start }: { readonly word: string; readonly start: number },
  copy: DraftCopy,
  by: Slip,
  random: Random,
): Replacement | undefined {
  const words = wrongSpelling(word, copy, by, random)
  return words === undefined ? undefined : { start, end: start + word.length, words }
}

interface WordOfName {
  readonly word: string
  readonly start: number
  readonly alone: boolean
}

function wordsOfNames(copy: DraftCopy): WordOfName[] {
  return copy.names.flatMap(({ words, start }) => {
    let at = start
    return words.flatMap((word): WordOfName[] => {
      const place = { word, start: at, alone: words.length === 1 }
      at += word.length + 1
      return word.length >= SHORTEST && /^\p{Lu}\p{Ll}+$/u.test(word) ? [place] : []
    })
  })
}

const TRIES = 20

/** A wrong spelling that is neither a word of the draft, nor English, nor the name’s own plural. */
function wrongSpelling(word: string, copy: DraftCopy, by: Slip, random: Random): string | undefined {
  for (let count = 0; count < TRIES; count++) {
    const wrong = by(word, random)
    if (wrong === word || wrong.length < 4 || wrong === `${word}s` || `${wrong}s` === word) continue
    if (commonWords.has(wrong.toLowerCase()) || new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, 'iu').test(copy.text))
      continue
    return wrong
  }
  return undefined
}

/** Letters that lie side by side on a keyboard. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
}

/** Letters and groups that sound alike. */
const SOUND_ALIKES: readonly (readonly [string, string])[] = [
  ['ei', 'ie'],
  ['ie', 'ei'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['sch', 'sh'],
  ['ae', 'e'],
  ['ey', 'y'],
  ['ou', 'u'],
  ['c', 'k'],
  ['k', 'c'],
  ['i', 'y'],
  ['y', 'i'],
  ['s', 'z'],
  ['z', 's'],
  ['e', 'a'],
  ['a', 'e'],
  ['o', 'u'],
  ['u', 'o'],
  ['e', 'i'],
  ['i', 'e'],
  ['v', 'w'],
  ['w', 'v'],
  ['m', 'n'],
  ['n', 'm'],
  ['d', 't'],
  ['t', 'd'],
  ['b', 'p'],
  ['an', 'en'],
  ['en', 'an'],
  ['er', 'or'],
  ['son', 'sen'],
  ['sen', 'son'],
]

const SLIPS: readonly ((word: string, at: number, random: Random) => string)[] = [
  function drop(word, at) {
    return word.slice(0, at) + word.slice(at + 1)
  },
  function double(word, at) {
    return word.slice(0, at) + word[at] + word.slice(at)
  },
  function swap(word, at) {
    return at + 1 < word.length ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) : word
  },
  function hitTheNext(word, at, random) {
    const other = random.pick([...(NEIGHBOURS[word[at]!] ?? '')])
    return other === undefined ? word : word.slice(0, at) + other + word.slice(at + 1)
  },
  function spellBySound(word, _at, random) {
    const places = SOUND_ALIKES.flatMap(([heard, written]) =>
      [...word.matchAll(new RegExp(heard, 'g'))]
        .filter(({ index }) => index > 0)
        .map(({ index }) => ({ index, heard, written })),
    )
    const place = random.pick(places)
    return place ? word.slice(0, place.index) + place.written + word.slice(place.index + place.heard.length) : word
  },
  function undouble(word) {
    return word.replace(/(\p{Ll})\1/u, '$1')
  },
]

/** What makes a wrong spelling of a word; the word itself where it can’t. */
type Slip = (word: string, random: Random) => string

/** One slip of the hand or the ear. The first letter is seldom wrong. */
function slip(word: string, random: Random): string {
  if (random.chance(0.04)) {
    const other = random.pick([...(NEIGHBOURS[word[0]!.toLowerCase()] ?? '')])
    return other === undefined ? word : other.toUpperCase() + word.slice(1)
  }
  const at = 1 + Math.floor(random.next() * (word.length - 1))
  return random.pick(SLIPS)!(word, at, random)
}

/** Two letters behind the first that change places over one other, or over two: “Bagakoyo” for Bagayoko. */
function swapAtADistance(word: string, random: Random): string {
  const one = 1 + Math.floor(random.next() * (word.length - 3))
  const other = one + (random.chance(0.8) ? 2 : 3)
  if (other >= word.length || word[one] === word[other]) return word
  return word.slice(0, one) + word[other] + word.slice(one + 1, other) + word[one] + word.slice(other + 1)
}
