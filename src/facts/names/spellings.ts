/**
 * How each name of a story is spelled: every stretch of one to three capitalised words, by the key that its spellings
 * share. “Coca-Cola” and “Coca Cola”, “U.S.” and “US”, “BlackRock” and “Blackrock” stand under one key each.
 */
import { span, type Span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'
import { bareName, isPossessiveFirm } from './bare-name.ts'
import { nameKey } from './name-key.ts'
import { withoutPossessive } from './word-evidence.ts'
import type { Reading } from '../reading.ts'
import type { Words } from '../reading/words.ts'

/** One way in which a name is written, with its places in story order. */
export interface Spelling {
  readonly text: string
  readonly places: readonly SpellingPlace[]
}

/** A place where a spelling stands, without possessive. */
export interface SpellingPlace extends Span {
  /** The index of its first word. */
  readonly word: number
}

/** The spellings of a story's names. */
export interface Spellings {
  /**
   * The keys that more than one spelling shares, each with its spellings in the order of their first places; shortest
   * key first.
   */
  readonly varied: readonly { readonly key: string; readonly spellings: readonly Spelling[] }[]
  /** All spellings, by the key that they share with other ways to write the name (`spellingKey`). */
  readonly byKey: ReadonlyMap<string, readonly Spelling[]>
}

const LONGEST = 3
const FULL_STOP = /^[^.]*[A-Z]{2}\.$/
const INITIALS_LESS_STOP = /^(?:[A-Z]\.){1,4}[A-Z]$/
const LARGE_LETTER = /\p{Lu}/u
const SHORTENED_PLACE = /^(?:St|Mt|Ft)$/
// “U.S.-China talks”, “the China-US trade”: letters for a name that a hyphen joins to another.
const INITIALS_IN_COMPOUND = /(?<=^|[-‑])(?:[A-Z]\.?){2,4}(?=$|[-‑])/g

/** Collects the spellings of all sentences that aren't set in capitals. */
export function collectSpellings(copy: Copy, { sentences, words }: Pick<Reading, 'sentences' | 'words'>): Spellings {
  const collector = new Collector(copy)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (sentences.letterCase(sentence) === 'capitals') continue
    collector.addSentence(words, sentences.firstWord(sentence), sentences.endWord(sentence))
  }
  return collector.finish()
}

/**
 * The places of a spelling as they are collected: where each starts, and its first word. Most spellings stand once, and
 * a book has a hundred thousand of them: the first place is kept without a list.
 */
class Collected implements Spelling {
  readonly text: string
  #start = -1
  #word = -1
  /** Start and word of the second place, of the third … */
  #more: number[] | undefined
  #longer: Map<Collected, Collected> | undefined

  constructor(text: string) {
    this.text = text
  }

  add(start: number, word: number): void {
    if (this.#start < 0) {
      this.#start = start
      this.#word = word
    } else if (this.#more) {
      this.#more.push(start, word)
    } else {
      this.#more = [start, word]
    }
  }

