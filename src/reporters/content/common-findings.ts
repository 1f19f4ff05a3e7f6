/** Finds what stands in very many files of a run: the site's own words, which are reported once and not in every file. */
import type { Severity } from '#rule'
import type { FileReport } from '../../check/file-report.ts'
import type { Finding } from '../../check/finding.ts'
import { levelled } from '../../check/hiding/known-words.ts'
import { safeJson } from '../writing/safe-json.ts'
import { isShown } from './shown.ts'

/** A finding that many files have. */
export interface CommonFinding {
  /** The first of them, and its file. */
  readonly example: Finding
  readonly path: string
  /** The gravest level that it has anywhere. */
  readonly severity: Severity
  /** How many files have it. */
  readonly files: number
}

// Nobody pastes the same line into ten files by mistake: it is the site's. On four content repositories such lines
// stood in 2 to 66 of a hundred files, and what was pasted by mistake in five files at most. Other slips (“&ldquo;”,
// “US” for “U.S.”) are made by many hands in the same words, and are theirs to mend until they stand nearly everywhere.
const FEWEST = 10
const SHARE_OF_LEFTOVERS = 0.02
const SHARE = 0.2

/** What is common to many files of a run. */
export interface CommonFindings {
  /** What most files have comes first. */
  readonly all: readonly CommonFinding[]
  has(finding: Finding): boolean
}

/** The findings, of at least a level, with the same rule and words in very many of the files that were checked. */
export function commonFindings(reports: readonly FileReport[], show: Severity): CommonFindings {
  const found = new Map<
    string,
    { example: Finding; path: string; severity: Severity; files: number; last: FileReport }
  >()
  if (reports.length < FEWEST) return { all: [], has: () => false }
  for (const report of reports) {
    for (const finding of report.findings) {
      if (!isShown(finding.severity, show)) continue
      const key = keyOf(finding)
      const known = found.get(key)
      if (!known)
        found.set(key, { example: finding, path: report.path, severity: finding.severity, files: 1, last: report })
      else {
        if (isShown(finding.severity, known.severity)) known.severity = finding.severity
        if (known.last !== report) known.files++
        known.last = report
      }
    }
  }
  const common = new Map(
    [...found].filter(
      ([, { example, files }]) =>
        files >= FEWEST && files >= reports.length * (example.kind === 'leftover' ? SHARE_OF_LEFTOVERS : SHARE),
    ),
  )
  const all = [...common.values()].map(({ example, path, severity, files }) => ({ example, path, severity, files }))
  return {
    all: all.toSorted((one, other) => other.files - one.files),
    has: (finding) => isShown(finding.severity, show) && common.has(keyOf(finding)),
  }
}

function keyOf({ rule, quote }: Finding): string {
  return `${rule}\n${levelled(quote)}`
}

/** The entry of a config's `known` that settles a finding in all files; YAML reads JSON's texts. */
export function knownEntry({ rule, quote }: Finding): string {
  return `- {rule: ${rule}, quote: ${safeJson(levelled(quote))}}`
}
