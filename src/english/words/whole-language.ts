/** What language a whole text is in: its blocks may be too short to tell, each by itself. */
import { ENGLISH, OTHER } from './language.ts'

const WORD = /[A-Za-z\u00C0-\u024F]+/g
const READ = 20_000
const FEWEST = 8
// “ES2015” in every line of a list is no Spanish.
const FEWEST_KINDS = 4

/** Whether a text is in another language in Latin letters than English; its first 20,000 characters are looked at. */
export function isInOtherLanguage(text: string): boolean {
  let english = 0
  let other = 0
  const kinds = new Set<string>()
  for (const [word] of text.slice(0, READ).matchAll(WORD)) {
    const small = word.toLowerCase()
    if (ENGLISH.has(small)) english++
    else if (OTHER.has(small)) {
      other++
      kinds.add(small)
    }
  }
  return other >= FEWEST && other > english && kinds.size >= FEWEST_KINDS
}
