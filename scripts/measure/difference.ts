/** Tells what one checker finds and another doesn't, article by article. */
import type { Severity } from '../../src/rule/index.ts'
import { byRuleAndLevel } from './levels.ts'
import type { EmittedArticle, EmittedFinding } from './emitted.ts'

/** A finding that only one of two checkers has at its level. */
export interface ChangedFinding {
  /** The article's index. */
  readonly article: number
  readonly change: 'added' | 'removed'
  readonly finding: EmittedFinding
  /** The level that the other checker gives the same place, where it gives it another. */
  readonly otherLevel: Severity | undefined
}

/** How a rule's findings at a level change. */
export interface ChangeTally {
  readonly rule: string
  readonly level: Severity
  readonly before: number
  readonly after: number
  readonly added: number
  readonly removed: number
}

/**
 * The changes between two runs over the same articles. A finding is the same where its fingerprint is, or else where
 * the rule marks words that overlap; what only changes its level is removed at the one and added at the other.
 */
export function differenceOf(
  before: readonly EmittedArticle[],
  after: readonly EmittedArticle[],
): readonly ChangedFinding[] {
  return after.flatMap(({ findings }, article) => articleChanges(article, before[article]?.findings ?? [], findings))
}

function articleChanges(
  article: number,
  before: readonly EmittedFinding[],
  after: readonly EmittedFinding[],
): readonly ChangedFinding[] {
  const left = new Set(before)
  const partners = new Map<EmittedFinding, EmittedFinding>()
  const pair = (isSame: (old: EmittedFinding, fresh: EmittedFinding) => boolean): void => {
    for (const fresh of after) {
      if (partners.has(fresh)) continue
      const partner = [...left].find((old) => old.rule === fresh.rule && isSame(old, fresh))
      if (partner === undefined) continue
      left.delete(partner)
      partners.set(fresh, partner)
    }
  }
  pair((old, fresh) => old.fingerprint === fresh.fingerprint)
  pair((old, fresh) => old.start < fresh.end && fresh.start < old.end)
  const changes = after.flatMap((finding): ChangedFinding[] => {
    const old = partners.get(finding)
    if (old === undefined) return [{ article, change: 'added', finding, otherLevel: undefined }]
    if (old.level === finding.level) return []
    return [
      { article, change: 'added', finding, otherLevel: old.level },
      { article, change: 'removed', finding: old, otherLevel: finding.level },
    ]
  })
  return [
    ...changes,
    ...[...left].map((finding): ChangedFinding => ({ article, change: 'removed', finding, otherLevel: undefined })),
  ]
}

/** The changes counted, by rule and level; levels at which neither checker finds anything are left out. */
export function tallyChanges(
  before: readonly EmittedArticle[],
  after: readonly EmittedArticle[],
  changes: readonly ChangedFinding[],
): readonly ChangeTally[] {
  const tallies = new Map<string, ChangeTally>()
  const count = ({ rule, level }: EmittedFinding, what: 'before' | 'after' | 'added' | 'removed'): void => {
    const tally = tallies.get(`${rule} ${level}`) ?? { rule, level, before: 0, after: 0, added: 0, removed: 0 }
    tallies.set(`${rule} ${level}`, { ...tally, [what]: tally[what] + 1 })
  }
  for (const { findings } of before) for (const finding of findings) count(finding, 'before')
  for (const { findings } of after) for (const finding of findings) count(finding, 'after')
  for (const { finding, change } of changes) count(finding, change)
  return [...tallies.values()].toSorted(byRuleAndLevel)
}
