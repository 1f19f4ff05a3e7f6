/** Where two findings lie on one stretch, keeps the stronger. */
import { SEVERITIES, type Kind, type Rule, type RuleFinding, type Severity } from '#rule'
import { contains } from '#text'

/** A finding with the severity that the config lets it have. */
export interface Judged {
  readonly rule: Rule
  readonly severity: Severity
  readonly found: RuleFinding
}

const KINDS: readonly Kind[] = ['leftover', 'contradiction', 'slip', 'style']

/** The findings in story order, without those that lie on the span of a stronger one. */
export function keepStrongest(findings: readonly Judged[]): readonly Judged[] {
  const ordered = findings.toSorted(
    (one, other) =>
      one.found.at.start - other.found.at.start || other.found.at.end - one.found.at.end || rank(one) - rank(other),
  )
  const kept: Judged[] = []
  for (const next of ordered) {
    // Sorted by start: only findings that reach past this one's start can share its span.
    const near = kept.slice(-8)
    // A finding that is beaten itself beats no other.
    if (near.some((rival) => contains(rival.found.at, next.found.at) && rank(rival) <= rank(next))) continue
    for (const weaker of near) {
      // A wide warning around a narrow error is about something else: both stay.
      if (contains(next.found.at, weaker.found.at) && rank(weaker) > rank(next))
        kept.splice(kept.lastIndexOf(weaker), 1)
    }
    kept.push(next)
  }
  return kept
}

function rank({ severity, rule }: Judged): number {
  return SEVERITIES.indexOf(severity) * KINDS.length + KINDS.indexOf(rule.kind)
}
