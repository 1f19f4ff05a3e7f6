/** The words and figures that the catalogue's sections on measuring share. */
import type { PublishedFigures, Use } from '../figures.ts'

/** What stands where a rule was never measured: no figure, above all no 0. */
export const NOT_MEASURED = 'not measured yet'

/** The copy that was measured: how much, when, which sets, and whether rules were tuned on it. */
export function introduceCopy({
  articles,
  words,
  sets,
  date,
  use,
}: Pick<PublishedFigures, 'articles' | 'words' | 'sets' | 'date' | 'use'>): string {
  const parts = sets.map(({ name, words }) => `${name} (${number(words)} words)`).join(', ')
  return `${number(words)} words in ${number(articles)} articles, on ${date}: ${parts}.
${useNote(use)}`
}

/** What figures are worth. */
export function useNote(use: Use): string {
  return use === 'development'
    ? '**These are development figures**: rules were tuned on this copy, also after false alarms had been read, and will do worse on copy that nobody looked at.'
    : 'These are test figures: no rule was tuned on this copy.'
}

/** A rule's id that leads to its page. */
export function ruleLink(id: string): string {
  return `[${id}](${id}/rule.md)`
}

/** A share from 0 to 1, in whole percents. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}

/** A count with commas. */
export function number(count: number): string {
  return count.toLocaleString('en')
}
