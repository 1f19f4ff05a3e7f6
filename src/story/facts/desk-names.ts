/** Finds the names of the desk's names file in running words, whatever their capitals and small words. */
import type { DeskName } from '../desk-name.ts'
import { bareName } from './bare-name.ts'
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

/** What a form stands for, and where it ends. */
export interface FormMatch<Value> {
  readonly value: Value
  /** One past its last word. */
  readonly endWord: number
  /** Where it ends in the text, without a possessive and without what a hyphen hangs on it. */
  readonly end: number
}

/** Forms of names, by first word. Of two that are one text the first given counts. */
export class FormIndex<Value> {
  readonly #byFirstWord = new Map<string, (Form & { readonly value: Value })[]>()

  constructor(entries: Iterable<readonly [form: string, value: Value]>) {
    for (const [text, value] of entries) {
      const form = { ...readForm(text), value }
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

  /** The longest form that begins at a word and ends before `end`; nothing where none does. */
  find(words: Words, word: number, end: number): FormMatch<Value> | undefined {
    const text = straight(words.text(word))
    const bare = bareName(text)
    const form = this.#find(text, words, word, end) ?? (bare === text ? undefined : this.#find(bare, words, word, end))
      ?? this.#find(withoutPossessive(text), words, word, end)
    if (!form) return undefined
    const last = word + form.words.length - 1
    return { value: form.value, endWord: last + 1, end: words.start(last) + Math.min(form.words.at(-1)!.length, words.text(last).length) }
  }

  #find(first: string, words: Words, word: number, end: number): (Form & { readonly value: Value }) | undefined {
    return this.#byFirstWord.get(first)?.find((form) => word + form.words.length <= end && stands(form, words, word))
  }
}

/** The desk's names and their aliases, by first word. */
export class DeskNames {
  readonly #forms: FormIndex<undefined>

  constructor(names: readonly DeskName[]) {
    this.#forms = new FormIndex(names.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map((form) => [form, undefined]))
  }

  get isEmpty(): boolean {
    return this.#forms.isEmpty
  }

  /** One past the last word of the desk's name that begins at a word, before `end`; nothing where none does. */
  match(words: Words, word: number, end: number): number | undefined {
    return this.#forms.find(words, word, end)?.endWord
  }
}

/** Whether a name's words and all that stands between them stand at a word. */
function stands({ words: parts, gaps }: Form, words: Words, word: number): boolean {
  return parts.every((part, place) => {
    const text = straight(words.text(word + place))
    if (place < gaps.length) return text === part && words.gapAfter(word + place) === gaps[place]
    // A sentence's full stop is the abbreviation's too: “a forecast from Target Corp.”
    return text === part || withoutPossessive(text) === part || `${text}.` === part || bareName(text) === part
  })
}
