/** Joins what fires, and what it would do, with the verdicts on it: the figures that the catalogue shows. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Severity } from '../../src/rule/index.ts'
import {
  MARKED_DRAFTS,
  PROPOSED_EDITS,
  PUBLISHED_COPY,
  readMarked,
  type EditFigures,
  type LevelFigures,
  type MarkedFigures,
  type Precision,
  type ProposedEditFigures,
  type PublishedFigures,
  type Use,
} from '../generate/figures.ts'
import { EDIT_GRADES, type EditGrade } from './edit-grades.ts'
import type { ProposedEdit } from './proposed-edits.ts'
import type { CheckerRun } from './run-checker.ts'
import { per100k, tallyAlarms } from './tally.ts'
import type { VerdictsByRule, VerdictsOfRule } from './verdict-store.ts'
import { wilsonInterval } from './wilson.ts'

/** What the figures say of their data besides what the run knows. */
export interface Occasion {
  /** The day of the run, `2026-03-01`. */
  readonly date: string
  readonly use: Use
}

/** The occasion of a run that is made today. */
export function occasionOf({ heldOut }: { readonly heldOut: boolean }): Occasion {
  return { date: new Date().toISOString().slice(0, 10), use: heldOut ? 'held out' : 'development' }
}

/**
 * The figures of a run. Only verdicts on findings that fire in this run at that level count, each finding once, however
 * many articles it stands in. A debatable finding counts as not right, so that a share is rather too low.
 */
export function figuresOf(run: CheckerRun, verdicts: VerdictsByRule, { date, use }: Occasion): PublishedFigures {
  const { articles, words, sets } = run
  const tallies = tallyAlarms(run.alarms)
  const rules = run.rules.map((rule): [string, Partial<Record<Severity, LevelFigures>>] => [
    rule,
    Object.fromEntries(
      tallies
        .filter((tally) => tally.rule === rule)
        .map(({ level, alarms, articles: touched }) => {
          const firing = run.alarms.filter(({ finding }) => finding.rule === rule && finding.severity === level)
          const rate = per100k(alarms, words)
          const precision = precisionOf(
            firing.map(({ finding }) => finding.fingerprint),
            verdicts.get(rule),
          )
          const falsePer100k = precision.share === null ? null : round(rate * (1 - precision.right / precision.read), 2)
          return [
            level,
            { alarms, per100k: round(rate, 2), articles: touched, ...precision, falsePer100k } satisfies LevelFigures,
          ]
        }),
    ),
  ])
  return { date, use, articles, words, sets, rules: Object.fromEntries(rules) }
}

/** The figures of the edits that a run’s findings propose, as `figuresOf` joins those of the findings. */
export function editFiguresOf(
  { articles, words, sets, rules }: CheckerRun,
  proposed: readonly ProposedEdit[],
  verdicts: VerdictsByRule,
  { date, use }: Occasion,
): ProposedEditFigures {
  const figuresAt = (rule: string, grade: EditGrade): readonly (readonly [EditGrade, EditFigures])[] => {
    const edits = proposed.filter((edit) => edit.finding.rule === rule && edit.grade === grade)
    if (edits.length === 0) return []
    return [
      [
        grade,
        {
          edits: edits.length,
          ...precisionOf(
            edits.map(({ fingerprint }) => fingerprint),
            verdicts.get(rule),
          ),
        },
      ],
    ]
  }
  const byRule = rules.map(
    (rule) => [rule, Object.fromEntries(EDIT_GRADES.flatMap((grade) => figuresAt(rule, grade)))] as const,
  )
  return { date, use, articles, words, sets, rules: Object.fromEntries(byRule) }
}

/**
 * Writes the figures where the catalogue finds them, and says where: those of copy held out stand beside the others.
 */
export function writeFigures(root: string, figures: PublishedFigures): string {
  return write(root, PUBLISHED_COPY[figures.use], figures)
}

/** Writes the figures of edits where the catalogue finds them, and says where. */
export function writeEditFigures(root: string, figures: ProposedEditFigures): string {
  return write(root, PROPOSED_EDITS[figures.use], figures)
}

/** Writes the figures of marked drafts, behind those of other revisions, and says where. */
export function writeMarkedFigures(root: string, figures: MarkedFigures): string {
  const others = readMarked(root).filter(({ revision }) => revision !== figures.revision)
  return write(root, MARKED_DRAFTS, [...others, figures])
}

function write(root: string, file: string, figures: object): string {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(figures, undefined, 2)}\n`)
  return file
}

/** What was read of findings or edits of one rule, by their fingerprints. */
function precisionOf(fingerprints: readonly string[], verdicts: VerdictsOfRule | undefined): Precision {
  const distinct = new Set(fingerprints)
  const said = [...distinct].flatMap((fingerprint) => verdicts?.get(fingerprint)?.verdict ?? [])
  const read = said.length
  const count = (verdict: string): number => said.filter((one) => one === verdict).length
  const [right, wrong, debatable] = [count('true'), count('false'), count('debatable')]
  const counts = { distinct: distinct.size, read, right, wrong, debatable }
  if (read === 0) return { ...counts, share: null, low: null, high: null }
  const { low, high } = wilsonInterval(right, read)
  return { ...counts, share: round(right / read, 3), low: round(low, 3), high: round(high, 3) }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
