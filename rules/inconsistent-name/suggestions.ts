/** What is proposed where a name is written two ways: one of them throughout, or either where the story doesn't tell. */
import { span, type Edit, type Grade, type Span, type Suggestion } from '#rule'
import type { Difference } from './difference.ts'
import type { WrittenForm } from './places.ts'
import { isShiftSlip, mayBeTheRightOne } from './right-form.ts'

/** One way for all places: the usual one, or either where the story doesn't tell which is right. */
export function suggest(
  usual: WrittenForm,
  rare: readonly WrittenForm[],
  difference: Difference | undefined,
): readonly Suggestion[] {
  const write = (form: WrittenForm, grade: Grade): readonly Suggestion[] => {
    // A headline may be shorter than its story: “US” over “U.S.” stays as it is.
    const edited = placesOf([usual, ...rare].filter((other) => other !== form)).filter(
      (place) => !(place.heading && difference === 'dots' && place.text.length < form.text.length),
    )
    return edited.length === 0
      ? []
      : [{ title: `Write “${form.text}” throughout`, grade, edits: writeAt(edited, form.text) }]
  }
  const [next] = rare as readonly [WrittenForm, ...WrittenForm[]]
  // “Ebbin’s lawyers” of a Mr Ebbins: which of the two has an apostrophe is more than a spelling.
  if (difference === 'apostrophe') return /[’']s$/.test(usual.text) ? write(usual, 'idea') : []
  // Copy is kept in whole characters everywhere: “é”, not “e” and an accent.
  if (difference === 'encoding')
    return [usual, next].filter(({ text }) => text === text.normalize('NFC')).flatMap((form) => write(form, 'likely'))
  const mayBeRight = mayBeTheRightOne(next.text, usual.text)
  if (areNearlyAsMany(usual, next) || (mayBeRight && !isSettled(usual, next)))
    return [...write(usual, 'idea'), ...write(next, 'idea')]
  return write(usual, mayBeRight ? 'idea' : 'likely')
}

const CLEAR_MAJORITY = 5

/** Whether the desk has made up its mind: nobody writes “Tarn Velka” thirteen times by mistake for “Tarn-Velka”. */
function isSettled(usual: WrittenForm, next: WrittenForm): boolean {
  return usual.places.length >= CLEAR_MAJORITY * next.places.length
}

/** Whether the commoner of two forms stands so little more often that it needn't be the right one. */
function areNearlyAsMany(usual: WrittenForm, next: WrittenForm): boolean {
  return (
    3 * next.places.length >= 2 * usual.places.length
    || (isShiftSlip(usual.text, next.text) && 3 * next.places.length > usual.places.length)
  )
}

/** The places of some forms in story order, each with its text. */
export function placesOf(
  forms: readonly WrittenForm[],
): readonly (WrittenForm['places'][number] & { readonly text: string })[] {
  return forms
    .flatMap(({ text, places }) => places.map((place) => ({ ...place, text })))
    .toSorted((one, other) => one.start - other.start)
}

/** The edits that write a text in some places. */
export function writeAt(places: readonly Span[], text: string): readonly Edit[] {
  return places.map((place) => ({ at: plain(place), text }))
}

/** A place as a span alone. */
export function plain({ start, end }: Span): Span {
  return span(start, end)
}
