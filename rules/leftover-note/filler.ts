/** Finds filler text: “lorem ipsum dolor sit amet” and the sentences that stand behind it. */
import { wordSet } from '#rule'
import { isAmong, wordAfter, wordBefore } from './around.ts'
import { isQuotedAlone, kindOf, type Note } from './note.ts'
import data from './notes.generated.ts'

const LOREM = 'lorem ipsum'
// How its other sentences begin.
const OPENINGS = [
  'dolor sit amet',
  'consectetur adipiscing',
  'ut enim ad minim',
  'duis aute irure',
  'excepteur sint',
  'sed ut perspiciatis',
  'nemo enim ipsam',
  'pellentesque habitant',
  'vestibulum ante ipsum',
  'sed do eiusmod',
]
// All of them hold one of these, or stand in a paragraph that does; each begins with a letter that is rare, so looking
// is cheap.
const NEEDLES = ['psum', 'PSUM', 'piscing', 'quis nostrud', 'voluptat', 'xcepteur', 'que habitant']
const FILLER = new RegExp(`\\b(?:${[LOREM, ...OPENINGS].join('|')})\\b(?:[ ,.]+[A-Za-z]+){0,40}\\.?`, 'gi')

const beforeFiller = wordSet(data.words.beforeFiller)
const afterFiller = wordSet(data.words.afterFiller)

/** Finds filler text, to the end of what may be its paragraph. */
export function* findFiller(text: string): Iterable<Note> {
  if (!NEEDLES.some((needle) => text.includes(needle))) return
  for (const { 0: found, index: start } of text.matchAll(FILLER)) {
    const end = start + found.length
    if (!isQuotedAlone(text, start, end) && !isSpokenOf(text, start, found))
      yield { start, end, severity: 'error', ...kindOf('filler') }
  }
}

/** A story about typefaces: “Lorem ipsum has been the printers’ filler since …”. */
function isSpokenOf(text: string, start: number, found: string): boolean {
  if (/["“‘]/.test(text[start - 1] ?? '')) return true
  if (/dolor|consectetur/i.test(found) || !found.toLowerCase().startsWith(LOREM)) return false
  return isAmong(afterFiller, wordAfter(text, start + LOREM.length)) || isAmong(beforeFiller, wordBefore(text, start))
}
