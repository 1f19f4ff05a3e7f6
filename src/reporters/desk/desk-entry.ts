/** One entry of the desk report: line number, message, other places, the edit, and the rule's name at the right. */
import type { Finding, FindingNote } from '../../check/finding.ts'
import { sentence } from '../../check/wording/sentence.ts'
import { suggestionWords, unsaidSuggestions, wordsUnsaid } from '../../check/wording/suggestion-words.ts'
import { knownEntry, type CommonFinding } from '../content/common-findings.ts'
import { otherPlaces } from '../content/other-places.ts'
import type { Paint, Palette } from '../writing/palette.ts'
import { printable, printablePath } from '../writing/printable.ts'
import { counted } from '../content/shown.ts'
import { widthOf, wrap, type PaintedText } from '../writing/wrap.ts'

/** How the entries of one file are set. */
export interface EntryLayout {
  readonly palette: Palette
  /** The columns of a line. */
  readonly width: number
  /** The columns of the line numbers at the left. */
  readonly gutter: number
}

const GAP = 2

/** The lines of a finding's entry. */
export function findingEntry(finding: Finding, paint: Paint, layout: EntryLayout): readonly string[] {
  const { palette } = layout
  const runs: PaintedText[] = [
    { text: sentence(printable(finding.message)), paint: asIs },
    ...otherPlaces(finding).map((text) => ({ text, paint: palette.dim })),
    ...suggestionText(finding).map((text) => ({ text, paint: palette.green })),
  ]
  return entry(finding.start.line, paint, runs, finding.rule, layout)
}

/**
 * The lines of the entry of what many files have: how many, what, an example, and the line that settles it in a config.
 */
export function commonEntry(
  { example, path, files }: CommonFinding,
  total: number,
  paint: Paint,
  layout: EntryLayout,
): readonly string[] {
  const runs: PaintedText[] = [
    { text: sentence(printable(example.message)), paint: asIs },
    {
      text: `In ${files} of ${counted(total, 'file')}, such as ${printablePath(path)}:${example.start.line}.`,
      paint: layout.palette.dim,
    },
  ]
  return [
    ...entry(files, paint, runs, example.rule, layout),
    `${' '.repeat(layout.gutter + GAP)}${layout.palette.green(knownEntry(example))}`,
  ]
}

/** The lines of a notice's entry. */
export function noticeEntry({ message, start }: FindingNote, layout: EntryLayout): readonly string[] {
  return entry(start.line, layout.palette.dim, [{ text: sentence(printable(message)), paint: asIs }], '', layout)
}

const asIs: Paint = (text) => text

function entry(
  number: number,
  paint: Paint,
  runs: readonly PaintedText[],
  rule: string,
  { palette, width, gutter }: EntryLayout,
): readonly string[] {
  const indent = ' '.repeat(gutter + GAP)
  const room = width - gutter - GAP
  const lines = wrap(runs, room).map(({ text, width: used }) => ({ text, used }))
  if (rule !== '') {
    const last = lines.at(-1)
    const wide = widthOf(rule)
    const gap = room - (last?.used ?? 0) - wide
    if (last && gap >= GAP) last.text += ' '.repeat(gap) + palette.dim(rule)
    else lines.push({ text: ' '.repeat(Math.max(0, room - wide)) + palette.dim(rule), used: room })
  }
  const mark = String(number)
  const head = ' '.repeat(Math.max(0, gutter - mark.length)) + paint(mark) + ' '.repeat(GAP)
  return lines.map(({ text }, index) => (index === 0 ? head : indent) + text)
}

/**
 * What could be done, where the message hasn't ended on it (“…; delete it”); the words to write are added where the
 * order doesn't say them.
 */
function suggestionText(finding: Finding): readonly string[] {
  return unsaidSuggestions(finding).map((suggestion, index) => {
    const words = wordsUnsaid(suggestion)
    return sentence(printable(`${suggestionWords(suggestion, index > 0)}${words === undefined ? '' : ` (${words})`}`))
  })
}
