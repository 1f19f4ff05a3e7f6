/** Compares what fires in drafts with the errors that somebody marked in them. */
import { SEVERITIES } from '#rule'
import type { TouchedFigures } from '../../generate/figures.ts'
import type { Alarm } from '../run-checker.ts'
import { CERTAINTIES, type MarkedError } from './marked-errors.ts'
import { touches } from './touches.ts'

/** A marked error and what touches it. */
export interface ErrorTouched {
  readonly error: MarkedError
  readonly by: readonly Alarm[]
}

/** A finding and the errors that it touches; none where it says something that nobody marked. */
export interface AlarmPlaced {
  readonly alarm: Alarm
  readonly errors: readonly MarkedError[]
}

/** Both sides of a comparison, in the order of the marks and of the findings. */
export interface ComparedWithMarks {
  readonly errors: readonly ErrorTouched[]
  readonly alarms: readonly AlarmPlaced[]
}

/** Which finding touches which error. */
export function compareWithMarks(errors: readonly MarkedError[], alarms: readonly Alarm[]): ComparedWithMarks {
  const touching = (alarm: Alarm): readonly MarkedError[] =>
    errors.filter((error) => error.article === alarm.article && touches(alarm.finding, error))
  const placed = alarms.map((alarm) => ({ alarm, errors: touching(alarm) }))
  const by = (error: MarkedError): readonly Alarm[] =>
    placed.filter((one) => one.errors.includes(error)).map(({ alarm }) => alarm)
  return { errors: errors.map((error) => ({ error, by: by(error) })), alarms: placed }
}

/** The errors by kind, in the order of the alphabet, and by certainty, surest first. */
export function tallyErrors({ errors }: ComparedWithMarks): {
  readonly kinds: ReadonlyMap<string, TouchedFigures>
  readonly certainties: ReadonlyMap<string, TouchedFigures>
} {
  const kinds = [...new Set(errors.map(({ error }) => error.kind))].toSorted()
  const tallyOf = (belongs: (error: MarkedError) => boolean): TouchedFigures =>
    countTouched(errors.filter(({ error }) => belongs(error)))
  return {
    kinds: new Map(kinds.map((kind) => [kind, tallyOf((error) => error.kind === kind)])),
    certainties: new Map(
      [...CERTAINTIES].map(([certainty, meaning]) => [
        `${certainty} (${meaning})`,
        tallyOf((error) => error.certainty === certainty),
      ]),
    ),
  }
}

/** How many of some errors are touched, by the level of the strongest finding. */
function countTouched(some: readonly ErrorTouched[]): TouchedFigures {
  const upTo = (weakest: number): number =>
    some.filter(({ by }) => by.some(({ finding }) => SEVERITIES.indexOf(finding.severity) <= weakest)).length
  return { errors: some.length, error: upTo(0), warning: upTo(1), any: upTo(2) }
}
