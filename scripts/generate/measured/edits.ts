/**
 * Writes the catalogue's section on the edits that findings propose: how many were read, and how many of them are
 * right.
 */
import type { Rule } from '#rule'
import { SAFE_READ, SAFE_SHARE, standingOf } from '../earned.ts'
import type { EditFigures, ProposedEditFigures } from '../figures.ts'
import { markdownTable } from '../markdown-table.ts'
import { introduceCopy, NOT_MEASURED, number, percent, ruleLink } from './words.ts'

const HEADINGS = ['Rule', 'Grade', 'Edits', 'Read', 'Right', 'Debatable', 'Share right (95 % interval)', 'Safe']

/** The section “On proposed edits”. */
export function renderMeasuredEdits(rules: readonly Rule[], figures: ProposedEditFigures | undefined): string {
  const introduction = figures
    ? `${introduceCopy(figures)}

Edits were shown as they would be made, drawn at random and judged by whether the copy is right with them. What editors would differ about is
*debatable* and counts as not right. An edit that stands word for word in several articles counts once. *Safe* is earned where ≥ ${percent(SAFE_SHARE)} of
${SAFE_READ} read are right, or all of fewer.`
    : 'Not measured yet; `npm run measure -- FOLDER… --edits --record` does it.'
  return `${introduction}\n\n${markdownTable(
    HEADINGS,
    rules.flatMap(({ id }) => ruleRows(id, figures)),
  )}`
}

function ruleRows(id: string, figures: ProposedEditFigures | undefined): readonly (readonly string[])[] {
  const grades = figures && Object.hasOwn(figures.rules, id) ? figures.rules[id]! : undefined
  if (!grades) return [[ruleLink(id), '–', NOT_MEASURED, '', '', '', '', '']]
  if (!grades.safe && !grades.likely) return [[ruleLink(id), '–', '0', '', '', '', '', '']]
  return [
    ...(grades.safe ? [[ruleLink(id), 'safe', ...cells(grades.safe), standingOf(grades.safe)]] : []),
    ...(grades.likely ? [[ruleLink(id), 'likely', ...cells(grades.likely), '']] : []),
  ]
}

function cells({ distinct, read, right, debatable, share, low, high }: EditFigures): readonly string[] {
  if (share === null || low === null || high === null) return [number(distinct), '0', '', '', 'not read yet']
  return [
    number(distinct),
    number(read),
    number(right),
    number(debatable),
    `${(share * 100).toFixed(1)} % (${(low * 100).toFixed(0)}–${percent(high)})`,
  ]
}
