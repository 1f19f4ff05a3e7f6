/**
 * Judges lines by their words where they stand alone: a button between two paragraphs, a phrase that only pages use.
 */
import type { Copy } from '../../copy/copy.ts'
import { LETTERS } from '../../english/words/letters.ts'
import { wordSet } from '../../english/words/word-set.ts'
import { isBold } from './lines/author-parts.ts'
import { isHandwritten } from './lines/handwritten.ts'
import { endsSentence, toVerdict, type Line, type LineVerdict } from './lines/lines.ts'

// A crosshead is seldom longer, and names what its first paragraphs are about.
const LONGEST_LONE = 24
const PARAGRAPHS_OF_A_CROSSHEAD = 3
// “commenting” of “comment”
const LONGEST_ENDING = 3
// Two words or more, and nothing behind them that a list's label has.
const isPhrase = (text: string): boolean => text.includes(' ') && !/[.:!?]/.test(text)

/** A button alone between two paragraphs, “Print” or “Comments”, unless the paragraphs under it are about just that. */
export function judgeLone(copy: Copy, lines: readonly Line[], index: number): LineVerdict | undefined {
  const line = lines[index]!
  const shape = line.shapes.find(({ lone }) => lone)
  const { start, end } = line.at
  if (!shape || line.position !== 'between' || end - start > LONGEST_LONE || !standsAlone(copy, lines, index))
    return undefined
  if (shape.lone === 'phrase' && !isPhrase(copy.slice(line.at))) return undefined
  if (isOneOfBold(copy, lines, line) || isOneOfLabels(copy, lines, index)) return undefined
  const words = longWords(copy, line)
  if (words.length === 0 || words.length > 2) return undefined
  const isOwn = OURS.test(copy.slice(line.at))
    ? speaksForHouse(copy, lines, index)
    : isCrossheadOf(copy, lines, index, words)
  if (isOwn) return undefined
  return toVerdict(shape, 'likely')
}

// “Our Company”: copy that isn't the house's own has no such crosshead.
const OURS = /^our /i

/** Whether the paragraphs under a line say “we” or “our”. */
function speaksForHouse(copy: Copy, lines: readonly Line[], index: number): boolean {
  return lines
    .slice(index + 1, index + 1 + PARAGRAPHS_OF_A_CROSSHEAD)
    .some(({ at }) => /\b(?:we|our|us)\b/i.test(copy.slice(at)))
}

/** Whether in Markdown a line is set in bold as others are: the crossheads “**Facebook**” and “**Twitter**”. */
function isOneOfBold(copy: Copy, lines: readonly Line[], line: Line): boolean {
  if (!isHandwritten(copy) || !isBold(copy, line)) return false
  return lines.some((other) => other !== line && other.at.end - other.at.start <= LONGEST_LONE && isBold(copy, other))
}

// “Flickr:” over its code, “Instagram:” over its own
const LABEL = /^[^.!?:]{2,24}:$/
const FARTHEST_LABEL = 6

/** Whether a line is a label with a colon, and another such label stands near by. */
function isOneOfLabels(copy: Copy, lines: readonly Line[], index: number): boolean {
  const isLabel = (line: Line): boolean => LABEL.test(copy.slice(line.at))
  if (!isLabel(lines[index]!)) return false
  return lines
    .slice(Math.max(0, index - FARTHEST_LABEL), index + FARTHEST_LABEL)
    .some((line) => line !== lines[index] && line.shapes.length === 0 && isLabel(line))
}

/** Whether a button's word, “Shares”, is what the paragraphs under it are about. */
export function isCrosshead(copy: Copy, lines: readonly Line[], index: number): boolean {
  return isCrossheadOf(copy, lines, index, longWords(copy, lines[index]!))
}

// Any paragraph uses them.
const COMMON = wordSet('all latest more new news our see top what you your')

function longWords(copy: Copy, { at }: Line): readonly string[] {
  const words =
    copy
      .slice(at)
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? []
  const telling = words.filter((word) => !COMMON.has(word))
  return telling.length > 0 ? telling : words
}

