/**
 * Shows edits of a text as a small diff: the changed lines with a few words around, what goes and what comes between ⟦
 * and ⟧.
 */
import { escapeUnprintable } from '../../src/reporters/writing/printable.ts'
import type { SourceEdit } from '../../src/text/index.ts'

const WORDS_AROUND = 20
// Far more than any word holds, so that cutting costs the same in any text.
const UNITS_PER_WORD = 16

/** A stretch of the text with the edits in it. */
interface Hunk {
  readonly start: number
  readonly end: number
  readonly edits: readonly SourceEdit[]
}

/**
 * The diff, a line of text a line: behind “−” what stands there, behind “+” what would, behind neither what stays. Line
 * ends are the text's own; a cut shows as …, and a character that shows nothing as its number.
 * @param edits In any order; none overlaps another.
 */
export function diffInContext(text: string, edits: readonly SourceEdit[]): string {
  return hunksOf(
    text,
    edits.toSorted((one, other) => one.start - other.start),
  )
    .map((hunk) => renderHunk(text, hunk))
    .join('\n  ⋯\n')
}

/** Edits whose surroundings meet stand in one hunk. */
function hunksOf(text: string, edits: readonly SourceEdit[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  for (const edit of edits) {
    const hunk = { start: wordsBefore(text, edit.start), end: wordsBehind(text, edit.end), edits: [edit] }
    const last = hunks.at(-1)
    if (last && last.end >= hunk.start)
      hunks[hunks.length - 1] = { ...last, end: hunk.end, edits: [...last.edits, edit] }
    else hunks.push(hunk)
  }
  return hunks
}

function wordsBefore(text: string, start: number): number {
  const words = text.slice(Math.max(0, start - WORDS_AROUND * UNITS_PER_WORD), start).match(/\S+\s*/g) ?? []
  return start - words.slice(-WORDS_AROUND).join('').length
}

function wordsBehind(text: string, end: number): number {
  const words = text.slice(end, end + WORDS_AROUND * UNITS_PER_WORD).match(/\s*\S+/g) ?? []
  return end + words.slice(0, WORDS_AROUND).join('').length
}

function renderHunk(text: string, { start, end, edits }: Hunk): string {
  const written = (changed: (edit: SourceEdit) => string): readonly string[] => {
    const parts = [start > 0 ? '…' : '']
    let at = start
    for (const edit of edits) {
      parts.push(text.slice(at, edit.start), `⟦${changed(edit)}⟧`)
      at = edit.end
    }
    parts.push(text.slice(at, end), end < text.trimEnd().length ? '…' : '')
    return parts.join('').split(/\r\n|[\r\n]/)
  }
  const before = written((edit) => text.slice(edit.start, edit.end))
  const after = written((edit) => edit.text)
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before[head] === after[head]) head++
  let tail = 0
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return [
    ...before.slice(0, head).map((line) => signed(' ', line)),
    ...before.slice(head, before.length - tail).map((line) => signed('−', line)),
    ...after.slice(head, after.length - tail).map((line) => signed('+', line)),
    ...before.slice(before.length - tail).map((line) => signed(' ', line)),
  ].join('\n')
}

function signed(sign: string, line: string): string {
  return `${sign} ${escapeUnprintable(line)}`.trimEnd()
}
