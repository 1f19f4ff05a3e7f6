/** Baselines: the findings that a desk has already, so that only new ones are reported. */
import { knowKeys, recordAt } from '../config/config-file.ts'
import { SettingError } from '../config/config.ts'
import type { SourceReport } from '../check-source.ts'
import type { FindingNote } from '../finding.ts'
import { hashOf, namesOf } from '../fingerprint.ts'
import { hideFindings } from './hidden.ts'

/** What is known of one file: each finding's fingerprint with its rule, each notice's name with `NOTICE`. */
export type BaselineEntries = ReadonlyMap<string, string>

/** The known findings of each file; paths count from the baseline's folder, with slashes. */
export type Baseline = ReadonlyMap<string, BaselineEntries>

const VERSION = 1

/**
 * Checks a baseline's data.
 * @throws {SettingError} for the first thing that can't be followed, with its path in the data.
 */
export function readBaseline(data: unknown): Baseline {
  const whole = recordAt(data, [], 'a baseline')
  knowKeys(whole, ['version', 'files'], [], 'a baseline')
  if (whole['version'] !== VERSION)
    throw new SettingError(`a baseline has “version”: ${VERSION}; another Copydesk wrote this one`, ['version'])
  return new Map(
    Object.entries(recordAt(whole['files'], ['files'], '“files”')).map(
      ([path, entries]) =>
        [
          path,
          new Map(
            Object.entries(recordAt(entries, ['files', path], 'a file')).map(([fingerprint, entry]) => {
              const { rule } = recordAt(entry, ['files', path, fingerprint], 'an entry')
              if (typeof rule !== 'string')
                throw new SettingError('an entry needs its “rule”', ['files', path, fingerprint])
              return [fingerprint, rule] as const
            }),
          ),
        ] as const,
    ),
  )
}

/** A baseline as JSON: sorted, an entry a line, so that two branches' baselines merge line by line. */
export function writeBaseline(baseline: Baseline): string {
  const files = sorted(baseline)
    .filter(([, entries]) => entries.size > 0)
    .map(([path, entries]) => {
      const lines = sorted(entries).map(
        ([fingerprint, rule]) => `      ${JSON.stringify(fingerprint)}: {"rule": ${JSON.stringify(rule)}}`,
      )
      return `    ${JSON.stringify(path)}: {\n${lines.join(',\n')}\n    }`
    })
  return `{\n  "version": ${VERSION},\n  "files": {${files.length > 0 ? `\n${files.join(',\n')}\n  ` : ''}}\n}\n`
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

/** What stands in a baseline where a finding has its rule; no rule is called so. */
export const NOTICE = 'notice'

/** Each notice with the name that a baseline knows it by: its words, and which it is of those that say the same. */
function namedNotices({ notices, hiddenNotices = [] }: SourceReport): readonly (readonly [string, FindingNote])[] {
  const given = new Map<string, number>()
  return [...notices, ...hiddenNotices].map((notice) => {
    const before = given.get(notice.message) ?? 0
    given.set(notice.message, before + 1)
    return [hashOf(`${NOTICE}\n${notice.message}\n${before}`), notice]
  })
}

/** The report without what is known. */
export function hideByBaseline<Report extends SourceReport>(report: Report, entries: BaselineEntries): Report {
  const known = new Set(
    namedNotices(report).flatMap(([name, notice]) => (entries.get(name) === NOTICE ? [notice] : [])),
  )
  const left = hideFindings(report, (finding) =>
    namesOf(finding).some((name) => entries.get(name) === finding.rule) ? { by: 'baseline' } : undefined,
  )
  return known.size === 0 ? left : hideNotices(left, (notice) => known.has(notice))
}

/** The report without all that stands in it, once a baseline has taken it up. */
export function hideAll<Report extends SourceReport>(report: Report): Report {
  return hideNotices(
    hideFindings(report, () => ({ by: 'baseline' })),
    () => true,
  )
}

function hideNotices<Report extends SourceReport>(report: Report, isKnown: (notice: FindingNote) => boolean): Report {
  const hidden = report.notices.filter(isKnown)
  if (hidden.length === 0) return report
  return {
    ...report,
    notices: report.notices.filter((notice) => !isKnown(notice)),
    hiddenNotices: [...(report.hiddenNotices ?? []), ...hidden],
  }
}

/**
 * The names of what a file's report no longer has.
 * @param active The ids of the rules that ran, and `NOTICE` where all notices are there: of the others nothing is
 * known.
 */
export function staleEntries(
  entries: BaselineEntries,
  report: SourceReport,
  active: readonly string[],
): readonly string[] {
  const there = new Set([
    ...(report.hidden?.flatMap(({ by, finding }) => (by === 'baseline' ? namesOf(finding) : [])) ?? []),
    ...namedNotices(report).map(([name]) => name),
  ])
  return [...entries].filter(([name, rule]) => active.includes(rule) && !there.has(name)).map(([name]) => name)
}

/**
 * A file's entries brought up to date: what its report tells or the baseline hid, and what rules that didn't run had.
 */
export function updatedEntries(
  entries: BaselineEntries,
  report: SourceReport,
  active: readonly string[],
): BaselineEntries {
  const kept = [...entries].filter(([, rule]) => !active.includes(rule))
  const hidden = report.hidden?.flatMap(({ by, finding }) => (by === 'baseline' ? [finding] : [])) ?? []
  return new Map([
    ...kept,
    ...[...report.findings, ...hidden].map(({ fingerprint, rule }) => [fingerprint, rule] as const),
    ...(active.includes(NOTICE) ? namedNotices(report).map(([name]) => [name, NOTICE] as const) : []),
  ])
}
