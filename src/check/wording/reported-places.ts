/** Picks the other places of a finding that are worth a line each. */
import type { Finding, FindingNote } from '../finding.ts'

/** The other places; of those at one line of which the same is said, the first. */
export function reportedPlaces({ related }: Pick<Finding, 'related'>): readonly FindingNote[] {
  const seen = new Set<string>()
  return related.filter(({ message, start }) => seen.size < seen.add(`${start.line} ${message}`).size)
}
