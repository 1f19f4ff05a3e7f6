/** Which findings a report shows, and how it counts the rest. */
import type { Severity } from '#rule'
import type { FileReport, Tally } from '../check/file-report.ts'
import type { Finding } from '../check/finding.ts'
import type { HiddenBy } from '../check/hidden.ts'

const ORDER: readonly Severity[] = ['info', 'warning', 'error']

/** Whether a level is at or over the least that is shown. */
export function isShown(severity: Severity, least: Severity): boolean {
  return ORDER.indexOf(severity) >= ORDER.indexOf(least)
}

/** The findings of at least a level, in the order they came. */
export function shownFindings(findings: readonly Finding[], least: Severity): readonly Finding[] {
  return least === 'info' ? findings : findings.filter(({ severity }) => isShown(severity, least))
}

/** A number with its noun: “1 word”, “1,204 words”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? one : many}`
}

/** What says that findings are hidden: “2 to look at and 1 piece of advice hidden; --all shows them”. Empty where none is. */
export function hiddenWords({ warning, info }: Tally, show: Severity): readonly string[] {
  const warnings = isShown('warning', show) ? 0 : warning
  const infos = isShown('info', show) ? 0 : info
  if (warnings + infos === 0) return []
  const hidden = [
    ...(warnings > 0 ? [counted(warnings, 'to look at', 'to look at')] : []),
    ...(infos > 0 ? [counted(infos, 'piece of advice', 'pieces of advice')] : []),
  ]
  return [`${hidden.join(' and ')} hidden; --all shows ${warnings + infos === 1 ? 'it' : 'them'}`]
}

const HIDERS: Readonly<Record<HiddenBy, string>> = {
  'comment': 'comments', 'side file': 'side files', 'baseline': 'the baseline', 'earlier version': 'being older',
}

/** What says that findings are known: “2 hidden by comments, 14 by the baseline”. Empty where none is. */
export function knownWords(reports: readonly Pick<FileReport, 'hidden'>[]): readonly string[] {
  const counts = new Map<HiddenBy, number>()
  for (const { hidden = [] } of reports) for (const { by } of hidden) counts.set(by, (counts.get(by) ?? 0) + 1)
  const parts = (Object.keys(HIDERS) as HiddenBy[]).flatMap((by) => {
    const count = counts.get(by)
    return count === undefined ? [] : [[count, HIDERS[by]] as const]
  })
  if (parts.length === 0) return []
  return [parts.map(([count, hider], index) => `${count.toLocaleString('en')}${index === 0 ? ' hidden' : ''} by ${hider}`).join(', ')]
}
