/** The page that GitHub Actions shows for a step: a table of findings in Markdown. */
import type { Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import type { ReportEntry, RunOptions } from './content/entries.ts'
import { oneLine } from './writing/printable.ts'
import { counted } from './content/shown.ts'
import { verdictCounts, wordsIn } from './content/verdict.ts'
import { worstFirst } from './content/worst-first.ts'

// GitHub refuses a summary of over a megabyte, which several steps’ worth of bytes may share.
const MOST_UNITS = 150_000

const LEVELS: Readonly<Record<Severity, string>> = { error: 'must fix', warning: 'look', info: 'advice' }

/**
 * The summary, to be added to the file that `$GITHUB_STEP_SUMMARY` names: the verdict, then the findings, the worst and
 * newest first; `closing` says what isn't shown.
 */
export function githubSummary(
  reports: readonly FileReport[],
  options: RunOptions,
  closing: readonly string[] = [],
): string {
  const head = `### Copydesk\n\n${counted(reports.length, 'file')}, ${counted(wordsIn(reports), 'word')}: ${verdictCounts(reports)}\n\n${closing.map((line) => `${markdownText(line)}\n\n`).join('')}`
  const entries = worstFirst(reports, options)
  if (entries.length === 0) return head
  const rows: string[] = []
  let units = 0
  for (const entry of entries) {
    const row = rowOf(entry)
    units += row.length
    if (units > MOST_UNITS) break
    rows.push(row)
  }
  const more = entries.length - rows.length
  const end = more > 0 ? `\nAnd ${counted(more, 'more finding')}; the log of the step lists them.\n` : ''
  return `${head}| | where | what | rule |\n| --- | --- | --- | --- |\n${rows.join('')}${end}\n`
}

function rowOf({ path, severity, rule, message, start }: ReportEntry): string {
  const cells = [LEVELS[severity], `${path}${start ? `:${start.line}` : ''}`, message, rule]
  return `| ${cells.map(markdownText).join(' | ')} |\n`
}

// Whatever may begin markup, HTML, a link, a mention, an emoji or a cell. As a number, none of it does.
const MARKUP = /[\\`*_{}[\]<>()#|~@:&$^=+!]|(?<=www)\./gi

/** Text as Markdown that shows just that text. */
function markdownText(text: string): string {
  return oneLine(text).replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
}