  /** The stretch that is this one with a word behind it; `make` makes it where there is none yet. */
  with(word: Collected, make: () => Collected): Collected {
    let longer = this.#longer?.get(word)
    if (!longer) (this.#longer ??= new Map()).set(word, (longer = make()))
    return longer
  }

  get places(): readonly SpellingPlace[] {
    if (this.#start < 0) return []
    const places = [this.#placeAt(this.#start, this.#word)]
    const more = this.#more ?? []
    for (let index = 0; index < more.length; index += 2) places.push(this.#placeAt(more[index]!, more[index + 1]!))
    return places
  }

  #placeAt(start: number, word: number): SpellingPlace {
    return { ...span(start, start + this.text.length), word }
  }
}

/** What a word gives, however often it stands. */
interface WordForms {
  /** The word without possessive and without what a hyphen hangs on it. */
  readonly bare: Collected
  /** Whether a name may go on behind it. */
  readonly isWhole: boolean
  /** Forms within a compound: where they start in the word, and the form. */
  readonly within: readonly (readonly [offset: number, form: Collected])[]
}

class Collector {
  readonly #text: string
  readonly #byText = new Map<string, Collected>()
  readonly #byKey = new Map<string, Collected[]>()
  readonly #words = new Map<string, WordForms>()

  constructor(copy: Copy) {
    this.#text = copy.text
  }

  addSentence(words: Words, first: number, end: number): void {
    // The stretches that end at the word before, whole and capitalised, the longest first: each goes on with this word.
    let before: readonly Collected[] = []
    for (let word = first; word < end; word++) {
      const start = words.start(word)
      if (!mayBeName(this.#text, start)) {
        before = []
        continue
      }
      const text = wholeInitials(words.text(word), this.#text, words.end(word))
      const { bare, isWhole, within } = this.#formsOf(text)
      bare.add(start, word)
      for (const [offset, form] of within) form.add(start + offset, word)
      const stretches: Collected[] = []
      for (let index = 0; index < before.length; index++) {
        const length = before.length - index
        const from = words.start(word - length)
        const stretch = before[index]!.with(bare, () => this.#collect(this.#text.slice(from, start + bare.text.length)))
        stretch.add(from, word - length)
        if (length < LONGEST - 1) stretches.push(stretch)
      }
      if (isWhole && word + 1 < end && joins(words, word, text)) {
        stretches.push(text.length + 2 === words.start(word + 1) - start ? this.#formsOf(`${text}.`).bare : bare)
        before = stretches
      } else {
        before = []
      }
    }
  }

  #formsOf(text: string): WordForms {
    let forms = this.#words.get(text)
    if (!forms) this.#words.set(text, (forms = this.#readWord(text)))
    return forms
  }

  #readWord(text: string): WordForms {
    const bare = withoutStop(bareName(text))
    const within: [number, Collected][] = []
    // “McDonald’s” is keyed whole, and “Mc Donald’s” without what looks like a possessive: they meet without it.
    if (isPossessiveFirm(bare)) within.push([0, this.#collect(bare.slice(0, -2))])
    if (bare.length !== text.length || text.includes('-') || text.includes('‑')) {
      // “Coca-cola” is whole a name, though it looks like “Beijing-based”; “US-China” holds one in letters.
      const whole = withoutStop(withoutPossessive(text))
      if (whole.length > bare.length) within.push([0, this.#collect(whole)])
      for (const { 0: letters, index } of bare.matchAll(INITIALS_IN_COMPOUND)) {
        if (letters.length < bare.length) within.push([index, this.#collect(letters)])
      }
    }
    return { bare: this.#collect(bare), isWhole: bare.length === text.length, within }
  }

  #collect(text: string): Collected {
    let spelling = this.#byText.get(text)
    if (!spelling) {
      spelling = new Collected(text)
      this.#byText.set(text, spelling)
      const key = spellingKey(text)
      const same = this.#byKey.get(key)
      if (same) same.push(spelling)
      else this.#byKey.set(key, [spelling])
    }
    return spelling
  }

  finish(): Spellings {
    const varied: { key: string; spellings: readonly Spelling[] }[] = []
    const byKey = this.#byKey
    for (const [key, spellings] of byKey) if (spellings.length > 1) varied.push({ key, spellings })
    varied.sort((one, other) => one.key.length - other.key.length)
    return { varied, byKey }
  }
}

/** What all ways to write a name share. */
export function spellingKey(text: string): string {
  return nameKey(text.split(' '))
}

/**
 * “He went to the SEC. Its chairman”: the stop of a sentence that was taken for an abbreviation's. A hanging hyphen
 * goes too.
 */
function withoutStop(word: string): string {
  const last = word.charCodeAt(word.length - 1)
  return (last === 46 && FULL_STOP.test(word)) || last === 45 ? word.slice(0, -1) : word
}

/** “The stock of the U.S..”: before the sentence's own stop the last one of the letters is the name's. */
function wholeInitials(word: string, text: string, end: number): string {
  const isDoubled = text.charCodeAt(end) === 46 && text.charCodeAt(end - 2) === 46 && text.charCodeAt(end - 1) !== 46
  return isDoubled && INITIALS_LESS_STOP.test(word) ? `${word}.` : word
}

/** A cheap look at a word: a large letter first, or second as in “iPhone” and “eBay”. */
function mayBeName(text: string, start: number): boolean {
  const code = text.charCodeAt(start)
  if (code >= 97 && code <= 122) {
    const second = text.charCodeAt(start + 1)
    return second >= 65 && second <= 90
  }
  return (code >= 65 && code <= 90) || (code >= 192 && LARGE_LETTER.test(text[start]!))
}

/** Whether a word and the next stand in one name as far as the gap tells: a space, or the stop of “St. Louis”. */
function joins(words: Words, word: number, text: string): boolean {
  return words.joinsNext(word) || (SHORTENED_PLACE.test(text) && words.gapAfter(word) === '. ')
}
