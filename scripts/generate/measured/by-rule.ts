/** Writes the catalogue's first table of figures: a line a rule, of the copy that says most about it. */
import type { Rule, Severity } from '#rule'
import type { Figures, InjectedFigures, PublishedFigures, UnseenFigures } from '../figures.ts'
import { markdownTable } from '../markdown-table.ts'
import { NOT_MEASURED, number, percent, useNote } from './words.ts'

const HEADINGS = [
  'What it finds',
  'Errors put in: found',
  'Strangers’ errors: found',
  'Strangers’ sound copy: left in peace',
  'Wrong errors per 100,000 words',
  'Wrong warnings per 100,000 words',
]

/** The section “By rule”: figures of copy held out go before those of copy that rules were tuned on. */
export function renderByRule(
  rules: readonly Rule[],
  { published: tuned, injected: injectedTuned, heldOut = {}, unseen = {} }: Figures,
): string {
  const published = heldOut.published ?? tuned
  const injected = heldOut.injected ?? injectedTuned
  const rows = rules
    .toSorted((one, other) => (one.title < other.title ? -1 : 1))
    .map(({ id, title }) => [
      `[${title}](${id}/rule.md)`,
      recallOf(id, injected),
      ...sentencesOf(Object.hasOwn(unseen, id) ? unseen[id] : undefined),
      wrongAt('error', id, published),
      wrongAt('warning', id, published),
    ])
  const copies = [
    ...(injected
      ? [`Errors were put into ${number(injected.words)} words. ${useNote(injected.use ?? 'development')}`]
      : []),
    ...(published
      ? [`Wrong findings were counted in ${number(published.words)} words. ${useNote(published.use)}`]
      : []),
  ]
  return `How many errors are found that a program put into published copy, one a story; how many in sentences and short drafts that strangers wrote
from the rule’s page alone, and how much of their sound copy is left in peace (of a half that nobody who writes rules has read, where there is one);
how often what is said of published copy is wrong. Found means at warning or above; errors made from words that the rule itself knows are left out.

${[markdownTable(HEADINGS, rows), ...copies].join('\n\n')}`
}

/** How many errors of a rule's open kinds there are, and how many were found at warning or above. */
export function errorsPutIn(
  rule: string,
  injected: InjectedFigures | undefined,
): { readonly all: number; readonly found: number } {
  const open = injected?.kinds.filter((kind) => kind.rule === rule && !kind.closed) ?? []
  return {
    all: open.reduce((sum, kind) => sum + kind.injected, 0),
    found: open.reduce((sum, { warning }) => sum + warning, 0),
  }
}

function recallOf(rule: string, injected: InjectedFigures | undefined): string {
  const { all, found } = errorsPutIn(rule, injected)
  return all === 0 ? NOT_MEASURED : shareOf(found, all)
}

function sentencesOf(figures: UnseenFigures | undefined): readonly [string, string] {
  if (figures === undefined) return [NOT_MEASURED, NOT_MEASURED]
  const { found, faulty, quiet, sound } = figures.heldOut ?? figures
  return [faulty === 0 ? '' : shareOf(found, faulty), sound === 0 ? '' : shareOf(quiet, sound)]
}

/** How many findings of a level are not right, as far as they have been read. */
function wrongAt(level: Severity, rule: string, published: PublishedFigures | undefined): string {
  if (published === undefined || !Object.hasOwn(published.rules, rule)) return NOT_MEASURED
  const figures = published.rules[rule]![level]
  return figures === undefined ? '0.00' : (figures.falsePer100k?.toFixed(2) ?? 'not read yet')
}

function shareOf(good: number, of: number): string {
  return `${percent(good / of)} of ${number(of)}`
}
