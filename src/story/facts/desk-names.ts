/** Finds the names of the desk's names file in running words, whatever their capitals and small words. */
import type { DeskName } from '../story.ts'
import { withoutPossessive } from './word-evidence.ts'
import type { Words } from './words.ts'

/** A form of a name: its words, and what stands between each and the next. */
interface Form {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
}

// “Alphabet, Inc.” and “marks & spencer”: signs between words are no words; “AT&T” and “McDonald’s” are one.
const WORD = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}.])?/gu

/** The words of a name as a desk writes it, with straight apostrophes. */
export function wordsOfName(name: string): readonly string[] {
  return readForm(name).words
}

function readForm(name: string): Form {
  const text = straight(name).trim().replace(/\s+/g, ' ')
  const found = [...text.matchAll(WORD)]
  return {
    words: found.map(([word]) => word),
    gaps: found.slice(1).map((next, index) => text.slice(found[index]!.index + found[index]![0].length, next.index)),
  }
}

function straight(text: string): string {
  return text.replaceAll('’', '\'')
}

/** The desk's names and their aliases, by first word. */
export class DeskNames {
  readonly #byFirstWord = new Map<string, Form[]>()

  constructor(names: readonly DeskName[]) {
    for (const form of names.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(readForm)) {
      const [first] = form.words
      if (first === undefined) continue
      const forms = this.#byFirstWord.get(first)
      if (forms) forms.push(form)
      else this.#byFirstWord.set(first, [form])
    }
    // The longest form first: “Reynolds and Reynolds” before “Reynolds”.
    for (const forms of this.#byFirstWord.values()) forms.sort((one, other) => other.words.length - one.words.length)
  }

  get isEmpty(): boolean {
    return this.#byFirstWord.size === 0
  }

  /** One past the last word of the desk's name that begins at a word, before `end`; nothing where none does. */
  match(words: Words, word: number, end: number): number | undefined {
    const text = straight(words.text(word))
    const bare = withoutPossessive(text)
    const form = this.#find(text, words, word, end) ?? (bare === text ? undefined : this.#find(bare, words, word, end))
    return form && word + form.words.length
  }

  #find(first: string, words: Words, word: number, end: number): Form | undefined {
    return this.#byFirstWord.get(first)?.find((form) => word + form.words.length <= end && stands(form, words, word))
  }
}

/** Whether a name's words and all that stands between them stand at a word. */
function stands({ words: parts, gaps }: Form, words: Words, word: number): boolean {
  return parts.every((part, place) => {
    const text = straight(words.text(word + place))
    if (place < gaps.length) return text === part && words.gapAfter(word + place) === gaps[place]
    // A sentence's full stop is the abbreviation's too: “a forecast from Target Corp.”
    return text === part || withoutPossessive(text) === part || `${text}.` === part
  })
}
