/** Finds the names of the desk's names file in running words, whatever their capitals and small words. */
import type { DeskName } from '../story.ts'
import { withoutPossessive } from './word-evidence.ts'
import type { Words } from './words.ts'

/** The desk's names and their aliases, by first word. */
export class DeskNames {
  readonly #byFirstWord = new Map<string, readonly (readonly string[])[]>()

  constructor(names: readonly DeskName[]) {
    for (const { name, aliases = [] } of names) {
      for (const form of [name, ...aliases]) {
        const parts = form.split(' ')
        const first = parts[0]!
        // The longest form first: “Reynolds and Reynolds” before “Reynolds”.
        const forms = [...(this.#byFirstWord.get(first) ?? []), parts]
        this.#byFirstWord.set(first, forms.toSorted((one, other) => other.length - one.length))
      }
    }
  }

  get isEmpty(): boolean {
    return this.#byFirstWord.size === 0
  }

  /** One past the last word of the desk's name that begins at a word, before `end`; nothing where none does. */
  match(words: Words, word: number, end: number): number | undefined {
    const first = withoutPossessive(words.text(word))
    return this.#byFirstWord.get(first)?.map((parts) => word + parts.length).find((stop, index) => {
      const parts = this.#byFirstWord.get(first)![index]!
      if (stop > end) return false
      return parts.every((part, place) => {
        const text = words.text(word + place)
        return place === parts.length - 1 ? withoutPossessive(text) === part : text === part && words.joinsNext(word + place)
      })
    })
  }
}
