/** Finds the words that are a slip of the key apart, without comparing every word with every other. */

import { areDoubledElsewhere, areExchanged, slipsBetween } from './slips.ts'

/** Two words a slip apart. */
export interface Pair<Word> {
  readonly one: Word
  readonly other: Word
  /** 1, or 2 in long words. */
  readonly distance: number
}

// From this length on two slips in a word are still one word.
const LONG = 9
// In copy of any length few words open or end alike; a made-up list of names may hold thousands.
const MOST_COMPARED = 24
// A word with more neighbours is one of a series, as codes and made-up names are.
const MOST_NEIGHBOURS = 8

/** A word that may have neighbours. */
interface Keyed {
  readonly key: string
}

/** Words on the shelves where a neighbour of theirs would look for them. */
export class Shelves<Word extends Keyed> {
  readonly #shelves: Map<number, Word[]>

  constructor(shelves: ReadonlyMap<number, Word[]> = new Map()) {
    this.#shelves = new Map(shelves)
  }

  /** A shelf’s words, those that came last at the end. */
  at(number: number): readonly Word[] {
    return this.#shelves.get(number) ?? []
  }

  add(word: Word): void {
    for (const number of shelvesOf(word.key)) {
      const shelf = this.#shelves.get(number)
      if (shelf) shelf.push(word)
      else this.#shelves.set(number, [word])
    }
  }

  /** Shelves with more words, or others in the place of those with their keys; these stay as they are. */
  with(words: Iterable<Word>): Shelves<Word> {
    const longer = new Shelves<Word>(this.#shelves)
    for (const word of words) {
      for (const number of shelvesOf(word.key)) {
        const shelf = longer.at(number)
        const known = shelf.findIndex(({ key }) => key === word.key)
        longer.#shelves.set(number, known < 0 ? [...shelf, word] : (shelf.with(known, word) as Word[]))
      }
    }
    return longer
  }
}

/**
 * All pairs a slip apart, of words with distinct keys; the time grows with the number of words, never with its square.
 * @param others Words that stand before all of these, and aren’t compared with each other; those with the key of a word
 * count as that word.
 */
export function findNeighbours<Word extends Keyed>(
  words: ReadonlyMap<string, Word>,
  others: Shelves<Word> = new Shelves(),
): readonly Pair<Word>[] {
  const shelves = new Shelves<Word>()
  const pairs: Pair<Word>[] = []
  for (const word of words.values()) {
    const { key } = word
    const near = new Set<Word>()
    for (const number of shelvesOf(key)) {
      const shelf = shelves.at(number).slice(-MOST_COMPARED)
      for (const other of lastOf(others.at(number), MOST_COMPARED - shelf.length, words)) near.add(other)
      for (const other of shelf) near.add(other)
    }
    shelves.add(word)
    const found: Pair<Word>[] = []
    for (const other of near) {
      const most = Math.max(key.length, other.key.length) >= LONG ? 2 : 1
      const distance =
        areExchanged(key, other.key) || areDoubledElsewhere(key, other.key) ? 1 : slipsBetween(key, other.key, most)
      if (distance <= most) found.push({ one: other, other: word, distance })
    }
    if (found.length <= MOST_NEIGHBOURS) pairs.push(...found)
  }
  return pairs
}

/** The last so many words of a shelf whose keys a map hasn’t, in their order. */
function lastOf<Word extends Keyed>(
  shelf: readonly Word[],
  count: number,
  without: ReadonlyMap<string, Word>,
): readonly Word[] {
  const found: Word[] = []
  for (let at = shelf.length - 1; at >= 0 && found.length < count; at--) {
    if (!without.has(shelf[at]!.key)) found.push(shelf[at]!)
  }
  return found.toReversed()
}

/**
 * The shelves a word stands on: by its first and by its last letters. One slip touches two letters at most, so words of
 * seven letters that are a slip apart share their first three or their last three; shorter ones share fewer. Words that
 * are two slips apart, one at each end, are passed over, unless two letters have changed places: these share all
 * letters.
 */
function shelvesOf(key: string): number[] {
  const numbers: number[] = []
  if (key.length >= 6) numbers.push(code(key, 0, 3, 0), code(key, key.length - 3, 3, 1))
  if (key.length >= 5) numbers.push(codeOfLetters(key))
  if (key.length <= 6) numbers.push(code(key, 0, 2, 2), code(key, key.length - 2, 2, 3))
  if (key.length <= 4) numbers.push(key.charCodeAt(0) + key.charCodeAt(key.length - 1) * 0x10000 + 4 * 2 ** 48)
  return numbers
}

function code(key: string, from: number, count: number, shelf: number): number {
  let number = shelf
  for (let at = 0; at < 3; at++) number = number * 0x10000 + (at < count ? key.charCodeAt(from + at) : 0)
  return number
}

/** A number for the letters of a word, in whatever order. */
function codeOfLetters(key: string): number {
  let sum = 0
  let product = 1
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at)
    sum += letter * letter
    product = Math.imul(product, letter * 2 + 1)
  }
  return 5 * 2 ** 48 + (sum & 0xffff) * 2 ** 32 + (product >>> 0)
}
