/** Writes the catalogue's section on drafts in which a careful reader marked every error. */
import type { MarkedFigures, TouchedFigures } from '../figures.ts'
import { markdownTable } from '../markdown-table.ts'
import { number } from './words.ts'

/** The section “On marked drafts”. */
export function renderMarked(marked: readonly MarkedFigures[] = []): string {
  const last = marked.at(-1)
  if (last === undefined) return 'Not measured yet; `npm run measure -- FOLDER --against FILE --record` does it.'
  const certainties = Object.keys(last.certainties)
  const headings = [
    'Version',
    'Findings',
    'Touch an error',
    ...certainties.map((certainty) => `Touched of certainty ${certainty}`),
  ]
  const rows = marked.map(({ date, revision, findings, touching, certainties: tallies }) => [
    `${revision}, ${date}`,
    number(findings),
    number(touching),
    ...certainties.map((certainty) => touched(tallies[certainty])),
  ])
  return `${number(last.drafts)} drafts (${number(last.words)} words) in which a careful reader marked every place that he would change, most of them of kinds that
no rule is for. A finding touches an error where it stands on it and is about it (CONTRIBUTING.md says what that means).

${markdownTable(headings, rows)}`
}

function touched(figures: TouchedFigures | undefined): string {
  return figures === undefined ? '' : `${figures.any} of ${figures.errors}`
}
