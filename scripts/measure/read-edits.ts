/** Shows the edits that a run's findings propose, keeps verdicts on them, and records what they came to. */
import { writeFileSync } from 'node:fs'
import type { EditFigures } from '../generate/figures.ts'
import { InputError } from '../input-error.ts'
import type { ScriptWorld } from '../run-script.ts'
import { EDIT_GRADES } from './edit-grades.ts'
import { editLine, renderEdits } from './edit-sample.ts'
import { editFiguresOf, occasionOf, writeEditFigures } from './figures.ts'
import type { MeasureOptions } from './options.ts'
import { proposedEdits, type ProposedEdit } from './proposed-edits.ts'
import type { CheckerRun } from './run-checker.ts'
import { renderSampleFile } from './sample-file.ts'
import { drawFromEach } from './sample.ts'
import { renderTable, type TableColumn } from './table.ts'
import { readVerdicts, storeVerdicts } from './verdict-store.ts'

/**
 * Does what the options ask for about the edits of a run.
 * @param root Where verdicts and figures are kept.
 * @throws {InputError} where a verdict is on no edit of this run.
 */
export function readEdits(
  root: string,
  run: CheckerRun,
  options: MeasureOptions,
  { say, remark }: Pick<ScriptWorld, 'say' | 'remark'>,
): void {
  const proposed = proposedEdits(run.alarms)
  if (options.verdict) remark(storeEach(root, proposed, options.verdict))
  else showEdits(root, proposed, options, say)
  const figures = editFiguresOf(run, proposed, readVerdicts(root, 'edits'), occasionOf(options))
  if (options.json === undefined && !options.verdict) say(`${renderTable(COLUMNS, tableRows(figures.rules))}\n`)
  if (!options.record) return
  remark(`${writeEditFigures(root, figures)}: written; \`npm run generate\` brings it into the catalogue\n`)
}

function storeEach(
  root: string,
  proposed: readonly ProposedEdit[],
  { verdict, fingerprints }: NonNullable<MeasureOptions['verdict']>,
): string {
  const stored = fingerprints.map((fingerprint) => {
    const edit = proposed.find((one) => one.fingerprint === fingerprint)
    if (edit === undefined) throw new InputError(`no edit here has the fingerprint ${fingerprint}`)
    return { fingerprint, rule: edit.finding.rule, verdict, set: edit.article.folder, grade: edit.grade }
  })
  const { added, replaced } = storeVerdicts(root, stored)
  return `Verdicts stored: ${added} new, ${replaced} replaced.\n`
}

function showEdits(
  root: string,
  proposed: readonly ProposedEdit[],
  options: MeasureOptions,
  say: ScriptWorld['say'],
): void {
  const { sample: size = Infinity, seed, grade, unread, json } = options
  const known = unread ? readVerdicts(root, 'edits') : new Map<string, ReadonlyMap<string, unknown>>()
  const isWanted = (edit: ProposedEdit): boolean =>
    (grade === undefined || edit.grade === grade) && known.get(edit.finding.rule)?.has(edit.fingerprint) !== true
  const drawn = drawFromEach(
    proposed.filter(isWanted),
    ({ finding: { rule }, grade, fingerprint }) => ({ group: `${rule} ${EDIT_GRADES.indexOf(grade)}`, fingerprint }),
    { size, seed },
  )
  if (json === undefined) {
    say(drawn.length > 0 ? `${renderEdits(drawn)}\n\n` : '')
    return
  }
  writeFileSync(json, renderSampleFile(drawn.map(editLine)))
  say(`${drawn.length} ${drawn.length === 1 ? 'edit' : 'edits'} in ${json}\n`)
}

const COLUMNS: readonly TableColumn[] = [
  { heading: 'rule', align: 'left' },
  { heading: 'grade', align: 'left' },
  ...['edits', 'different', 'read', 'right', 'debatable'].map((heading) => ({ heading, align: 'right' as const })),
]

function tableRows(rules: ReturnType<typeof editFiguresOf>['rules']): readonly (readonly string[])[] {
  return Object.entries(rules).flatMap(([rule, grades]) => {
    const proposing = EDIT_GRADES.filter((grade) => grades[grade])
    return proposing.length > 0
      ? proposing.map((grade) => [rule, grade, ...countsOf(grades[grade]!)])
      : [[rule, '–', '0', '0', '', '', '']]
  })
}

function countsOf({ edits, distinct, read, right, debatable }: EditFigures): readonly string[] {
  return [edits, distinct, read, right, debatable].map((count) => count.toLocaleString('en'))
}
