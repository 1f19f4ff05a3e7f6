/** The report as workflow commands, which GitHub Actions shows as annotations in the changed files. */
import type { Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import { ruleName } from '../check/wording/rule-name.ts'
import type { ReportEntry, RunOptions } from './content/entries.ts'
import { printablePath } from './writing/printable.ts'
import { counted } from './content/shown.ts'
import { worstFirst } from './content/worst-first.ts'

// GitHub shows as many annotations of each kind a step and drops the rest in silence.
const MOST = 10

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * The annotations that GitHub will show, the worst and newest first; where there are more findings, a notice that
 * counts them, and all of them as plain lines in a group of the log. Empty where there is nothing to say.
 */
export function githubReport(reports: readonly FileReport[], options: RunOptions): string {
  const entries = worstFirst(reports, options)
  const left: Record<Severity, number> = {
    error: MOST,
    warning: MOST,
    info: entries.length > fitting(entries) ? MOST - 1 : MOST,
  }
  const shown: string[] = []
  const others: ReportEntry[] = []
  for (const entry of entries) {
    if (left[entry.severity]-- > 0) shown.push(annotation(entry))
    else others.push(entry)
  }
  return [...shown, ...(others.length > 0 ? rest(others) : [])].map((line) => `${line}\n`).join('')
}

/** How many entries fit into GitHub's limits. */
function fitting(entries: readonly ReportEntry[]): number {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of entries) counts[severity]++
  return Math.min(counts.error, MOST) + Math.min(counts.warning, MOST) + Math.min(counts.info, MOST)
}

function annotation({ path, severity, rule, message, start, end, finding }: ReportEntry): string {
  // GitHub takes columns only of a stretch within one line.
  const columns = start && end && start.line === end.line ? { col: start.column, endColumn: end.column } : {}
  const lines = start && end ? { line: start.line, endLine: end.line } : {}
  return command(
    COMMANDS[severity],
    { file: printablePath(path), ...lines, ...columns, title: finding ? ruleName(finding) : rule },
    message,
  )
}

function rest(entries: readonly ReportEntry[]): readonly string[] {
  const count = (level: Severity): number => entries.filter(({ severity }) => severity === level).length
  const counts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'notice'],
  ] as const
  const words = counts.flatMap(([number, noun]) => (number > 0 ? [counted(number, `more ${noun}`)] : [])).join(', ')
  return [
    command('notice', { title: 'Copydesk' }, `${words} than GitHub shows; the log of this step lists them`),
    command('group', {}, `Copydesk: ${words}`),
    ...entries.map(logLine),
    command('endgroup', {}, ''),
  ]
}

function logLine({ path, severity, rule, message, start }: ReportEntry): string {
  return `${printablePath(path)}:${start ? `${start.line}:${start.column}:` : ''} ${severity} ${rule}: ${message}`
}

function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
  const written = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',')
  return `::${name}${written === '' ? '' : ` ${written}`}::${escapeData(data)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
