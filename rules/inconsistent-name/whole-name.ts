/** A name shown whole where what varies is a part of it: “Lena J Okafor” for “J Okafor”. */
import { span } from '#rule'
import type { Story } from '#story'
import type { Form } from './places.ts'

const MOST_WORDS = 2
const LONGEST_WORD = 30
const INITIAL_AND_NAME = /^(?:\p{Lu}\.? ?)+\p{Lu}\p{Ll}|\p{Ll} \p{Lu}\.?$/u
const WORD_BEFORE = /(?:^|[^\p{L}’'-])(\p{Lu}[\p{L}’'-]+ )$/u
const WORD_BEHIND = /^( \p{Lu}[\p{L}-]+)(?![\p{L}-])/u

/** The forms of a name with an initial, and with the names around it that are the same at every place. */
export function wholeNames({ text }: Story, forms: readonly Form[]): readonly Form[] {
  if (!forms.every((form) => INITIAL_AND_NAME.test(form.text))) return forms
  let whole = forms
  for (let word = 0; word < MOST_WORDS; word++) {
    const before = sameEverywhere(whole, ({ start }) => WORD_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[1])
    const behind = sameEverywhere(whole, ({ end }) => WORD_BEHIND.exec(text.slice(end, end + LONGEST_WORD))?.[1])
    if (before === '' && behind === '') break
    whole = whole.map((form) => ({
      text: before + form.text + behind,
      places: form.places.map((place) => ({ ...place, ...span(place.start - before.length, place.end + behind.length) })),
    }))
  }
  return whole
}

/** What stands by every place of all forms; empty where it isn't the same. */
function sameEverywhere(forms: readonly Form[], read: (place: Form['places'][number]) => string | undefined): string {
  const found = new Set(forms.flatMap(({ places }) => places.map(read)))
  return found.size === 1 ? [...found][0] ?? '' : ''
}
