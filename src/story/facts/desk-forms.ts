/** Where a story writes what the desk's names file forbids. */
import type { DeskName } from '../desk-name.ts'
import { span, type Span } from '../span.ts'
import type { Story } from '../story.ts'
import { FormIndex } from './desk-names.ts'

/** A forbidden form of one of the desk's names, with its places in story order, without possessives. */
export interface ForbiddenForm {
  readonly name: DeskName
  /** The form as the names file has it. */
  readonly form: string
  readonly places: readonly Span[]
}

/** What a form in the names file stands for. */
interface Entry {
  readonly name: DeskName
  readonly form: string
  readonly forbidden: boolean
}

/**
 * Finds the forbidden forms, in the order of their first places. Where an allowed form is as long or longer, it is
 * that one: with “chicken Kiev” allowed, the dish is no misspelt Kyiv.
 */
export function findForbiddenForms(story: Story): readonly ForbiddenForm[] {
  const forms = story.desk.as(indexForms)
  if (!forms) return []
  const { words, sentences } = story.facts
  const found = new Map<Entry, Span[]>()
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const end = sentences.endWord(sentence)
    for (let word = sentences.firstWord(sentence); word < end;) {
      const match = forms.find(words, word, end)
      if (!match) {
        word++
        continue
      }
      if (match.value.forbidden) {
        const at = span(words.start(word), match.end)
        const places = found.get(match.value)
        if (places) places.push(at)
        else found.set(match.value, [at])
      }
      word = match.endWord
    }
  }
  return [...found].map(([{ name, form }, places]) => ({ name, form, places }))
}

/** All forms of the names file, where it forbids any; of two that are one text the allowed one comes first, and counts. */
function indexForms(names: readonly DeskName[]): FormIndex<Entry> | undefined {
  if (!names.some(({ forbidden = [] }) => forbidden.length > 0)) return undefined
  const allowed = names.flatMap((name) => [name.name, ...(name.aliases ?? [])].map((form): Entry => ({ name, form, forbidden: false })))
  const forbidden = names.flatMap((name) => (name.forbidden ?? []).map((form): Entry => ({ name, form, forbidden: true })))
  return new FormIndex([...allowed, ...forbidden].map((entry): [string, Entry] => [entry.form, entry]))
}
