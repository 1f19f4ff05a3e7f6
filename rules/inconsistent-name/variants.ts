/** The names that a story spells two ways: spaces, hyphens, stops, capitals, accents. */
import { overlaps, type Severity, type Span, type Spelling, type Story } from '#rule'
import { differenceBetween, isOpening, type Difference } from './difference.ts'
import { untold, countedForm, type WrittenForm, type FormPlace } from './places.ts'
import { isSlip } from './slips.ts'
import { tellingPlaces } from './telling-places.ts'
import { wholeNames } from './whole-name.ts'

/** A name with the ways in which the story writes it, the usual one first. */
export interface Variance {
  readonly forms: readonly WrittenForm[]
  readonly difference: Difference | undefined
  /** Left out where it follows from the difference. */
  readonly severity?: Severity
}

/** What the desk's names file has said already. */
export interface Declared {
  /** Whether the desk has declared both forms of one name fine. */
  bothFine(one: string, other: string): boolean
  /** The forms that have been judged by it. */
  readonly judged: readonly WrittenForm[]
}

/** The variances of a story's names. */
export function spellingVariances(story: Story, declared: Declared): readonly Variance[] {
  const found: Variance[] = []
  // “Coca Cola Co” differs from “Coca-Cola Co” as “Coca Cola” does: the shorter keys come first, and settle it.
  const settled = new Settled()
  for (const { places } of declared.judged) settled.add(places)
  for (const { spellings } of story.facts.spellings.varied) {
    const isDotted = spellings.some(({ text }) => text.includes('.'))
    const whole = ({ text, places }: Spelling): readonly Span[] =>
      isDotted ? places.filter((place) => !isOpening(story, text, place)) : places
    const forms = byUse(
      untold(
        story,
        spellings.flatMap((spelling) => countedForm(story, spelling.text, whole(spelling), { headings: true }) ?? []),
      ),
    ).filter(({ places }) => !settled.holdsAll(places))
    const [usual, ...others] = forms
    if (!usual || others.length === 0) continue
    for (const other of others) settled.add(other.places)
    const variance = varianceOf(
      story,
      usual,
      others.filter(({ text }) => !declared.bothFine(usual.text, text)),
    )
    if (variance) found.push(variance)
  }
  return found
}

/** The commonest form first; of two as common the one that came first. */
export function byUse(forms: readonly WrittenForm[]): readonly WrittenForm[] {
  return forms.toSorted(
    (one, other) => other.places.length - one.places.length || one.places[0]!.start - other.places[0]!.start,
  )
}

function varianceOf(story: Story, usual: WrittenForm, others: readonly WrittenForm[]): Variance | undefined {
  const slips: WrittenForm[] = []
  let telling = usual
  let first: Difference | undefined
  for (const other of others) {
    const difference = differenceBetween(usual.text, other.text)
    if (difference === undefined) continue
    const inHeadings = difference === 'separators' && areHyphenedNames(usual.text, other.text)
    const one = withPlaces(usual, tellingPlaces(story, usual, difference, other), inHeadings)
    const two = withPlaces(other, tellingPlaces(story, other, difference, usual), inHeadings)
    if (!one || !two) continue
    const [more, less] = byUse([one, two]) as [WrittenForm, WrittenForm]
    if (!isSlip(story, more, less, difference)) continue
    slips.push(two)
    telling = one
    first ??= difference
  }
  return first && { forms: wholeNames(story, byUse([telling, ...slips])), difference: first }
}

/**
 * “Tarn-Velka” and “Tarn Velka”: a headline has no other hyphens than its story, though its capitals and humps are its
 * own.
 */
function areHyphenedNames(one: string, other: string): boolean {
  const hyphens = (text: string): string => text.replace(/[ ‑-](?=\p{Lu})/gu, '-')
  return one.includes(' ') !== other.includes(' ') && hyphens(one) === hyphens(other)
}

/** The form at these places, if it stands in running copy there or, with `inHeadings`, in a heading. */
function withPlaces(form: WrittenForm, places: readonly FormPlace[], inHeadings: boolean): WrittenForm | undefined {
  return places.some(({ running, heading }) => running || (heading && inHeadings))
    ? { text: form.text, places }
    : undefined
}

/** Stretches that have been judged. */
class Settled {
  readonly #byStart = new Map<number, Span>()

  add(places: readonly FormPlace[]): void {
    for (const place of places) this.#byStart.set(place.start, place)
  }

  /** Whether each place holds one that has been judged, at its start or a little behind it. */
  holdsAll(places: readonly FormPlace[]): boolean {
    return places.every((place) => {
      for (let at = place.start; at < place.end; at++) {
        const judged = this.#byStart.get(at)
        if (judged && overlaps(judged, place)) return true
      }
      return false
    })
  }
}
