/** Writes the catalogue's section on errors that were put into published copy: how many of each kind are found. */
import type { Rule } from '#rule'
import type { InjectedFigures, RecallFigures } from '../figures.ts'
import { markdownTable } from '../markdown-table.ts'
import { number, percent, ruleLink, useNote } from './words.ts'

const HEADINGS = ['Error', 'Rule', 'Injected', 'Found at error', 'at warning or above', 'at any level']

/** The section “On injected errors”. */
export function renderInjected(rules: readonly Rule[], figures: InjectedFigures | undefined): string {
  if (figures === undefined) return 'Not measured yet; `npm run inject -- FOLDER… --record` does it.'
  const { articles, words, seed, sets, use = 'development', kinds } = figures
  const known = new Set(rules.map(({ id }) => id))
  const source = `${number(articles)} clean articles (${number(words)} words; ${sets.join(', ')}; seed ${seed})`
  return `One error at a time, put into ${source}. It counts as found only where its rule fires at the place, and didn’t before.
Kinds with * are made from words that the rule itself knows: that it finds them says little of others.
${useNote(use)}

${markdownTable(
  HEADINGS,
  kinds.map((one) => recallRow(one, known)),
)}`
}

function recallRow(
  { kind, rule, closed, injected, any, warning, error }: RecallFigures,
  known: ReadonlySet<string>,
): readonly string[] {
  const share = (found: number): string => (injected > 0 ? percent(found / injected) : '–')
  return [
    closed ? `${kind} *` : kind,
    known.has(rule) ? ruleLink(rule) : rule,
    number(injected),
    share(error),
    share(warning),
    share(any),
  ]
}
