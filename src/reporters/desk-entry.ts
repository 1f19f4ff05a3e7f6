/** One entry of the desk report: line number, message, other places, the edit, and the rule's name at the right. */
import type { Finding, FindingNote } from '../check/finding.ts'
import { otherPlaces, sentence } from './other-places.ts'
import type { Paint, Palette } from './palette.ts'
import { printable } from './printable.ts'
import { widthOf, wrap, type Run } from './wrap.ts'

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
  const runs: Run[] = [
    { text: sentence(printable(finding.message)), paint: asIs },
    ...otherPlaces(finding).map((text) => ({ text, paint: palette.dim })),
    ...suggestionText(finding).map((text) => ({ text, paint: palette.green })),
  ]
  return entry(finding.start.line, paint, runs, finding.rule, layout)
}

/** The lines of a notice's entry. */
export function noticeEntry({ message, start }: FindingNote, layout: EntryLayout): readonly string[] {
  return entry(start.line, layout.palette.dim, [{ text: sentence(printable(message)), paint: asIs }], '', layout)
}

const asIs: Paint = (text) => text

function entry(line: number, paint: Paint, runs: readonly Run[], rule: string, { palette, width, gutter }: EntryLayout): readonly string[] {
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
  const number = String(line)
  const head = ' '.repeat(Math.max(0, gutter - number.length)) + paint(number) + ' '.repeat(GAP)
  return lines.map(({ text }, index) => (index === 0 ? head : indent) + text)
}

/** What could be done, where the message hasn't ended on it (“…; delete it”); the words to write are added where the order doesn't say them. */
function suggestionText({ message, suggestions }: Finding): readonly string[] {
  const order = /; (\w+)[^;]*$/.exec(message)?.[1]
  const unsaid = suggestions.filter(({ title, edits }) => !(edits.every(({ text }) => text === '') && title.split(' ')[0]!.toLowerCase() === order))
  return unsaid.map(({ title, edits }, index) => {
    const [edit, ...more] = edits
    const words = edit && more.length === 0 && edit.text.trim() !== '' && !title.includes(edit.text) ? ` (“${printable(edit.text)}”)` : ''
    return `${index > 0 ? 'Or: ' : ''}${sentence(printable(title) + words)}`
  })
}
