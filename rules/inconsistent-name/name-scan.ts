/** Names found by a pattern of their own, gathered by what their forms share. */
import { span, type Span, type Story } from '#rule'
import { untold, countedForm, type WrittenForm } from './places.ts'
import { byUse } from './variants.ts'

/** One place of a name that a pattern has found. */
export interface FoundName {
  /** What the forms of one name share. */
  readonly key: string
  readonly start: number
  readonly end: number
}

/** The names that a story writes in more than one form, each with its counted forms, the usual one first. */
export function namesInForms(
  story: Story,
  found: Iterable<FoundName>,
  { speech = true } = {},
): readonly (readonly WrittenForm[])[] {
  const byKey = new Map<string, Map<string, Span[]>>()
  for (const { key, start, end } of found) {
    const text = story.text.slice(start, end)
    const forms = byKey.get(key) ?? new Map<string, Span[]>()
    if (forms.size === 0) byKey.set(key, forms)
    const places = forms.get(text)
    if (places) places.push(span(start, end))
    else forms.set(text, [span(start, end)])
  }
  return [...byKey.values()].flatMap((forms) => {
    if (forms.size < 2) return []
    const counted = untold(
      story,
      [...forms].flatMap(([text, places]) => countedForm(story, text, places, { speech }) ?? []),
    )
    return counted.length > 1 ? [byUse(counted)] : []
  })
}
