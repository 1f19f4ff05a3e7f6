/** Says in words where else a finding's places stand, for editors that show one place a message. */
import type { Finding } from '../../check/finding.ts'
import { sentence } from '../../check/wording/sentence.ts'

// More places than these don't help to find the mistake.
const MOST = 4

/** A finding's message with what stands at other lines behind it. */
export function messageWithLines({ message, related, start }: Finding): string {
  const notes = new Map<string, Set<number>>()
  for (const other of related) {
    if (other.start.line === start.line) continue
    notes.set(other.message, (notes.get(other.message) ?? new Set()).add(other.start.line))
  }
  if (notes.size === 0) return message
  const said = [...notes].slice(0, MOST).map(([note, lines]) => sentence(`${lineNumbers([...lines])}: ${note}`))
  return [sentence(message), ...said, ...(notes.size > MOST ? [`And ${notes.size - MOST} more.`] : [])].join(' ')
}

function lineNumbers(lines: readonly number[]): string {
  const shown = lines.slice(0, MOST).join(', ')
  return `${lines.length === 1 ? 'Line' : 'Lines'} ${shown}${lines.length > MOST ? ` and ${lines.length - MOST} more` : ''}`
}
