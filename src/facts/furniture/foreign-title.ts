/**
 * Judges a lone line between two paragraphs that is worded like a headline and shares no telling word with its story:
 * another story's.
 */
import type { Copy } from '../../copy/copy.ts'
import { endsSentence, type Line, type LineVerdict } from './lines/lines.ts'

const FOREIGN: LineVerdict = { type: 'foreign-title', pack: 'related-links', certainty: 'likely', opens: false }
const FEWEST_WORDS = 5
const FEWEST_TELLING = 4
const LONGEST = 110
// A story with more such lines has crossheads.
const MOST = 1
// Not “THE BRIDGE OF THE YEAR (NORTHERN YARDS)”: what the next paragraph is a review of.
const OPENS_TITLE = /^\p{Lu}.*\p{Ll}/u
// “He opened the bridge. (Photo: Lena Okafor)” is copy with something behind it, and “Share it on Sunday” tells
// somebody to.
const NO_TITLE = /[.!?] [("“‘]?\p{Lu}|^\p{Lu}\p{Ll}{1,12} (?:it|them|this|that|him|her|us|me)\b|[:,;"”]$/u
const SHORTEST_PARAGRAPH = 80
const SHORTEST_TELLING = 4
const LENGTH_OF_STEM = 5

/** Gives a line its verdict that is the only one of its kind in its story, and of which the story says nothing. */
export function judgeForeignTitle(copy: Copy, lines: readonly Line[]): void {
  const titles = lines.filter((_, index) => isLoneTitle(copy, lines, index))
  if (
    titles.length === 0
    || titles.length > MOST
    || lines.some((line) => line.block.kind === 'heading' && line.position === 'between')
  )
    return
  const [line] = titles as [Line]
  const telling = (
    copy
      .slice(line.at)
      .toLowerCase()
      .match(/[\p{L}’']+/gu) ?? []
  ).filter((word) => word.length >= SHORTEST_TELLING)
  if (telling.length < FEWEST_TELLING) return
  const others = `${copy.text.slice(0, line.at.start)} ${copy.text.slice(line.at.end)}`.toLowerCase()
  if (telling.every((word) => !others.includes(word.slice(0, LENGTH_OF_STEM)))) line.verdict = FOREIGN
}

/** Whether a line is short, no sentence, and stands between two paragraphs of copy. */
function isLoneTitle(copy: Copy, lines: readonly Line[], index: number): boolean {
  const { block, at, position, verdict, isCopy, shapes } = lines[index]!
  if (
    position !== 'between'
    || verdict
    || isCopy
    || shapes.length > 0
    || block.quoted
    || (block.kind !== 'line' && block.kind !== 'paragraph')
  )
    return false
  if (at.end - at.start > LONGEST || !isLongCopy(lines[index - 1]) || !isLongCopy(lines[index + 1])) return false
  const text = copy.slice(at)
  if (text.split(' ').length < FEWEST_WORDS || !OPENS_TITLE.test(text) || NO_TITLE.test(text)) return false
  return text.endsWith('?') || !endsSentence(copy.text, at.start, at.end)
}

const isLongCopy = (line: Line | undefined): boolean =>
  line?.isCopy === true && line.at.end - line.at.start >= SHORTEST_PARAGRAPH
