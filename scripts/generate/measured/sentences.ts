/**
 * Writes the catalogue's section on sentences that were written from rules' pages by people who had not seen the code.
 */
import type { Rule } from '#rule'
import { wilsonInterval } from '../../measure/wilson.ts'
import type { Figures, UnseenTally } from '../figures.ts'
import { markdownTable } from '../markdown-table.ts'
import { NOT_MEASURED, number, percent, ruleLink } from './words.ts'

const HEADINGS = [
  'Rule',
  'Held out: found (95 % interval)',
  'Held out: left in peace',
  'Read: found',
  'Read: left in peace',
]

/** The section “On strangers’ sentences”. */
export function renderUnseen(rules: readonly Rule[], unseen: Figures['unseen'] = {}): string {
  const rows = rules.map(({ id }) => {
    const figures = Object.hasOwn(unseen, id) ? unseen[id] : undefined
    return [ruleLink(id), ...sharesOf(figures?.heldOut), ...sharesOf(figures)]
  })
  return `Faulty and sound sentences and short drafts that others wrote from a rule’s page alone, before its code was changed. The rule runs by itself: a
faulty one is found where a finding of the level that its writer asks for, mostly warning and above, touches each place; a sound one is left in
peace where nothing is said of it. Rules were mended after their misses in one half had been read; of the other half, held out, only counts were looked at.

${markdownTable(HEADINGS, rows)}`
}

function sharesOf(tally: UnseenTally | undefined): readonly [string, string] {
  return tally === undefined ? [NOT_MEASURED, ''] : [share(tally.found, tally.faulty), share(tally.quiet, tally.sound)]
}

function share(good: number, of: number): string {
  if (of === 0) return ''
  const { low, high } = wilsonInterval(good, of)
  return `${number(good)} of ${number(of)}, ${percent(good / of)} (${(low * 100).toFixed(0)}–${percent(high)})`
}