/** Words that only pages use, at least in a line that is no sentence, and the pack that they give away. */
const PAGE_WORDS: readonly (readonly [pack: string, words: RegExp])[] = [
  ['newsletter', /\b(?:(?:e-?)?newsletters?|inbox|sign[ -]?ups?|unsubscribe)\b/i],
  ['legal', /\b(?:(?:privacy|cookie|comments?) policy|terms of (?:use|service)|all rights reserved)\b/i],
  ['sharing', /\b(?:follow|like) us\b/i],
  ['contacts', /\b(?:contact|e-?mail) us\b/i],
  ['subscription', /\b(?:our (?:journalism|newsroom|app|website|reporters)|free trial)\b/i],
  ['related-links', /\bclick here\b/i],
]
// Stories on computers list such things.
const SITE_WORDS: readonly (readonly [pack: string, words: RegExp])[] = [
  ['subscription', /\b(?:subscri(?:be|ption)|log ?in|sign in|your (?:e-?mail|account))\b/i],
  ['media', /\bpodcasts?\b/i],
  // “JavaScript API reference” is a crosshead, and so is “Cookies”.
  [
    'legal',
    /\b(?:(?:enable|turn on|requires?) javascript|javascript (?:is|must)|(?:accept|allow|manage|our|all) cookies)\b/i,
  ],
  ['advertising', /\bad[ -]?block(?:er|ing)?\b/i],
]
const LONGEST_PHRASE = 140

/** A line that is no sentence, and holds words that only pages do: “The week in books: our newsletter”. */
export function judgeWords(copy: Copy, lines: readonly Line[], index: number): LineVerdict | undefined {
  const { at, position } = lines[index]!
  if (copy.text[at.end - 1] === '.' || position === 'top' || at.end - at.start > LONGEST_PHRASE || index === 0)
    return undefined
  const text = copy.slice(at)
  if (/[:…]$|["“”]|\b(?:said|says|told)\b/i.test(text) || !standsAlone(copy, lines, index)) return undefined
  const found = isEntry(copy, lines, index)
    ? undefined
    : (firstOf(PAGE_WORDS, text) ?? (isOneOfMany(copy, lines, index) ? undefined : firstOf(SITE_WORDS, text)))
  if (!found || isCrossheadOf(copy, lines, index, found.words)) return undefined
  return { type: 'plug', pack: found.pack, certainty: 'likely', opens: false }
}

/** The first of some words that stands in a line. */
function firstOf(
  table: typeof PAGE_WORDS,
  text: string,
): { readonly pack: string; readonly words: readonly string[] } | undefined {
  for (const [pack, pattern] of table) {
    const match = pattern.exec(text)
    if (match) return { pack, words: match[0].toLowerCase().match(/[a-z]{4,}/g) ?? [] }
  }
  return undefined
}

/** Whether lines of copy that are no sentences, those of a list perhaps, stand beside a line. */
function isOneOfMany(copy: Copy, lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1]
  const after = lines[index + 1]
  const isSentence = ({ at }: Line): boolean => endsSentence(copy.text, at.start, at.end)
  return (
    (before !== undefined && !before.verdict && !isSentence(before))
    || (after !== undefined && after.shapes.length === 0 && !isSentence(after))
  )
}

const DATED =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\d{1,4}\b)/

/** Whether a line is an entry of a chronicle: it opens with a month, a day or a year, and so does one beside it. */
function isEntry(copy: Copy, lines: readonly Line[], index: number): boolean {
  const isDated = (line: Line | undefined): boolean => line !== undefined && DATED.test(copy.slice(line.at))
  return isDated(lines[index]) && (isDated(lines[index - 1]) || isDated(lines[index + 1]))
}

const STARTS_LINE = new RegExp(`[${LETTERS}\\d+]`)

/** Whether a line is one of its own, and no piece of a sentence that broken markup has torn apart. */
function standsAlone(copy: Copy, lines: readonly Line[], index: number): boolean {
  const { block, at } = lines[index]!
  if ((block.kind !== 'line' && block.kind !== 'paragraph') || !STARTS_LINE.test(copy.text[at.start]!)) return false
  const next = lines[index + 1]
  return next === undefined || !/^[a-z,.;)]/.test(copy.text[next.at.start]!)
}

/** Whether a line is the crosshead of the paragraphs under it: they use its words. */
function isCrossheadOf(copy: Copy, lines: readonly Line[], index: number, words: readonly string[]): boolean {
  const stems = words.map(stemOf)
  for (let next = index + 1; next <= index + PARAGRAPHS_OF_A_CROSSHEAD && lines[next]?.isCopy; next++) {
    const below =
      copy
        .slice(lines[next]!.at)
        .toLowerCase()
        .match(/[a-z]{3,}/g) ?? []
    if (
      stems.some((stem) => below.some((word) => word.startsWith(stem) && word.length <= stem.length + LONGEST_ENDING))
    )
      return true
  }
  return false
}

/** “comment” of “comments”: a crosshead is seldom worded just as its paragraphs are. */
const stemOf = (word: string): string => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word)
