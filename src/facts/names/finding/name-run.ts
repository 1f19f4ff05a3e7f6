/** How far a name runs: capitalised words side by side, with the small words and signs that names hold. */
import {
  CALENDAR,
  COMMA_SUFFIXES,
  HEADS_AFTER_AND,
  HEADS_BEFORE_FOR,
  HEADS_BEFORE_OF,
  HONORIFICS,
  LINKS,
  NUMBERED,
  PEERS,
  POSSESSIVE_OPENERS,
  SUFFIXES,
} from '../../../english/words/name-words.ts'
import { bareName, isPossessiveFirm } from '../bare-name.ts'
import { isNameLike } from '../../reading/letter-case.ts'
import { withoutPossessive } from '../word-evidence.ts'
import type { Words } from '../../reading/words.ts'

/** One past the last word of the run of name words that begins at `first`; `end` bounds the sentence. */
export function findNameRun(words: Words, first: number, end: number): number {
  let next = first + 1
  while (next < end) {
    const last = words.text(next - 1)
    // A possessive ends a name: “China’s Ministry” are two; so does a hanging hyphen: “Beijing-based Xiaomi”.
    if (/[’'][sS]?$/.test(last) && !isPossessiveFirm(last) && !opensWithPossessive(words, first, next)) break
    if (last.includes('-') && bareName(last).length < withoutPossessive(last).length) break
    const text = words.text(next)
    if (words.joinsNext(next - 1)) {
      if (isNameWord(text) || (NUMBERED.has(last) && /^\d{1,4}$/.test(text))) {
        next++
        continue
      }
      const joined = joinedBySmallWord(words, first, next, end)
      if (joined === undefined) break
      next = joined
      continue
    }
    const gap = words.gapAfter(next - 1)
    if (gap === ' & ' && isNameWord(text)) next++
    else if (gap === ', ' && COMMA_SUFFIXES.has(withoutPossessive(text))) next++
    else if (gap === '! ' && SUFFIXES.has(text)) next++
    else if (gap === '. ' && isNameWord(text) && (HONORIFICS.has(`${last}.`) || /^(?:St|ST|Mt|Ft|Pvt|Pte)$/.test(last)))
      next++
    else break
  }
  return next
}

/** “People’s Liberation Army”, “St. John’s University”: the possessive is part of the name. */
function opensWithPossessive(words: Words, first: number, next: number): boolean {
  const bare = withoutPossessive(words.text(next - 1))
  return (
    POSSESSIVE_OPENERS.has(bare)
    && (next - 1 === first || words.text(next - 2) === 'St.')
    && isNameWord(words.text(next))
  )
}

function isNameWord(text: string): boolean {
  return (
    isNameLike(text) && !CALENDAR.has(text) && !CALENDAR.has(withoutPossessive(text)) && !/^I(?:[’'].*)?$/.test(text)
  )
}

/** One past the capitalised word that a small word joins to the run, or nothing where it joins none. */
function joinedBySmallWord(words: Words, first: number, small: number, end: number): number | undefined {
  const text = words.text(small)
  const isJoin = text === 'of' || text === 'for' || text === 'and' || LINKS.has(text)
  if (!isJoin || small + 1 >= end || !words.joinsNext(small)) return undefined
  if (text === 'of' || text === 'for') {
    const heads = text === 'of' ? HEADS_BEFORE_OF : HEADS_BEFORE_FOR
    const isPeer = text === 'of' && PEERS.has(words.text(first))
    if (!heads.has(words.text(small - 1)) && !isPeer) return undefined
    let next = small + 1
    if (words.text(next) === 'the' && next + 1 < end && words.joinsNext(next)) next++
    return isNameWord(words.text(next)) ? next + 1 : undefined
  }
  if (text === 'and') return joinedByAnd(words, first, small, end)
  // “Ursula von der Leyen”, “Mohammed bin Salman”: up to three links, then a capital.
  let next = small
  while (next < end && next < small + 3 && LINKS.has(words.text(next)) && words.joinsNext(next - 1)) next++
  return next < end && words.joinsNext(next - 1) && isNameWord(words.text(next)) ? next + 1 : undefined
}

/** “Food and Drug Administration”, “Department of Health and Human Services”, but not “Apple and Google”. */
function joinedByAnd(words: Words, first: number, and: number, end: number): number | undefined {
  let last = and + 1
  if (!isNameWord(words.text(last))) return undefined
  while (last + 1 < end && words.joinsNext(last) && isNameWord(words.text(last + 1)) && last - and < 5) last++
  const endsOnHead = HEADS_AFTER_AND.has(withoutPossessive(words.text(last)))
  if (!endsOnHead) return undefined
  const oneWordBefore = and - first === 1
  const opensWithHead = HEADS_BEFORE_OF.has(words.text(first)) || HEADS_BEFORE_FOR.has(words.text(first))
  return (oneWordBefore && last > and + 1) || opensWithHead ? last + 1 : undefined
}
