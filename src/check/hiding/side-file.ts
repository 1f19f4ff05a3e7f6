/**
 * Side files: which findings of a draft are hidden, for formats that have no comments. The draft's own text stays
 * untouched.
 */
import { knowKeys, recordAt } from '../config/config-file.ts'
import { SettingError } from '../config/config.ts'
import { didYouMean } from '../../options/did-you-mean.ts'
import type { RuleScope, SourceReport } from '../check-source.ts'
import { namesOf } from '../fingerprint.ts'
import type { Finding, FindingNote } from '../finding.ts'
import { hideFindings } from './hidden.ts'

/** One entry: it hides what fits all that it names. */
export interface SideEntry {
  readonly fingerprint?: string
  readonly rule?: string
  /** The writer's words. */
  readonly quote?: string
  readonly reason?: string
}

const KEYS = ['fingerprint', 'rule', 'quote', 'reason']

/**
 * Checks a side file's data: `ignore`, a list of `{rule, quote, reason}` or `{fingerprint, reason}`.
 * @throws {SettingError} for the first thing that can't be followed, with its path in the data.
 */
export function readSideFile(data: unknown, rules: readonly string[]): readonly SideEntry[] {
  if (data === null || data === undefined) return []
  const file = recordAt(data, [], 'a side file')
  knowKeys(file, ['ignore'], [], 'a side file')
  const { ignore } = file
  if (ignore === null || ignore === undefined) return []
  if (!Array.isArray(ignore))
    throw new SettingError('“ignore” is a list of entries with “rule”, “quote” and “reason”', ['ignore'])
  return ignore.map((entry: unknown, index) => {
    const at = ['ignore', index]
    const record = recordAt(entry, at, 'an entry')
    knowKeys(record, KEYS, at, 'an entry')
    for (const key of KEYS) {
      const value = record[key]
      if (value !== undefined && (typeof value !== 'string' || value.trim() === '')) {
        throw new SettingError(`“${key}” is a text; put quotation marks around it`, [...at, key])
      }
    }
    const { rule, fingerprint } = record as SideEntry
    if (rule === undefined && fingerprint === undefined)
      throw new SettingError('an entry needs a “rule” or a “fingerprint”', at)
    if (rule !== undefined && !rules.includes(rule))
      throw new SettingError(`there is no rule “${rule}”${didYouMean(rule, rules)}`, [...at, 'rule'])
    return record as SideEntry
  })
}

/**
 * The report without what the entries hide. Of an entry that hides nothing there is a notice at the draft's start.
 * @param active The ids of the rules that run.
 */
export function hideBySideFile<Report extends SourceReport>(
  report: Report,
  entries: readonly SideEntry[],
  active: readonly string[],
  { isPartial = false }: RuleScope = {},
): Report {
  const used = new Set<SideEntry>()
  const byRule = new Map<string | undefined, SideEntry[]>()
  for (const entry of entries) byRule.set(entry.rule, [...(byRule.get(entry.rule) ?? []), entry])
  const hidden = hideFindings(report, (finding) => {
    const entry = [...(byRule.get(finding.rule) ?? []), ...(byRule.get(undefined) ?? [])].find((one) =>
      fits(one, finding),
    )
    if (!entry) return undefined
    used.add(entry)
    return { by: 'side file', ...(entry.reason === undefined ? {} : { reason: entry.reason }) }
  })
  if (isPartial) return hidden
  const unused = entries.filter(
    (entry) => !used.has(entry) && (entry.rule === undefined || active.includes(entry.rule)),
  )
  return unused.length === 0 ? hidden : { ...hidden, notices: [...hidden.notices, ...unused.map(noticeOf)] }
}

function fits({ rule, fingerprint, quote }: SideEntry, finding: Finding): boolean {
  return (
    (rule === undefined || rule === finding.rule)
    && (fingerprint === undefined || namesOf(finding).includes(fingerprint))
    && (quote === undefined || quote === finding.quote)
  )
}

function noticeOf({ rule, quote, fingerprint }: SideEntry): FindingNote {
  const what = [rule, quote === undefined ? undefined : `“${quote}”`, fingerprint]
    .filter((part) => part !== undefined)
    .join(' ')
  const start = { line: 1, column: 1, offset: 0 }
  return {
    message: `the side file’s entry ${what} suppresses nothing; take it out`,
    start,
    end: start,
    about: 'suppression',
  }
}
