/** The words of the desk’s names: what is right by them, and what they forbid. */
import type { DeskName } from '#story'
import { fold, newForm, withWord, type Form } from './forms.ts'
import { Shelves } from './neighbours.ts'

/** The words of the desk’s names, folded. */
export interface DeskWords {
  /** Whether a word stands in a name of the desk’s, or in an alias. */
  isRight(key: string): boolean
  /** Whether a word stands only in forms that the desk never prints; another rule speaks of those. */
  isForbidden(key: string): boolean
  /** The words of the desk’s names, as forms without a place; shorter ones prove nothing. */
  readonly shelves: Shelves<Form>
}

/** So long a word that a slip away from it is hardly another name. */
const LONG_ENOUGH = 6

const WORD = /[\p{L}\p{M}'’]+/gu

/** Reads the desk’s names. */
export function readDeskWords(names: readonly DeskName[]): DeskWords {
  const right = new Map<string, Form>()
  const forbidden = new Set<string>()
  for (const { name, aliases = [], forbidden: never = [] } of names) {
    for (const form of [name, ...aliases]) addWords(right, form)
    for (const form of never) for (const [word] of form.matchAll(WORD)) forbidden.add(fold(word))
  }
  const shelves = new Shelves<Form>()
  for (const form of right.values()) if (form.key.length >= LONG_ENOUGH) shelves.add(form)
  return {
    isRight: (key) => right.has(key),
    isForbidden: (key) => forbidden.has(key) && !right.has(key),
    shelves,
  }
}

function addWords(right: Map<string, Form>, name: string): void {
  const words = [...name.matchAll(WORD)].map(([word]) => word)
  const keys = words.map(fold)
  for (const [index, text] of words.entries()) {
    const key = keys[index]!
    let form = right.get(key)
    if (!form) right.set(key, (form = newForm({ key, text })))
    if (index > 0) form.lefts = withWord(form.lefts, keys[index - 1]!)
    if (index + 1 < keys.length) form.rights = withWord(form.rights, keys[index + 1]!)
  }
}
