/** One company, agency or country is written two ways in one story, or in a way that the desk's names file forbids. */
import { defineRule, span, type Edit, type FindingPlace, type Grade, type RelatedPlace, type Span, type Suggestion } from '#rule'
import { agencyVariances } from './agencies.ts'
import { ampersandForms } from './ampersands.ts'
import { apostropheForms } from './apostrophes.ts'
import { declaredFine, forbiddenForms, nearForms } from './desk.ts'
import type { Difference } from './difference.ts'
import { firstNameForms } from './first-names.ts'
import { thingForms } from './kinds-of-thing.ts'
import { numberForms } from './numbers.ts'
import type { Form } from './places.ts'
import { isShiftSlip, mayBeTheRightOne } from './right-form.ts'
import { smallWordForms } from './small-words.ts'
import { suffixForms } from './suffixes.ts'
import { byUse, spellingVariances, type Variance } from './variants.ts'
import { wordOrderForms } from './word-order.ts'
import { sayEncoded, sayRuled, sayTwoFirstNames, sayVaried, type CountedForm } from './words.ts'

const MOST_RELATED = 12

export default defineRule({
  id: 'inconsistent-name',
  title: 'A name written two ways',
  summary: 'One name is written two ways in one story, such as “U.S.” and “US”, or in a way that the desk’s names file forbids.',
  kind: 'contradiction',
  stage: 'stable',
  severity: 'warning',
  since: '0.2.0',
  quotations: 'check',
  messages: {
    encoded: ({ forms }: { forms: readonly [CountedForm, ...CountedForm[]] }) => sayEncoded(forms),
    firstNames: ({ forms }: { forms: readonly [CountedForm, ...CountedForm[]] }) => sayTwoFirstNames(forms),
    varied: ({ forms }: { forms: readonly [CountedForm, ...CountedForm[]] }) => sayVaried(forms),
    ruled: ({ text, right, note }: { text: string; right: string; note: string | undefined }) => sayRuled(text, right, note),
  },
  *check({ story, find }) {
    for (const { text, right, note, places } of forbiddenForms(story)) {
      const [at, ...again] = places as [Span, ...Span[]]
      yield find('ruled', {
        at, text, right, note, severity: 'error',
        related: relate(again.map((place) => ({ at: place, note: `“${text}” again` }))),
        // Never safe: “Kiev” stays in “chicken Kiev”, and in the name of an old club.
        suggestions: [{ title: `Write “${right}”`, grade: 'likely', edits: writeAt(places, right) }],
      })
    }
    const near = nearForms(story)
    for (const { form: { text, places }, right, note, difference } of near) {
      const [at, ...again] = places
      yield find('ruled', {
        at: plain(at!), text, right, note, severity: difference === 'accents' ? 'info' : 'warning',
        related: relate(again.map((place) => ({ at: plain(place), note: `“${text}” again` }))),
        suggestions: [{ title: `Write “${right}”`, grade: 'likely', edits: writeAt(places, right) }],
      })
    }
    for (const forms of firstNameForms(story)) yield find('firstNames', varied({ forms, difference: undefined }))
    const bothFine = story.desk.as(declaredFine)
    const forbidden = story.facts.forbiddenForms.map(({ form, places }) => ({ text: form, places: places.map((place) => ({ ...place, heading: false, running: true })) }))
    const apostrophes = apostropheForms(story)
    const others = [...ampersandForms(story), ...apostrophes, ...numberForms(story), ...thingForms(story), ...smallWordForms(story), ...suffixForms(story), ...wordOrderForms(story)]
    const judged = [...forbidden, ...near.map(({ form }) => form), ...others.flat()]
    for (const variance of spellingVariances(story, { bothFine, judged })) yield find(variance.difference === 'encoding' ? 'encoded' : 'varied', varied(variance))
    for (const variance of [...others.map((forms): Variance => ({ forms, difference: apostrophes.includes(forms) ? 'apostrophe' : undefined })), ...agencyVariances(story)]) {
      const forms = byUse(variance.forms)
      if (!forms.slice(1).every(({ text }) => bothFine(forms[0]!.text, text))) yield find('varied', varied({ ...variance, forms }))
    }
  },
})

