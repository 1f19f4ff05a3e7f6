/** What stands around the only place of a name, and says that it may be sound: quotation marks, a list of people. */
import type { Story } from '#story'
import type { Form } from './forms.ts'

// Two more names at commas, none of them with a first name.
const LIST_BEHIND = /^, [A-Z][\p{L}’'-]+, [A-Z][\p{L}’'-]+(?:,|\.| and )/u
const LIST_BEFORE = /[A-Z][\p{L}’'-]+, [A-Z][\p{L}’'-]+, (?:and )?$/u

/** “The family’s name had been ‘Brandvald’”: a word in quotation marks may be spoken of. */
export function isQuotedAlone({ text }: Story, { places: [place] }: Form): boolean {
  return place !== undefined && /["“‘']/.test(text[place.start - 1] ?? ' ') && /^["”’'](?!s\b)/.test(text.slice(place.end, place.end + 3))
}

/** “Tait, Voyce, Dowson, Haughton”: a list of people, any two of whom may be a letter apart. */
export function isInList({ text }: Story, { places: [place] }: Form): boolean {
  if (!place) return false
  const { start, end } = place
  return LIST_BEHIND.test(text.slice(end, end + 40)) || LIST_BEFORE.test(text.slice(Math.max(0, start - 40), start))
}
