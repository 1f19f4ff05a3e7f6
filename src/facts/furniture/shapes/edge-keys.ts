/**
 * The first and the last token of a line, read without making tokens where the words are plain ones, as nearly all are:
 * this is most of what furniture costs a paragraph of copy.
 */
import { LETTERS } from '../../../english/words/letters.ts'
import { LineTokens, type Token } from '../../../english/phrases.ts'

/** Past the bullets, arrows and emoji that a line begins with. */
export function skipMarks(text: string, start: number, end: number): number {
  let at = start
  while (at < end && !isLetter(text.charCodeAt(at)) && MARK.test(text[at]!)) at++
  return at
}

const MARK = new RegExp(`[^${LETTERS}\\u0250-\\u1FFF\\u2C00-\\uD7FF\\d"'“‘«„@#©([]`)
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122
/** One of “,”, “.”, “!”, “?”, “;”. */
const isStop = (code: number): boolean => code === 44 || code === 46 || code === 33 || code === 63 || code === 59

/** The key of a line's first token; empty where it has none. */
export function firstKey(text: string, start: number, end: number): string {
  let at = start
  if (at < end && isLetter(text.charCodeAt(at))) at++
  while (at < end && isSmallLetter(text.charCodeAt(at))) at++
  const after = at < end && isStop(text.charCodeAt(at)) ? at + 1 : at
  if (at > start && (after === end || text.charCodeAt(after) === 32)) return text.slice(start, at).toLowerCase()
  return new LineTokens(text, start, end).at(0)?.key ?? ''
}

/** The key of a line's last token that isn't a mark; empty where it has none. */
export function lastKey(text: string, start: number, end: number): string {
  const stop = end > start && isStop(text.charCodeAt(end - 1)) ? end - 1 : end
  let at = stop
  while (at > start && isSmallLetter(text.charCodeAt(at - 1))) at--
  if (at > start && isLetter(text.charCodeAt(at - 1))) at--
  if (at < stop && (at === start || text.charCodeAt(at - 1) === 32)) return text.slice(at, stop).toLowerCase()
  return lastToken(text, start, end)?.key ?? ''
}

const LONGEST_WORD = 80

/** The last token that isn't a mark, read from the last words alone. */
function lastToken(text: string, start: number, end: number): Token | undefined {
  for (let to = end, tries = 0; to > start && tries < 3; tries++) {
    while (to > start && text.charCodeAt(to - 1) === 32) to--
    let from = to
    while (from > start && to - from < LONGEST_WORD && text.charCodeAt(from - 1) !== 32) from--
    const tokens = new LineTokens(text, from, to)
    let last: Token | undefined
    for (let index = 0, token = tokens.at(0); token; token = tokens.at(++index)) {
      if (token.kind !== 'mark' && token.kind !== 'stop') last = token
    }
    if (last) return last
    to = from
  }
  return undefined
}
