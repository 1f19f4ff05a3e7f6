/** What the desk's names file says of the forms in a story: declared fine, forbidden, or not as the desk writes it. */
import type { DeskName, Span, Story } from '#rule'
import { differenceBetween, type Difference } from './difference.ts'
import { countedForm, type WrittenForm } from './places.ts'
import { tellingPlaces } from './telling-places.ts'

/** A form that is to become another. */
export interface Ruling {
  /** The form as the story has it. */
  readonly text: string
  /** The form that the desk writes. */
  readonly right: string
  readonly note: string | undefined
  readonly places: readonly Span[]
}

/** A form that is nearly one of the desk's. */
export interface NearForm {
  readonly form: WrittenForm
  readonly right: string
  readonly note: string | undefined
  readonly difference: Difference
}

/** The forbidden forms of a story. */
export function forbiddenForms(story: Story): readonly Ruling[] {
  return story.facts.forbiddenForms.map(({ name: { name, note }, form, places }) => ({
    text: form,
    right: name,
    note,
    places,
  }))
}

/** The forms that differ from one of the desk's in spaces, hyphens, stops, capitals or accents only. */
export function nearForms(story: Story): readonly NearForm[] {
  const known = story.desk.as(allForms, allMoreForms)
  const found = new Map<string, NearForm>()
  for (const {
    name: { note },
    right,
    spelling: { text, places },
  } of story.facts.deskSpellings) {
    if (known.has(text) || found.has(text)) continue
    const near = nearForm(story, right, countedForm(story, text, places, { headings: true }))
    if (near) found.set(text, { ...near, note })
  }
  return [...found.values()]
}

function allForms(names: readonly DeskName[]): ReadonlySet<string> {
  return new Set(names.flatMap(({ name, aliases = [], forbidden = [] }) => [name, ...aliases, ...forbidden]))
}

function allMoreForms(forms: ReadonlySet<string>, more: readonly DeskName[]): ReadonlySet<string> {
  const all = new Set(forms)
  for (const form of allForms(more)) all.add(form)
  return all
}

function nearForm(story: Story, right: string, form: WrittenForm | undefined): Omit<NearForm, 'note'> | undefined {
  const difference = form && differenceBetween(right, form.text)
  if (!form || difference === undefined) return undefined
  // “AMAZON” for stress; “Ebay” may be how a sentence begins with “eBay”.
  if (difference === 'case' && (form.text === form.text.toUpperCase() || form.text.slice(1) === right.slice(1)))
    return undefined
  // Many desks write “US” in headlines and “U.S.” beneath them.
  const places = tellingPlaces(story, form, difference).filter(({ heading }) => difference !== 'dots' || !heading)
  return places.length === 0 ? undefined : { form: { text: form.text, places }, right, difference }
}

/** Tells whether the desk has declared two forms of one name fine. */
export function declaredFine(names: readonly DeskName[]): (one: string, other: string) => boolean {
  const nameOf = new Map(
    names.flatMap((name) => [name.name, ...(name.aliases ?? [])].map((form): [string, DeskName] => [form, name])),
  )
  return (one, other) => nameOf.has(one) && nameOf.get(one) === nameOf.get(other)
}
