/**
 * Whether a place stands in a run of English: a page may hold a paragraph of another language, too short for its block
 * to tell.
 */
import { commonWords } from '../../english/words/common-words.ts'
import type { Span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'

const REACH = 120
// Names and figures say nothing of a language.
const SMALL_WORD = /(?<![\p{L}\d’'])\p{Ll}[\p{L}’']+/gu
const ENDING = /(?:n?[’']t|[’'](?:s|re|ve|ll|d|m)?)$/

/**
 * Whether at least half of the words around a span, up to 120 characters away in its block, are common in English; true
 * where there are none.
 */
export function isAmongEnglish(copy: Copy, { start, end }: Span): boolean {
  const block = copy.blockAt(start)
  const around = `${copy.text.slice(Math.max(block.start, start - REACH), start)} ${copy.text.slice(end, Math.min(block.end, end + REACH))}`
  const words = around.match(SMALL_WORD) ?? []
  const english = words.filter((word) => commonWords.has(word.replace(ENDING, ''))).length
  return 2 * english >= words.length
}
