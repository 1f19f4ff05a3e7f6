/** Takes a run of capitalised words apart: what stands before a title, the title, the name, its suffix. */
import { commonWords } from '../../../english/words/common-words.ts'
import {
  AMBIGUOUS_ROLES,
  COMMON_ACRONYMS,
  HEADS_BEFORE_OF,
  HONORIFICS,
  ORGANISATION_HEADS,
  ROLE_MODIFIERS,
  ROLES,
  SUFFIXES,
} from '../../../english/words/name-words.ts'
import { LETTERS } from '../../../english/words/letters.ts'
import { bareName } from '../bare-name.ts'
import { withoutPossessive } from '../word-evidence.ts'
import type { Words } from '../../reading/words.ts'

const NO_LETTERS = new RegExp(`[^${LETTERS}]`, 'g')

/** One name in a run, as places among the story's words. */
export interface NamePart {
  /** Its first word, title and all. */
  readonly first: number
  /** The words of the name alone. */
  readonly core: readonly [first: number, end: number]
  /** One past its last word, suffix and all. */
  readonly end: number
  readonly title: string | undefined
  readonly suffix: string | undefined
}

/** The names in a run: “U.S. Treasury Secretary Janet Yellen” holds “U.S.” and, with a title, “Janet Yellen”. */
export function splitRun(words: Words, runFirst: number, end: number): NamePart[] {
  const first = skipOffice(words, runFirst, end)
  const role = lastTitleWord(words, first, end)
  if (role === undefined) return named(words, first, first, end)
  let titleFirst = role
  while (titleFirst > first && belongsToTitle(words, titleFirst - 1)) titleFirst--
  return [...named(words, first, first, titleFirst), ...named(words, titleFirst, role + 1, end)]
}

/** “Secretary of State Antony Blinken”: behind a role and “of” the run begins with the office. */
function skipOffice(words: Words, first: number, end: number): number {
  let at = first - 1
  if (at >= 0 && words.text(at) === 'the') at--
  if (at < 1 || words.text(at) !== 'of' || !ROLES.has(words.text(at - 1))) return first
  let next = first
  while (next < end - 2 && commonWords.has(words.text(next).toLowerCase())) next++
  return next
}

/** The last word of a title in a run, where a name follows it. A run of titles alone has its last word for one. */
function lastTitleWord(words: Words, first: number, end: number): number | undefined {
  for (let word = end - 1; word >= first; word--) {
    const text = words.text(word)
    if (HONORIFICS.has(text) && word + 1 < end && !SUFFIXES.has(words.text(word + 1))) return word
    if (!ROLES.has(withoutPossessive(text))) continue
    const isLast = word === end - 1
    // “The General” and “the Prime Minister” are no names; “National Security Agency” is one though it holds
    // “Security”.
    if (isLast) {
      if (word === first || everyWordIsTitle(words, first, word)) return word
      continue
    }
    const next = withoutPossessive(words.text(word + 1))
    if (SUFFIXES.has(next)) continue
    // “the Premier League”, “Prince William County Council”: the head of a body is behind it.
    if (ORGANISATION_HEADS.has(next) || HEADS_BEFORE_OF.has(next)) continue
    const hasModifier = word > first && belongsToTitle(words, word - 1)
    if (AMBIGUOUS_ROLES.has(text) && !hasModifier && commonWords.has(next.toLowerCase())) continue
    if (commonWords.has(next.toLowerCase()) && word + 2 >= end && !ROLES.has(next) && word > first && !hasModifier)
      continue
    return word
  }
  return undefined
}

function everyWordIsTitle(words: Words, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (!belongsToTitle(words, word)) return false
  return true
}

function belongsToTitle(words: Words, word: number): boolean {
  const text = words.text(word)
  return ROLE_MODIFIERS.has(text) || ROLES.has(text) || HONORIFICS.has(text)
}

/** The name in [coreFirst, end), if any word of it is left without title and suffix. */
function named(words: Words, first: number, coreFirst: number, end: number): NamePart[] {
  // “of State Antony Blinken” after “Secretary”: these small words open no name, “von Hollen” does.
  let from = coreFirst
  while (from < end && /^(?:of|the|for|and)$/.test(words.text(from))) from++
  // A thing in capitals hangs on a name without being one: “Huawei CFO”, “Apple TV”.
  let to = end
  while (to - 1 > from && COMMON_ACRONYMS.has(withoutPossessive(words.text(to - 1)))) to--
  if (from >= to) return []
  let coreEnd = to
  while (coreEnd - 1 > from && SUFFIXES.has(withoutPossessive(words.text(coreEnd - 1)))) coreEnd--
  const only = bareName(words.text(from))
  if (coreEnd - from === 1 && (COMMON_ACRONYMS.has(only) || (only.replace(NO_LETTERS, '').length < 2 && only !== 'X')))
    return []
  return [
    {
      first,
      core: [from, coreEnd],
      end: to,
      title: coreFirst > first ? joinWords(words, first, coreFirst) : undefined,
      suffix: coreEnd < to ? withoutPossessive(joinWords(words, coreEnd, to)) : undefined,
    },
  ]
}

function joinWords(words: Words, first: number, end: number): string {
  return Array.from({ length: end - first }, (_, index) => words.text(first + index)).join(' ')
}
