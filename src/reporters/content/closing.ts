/** What a report says at its end of all that it doesn't show. */
import type { Severity } from '#rule'
import { tally, type FileReport, type PassedOver, type Tally } from '../../check/file-report.ts'
import type { FindingNote } from '../../check/finding.ts'
import type { HiddenBy } from '../../check/hiding/hidden.ts'
import { counted, grouped, isShown } from './shown.ts'

/** What is known of a run besides its reports. */
export interface ClosingOptions {
  /** The least level that is shown. */
  readonly show: Severity
  /** Whether notices are shown. */
  readonly notices: boolean
  /** What hides findings without a word; left out, all that hides any is reported. */
  readonly unreported?: readonly HiddenBy[]
  /** The files that a search did not read. */
  readonly passedOver: PassedOver
}

/** A line each: levels and notices that are not shown, findings that are known, files that were not read. */
export function closingLines(
  reports: readonly FileReport[],
  { show, notices, unreported = [], passedOver }: ClosingOptions,
): readonly string[] {
  return [
    ...hiddenWords(tally(reports), show),
    ...knownWords(reports, unreported),
    ...(notices ? [] : noticeWords(reports)),
    ...passedOverWords(passedOver),
  ]
}

/** “2 to look at and 1 piece of advice hidden; --all shows them” */
function hiddenWords({ warning, info }: Tally, show: Severity): readonly string[] {
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
  comment: 'comments',
  'side file': 'side files',
  config: 'the config',
  ignored: 'a list of what is ignored',
  baseline: 'the baseline',
  'earlier version': 'an older version',
}

/** “2 hidden by comments, 14 by the baseline” */
function knownWords(reports: readonly FileReport[], unreported: readonly HiddenBy[]): readonly string[] {
  const counts = new Map<HiddenBy, number>()
  for (const { hidden = [] } of reports) for (const { by } of hidden) counts.set(by, (counts.get(by) ?? 0) + 1)
  const parts = (Object.keys(HIDERS) as HiddenBy[]).flatMap((by) => {
    const count = unreported.includes(by) ? undefined : counts.get(by)
    return count === undefined ? [] : [[count, HIDERS[by]] as const]
  })
  const notices = unreported.includes('baseline')
    ? 0
    : reports.reduce((sum, { hiddenNotices = [] }) => sum + hiddenNotices.length, 0)
  if (parts.length === 0) return notices === 0 ? [] : [`${counted(notices, 'notice')} hidden by the baseline`]
  return [
    parts.map(([count, hider], index) => `${grouped(count)}${index === 0 ? ' hidden' : ''} by ${hider}`).join(', ')
      + (notices > 0 ? `, and ${counted(notices, 'notice')}` : ''),
  ]
}

// That a file is empty is reported of each, as long as that buries nothing.
const MOST_EMPTY = 20

function isReported(reports: readonly FileReport[]): (notice: FindingNote) => boolean {
  const empty = reports.filter(({ notices }) => notices.some(({ about }) => about === 'empty')).length
  return ({ about }) => about === 'empty' && empty <= MOST_EMPTY
}

/**
 * The reports without the notices that are only counted; `none` takes out those, too, that are reported unasked: that a
 * file is empty.
 */
export function withoutNotices(reports: readonly FileReport[], none: boolean): readonly FileReport[] {
  const isKept = none ? () => false : isReported(reports)
  return reports.map((report) => {
    const hidden = report.notices.filter((notice) => !isKept(notice))
    return hidden.length === 0
      ? report
      : {
          ...report,
          notices: report.notices.filter(isKept),
          hiddenNotices: [...(report.hiddenNotices ?? []), ...hidden],
        }
  })
}

/**
 * “3 stretches passed over, 1 remark on what hides findings and 30 files without text, in 33 files; --notices shows
 * them”
 */
function noticeWords(reports: readonly FileReport[]): readonly string[] {
  const isShown = isReported(reports)
  const all = reports.flatMap(({ notices }) => notices).filter((notice) => !isShown(notice))
  if (all.length === 0) return []
  const about = (what: FindingNote['about']): number => all.filter((notice) => notice.about === what).length
  const [stretches, remarks, empty] = [about(undefined), about('suppression'), about('empty')]
  const parts = [
    ...(stretches > 0 ? [`${counted(stretches, 'stretch', 'stretches')} passed over`] : []),
    ...(remarks > 0 ? [`${counted(remarks, 'remark')} on what hides findings`] : []),
    ...(empty > 0 ? [`${counted(empty, 'file')} without text`] : []),
  ]
  return [`${parts.join(', ')}; --notices shows ${all.length === 1 ? 'it' : 'them'}`]
}

/** “passed over 12 files: 8 .json, 3 .docx, 1 .rst” */
export function passedOverWords(passedOver: PassedOver): readonly string[] {
  const count = [...passedOver.values()].reduce((sum, files) => sum + files, 0)
  return count === 0
    ? []
    : [
        `passed over ${counted(count, 'file')}: ${[...passedOver].map(([kind, files]) => `${grouped(files)} ${kind}`).join(', ')}`,
      ]
}
