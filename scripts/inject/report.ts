/** Tells what came of injected errors: a table, the misses to read, and the figures for the catalogue. */
import type { RecallFigures } from '../generate/figures.ts'
import { contextOf } from '../measure/context.ts'
import { renderTable, type TableColumn } from '../measure/table.ts'
import { wilsonInterval } from '../measure/wilson.ts'
import type { ErrorKind } from './kind.ts'
import type { KindOutcome, InjectionOutcome } from './run.ts'

const COLUMNS: readonly TableColumn[] = [
  { heading: 'kind', align: 'left' },
  { heading: 'rule', align: 'left' },
  { heading: 'injected', align: 'right' },
  { heading: 'error', align: 'right' },
  { heading: 'warning+', align: 'right' },
  { heading: 'any', align: 'right' },
  { heading: 'warning+, 95 %', align: 'left' },
  { heading: 'bar', align: 'left' },
]

/** How many were found at each level or above. */
export function figuresOf({ kind, outcomes }: KindOutcome): RecallFigures {
  const found = (...levels: readonly InjectionOutcome['level'][]): number =>
    outcomes.filter(({ level }) => levels.includes(level)).length
  return {
    kind: kind.name,
    rule: kind.rule,
    ...(kind.closed ? { closed: true as const } : {}),
    injected: outcomes.length,
    any: found('info', 'warning', 'error'),
    warning: found('warning', 'error'),
    error: found('error'),
  }
}

/** The table, a line a kind. */
export function renderOutcomes(results: readonly KindOutcome[]): string {
  return `${renderTable(
    COLUMNS,
    results.map((result) => rowOf(result)),
  )}\n`
}

function rowOf(result: KindOutcome): string[] {
  const { kind, rule, injected, error, warning, any } = figuresOf(result)
  if (injected === 0) return [kind, rule, '0', '', '', '', 'no place for it here', '']
  if (!result.hasRule) return [kind, rule, String(injected), '', '', '', 'no rule yet', '']
  const { low, high } = wilsonInterval(warning, injected)
  const share = (count: number): string => (count / injected).toFixed(3)
  const { bar } = result.kind
  const met = bar === undefined ? '' : `${bar.toFixed(2)} ${warning / injected >= bar ? 'met' : 'missed'}`
  return [
    kind,
    rule,
    String(injected),
    share(error),
    share(warning),
    share(any),
    `${low.toFixed(2)}–${high.toFixed(2)}`,
    met,
  ]
}

const WORDS_OF_CONTEXT = 14

/** Up to so many errors of each kind that weren't found at warning or above, in context. */
export function renderMisses(results: readonly KindOutcome[], count: number): string {
  return results
    .filter(({ hasRule }) => hasRule)
    .flatMap(({ kind, outcomes }) => {
      const missed = outcomes.filter(({ level }) => level !== 'error' && level !== 'warning')
      if (missed.length === 0) return []
      return [
        `\n${kind.name}: ${missed.length} of ${outcomes.length} not found at warning or above\n`,
        ...missed.slice(0, count).map(renderMiss),
      ]
    })
    .join('')
}

function renderMiss({ article, change, text, at, level }: InjectionOutcome): string {
  const was = article.text.slice(change.start, change.end)
  const heading = `${article.folder} ${article.id}${level ? ` (${level} only)` : ''}${was === '' ? '' : `, was “${was}”`}`
  return `  ${heading}\n    ${contextOf(text, at, WORDS_OF_CONTEXT)}\n`
}

/** The kinds with their rules and bars, a line each. */
export function renderKinds(kinds: readonly ErrorKind[], ruleIds: readonly string[]): string {
  const columns: readonly TableColumn[] = [
    { heading: 'kind', align: 'left' },
    { heading: 'rule', align: 'left' },
    { heading: 'bar', align: 'left' },
  ]
  const rows = kinds.map(({ name, rule, bar }) => [
    name,
    ruleIds.includes(rule) ? rule : `${rule} (no rule yet)`,
    bar?.toFixed(2) ?? '',
  ])
  return `${renderTable(columns, rows)}\n`
}
