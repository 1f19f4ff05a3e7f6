/** Says how many of the errors in marked drafts the checker touches, and what it says besides. */
import { writeFileSync } from 'node:fs'
import type { Article } from '../../articles.ts'
import type { TouchedFigures } from '../../generate/figures.ts'
import type { ScriptWorld } from '../../run-script.ts'
import { byRuleAndLevel } from '../levels.ts'
import type { CheckerRun } from '../run-checker.ts'
import { renderSample, renderSampleFile, sampleLine } from '../sample-file.ts'
import { renderTable, type TableColumn } from '../table.ts'
import { tallyAlarms } from '../tally.ts'
import { readVerdicts } from '../verdict-store.ts'
import { compareWithMarks, tallyErrors, type AlarmPlaced, type ComparedWithMarks } from './comparison.ts'
import { readMarkedErrors } from './marked-errors.ts'

/**
 * Compares a run with the errors marked in its drafts and says what came of it: a table by kind and certainty, one by
 * rule, and each finding that touches no error; or, with `json`, writes all findings there, for a reader.
 * @throws {InputError} for a row of the marks that can't be followed.
 */
export function reportAgainst(
  root: string,
  drafts: readonly Article[],
  run: CheckerRun,
  { file, json }: { readonly file: string; readonly json: string | undefined },
  say: ScriptWorld['say'],
): ComparedWithMarks {
  const comparison = compareWithMarks(readMarkedErrors(file, drafts), run.alarms)
  say(`${renderErrors(comparison)}\n\n${renderAlarms(comparison)}\n`)
  const idle = comparison.alarms.filter(({ errors }) => errors.length === 0)
  say(`\n${idle.length} of ${run.alarms.length} findings touch no marked error${wordOnVerdicts(root, idle)}\n`)
  if (json === undefined) {
    if (idle.length > 0) say(`\n${renderSample(idle.map(({ alarm }) => alarm))}\n`)
    return comparison
  }
  writeFileSync(
    json,
    renderSampleFile(
      comparison.alarms.map(({ alarm, errors }) => ({
        ...sampleLine(alarm),
        touches: errors.map(({ quote, kind, fix, why, certainty }) => ({ quote, kind, fix, why, certainty })),
      })),
    ),
  )
  say(`All findings are in ${json}\n`)
  return comparison
}

const column = (heading: string): TableColumn => ({ heading, align: 'right' })
const BY_KIND: readonly TableColumn[] = [
  { heading: 'kind', align: 'left' },
  column('errors'),
  column('touched at error'),
  column('warning and above'),
  column('any level'),
  column('share'),
]
const BY_RULE: readonly TableColumn[] = [
  { heading: 'rule', align: 'left' },
  { heading: 'level', align: 'left' },
  column('findings'),
  column('touch an error'),
]

function renderErrors(comparison: ComparedWithMarks): string {
  const { kinds, certainties } = tallyErrors(comparison)
  return renderTable(
    BY_KIND,
    [...kinds, ...[...certainties].map(([name, tally]) => [`certainty ${name}`, tally] as const)].map(errorRow),
  )
}

function errorRow([name, { errors, error, warning, any }]: readonly [string, TouchedFigures]): readonly string[] {
  return [name, `${errors}`, `${error}`, `${warning}`, `${any}`, errors === 0 ? '–' : (any / errors).toFixed(2)]
}

function renderAlarms({ alarms }: ComparedWithMarks): string {
  const touching = tallyAlarms(alarms.filter(({ errors }) => errors.length > 0).map(({ alarm }) => alarm))
  const rows = tallyAlarms(alarms.map(({ alarm }) => alarm))
    .toSorted(byRuleAndLevel)
    .map(({ rule, level, alarms: findings }) => {
      const good = touching.find((tally) => tally.rule === rule && tally.level === level)?.alarms ?? 0
      return [rule, level, `${findings}`, `${good}`]
    })
  return renderTable(BY_RULE, rows)
}

/** What readers have said of findings that touch no mark: a careful reader overlooks things, too. */
function wordOnVerdicts(root: string, idle: readonly AlarmPlaced[]): string {
  const known = readVerdicts(root)
  const said = idle.flatMap(
    ({ alarm: { finding } }) => known.get(finding.rule)?.get(finding.fingerprint)?.verdict ?? [],
  )
  if (said.length === 0) return ''
  const right = said.filter((verdict) => verdict === 'true').length
  const verb = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`
  return `; of these ${verb(said.length, 'has', 'have')} been read and ${verb(right, 'is', 'are')} right`
}
