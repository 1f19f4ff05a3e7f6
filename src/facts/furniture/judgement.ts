/** Judges which lines are furniture: by shape and position first, then weak ones by the company they keep. */
import type { Copy } from '../../copy/copy.ts'
import { isCrosshead, judgeLone, judgeWords } from './alone.ts'
import { judgeFoot } from './foot-tags.ts'
import { judgeForeignTitle } from './foreign-title.ts'
import { toVerdict, type Line, type LineVerdict } from './lines/lines.ts'
import type { Certainty, Shape } from './shapes/shape.ts'
import { judgeTitle } from './titles.ts'

const RANK: Readonly<Record<Certainty, number>> = { weak: 0, likely: 1, sure: 2 }
// So many words of buttons in a row are no crossheads.
const FEWEST_IN_A_ROW = 3
const FEWEST_DAYS = 2

/** Gives each line that is furniture its verdict. */
export function judgeLines(copy: Copy, lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    if (line.isSpared) continue
    line.verdict =
      line.shapes.length > 0
        ? judgeAlone(copy, lines, index)
        : (judgeCapitals(copy, lines, index) ?? judgeTitle(copy, lines, index) ?? judgeWords(copy, lines, index))
  }
  judgeRuns(lines, acquitLogs(copy, lines))
  judgeFoot(copy, lines)
  judgeForeignTitle(copy, lines)
}

const CLOCKS: ReadonlySet<string | undefined> = new Set(['clock', 'named-clock'])
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/

/**
 * Dates and hours between many paragraphs are the copy's own, a log or a chat; so are two days of the week, when
 * somebody meets.
 */
function acquitLogs(copy: Copy, lines: readonly Line[]): ReadonlySet<Line> {
  const clocks = lines.filter(({ verdict, position }) => verdict?.type === 'clock' && position === 'between')
  const days = lines.filter(
    ({ verdict, position, at }) => CLOCKS.has(verdict?.type) && position !== 'top' && WEEKDAY.test(copy.slice(at)),
  )
  const acquitted = new Set([
    ...(clocks.length >= FEWEST_IN_A_ROW ? clocks : []),
    ...(days.length >= FEWEST_DAYS ? days : []),
  ])
  for (const line of acquitted) line.verdict = undefined
  return acquitted
}

function judgeAlone(copy: Copy, lines: readonly Line[], index: number): LineVerdict | undefined {
  const line = lines[index]!
  const { shape, certainty } = strongest(line)
  if (certainty === 'weak') return judgeLone(copy, lines, index)
  if (
    certainty === 'likely'
    && (isListed(copy, lines, index, shape) || (shape.lone && isCrosshead(copy, lines, index)))
  )
    return undefined
  if (certainty === 'sure' && isItemAmongCopy(lines, index)) return undefined
  if (mayBeHeadline(line) && (certainty !== 'sure' || shape.opens)) return undefined
  return toVerdict(shape, certainty)
}

/** An item of a list, “Follow the signs”, or an address after a colon, belongs to the copy over it. */
function isListed(copy: Copy, lines: readonly Line[], index: number, shape: Shape): boolean {
  const isItem = (line: Line | undefined): boolean => line?.block.kind === 'list-item'
  if (isItem(lines[index]) && (isItem(lines[index - 1]) || isItem(lines[index + 1]))) return true
  const before = lines[index - 1]
  return shape.neutral && before !== undefined && copy.text[before.at.end - 1] === ':'
}

const LONGEST_ITEM = 16

/** A word or two in a list of other things: “By telephone”, “In the hall”, “Zoom”. */
function isItemAmongCopy(lines: readonly Line[], index: number): boolean {
  const { block, at } = lines[index]!
  if (block.kind !== 'list-item' || at.end - at.start > LONGEST_ITEM) return false
  return [lines[index - 1], lines[index + 1]].some(
    (line) => line?.block.kind === 'list-item' && line.shapes.length === 0,
  )
}

