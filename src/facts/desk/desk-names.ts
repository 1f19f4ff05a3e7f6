/** Finds the names of the desk's names file in running words, whatever their capitals and small words. */
import type { DeskName } from '../../copy/desk-name.ts'
import { bareName } from '../names/bare-name.ts'
import { withoutPossessive } from '../names/word-evidence.ts'
import type { Words } from '../reading/words.ts'

/** A form of a name: its words, and what stands between each and the next. */
interface NameForm {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
}

// “Alphabet, Inc.” and “marks & spencer”: signs between words are no words; “AT&T” and “McDonald’s” are one.
const WORD = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}.])?/gu

/** The words of a name as a desk writes it, with straight apostrophes. */
export function wordsOfName(name: string): readonly string[] {
  return readForm(name).words
}

function readForm(name: string): NameForm {
  const text = straight(name).trim().replace(/\s+/g, ' ')
  const found = [...text.matchAll(WORD)]
  return {
    words: found.map(([word]) => word),
    gaps: found.slice(1).map((next, index) => text.slice(found[index]!.index + found[index]![0].length, next.index)),
  }
}

function straight(text: string): string {
  return text.replaceAll('’', "'")
}

/** What a form stands for, and where it ends. */
export interface FormMatch<Value> {
  readonly value: Value
  /** One past its last word. */
  readonly endWord: number
  /** Where it ends in the text, without a possessive and without what a hyphen hangs on it. */
  readonly end: number
}

/** What may stand at one word of a form: how the form goes on behind it, or that it ends there. */
interface Branch<Value> {
  /** By the word, then by what stands between it and the next. */
  readonly next: Map<string, Map<string, Branch<Value>>>
  /** By the form's last word. */
  readonly ends: Map<string, FormEnd<Value>>
}

/** The end of a form. */
interface FormEnd<Value> {
  readonly word: string
  readonly value: Value
  /** The form's place among those that were given. */
  readonly order: number
}

// No name has as many words, and in a text of one word again and again each place would be compared with all of them.
const MOST_WORDS = 50

/** A form and what it stands for; one that comes last counts behind all others, whenever it is given. */
export type FormEntry<Value> = readonly [form: string, value: Value, comesLast?: boolean]

const LAST = 2 ** 40

/**
 * Forms of names, word by word, so that thousands that begin alike cost a word no more than one. Of two that are one
 * text the first given counts.
 */
export class FormIndex<Value> {
  #root: Branch<Value> = { next: new Map(), ends: new Map() }
  #count = 0

  constructor(entries: Iterable<FormEntry<Value>> = []) {
    for (const entry of entries) this.#add(entry)
  }

  /**
   * An index with more forms behind those of this one, which stays as it is. Costs no more than the branches that they
   * stand on.
   */
  with(entries: Iterable<FormEntry<Value>>): FormIndex<Value> {
    const longer = new FormIndex<Value>()
    longer.#root = copyOf(this.#root)
    longer.#count = this.#count
    const own = new Set<object>()
    for (const entry of entries) longer.#add(entry, own)
    return longer
  }

  /** @param own What may be changed; all else is shared with another index. Left out, nothing is. */
  #add([text, value, comesLast = false]: FormEntry<Value>, own?: Set<object>): void {
    const { words, gaps } = readForm(text)
    const order = this.#count++ + (comesLast ? LAST : 0)
    const word = words.at(-1)
    if (word === undefined || words.length > MOST_WORDS) return
    let branch = this.#root
    for (const [place, gap] of gaps.entries()) {
      const behind = ownIn(branch.next, words[place]!, (known) => new Map(known), own)
      branch = ownIn(behind, gap, copyOf, own)
    }
    const known = branch.ends.get(word)
    if (known === undefined || order < known.order) branch.ends.set(word, { word, value, order })
  }

  get isEmpty(): boolean {
    return this.#root.ends.size === 0 && this.#root.next.size === 0
  }

  /** The longest form that begins at a word and ends before `end`; nothing where none does. */
  find(words: Words, word: number, end: number): FormMatch<Value> | undefined {
    let found: FormMatch<Value> | undefined
    let branch: Branch<Value> | undefined = this.#root
    for (let at = word; at < end && branch; at++) {
      const text = straight(words.text(at))
      const ending: FormEnd<Value> | undefined = at === word ? branch.ends.get(text) : lastWordOf(branch, text)
      if (ending) found = matchOf(ending, words, at)
      branch = at + 1 < end ? branch.next.get(text)?.get(words.gapAfter(at)) : undefined
    }
    return found ?? this.#findBare(words, word, end)
  }

  /** A name of one word with something hanging on it. */
  #findBare(words: Words, word: number, end: number): FormMatch<Value> | undefined {
    if (word >= end) return undefined
    const text = straight(words.text(word))
    const ending = this.#root.ends.get(bareName(text)) ?? this.#root.ends.get(withoutPossessive(text))
    return ending && matchOf(ending, words, word)
  }
}

/** The end of a form whose last word a word is, with what grammar hangs on it. */
function lastWordOf<Value>({ ends }: Branch<Value>, text: string): FormEnd<Value> | undefined {
  let first: FormEnd<Value> | undefined
  // A sentence's full stop is the abbreviation's too: “a forecast from Target Corp.”
  for (const word of [text, withoutPossessive(text), `${text}.`, bareName(text)]) {
    const ending = ends.get(word)
    if (ending && (first === undefined || ending.order < first.order)) first = ending
  }
  return first
}

function matchOf<Value>({ word, value }: FormEnd<Value>, words: Words, last: number): FormMatch<Value> {
  return {
    value,
    endWord: last + 1,
    end: words.start(last) + Math.min(word.length, words.end(last) - words.start(last)),
  }
}

/** A copy of a branch, or a new one; the branches behind it are shared. */
function copyOf<Value>(branch: Branch<Value> | undefined): Branch<Value> {
  return { next: new Map(branch?.next), ends: new Map(branch?.ends) }
}

/** What a map has, where that may be changed; else a copy, or a new one, in its place. */
function ownIn<Value extends object>(
  values: Map<string, Value>,
  key: string,
  copy: (known: Value | undefined) => Value,
  own: Set<object> | undefined,
): Value {
  const known = values.get(key)
  if (known && (!own || own.has(known))) return known
  const value = copy(known)
  own?.add(value)
  values.set(key, value)
  return value
}

/** The desk's names and their aliases. */
export class DeskNames {
  readonly #forms: FormIndex<undefined>

  constructor(forms: FormIndex<undefined>) {
    this.#forms = forms
  }

  /** These and more. */
  with(more: readonly DeskName[]): DeskNames {
    return new DeskNames(this.#forms.with(formsOf(more)))
  }

  get isEmpty(): boolean {
    return this.#forms.isEmpty
  }

  /** One past the last word of the desk's name that begins at a word, before `end`; nothing where none does. */
  match(words: Words, word: number, end: number): number | undefined {
    return this.#forms.find(words, word, end)?.endWord
  }
}

function formsOf(names: readonly DeskName[]): readonly FormEntry<undefined>[] {
  return names.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map((form) => [form, undefined])
}

/** Makes the index of the desk's names and aliases. */
export function indexNames(names: readonly DeskName[]): DeskNames {
  return new DeskNames(new FormIndex(formsOf(names)))
}

/** Makes the index of more names than are in one. */
export function indexMoreNames(names: DeskNames, more: readonly DeskName[]): DeskNames {
  return names.with(more)
}
