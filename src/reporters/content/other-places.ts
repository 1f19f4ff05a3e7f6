/** Says in words at which other lines a finding's places stand. */
import type { Finding } from '../../check/finding.ts'
import { sentence } from '../../check/wording/sentence.ts'
import { printable } from '../writing/printable.ts'

// More places than these don't help to find the mistake; the JSON report has them all.
const MOST_LINES = 8
const MOST_NOTES = 4

/**
 * The message as a sentence with the other places behind it, on one line: for reports that know one place a finding.
 */
export function messageWithPlaces(finding: Finding): string {
  return [sentence(printable(finding.message)), ...otherPlaces(finding)].join(' ')
}

/** “Lines 3, 12: “U.S.”.” for each thing that stands at other places; the finding’s own line is in view already. */
export function otherPlaces({ related, start: { line } }: Finding): readonly string[] {
  const lines = new Map<string, Set<number>>()
  for (const { message, start } of related) {
    if (start.line === line) continue
    const at = lines.get(message)
    if (at) at.add(start.line)
    else lines.set(message, new Set([start.line]))
  }
  const notes = [...lines]
    .slice(0, MOST_NOTES)
    .map(([note, at]) => sentence(`${lineNumbers([...at])}: ${printable(note)}`))
  return lines.size > MOST_NOTES ? [...notes, `And ${lines.size - MOST_NOTES} more.`] : notes
}

function lineNumbers(lines: readonly number[]): string {
  const shown = lines.slice(0, MOST_LINES).join(', ')
  const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : ''
  return `${lines.length === 1 ? 'Line' : 'Lines'} ${shown}${more}`
}