/** The first line of a story may be its headline: “What to read next”, “Most viewed”. */
export function mayBeHeadline({ block, isOnly }: Line): boolean {
  return block.index === 0 && block.kind !== 'paragraph' && !isOnly
}

function strongest({ shapes, position }: Line): { shape: Shape; certainty: Certainty } {
  const rank = (shape: Shape): number => RANK[shape.certainty[position]]
  const shape = shapes.reduce((best, other) => (rank(other) > rank(best) ? other : best))
  return { shape, certainty: shape.certainty[position] }
}

// Crossheads are set in capitals as well; so long a one is a headline.
const CAPITALS = { shortest: 55, longest: 170, fewestWords: 9 }

/** A line in capitals between two paragraphs that aren't: another story's headline, set as a link. */
function judgeCapitals(copy: Copy, lines: readonly Line[], index: number): LineVerdict | undefined {
  const { at, block, position } = lines[index]!
  const length = at.end - at.start
  if (position !== 'between' || length < CAPITALS.shortest || length > CAPITALS.longest) return undefined
  if ((block.kind !== 'line' && block.kind !== 'paragraph') || isMixedCase(copy, lines[index])) return undefined
  const text = copy.slice(at)
  // “READ_TABLE( ... )”, “TERMS AND CONDITIONS OF THE LICENCE”
  if (/[-–—.:"”]$|[_()]|\bLICEN[CS]E\b/.test(text) || text.split(' ').length < CAPITALS.fewestWords) return undefined
  // “AMAs”
  if ((text.match(/\p{Ll}/gu)?.length ?? 0) > 2) return undefined
  if (!isMixedCase(copy, lines[index - 1]) || !isMixedCase(copy, lines[index + 1])) return undefined
  return { type: 'capitals-link', pack: 'related-links', certainty: 'likely', opens: false }
}

/** Whether a line has small letters near its start. */
function isMixedCase(copy: Copy, line: Line | undefined): boolean {
  return line !== undefined && /\p{Ll}/u.test(copy.text.slice(line.at.start, Math.min(line.at.end, line.at.start + 24)))
}

/** Weak lines, “Email” or “Menu”, are furniture where several stand together or beside what surely is. */
function judgeRuns(lines: readonly Line[], acquitted: ReadonlySet<Line>): void {
  const isOpen = (line: Line | undefined): boolean =>
    line !== undefined && line.shapes.length > 0 && !acquitted.has(line)
  for (let from = 0; from < lines.length; from++) {
    if (!isOpen(lines[from])) continue
    const start = from
    while (isOpen(lines[from])) from++
    if (from - start > 1) judgeRun(lines.slice(start, from))
  }
}

/** The words of a menu on top of a page, a line each with no blank line between: “Home”, “News”, “Sport”. */
function isMenu(run: readonly Line[]): boolean {
  return (
    run.length >= FEWEST_IN_A_ROW
    && run.every(({ position, block }, index) => position === 'top' && (index === 0 || block.attached))
    && run.some(({ shapes }) => shapes.some(({ neutral }) => !neutral))
  )
}

function judgeRun(run: readonly Line[]): void {
  if (isMenu(run)) {
    for (const line of run) line.verdict ??= toVerdict(strongest(line).shape, 'likely')
    return
  }
  const open = run.filter((line) => !line.verdict && !mayBeHeadline(line))
  if (open.length === 0) return
  const judged = run.length - open.length
  const isSure = run.some(({ verdict }) => verdict?.certainty === 'sure')
  const buttons = open.filter(
    (line) => line.block.kind !== 'list-item' && line.shapes.some(({ neutral }) => !neutral),
  ).length
  // One line beside one that is furniture may yet be a crosshead below an advertisement.
  const company = judged > 0 && run.length > (run[0]!.position === 'between' ? 2 : 1)
  for (const line of open) {
    const isNeutral = line.block.kind === 'list-item' || line.shapes.every(({ neutral }) => neutral)
    if (isNeutral ? isSure && company : company || buttons >= FEWEST_IN_A_ROW)
      line.verdict = toVerdict(strongest(line).shape, 'likely')
  }
}
