/**
 * Injects damage to whole passages: a paragraph twice, an end cut off, a quotation mark lost, an acronym with a second
 * meaning.
 */
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'
import { gapOf } from './leftovers.ts'

/** The kinds of damaged passages. */
const kinds: readonly ErrorKind[] = [
  { name: 'duplicate paragraph', rule: 'duplicate-paragraph', change: duplicateParagraph },
  { name: 'cut-off end', rule: 'cut-off-text', change: cutOffEnd },
  { name: 'lost quotation mark', rule: 'unbalanced-quotation', change: lostQuotationMark },
  { name: 'second acronym meaning', rule: 'conflicting-acronym', change: secondMeaning },
]
export default kinds

const SHORTEST_PARAGRAPH = 15

/** A paragraph of fifteen words or more once again, two or more paragraphs on. */
function duplicateParagraph(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const { prose } = copy
  const isLong = (at: number): boolean => copy.slice(prose[at]!).split(' ').length >= SHORTEST_PARAGRAPH
  const index = random.pick([...prose.keys()].filter((at) => at + 2 < prose.length && isLong(at)))
  if (index === undefined) return undefined
  const after = random.pick(prose.slice(index + 2))!
  return { start: after.end, end: after.end, words: gapOf(copy) + copy.slice(prose[index]!) }
}

/** The last sentence without its last words. */
function cutOffEnd(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const last = copy.prose.at(-1)
  if (!last || last !== copy.paragraphs.at(-1)) return undefined
  const words = copy.slice(last).split(' ')
  if (words.length < SHORTEST_PARAGRAPH) return undefined
  const kept = words.slice(0, -2 - Math.floor(random.next() * 5))
  if (/[.!?,:;”"’']$/.test(kept.at(-1)!)) return undefined
  const start = last.start + kept.slice(0, -1).join(' ').length + 1
  return { start, end: last.end, words: kept.at(-1)! }
}

/** An opening or a closing mark of a quotation that stands within one paragraph. */
function lostQuotationMark(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const quotation = random.pick(
    copy.prose.flatMap((paragraph) =>
      [...copy.slice(paragraph).matchAll(/“[^”“]{10,}”|"[^"]{10,}"/g)].map(({ index, 0: words }) => ({
        start: paragraph.start + index,
        length: words.length,
      })),
    ),
  )
  if (!quotation) return undefined
  const start = random.chance(0.5) ? quotation.start : quotation.start + quotation.length - 1
  return { start, end: start + 1, words: '' }
}

/** Other words for the letters of an acronym. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  A: 'Advanced',
  B: 'Business',
  C: 'Central',
  D: 'Development',
  E: 'Economic',
  F: 'Foreign',
  G: 'General',
  H: 'Housing',
  I: 'Industrial',
  J: 'Joint',
  L: 'Local',
  M: 'Municipal',
  N: 'National',
  O: 'Overseas',
  P: 'Public',
  R: 'Regional',
  S: 'Social',
  T: 'Technical',
  U: 'United',
  W: 'Western',
}

/** “Norvik Shipping Union (NSU)” and later “National Shipping Union (NSU)”. */
function secondMeaning(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const places = copy.matches(/((?:\p{Lu}[\p{L}’'-]+ ){2,5})\((\p{Lu}{2,6})\)/gu).flatMap((match): Replacement[] => {
    const [whole, name, acronym] = match
    const words = name!.trim().split(' ').slice(-acronym!.length)
    if (words.map((word) => word[0]).join('') !== acronym) return []
    const first = OTHER_WORDS[acronym[0]!]
    if (first === undefined || first === words[0]) return []
    const other = `${[first, ...words.slice(1)].join(' ')} (${acronym})`
    return copy
      .matches(new RegExp(`(?<=\\p{Ll} )${acronym}(?![\\p{L}\\p{N}’'-])`, 'gu'))
      .filter(({ index }) => index > match.index + whole.length)
      .map(({ index }) => ({ start: index, end: index + acronym.length, words: other }))
  })
  return random.pick(places)
}
