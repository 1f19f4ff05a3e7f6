/**
 * Cuts Markdown into stretches that can be parsed one by one. micromark is quadratic in the blocks of a document (1 MB
 * of short paragraphs takes 17 s whole and 7 s cut, news 1 s) and its trees are large; a stretch's tree is dropped when
 * it is read.
 */
import { isBlank, isSpaceOrTab, lineEnd, nextLine } from './source-lines.ts'

/** How long a stretch is, in UTF-16 units and in lines. */
export interface StretchSize {
  readonly characters: number
  readonly lines: number
}

/**
 * How long a stretch grows before it is cut at the next good place; a test cuts elsewhere and finds the same blocks.
 */
export const STRETCH: StretchSize = { characters: 4000, lines: 100 }

// From twice that length on, a list's next item or a `#` heading will do for a cut, blank line or none.
const PATIENCE = 2
// A list, a table or a paragraph longer than that isn't parsed.
const LONGEST: StretchSize = { characters: 64_000, lines: 1000 }

/** Where a stretch ends. */
export interface Cut {
  readonly at: number
  /** Whether the blocks before it are at their end there, save for a fence, a comment or HTML. */
  readonly isGood: boolean
}

/**
 * Where to end the stretch that starts at `from`: before a line that isn't indented, after a blank one, since there
 * every list, quotation, table and paragraph is at its end; where there is no such place, somewhere.
 */
export function findCut(source: string, from: number, size: StretchSize, longest: StretchSize = LONGEST): Cut {
  let lines = 0
  let afterBlank = false
  for (let at = from; at < source.length; lines++) {
    if (lines >= longest.lines) return { at, isGood: false }
    const end = lineEnd(source, at)
    const grown = Math.max((at - from) / size.characters, lines / size.lines)
    const blank = isBlank(source, at, end)
    if (grown >= 1 && !blank && !isSpaceOrTab(source.charCodeAt(at))) {
      if (afterBlank || (grown >= PATIENCE && STARTS_BLOCK.test(source.slice(at, Math.min(end, at + 12)))))
        return { at, isGood: true }
    }
    if (end - from > longest.characters) return { at: from + longest.characters, isGood: false }
    afterBlank = blank
    at = nextLine(source, end)
  }
  return { at: source.length, isGood: true }
}

/** The next good place to cut, however far. */
export function findGoodCut(source: string, from: number, size: StretchSize): number {
  return findCut(source, from, size, { characters: Infinity, lines: Infinity }).at
}

// What ends a paragraph, a list and a quotation without a blank line. (An ordered list does so only where it starts at
// 1.)
const STARTS_BLOCK = /^(?:#{1,6}[ \t]+\S|[-*+][ \t]+[^\s*+-])/

/** Why a stretch would take micromark too long. */
export type Tangle = 'is nested too deep' | 'holds too many unmatched marks'

// micromark is quadratic in a paragraph's unmatched `*`, backticks, `](` and `<!--`, and worse in containers that open
// on one line.
const DEEPEST = 16
const MARKS: readonly (readonly [mark: RegExp, most: number])[] = [
  [/\*+|_+|~+/g, 2000],
  [/`+/g, 600],
  [/\[/g, 3000],
  [/\]\(/g, 600],
  [/<[!?]/g, 300],
  [/^[ \t>]{0,9}=+[ \t]*$/gm, 200],
]
const MOST_STRAY = 300
// What an address doesn't end with: micromark looks at all that follows, again and again.
const TRAIL = /(?:[!"'*,.:;<?_~)\]]|&[A-Za-z]{1,31};){100}/
const CONTAINERS = /^(?:[ \t]{0,5}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,99}\]:))+/gm
const CONTAINER = />|[-*+](?=[ \t])|\d[.)]|\]:/g
// “- - - -” from margin to margin is a rule, not a list in a list.
const RULE = /^(?:[ \t-]+|[ \t*]+)$/
// Between blank lines and list items lies what micromark looks at as one.
const UNIT = /(?:\r\n|\n|\r)(?=[ \t]*(?:[\n\r]|$)| {0,3}[-*+][ \t]+\S)/

/** Looks whether a stretch can be parsed in good time. */
export function findTangle(stretch: string): Tangle | undefined {
  for (const { 0: prefix, index } of stretch.matchAll(CONTAINERS)) {
    if (prefix.length <= DEEPEST || RULE.test(stretch.slice(index, lineEnd(stretch, index)))) continue
    if ((prefix.match(CONTAINER)?.length ?? 0) > DEEPEST) return 'is nested too deep'
  }
  // Few stretches hold that many marks at all, and only those are looked at closely.
  const isTangled =
    MARKS.some(
      ([mark, most]) => count(stretch, mark) > most && stretch.split(UNIT).some((unit) => count(unit, mark) > most),
    )
    || (count(stretch, /\]/g) > MOST_STRAY && stretch.split(UNIT).some((unit) => countStrayBrackets(unit) > MOST_STRAY))
    || (/www\.|:\/\//i.test(stretch) && TRAIL.test(stretch))
  return isTangled ? 'holds too many unmatched marks' : undefined
}

/** How many `]` have no `[` before them. */
function countStrayBrackets(text: string): number {
  let open = 0
  let stray = 0
  for (const [bracket] of text.matchAll(/\\[^]|[[\]]/g)) {
    if (bracket === '[') open++
    else if (bracket === ']' && open > 0) open--
    else if (bracket === ']') stray++
  }
  return stray
}

function count(text: string, mark: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(mark)) found++
  return found
}
