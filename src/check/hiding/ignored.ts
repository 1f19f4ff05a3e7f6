/** Findings that somebody has looked at and wants to hear no more of: at one place, in one story, or in the house. */
import type { Finding } from '../finding.ts'
import { namesOf } from '../fingerprint.ts'
import { hideFindings, type HiddenFinding } from './hidden.ts'
import type { IgnoredFinding } from './ignored-finding.ts'

/** The report without what is ignored, which stands among the hidden with its entry. @param path The story's own. */
export function hideIgnored<
  Report extends { readonly findings: readonly Finding[]; readonly hidden?: readonly HiddenFinding[] },
>(report: Report, ignored: readonly IgnoredFinding[], path: string | undefined): Report {
  if (ignored.length === 0) return report
  const byWords = new Map<string, IgnoredFinding[]>()
  for (const entry of ignored) {
    const key = keyOf(entry.rule, entry.words)
    const known = byWords.get(key)
    if (known) known.push(entry)
    else byWords.set(key, [entry])
  }
  return hideFindings(report, (finding) => {
    const entry = byWords.get(keyOf(finding.rule, finding.quote))?.find((one) => reaches(one, finding, path))
    if (!entry) return undefined
    return { by: 'ignored', ignored: entry, ...(entry.reason === undefined ? {} : { reason: entry.reason }) }
  })
}

const keyOf = (rule: string, words: string): string => `${rule}\n${words}`

function reaches(entry: IgnoredFinding, finding: Finding, path: string | undefined): boolean {
  if (entry.scope === 'house') return true
  if (entry.path !== undefined && entry.path !== path) return false
  return entry.scope === 'story' || (entry.fingerprint !== undefined && namesOf(finding).includes(entry.fingerprint))
}
