/** How two forms of one name differ. */
import { around, wordSet, type Span, type Story } from '#rule'
import data from './names.generated.ts'

/**
 * What parts two forms. `separators` are spaces and hyphens; in `encoding` they look the same: “é” is one character, or
 * a letter and its accent.
 */
export type Difference = 'apostrophe' | 'dots' | 'separators' | 'case' | 'accents' | 'encoding'

const NATIONS = wordSet(data.nations)

/** Letters with or without stops, or what shortens a place: “U.S.”, “St.”. */
export const INITIALS = /^(?:(?:\p{Lu}\.?){1,4}|(?:St|Mt|Ft)\.?)$/u

/**
 * What parts two forms that share a key; nothing where it is an apostrophe, an ampersand, or how the marks are drawn.
 */
export function differenceBetween(one: string, other: string): Difference | undefined {
  const [a, b] = [levelMarks(one), levelMarks(other)]
  if (a === b) return undefined
  const [plainA, plainB] = [withoutAccents(a), withoutAccents(b)]
  if (plainA === plainB) return a.normalize('NFC') === b.normalize('NFC') ? 'encoding' : 'accents'
  if (plainA.replaceAll('.', '') === plainB.replaceAll('.', '')) return 'dots'
  if (plainA.toLowerCase() === plainB.toLowerCase()) return 'case'
  const [joinedA, joinedB] = [joined(plainA), joined(plainB)]
  if (joinedA === joinedB) return 'separators'
  // “J. P. Morgan” and “JPMorgan”: dots and spaces at once.
  return joinedA.replaceAll('.', '') === joinedB.replaceAll('.', '') ? 'dots' : undefined
}

/** A name with one kind of apostrophe and of hyphen. */
export function levelMarks(text: string): string {
  return text.replaceAll('’', "'").replaceAll('‑', '-')
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}

/** A name’s letters and figures without what parts its words, in small letters. */
export function joined(text: string): string {
  return text.replace(/[ -]/g, '').toLowerCase()
}

/** Whether a form is only the opening of a longer name at a place: “J.P.” of “J.P. Morgan”, “St.” of “St. Louis”. */
export function isOpening(story: Story, text: string, at: Span): boolean {
  if (!INITIALS.test(text) || NATIONS.has(text.replaceAll('.', ''))) return false
  return (/^[SMF]t$/.test(text) ? /^\.? \p{Lu}/u : /^ \p{Lu}/u).test(around(story, at).behind())
}
