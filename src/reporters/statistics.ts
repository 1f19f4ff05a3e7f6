/** The figures of a run: findings by rule and level, words, files, and what was not read. */
import { tally, type FileReport, type PassedOver, type Tally } from '../check/file-report.ts'
import { escapeXml } from './writing/escape-xml.ts'
import { passedOverWords } from './content/closing.ts'
import { counted, grouped } from './content/shown.ts'
import { wordsIn } from './content/verdict.ts'

/**
 * How often one rule has found something; `hidden` counts what comments, side files, a baseline or an older version
 * hide.
 */
export interface RuleCounts extends Tally {
  readonly rule: string
  readonly hidden: number
}

/** The rules that have found something in some files, those that found most first. */
export function countByRule(reports: readonly FileReport[]): readonly RuleCounts[] {
  const counts = new Map<string, { error: number; warning: number; info: number; hidden: number }>()
  const countsOf = (rule: string): { error: number; warning: number; info: number; hidden: number } => {
    const known = counts.get(rule) ?? { error: 0, warning: 0, info: 0, hidden: 0 }
    counts.set(rule, known)
    return known
  }
  for (const { findings, hidden = [] } of reports) {
    for (const { rule, severity } of findings) countsOf(rule)[severity]++
    for (const { finding } of hidden) countsOf(finding.rule).hidden++
  }
  const all = ({ error, warning, info, hidden }: Omit<RuleCounts, 'rule'>): number => error + warning + info + hidden
  return [...counts]
    .map(([rule, of]) => ({ rule, ...of }))
    .toSorted((one, other) => all(other) - all(one) || (one.rule < other.rule ? -1 : 1))
}

/** The figures as a table of text, a line each, at most 80 columns wide unless a rule's name is. */
export function statisticsText(reports: readonly FileReport[], passedOver: PassedOver): string {
  const [head, ...rows] = tableOf(reports)
  const widths = head!.map((_, column) => Math.max(...[head!, ...rows].map((row) => row[column]!.length)))
  const lines = [head!, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
  return [...(rows.length > 1 ? lines : ['nothing found']), ...filesLines(reports, passedOver)]
    .map((line) => `${line}\n`)
    .join('')
}

/** The figures as a part of a page. */
export function statisticsHtml(reports: readonly FileReport[], passedOver: PassedOver): string {
  const [head, ...rows] = tableOf(reports)
  const cells = (row: readonly string[]): string =>
    row
      .slice(1)
      .map((cell) => `<td class="count">${cell}</td>`)
      .join('')
  return [
    '<table>\n<caption>Findings by rule and level</caption>\n',
    `<thead><tr>${head!.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>\n<tbody>\n`,
    ...rows.map((row) => `<tr><th scope="row">${escapeXml(row[0]!)}</th>${cells(row)}</tr>\n`),
    `</tbody>\n</table>\n${filesLines(reports, passedOver)
      .map((line) => `<p>${line}</p>\n`)
      .join('')}`,
  ].join('')
}

/** The head, a row each rule, and their sum. */
function tableOf(reports: readonly FileReport[]): readonly (readonly string[])[] {
  const rules = countByRule(reports)
  const hasHidden = rules.some(({ hidden }) => hidden > 0)
  const row = (name: string, { error, warning, info, hidden }: Omit<RuleCounts, 'rule'>): readonly string[] => [
    name,
    grouped(error),
    grouped(warning),
    grouped(info),
    ...(hasHidden ? [grouped(hidden)] : []),
  ]
  return [
    ['Rule', 'errors', 'warnings', 'advice', ...(hasHidden ? ['hidden'] : [])],
    ...rules.map((counts) => row(counts.rule, counts)),
    row('all', { ...tally(reports), hidden: rules.reduce((sum, { hidden }) => sum + hidden, 0) }),
  ]
}

/** “12 files, 4,812 words: 8 markdown, 4 text” and what was passed over. */
function filesLines(reports: readonly FileReport[], passedOver: PassedOver): readonly string[] {
  const formats = new Map<string, number>()
  for (const { format } of reports) formats.set(format, (formats.get(format) ?? 0) + 1)
  const byFormat = [...formats]
    .toSorted(([, one], [, other]) => other - one)
    .map(([format, files]) => `${grouped(files)} ${format}`)
    .join(', ')
  return [
    `${counted(reports.length, 'file')}, ${counted(wordsIn(reports), 'word')}${byFormat === '' ? '' : `: ${byFormat}`}`,
    ...passedOverWords(passedOver),
  ]
}
