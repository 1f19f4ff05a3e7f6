/** A name shown whole where what varies is a part of it: “Lena J Okafor” for “J Okafor”. */
import { around, span, type Story } from '#rule'
import type { WrittenForm } from './places.ts'

const MOST_WORDS = 2
const INITIAL_AND_NAME = /^(?:\p{Lu}\.? ?)+\p{Lu}\p{Ll}|\p{Ll} \p{Lu}\.?$/u
const WORD_BEFORE = /(?:^|[^\p{L}’'-])(\p{Lu}[\p{L}’'-]+,? )$/u
const WORD_BEHIND = /^( \p{Lu}[\p{L}-]+|[’']s)(?![\p{L}-])/u

/** The forms of a name with an initial, and with the names around it that are the same at every place. */
export function wholeNames({ text }: Pick<Story, 'text'>, forms: readonly WrittenForm[]): readonly WrittenForm[] {
  if (forms.every((form) => INITIAL_AND_NAME.test(form.text))) return namesAround({ text }, forms)
  // “McDonald’s”: what stands behind it everywhere is a part of it.
  const mark = sameEverywhere(forms, (place) => /^[’']s(?!\p{L})/u.exec(around(text, place).behind())?.[0])
  return mark === '' ? forms : forms.map((form) => grown(form, '', mark))
}

/** The forms with the names around them that are the same at every place: “Bell, Marlow & Pike” for “Marlow & Pike”. */
export function namesAround({ text }: Pick<Story, 'text'>, forms: readonly WrittenForm[]): readonly WrittenForm[] {
  let whole = forms
  for (let word = 0; word < MOST_WORDS; word++) {
    const before = sameEverywhere(whole, (place) => WORD_BEFORE.exec(around(text, place).before())?.[1])
    const behind = sameEverywhere(whole, (place) => WORD_BEHIND.exec(around(text, place).behind())?.[1])
    if (before === '' && behind === '') break
    whole = whole.map((form) => grown(form, before, behind))
  }
  return whole
}

function grown({ text, places }: WrittenForm, before: string, behind: string): WrittenForm {
  return {
    text: before + text + behind,
    places: places.map((place) => ({ ...place, ...span(place.start - before.length, place.end + behind.length) })),
  }
}

/** What stands by every place of all forms; empty where it isn't the same. */
function sameEverywhere(
  forms: readonly WrittenForm[],
  read: (place: WrittenForm['places'][number]) => string | undefined,
): string {
  const found = new Set(forms.flatMap(({ places }) => places.map(read)))
  return found.size === 1 ? ([...found][0] ?? '') : ''
}
