/** Joins what fires with the verdicts on it: the figures that the catalogue shows. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Severity } from '../../src/rule/index.ts'
import { PUBLISHED_COPY, type LevelFigures, type PublishedFigures, type Use } from '../generate/figures.ts'
import type { Alarm, CheckerRun } from './run-checker.ts'
import { per100k, tallyAlarms } from './tally.ts'
import type { VerdictsByRule } from './verdict-store.ts'
import { wilsonInterval } from './wilson.ts'

/** What the figures say of their data besides what the run knows. */
export interface Occasion {
  /** The day of the run, `2026-03-01`. */
  readonly date: string
  readonly use: Use
}

/**
 * The figures of a run. Only verdicts on findings that fire in this run at that level count, each finding once, however many articles it
 * stands in. A debatable finding counts as not right, so that a share is rather too low.
 */
export function figuresOf(run: CheckerRun, verdicts: VerdictsByRule, { date, use }: Occasion): PublishedFigures {
  const { articles, words, sets } = run
  const tallies = tallyAlarms(run.alarms)
  const rules = run.rules.map((rule): [string, Partial<Record<Severity, LevelFigures>>] => [rule, Object.fromEntries(
    tallies.filter((tally) => tally.rule === rule).map(({ level, alarms, articles: touched }) => {
      const firing = run.alarms.filter(({ finding }) => finding.rule === rule && finding.severity === level)
      const rate = per100k(alarms, words)
      return [level, { alarms, per100k: round(rate, 2), articles: touched, ...precision(firing, verdicts, rate) }]
    }),
  )])
  return { date, use, articles, words, sets, rules: Object.fromEntries(rules) }
}

/** Writes the figures where the catalogue finds them. */
export function writeFigures(root: string, figures: PublishedFigures): void {
  const path = join(root, PUBLISHED_COPY)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(figures, undefined, 2)}\n`)
}

type Precision = Omit<LevelFigures, 'alarms' | 'per100k' | 'articles'>

function precision(firing: readonly Alarm[], verdicts: VerdictsByRule, rate: number): Precision {
  const distinct = new Map(firing.map(({ finding }) => [finding.fingerprint, finding.rule]))
  const said = [...distinct].flatMap(([fingerprint, rule]) => verdicts.get(rule)?.get(fingerprint)?.verdict ?? [])
  const read = said.length
  const count = (verdict: string): number => said.filter((one) => one === verdict).length
  const [right, wrong, debatable] = [count('true'), count('false'), count('debatable')]
  const counts = { distinct: distinct.size, read, right, wrong, debatable }
  if (read === 0) return { ...counts, share: null, low: null, high: null, falsePer100k: null }
  const { low, high } = wilsonInterval(right, read)
  const share = right / read
  return { ...counts, share: round(share, 3), low: round(low, 3), high: round(high, 3), falsePer100k: round(rate * (1 - share), 2) }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
