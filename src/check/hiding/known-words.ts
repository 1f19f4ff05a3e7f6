/** The words of a site that its config knows: what a rule says of them is hidden in every file. */
import { hideFindings, type HidingReport } from './hidden.ts'

/** One entry: what the rule says of just these words is known. */
export interface KnownWords {
  readonly rule: string
  /** The writer's words, as reports quote them; spaces and line ends make no difference. */
  readonly quote: string
  readonly reason?: string | null
}

/** The report without what a config knows. */
export function hideKnownWords<Report extends HidingReport>(report: Report, known: readonly KnownWords[]): Report {
  if (known.length === 0) return report
  const entries = new Map(known.map((entry) => [`${entry.rule}\n${levelled(entry.quote)}`, entry]))
  return hideFindings(report, ({ rule, quote }) => {
    const entry = entries.get(`${rule}\n${levelled(quote)}`)
    return entry && { by: 'config', ...(entry.reason ? { reason: entry.reason } : {}) }
  })
}

/** Words with one space between each. */
export function levelled(quote: string): string {
  return quote
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')
}
