/** One company, agency or country is written two ways in one story, or in a way that the desk's names file forbids. */
import { defineRule, type FindingPlace, type RelatedPlace, type Span } from '#rule'
import { agencyVariances } from './agencies.ts'
import { ampersandForms } from './ampersands.ts'
import { apostropheForms } from './apostrophes.ts'
import { declaredFine, forbiddenForms, nearForms } from './desk.ts'
import { firstNameForms } from './first-names.ts'
import { thingForms } from './kinds-of-thing.ts'
import { numberForms } from './numbers.ts'
import type { WrittenForm } from './places.ts'
import { smallWordForms } from './small-words.ts'
import { suffixForms } from './suffixes.ts'
import { placesOf, plain, suggest, writeAt } from './suggestions.ts'
import { byUse, spellingVariances, type Variance } from './variants.ts'
import { wordOrderForms } from './word-order.ts'
import { sayEncoded, sayRuled, sayTwoFirstNames, sayVaried, type CountedForm } from './words.ts'

const MOST_RELATED = 12

export default defineRule({
  id: 'inconsistent-name',
  title: 'A name written two ways',
  summary:
    'One name is written two ways in one story, such as “U.S.” and “US”, or in a way that the desk’s names file forbids.',
  kind: 'contradiction',
  stage: 'stable',
  severity: 'warning',
  since: '0.2.0',
  quotations: 'check',
  messages: {
    encoded: ({ forms }: { forms: readonly [CountedForm, ...CountedForm[]] }) => sayEncoded(forms),
    firstNames: ({ forms }: { forms: readonly [CountedForm, ...CountedForm[]] }) => sayTwoFirstNames(forms),
    varied: ({ forms }: { forms: readonly [CountedForm, ...CountedForm[]] }) => sayVaried(forms),
    ruled: ({ text, right, note }: { text: string; right: string; note: string | undefined }) =>
      sayRuled(text, right, note),
  },
  *check({ story, find }) {
    for (const { text, right, note, places } of forbiddenForms(story)) {
      const [at, ...again] = places as [Span, ...Span[]]
      yield find('ruled', {
        at,
        text,
        right,
        note,
        severity: 'error',
        related: relate(again.map((place) => ({ at: place, note: `“${text}” again` }))),
        // Never safe: “Kiev” stays in “chicken Kiev”, and in the name of an old club.
        suggestions: [{ title: `Write “${right}”`, grade: 'likely', edits: writeAt(places, right) }],
      })
    }
    const near = nearForms(story)
    for (const {
      form: { text, places },
      right,
      note,
      difference,
    } of near) {
      const [at, ...again] = places
      yield find('ruled', {
        at: plain(at!),
        text,
        right,
        note,
        severity: difference === 'accents' ? 'info' : 'warning',
        related: relate(again.map((place) => ({ at: plain(place), note: `“${text}” again` }))),
        suggestions: [{ title: `Write “${right}”`, grade: 'likely', edits: writeAt(places, right) }],
      })
    }
    for (const forms of firstNameForms(story)) yield find('firstNames', varied({ forms, difference: undefined }))
    const bothFine = story.desk.as(declaredFine)
    const forbidden = story.facts.forbiddenForms.map(({ form, places }) => ({
      text: form,
      places: places.map((place) => ({ ...place, heading: false, running: true })),
    }))
    const apostrophes = apostropheForms(story)
    const others = [
      ...ampersandForms(story),
      ...apostrophes,
      ...numberForms(story),
      ...thingForms(story),
      ...smallWordForms(story),
      ...suffixForms(story),
      ...wordOrderForms(story),
    ]
    const judged = [...forbidden, ...near.map(({ form }) => form), ...others.flat()]
    for (const variance of spellingVariances(story, { bothFine, judged }))
      yield find(variance.difference === 'encoding' ? 'encoded' : 'varied', varied(variance))
    for (const variance of [
      ...others.map((forms): Variance => ({
        forms,
        difference: apostrophes.includes(forms) ? 'apostrophe' : undefined,
      })),
      ...agencyVariances(story),
    ]) {
      const forms = byUse(variance.forms)
      if (!forms.slice(1).every(({ text }) => bothFine(forms[0]!.text, text)))
        yield find('varied', varied({ ...variance, forms }))
    }
  },
})

/** What is said of a variance: at the first place of the form that stands seldom, with all others beside it. */
function varied({
  forms,
  difference,
  severity = difference === 'accents' ? 'info' : 'warning',
}: Variance): FindingPlace & { forms: readonly [CountedForm, ...CountedForm[]] } {
  const [usual, ...rare] = forms as readonly [WrittenForm, ...WrittenForm[]]
  const rarePlaces = placesOf(rare)
  const first = rarePlaces[0]!
  const { text } = usual
  return {
    at: plain(first),
    severity,
    forms: [usual, ...rare].map((form) => ({ text: form.text, count: form.places.length })) as [
      CountedForm,
      ...CountedForm[],
    ],
    related: relate([
      ...usual.places.slice(0, 1).map((place) => ({ at: plain(place), note: `here it is “${text}”` })),
      ...rarePlaces
        .slice(1)
        .map((place) => ({ at: plain(place), note: `“${place.text}”${place.text === first.text ? ' again' : ''}` })),
      ...usual.places.slice(1).map((place) => ({ at: plain(place), note: `“${text}” again` })),
    ]),
    suggestions: suggest(usual, rare, difference),
  }
}

/** In story order, and no more than a reader takes in; the last says how many are left out. */
function relate(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const shown = places.slice(0, MOST_RELATED).toSorted((one, other) => one.at.start - other.at.start)
  const more = places.length - shown.length
  return more === 0
    ? shown
    : shown.map((place, index) =>
        index < shown.length - 1
          ? place
          : { ...place, note: `${place.note}, and in ${more} more place${more === 1 ? '' : 's'}` },
      )
}
