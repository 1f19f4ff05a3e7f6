/** Tells whether a doubtful sign stands among English words, and whether letters beside it are a word. */
import { around, type Story } from '#rule'
import { isLetter } from './damage.ts'

/** What the words around a sign tell. The text may be the story's own, or a stretch of it that has been mended. */
export interface Witness {
  /** Whether the words on either side are English. */
  isAmongEnglish(text: string, start: number, end: number): boolean
  /** Whether letters are a common word of English, or stand elsewhere in the story as a word. */
  isWord(letters: string): boolean
}

const REACH = 60
const WORDS_ASKED = 5
const WORD = /[A-Za-z\u00C0-\u024F\u0370-\u1FFF\uFB00-\uFB06]+/g
const SHORT_WORDS = /^[AaIOo]$/
// Quotations are read by themselves: “decât” stands among Romanian words, whatever language the story is in.
const MARK = /["“”„«»\n]/

/** Makes a witness of a story. */
export function witnessOf(story: Story): Witness {
  let own: ReadonlySet<string> | undefined
  const { wordEvidence } = story.facts
  const isCommon = (word: string): boolean =>
    word.length < 2
      ? SHORT_WORDS.test(word)
      : wordEvidence.isOrdinary(word) || wordEvidence.isOrdinary(word.toLowerCase())
  const isEnglish = (word: string): boolean | undefined => {
    if (/[^A-Za-z]/.test(word)) return false
    if (isCommon(word)) return true
    // A name says nothing, and neither does what an apostrophe has cut off.
    return word.length < 3 || /^[A-Z]/.test(word) ? undefined : false
  }
  return {
    isWord: (letters) => isCommon(letters) || (own ??= new Set(story.text.match(WORD) ?? [])).has(letters),
    isAmongEnglish: (text, start, end) => {
      const words = [...wordsBefore(text, start), ...wordsBehind(text, end)].map(isEnglish)
      const english = words.filter((word) => word === true).length
      const other = words.filter((word) => word === false).length
      return english > 0 && english >= 2 * other
    },
  }
}

function wordsBefore(text: string, at: number): readonly string[] {
  let from = at
  while (from > 0 && isLetter(text[from - 1])) from--
  const before = around(text, from).before(REACH)
  return (before.slice(lastMark(before) + 1).match(WORD) ?? []).slice(-WORDS_ASKED)
}

function wordsBehind(text: string, at: number): readonly string[] {
  let from = at
  while (from < text.length && isLetter(text[from])) from++
  const behind = around(text, from).behind(REACH)
  const mark = behind.search(MARK)
  return ((mark < 0 ? behind : behind.slice(0, mark)).match(WORD) ?? []).slice(0, WORDS_ASKED)
}

function lastMark(text: string): number {
  let at = text.length - 1
  while (at >= 0 && !MARK.test(text[at]!)) at--
  return at
}

/** The letters that stand right before an offset, at most 24. */
export function lettersBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < 24 && isLetter(text[from - 1])) from--
  return text.slice(from, at)
}

/** The letters that stand right behind an offset, at most 24. */
export function lettersBehind(text: string, at: number): string {
  let to = at
  while (to < text.length && to - at < 24 && isLetter(text[to])) to++
  return text.slice(at, to)
}
