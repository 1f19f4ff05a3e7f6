/** Where a story writes what the desk's names file forbids. */
import type { DeskName } from '../../copy/desk-name.ts'
import { span, type Span } from '../../text/span.ts'
import type { Desk } from '../../copy/desk.ts'
import type { Reading } from '../reading.ts'
import { FormIndex, type FormEntry } from './desk-names.ts'

/** A forbidden form of one of the desk's names, with its places in story order, without possessives. */
export interface ForbiddenForm {
  readonly name: DeskName
  /** The form as the names file has it. */
  readonly form: string
  readonly places: readonly Span[]
}

/** What a form in the names file stands for. */
interface DeskForm {
  readonly name: DeskName
  readonly form: string
  readonly forbidden: boolean
}

/**
 * Finds the forbidden forms, in the order of their first places. Where an allowed form is as long or longer, it is
 * that one: with “chicken Kiev” allowed, the dish is no misspelt Kyiv.
 */
export function findForbiddenForms({
  desk,
  sentences,
  words,
}: Pick<Reading, 'sentences' | 'words'> & { readonly desk: Desk }): readonly ForbiddenForm[] {
  const forms = desk.as(indexForms, indexMoreForms)
  if (!forms) return []
  const found = new Map<DeskForm, Span[]>()
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

/**
 * All forms of the names file, where it forbids any; of two that are one text the allowed one comes first, and counts.
 */
function indexForms(names: readonly DeskName[]): FormIndex<DeskForm> | undefined {
  return forbidsAny(names) ? new FormIndex(entriesOf(names)) : undefined
}

function indexMoreForms(
  forms: FormIndex<DeskForm> | undefined,
  more: readonly DeskName[],
  names: readonly DeskName[],
): FormIndex<DeskForm> | undefined {
  return forms ? forms.with(entriesOf(more)) : indexForms(names)
}

const forbidsAny = (names: readonly DeskName[]): boolean => names.some(({ forbidden = [] }) => forbidden.length > 0)

function entriesOf(names: readonly DeskName[]): readonly FormEntry<DeskForm>[] {
  const entry = (name: DeskName, form: string, forbidden: boolean): FormEntry<DeskForm> => [
    form,
    { name, form, forbidden },
    forbidden,
  ]
  return names.flatMap((name) => [
    ...[name.name, ...(name.aliases ?? [])].map((form) => entry(name, form, false)),
    ...(name.forbidden ?? []).map((form) => entry(name, form, true)),
  ])
}
