/** The words of the desk’s names: what is right by them, and what they forbid. */
import type { DeskName } from '#rule'
import { copyOf, fold, newForm, withWord, type WordForm } from './forms.ts'
import { Shelves } from './neighbours.ts'

/** So long a word that a slip away from it is hardly another name. */
const LONG_ENOUGH = 6

const WORD = /[\p{L}\p{M}'’]+/gu

/** The words of the desk’s names, folded. */
export class DeskWords {
  /** The words of the desk’s names, as forms without a place; shorter ones prove nothing. */
  readonly shelves: Shelves<WordForm>
  readonly #right: ReadonlyMap<string, WordForm>
  readonly #forbidden: ReadonlySet<string>

  /** @param before Words of names that come before; they stay as they are. */
  constructor(names: readonly DeskName[], before?: DeskWords) {
    const right = new Map(before ? before.#right : [])
    const forbidden = new Set(before ? before.#forbidden : [])
    const own = new Map<string, WordForm>()
    for (const { name, aliases = [], forbidden: never = [] } of names) {
      for (const form of [name, ...aliases]) addWords(own, right, form)
      for (const form of never) for (const [word] of form.matchAll(WORD)) forbidden.add(fold(word))
    }
    for (const [key, form] of own) right.set(key, form)
    this.#right = right
    this.#forbidden = forbidden
    const long = [...own.values()].filter(({ key }) => key.length >= LONG_ENOUGH)
    this.shelves = before ? before.shelves.with(long) : new Shelves()
    if (!before) for (const form of long) this.shelves.add(form)
  }

  /** Whether a word stands in a name of the desk’s, or in an alias. */
  isRight(key: string): boolean {
    return this.#right.has(key)
  }

  /** Whether a word stands only in forms that the desk never prints; another rule speaks of those. */
  isForbidden(key: string): boolean {
    return this.#forbidden.has(key) && !this.#right.has(key)
  }
}

/** Reads the desk’s names. */
export function readDeskWords(names: readonly DeskName[]): DeskWords {
  return new DeskWords(names)
}

/** Reads more names behind those that were read. */
export function readMoreDeskWords(words: DeskWords, more: readonly DeskName[]): DeskWords {
  return new DeskWords(more, words)
}

function addWords(own: Map<string, WordForm>, before: ReadonlyMap<string, WordForm>, name: string): void {
  const words = [...name.matchAll(WORD)].map(([word]) => word)
  const keys = words.map(fold)
  for (const [index, text] of words.entries()) {
    const key = keys[index]!
    let form = own.get(key)
    if (!form) own.set(key, (form = before.has(key) ? copyOf(before.get(key)!) : newForm({ key, text })))
    if (index > 0) form.lefts = withWord(form.lefts, keys[index - 1]!)
    if (index + 1 < keys.length) form.rights = withWord(form.rights, keys[index + 1]!)
  }
}
