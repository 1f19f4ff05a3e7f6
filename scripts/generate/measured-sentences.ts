/** Writes the catalogue's section on sentences that were written from rules' pages by people who had not seen the code. */
import type { Rule } from '#rule'
import { wilsonInterval } from '../measure/wilson.ts'
import type { Figures } from './figures.ts'
import { markdownTable } from './markdown-table.ts'
import { number, percent, ruleLink } from './measured-words.ts'

const HEADINGS = ['Rule', 'Faulty', 'Found (95 % interval)', 'Sound', 'Left in peace (95 % interval)']

/** The section “On strangers’ sentences”. */
export function renderUnseen(rules: readonly Rule[], unseen: Figures['unseen'] = {}): string {
  const rows = rules.map(({ id }) => {
    const figures = Object.hasOwn(unseen, id) ? unseen[id] : undefined
    if (!figures) return [ruleLink(id), '', 'not measured yet', '', '']
    const { found, faulty, quiet, sound } = figures
    return [ruleLink(id), number(faulty), share(found, faulty), number(sound), share(quiet, sound)]
  })
  return `Faulty and sound sentences and short drafts that others wrote from a rule’s page alone, before its code was changed. The rule runs by itself: a
faulty one is found where a finding of the level that its writer asks for, mostly warning and above, touches each place; a sound one is left in
peace where nothing is said of it. Some rules were mended after their first misses had been read: sentences that stay unread would do worse.

${markdownTable(HEADINGS, rows)}`
}

function share(good: number, of: number): string {
  if (of === 0) return ''
  const { low, high } = wilsonInterval(good, of)
  return `${percent(good / of)} (${(low * 100).toFixed(0)}–${percent(high)})`
}
