/** Where two findings lie on one stretch, keeps the stronger. */
import { SEVERITIES, type Kind, type Rule, type RuleFinding, type Severity } from '#rule'

/** A finding with the severity that the config lets it have. */
export interface Judged {
  readonly rule: Rule
  readonly severity: Severity
  readonly found: RuleFinding
}

const KINDS: readonly Kind[] = ['leftover', 'contradiction', 'slip', 'style']

/**
 * The findings in story order. On one span the strongest stays. Of those inside a wider one, what the same rule says less
 * strongly goes, and so does all that is no stronger inside a leftover: that goes as a whole. Any other is about something
 * else: a headline that doesn't fit may have a misspelt name in it.
 */
export function keepStrongest(findings: readonly Judged[]): readonly Judged[] {
  const ordered = findings.toSorted(
    (one, other) =>
      one.found.at.start - other.found.at.start || other.found.at.end - one.found.at.end || rank(one) - rank(other),
  )
  const kept: Judged[] = []
  // How far what stays reaches, by what it covers and by its rank: all of it starts by now.
  const reach = new Map<string, number[]>()
  for (const next of ordered) {
    const { start, end } = next.found.at
    const own = rank(next)
    const last = kept.at(-1)?.found.at
    if (last?.start === start && last.end === end) continue
    const isCovered = [LEFTOVERS, next.rule.id].some((by) =>
      reach.get(by)?.some((to, strength) => strength <= own && to >= end),
    )
    if (isCovered) continue
    kept.push(next)
    for (const by of next.rule.kind === 'leftover' ? [LEFTOVERS, next.rule.id] : [next.rule.id]) {
      const ends = reach.get(by) ?? []
      ends[own] = Math.max(ends[own] ?? 0, end)
      reach.set(by, ends)
    }
  }
  return kept
}

// No rule's id has a space in it.
const LEFTOVERS = 'all leftovers'

function rank({ severity, rule }: Judged): number {
  return SEVERITIES.indexOf(severity) * KINDS.length + KINDS.indexOf(rule.kind)
}
