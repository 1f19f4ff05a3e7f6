/** Picks the finds that show a newcomer best what Copydesk is for. */
import { SEVERITIES } from '#rule'
import type { FileReport } from '../../check/file-report.ts'
import type { Finding } from '../../check/finding.ts'
import { printable, printablePath } from '../../reporters/writing/printable.ts'
import { countByRule } from '../../reporters/statistics.ts'
import { wrap } from '../../reporters/writing/wrap.ts'

/** A finding and the file that it stands in. */
export interface FindingInFile {
  readonly path: string
  readonly finding: Finding
}

const MOST = 5
const WIDTH = 96
const LONGEST_QUOTE = 60

const GRADES = { safe: 0, likely: 1, idea: 2 } as const

/**
 * The most certain finds, at most five, each of another rule; what a baseline has just taken up counts like the rest.
 */
function bestFinds(files: readonly FileReport[]): readonly FindingInFile[] {
  const best = new Map<string, FindingInFile>()
  for (const { path, findings, hidden = [] } of files) {
    for (const finding of [
      ...findings,
      ...hidden.flatMap(({ by, finding: known }) => (by === 'baseline' ? [known] : [])),
    ]) {
      const known = best.get(finding.rule)
      if (!known || isSurer(finding, known.finding)) best.set(finding.rule, { path, finding })
    }
  }
  return [...best.values()]
    .toSorted((one, other) => (isSurer(other.finding, one.finding) ? 1 : isSurer(one.finding, other.finding) ? -1 : 0))
    .slice(0, MOST)
}

/** A graver level is surer, then an edit that may be made unseen, then a few words, which are seen at a glance. */
function isSurer(one: Finding, other: Finding): boolean {
  const marks = ({ severity, suggestions, quote }: Finding): readonly number[] => [
    SEVERITIES.indexOf(severity),
    Math.min(3, ...suggestions.map(({ grade }) => GRADES[grade])),
    Math.abs(quote.length - 12),
  ]
  const others = marks(other)
  const difference = marks(one)
    .map((mark, index) => mark - others[index]!)
    .find((by) => by !== 0)
  return difference !== undefined && difference < 0
}

/** How much each rule found, and the best finds with their words. A line each. */
export function findsText(files: readonly FileReport[]): string {
  const counts = countByRule(files).map(
    ({ rule, error, warning, info, hidden }) => `${error + warning + info + hidden} ${rule}`,
  )
  if (counts.length === 0) return 'Found nothing to mend\n'
  const lines = bestFinds(files).flatMap(({ path, finding: { start, quote, message, rule } }) => [
    `  ${printablePath(path)}:${start.line}  “${shortened(printable(quote))}”  ${rule}`,
    ...wrap([{ text: printable(message), paint: (text) => text }], WIDTH - 6).map(({ text }) => `      ${text}`),
  ])
  return [`Found by rule: ${counts.join(', ')}`, 'The surest, one a rule:', ...lines]
    .map((line) => `${line}\n`)
    .join('')
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}