/** What is said of a variance: at the first place of the form that stands seldom, with all others beside it. */
function varied({ forms, difference, severity = difference === 'accents' ? 'info' : 'warning' }: Variance): FindingPlace & { forms: readonly [CountedForm, ...CountedForm[]] } {
  const [usual, ...rare] = forms as readonly [Form, ...Form[]]
  const rarePlaces = placesOf(rare)
  const first = rarePlaces[0]!
  const { text } = usual
  return {
    at: plain(first),
    severity,
    forms: [usual, ...rare].map((form) => ({ text: form.text, count: form.places.length })) as [CountedForm, ...CountedForm[]],
    related: relate([
      ...usual.places.slice(0, 1).map((place) => ({ at: plain(place), note: `here it is “${text}”` })),
      ...rarePlaces.slice(1).map((place) => ({ at: plain(place), note: `“${place.text}”${place.text === first.text ? ' again' : ''}` })),
      ...usual.places.slice(1).map((place) => ({ at: plain(place), note: `“${text}” again` })),
    ]),
    suggestions: suggest(usual, rare, difference),
  }
}

/** One way for all places: the usual one, or either where the story doesn't tell which is right. */
function suggest(usual: Form, rare: readonly Form[], difference: Difference | undefined): readonly Suggestion[] {
  const write = (form: Form, grade: Grade): readonly Suggestion[] => {
    // A headline may be shorter than its story: “US” over “U.S.” stays as it is.
    const edited = placesOf([usual, ...rare].filter((other) => other !== form))
      .filter((place) => !(place.heading && difference === 'dots' && place.text.length < form.text.length))
    return edited.length === 0 ? [] : [{ title: `Write “${form.text}” throughout`, grade, edits: writeAt(edited, form.text) }]
  }
  const [next] = rare as readonly [Form, ...Form[]]
  // “Ebbin’s lawyers” of a Mr Ebbins: which of the two has an apostrophe is more than a spelling.
  if (difference === 'apostrophe') return /[’']s$/.test(usual.text) ? write(usual, 'idea') : []
  // Copy is kept in whole characters everywhere: “é”, not “e” and an accent.
  if (difference === 'encoding') return [usual, next].filter(({ text }) => text === text.normalize('NFC')).flatMap((form) => write(form, 'likely'))
  const mayBeRight = mayBeTheRightOne(next.text, usual.text)
  if (areNearlyAsMany(usual, next) || (mayBeRight && !isSettled(usual, next))) return [...write(usual, 'idea'), ...write(next, 'idea')]
  return write(usual, mayBeRight ? 'idea' : 'likely')
}

const CLEAR_MAJORITY = 5

/** Whether the desk has made up its mind: nobody writes “Tarn Velka” thirteen times by mistake for “Tarn-Velka”. */
function isSettled(usual: Form, next: Form): boolean {
  return usual.places.length >= CLEAR_MAJORITY * next.places.length
}

/** Whether the commoner of two forms stands so little more often that it needn't be the right one. */
function areNearlyAsMany(usual: Form, next: Form): boolean {
  return 3 * next.places.length >= 2 * usual.places.length || (isShiftSlip(usual.text, next.text) && 3 * next.places.length > usual.places.length)
}

function placesOf(forms: readonly Form[]): readonly (Form['places'][number] & { readonly text: string })[] {
  return forms.flatMap(({ text, places }) => places.map((place) => ({ ...place, text }))).toSorted((one, other) => one.start - other.start)
}

/** In story order, and no more than a reader takes in; the last says how many are left out. */
function relate(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const shown = places.slice(0, MOST_RELATED).toSorted((one, other) => one.at.start - other.at.start)
  const more = places.length - shown.length
  return more === 0 ? shown : shown.map((place, index) => (index < shown.length - 1 ? place : { ...place, note: `${place.note}, and in ${more} more place${more === 1 ? '' : 's'}` }))
}

function writeAt(places: readonly Span[], text: string): readonly Edit[] {
  return places.map((place) => ({ at: plain(place), text }))
}

function plain({ start, end }: Span): Span {
  return span(start, end)
}
