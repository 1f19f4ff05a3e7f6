/** Says in tables what a run of the checker brought. */
import { SEVERITIES } from '#rule'
import type { Alarm, CheckerRun } from './run-checker.ts'
import { renderTable, type TableColumn } from './table.ts'
import { per100k, tallyAlarms, type RuleTally } from './tally.ts'

const COLUMNS: readonly TableColumn[] = [
  { heading: 'rule', align: 'left' },
  { heading: 'level', align: 'left' },
  { heading: 'alarms', align: 'right' },
  { heading: 'per 100,000 words', align: 'right' },
  { heading: 'articles', align: 'right' },
]
const COST: readonly TableColumn[] = [
  { heading: 'ms', align: 'right' },
  { heading: 'words/s', align: 'right' },
]

/** The whole run: a table of rules and levels with their cost, the totals, and the speed. */
export function renderSummary(run: CheckerRun): string {
  const { words, ms, ruleMs } = run
  const rules = [...ruleMs.values()].reduce((sum, one) => sum + one, 0)
  const rows = run.rules.flatMap((rule) => {
    const cost = ruleMs.get(rule) ?? 0
    return ruleRows(rule, tallyAlarms(run.alarms.filter(({ finding }) => finding.rule === rule)), run).map(
      (row, index) => [...row, ...(index === 0 ? [cost.toFixed(0), speed(words, cost)] : ['', ''])],
    )
  })
  const totals = totalRows(run.alarms, run).map((row, index) => [
    ...row,
    ...(index === 0 ? [ms.toFixed(0), speed(words, ms)] : ['', '']),
  ])
  return `${renderTable([...COLUMNS, ...COST], [...rows, ...totals])}

${sizeOf(run)} in ${(ms / 1000).toFixed(1)} s: ${speed(words, ms)} words a second.
A rule's time is its own, ${(rules / 1000).toFixed(1)} s for all; the rest is reading and the facts that they share.
`
}

/** A table for each data set. */
export function renderBySet(run: CheckerRun): string {
  return run.sets
    .map((set) => {
      const alarms = run.alarms.filter(({ article }) => article.folder === set.name)
      const rows = [...tallyAlarms(alarms).map((tally) => tallyRow(tally, set)), ...totalRows(alarms, set)]
      return `${set.name}: ${sizeOf(set)}\n${renderTable(COLUMNS, rows)}\n`
    })
    .join('\n')
}

interface Size {
  readonly articles: number
  readonly words: number
}

function ruleRows(rule: string, tallies: readonly RuleTally[], size: Size): readonly string[][] {
  return tallies.length > 0 ? tallies.map((tally) => tallyRow(tally, size)) : [[rule, '–', '0', '0.00', '–']]
}

function totalRows(alarms: readonly Alarm[], size: Size): readonly string[][] {
  const all = tallyAlarms(
    alarms.map(({ article, finding }) => ({ article, finding: { ...finding, rule: 'all rules' } })),
  )
  return SEVERITIES.map((level) => {
    const none = { rule: 'all rules', level, alarms: 0, articles: 0 }
    return tallyRow(all.find((tally) => tally.level === level) ?? none, size)
  })
}

function tallyRow({ rule, level, alarms, articles }: RuleTally, size: Size): string[] {
  const share = size.articles > 0 ? articles / size.articles : 0
  return [
    rule,
    level,
    alarms.toLocaleString('en'),
    per100k(alarms, size.words).toFixed(2),
    `${(share * 100).toFixed(2)} %`,
  ]
}

function sizeOf({ articles, words }: Size): string {
  return `${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'}, ${words.toLocaleString('en')} words`
}

function speed(words: number, ms: number): string {
  return ms > 0 ? Math.round((words / ms) * 1000).toLocaleString('en') : '–'
}
