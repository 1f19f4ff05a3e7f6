/**
 * The desk report, for a night editor with four minutes: the verdict, then what must be fixed, then what to look at.
 */
import { SEVERITIES, type Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import { commonFindings, type CommonFindings } from './content/common-findings.ts'
import { commonEntry, findingEntry, noticeEntry, type EntryLayout } from './desk/desk-entry.ts'
import type { Paint, Palette } from './writing/palette.ts'
import { printablePath } from './writing/printable.ts'
import { counted, isShown } from './content/shown.ts'
import { verdictCounts, verdictOn, wordsIn, type StoryVerdict } from './content/verdict.ts'
import { wrap } from './writing/wrap.ts'

export interface DeskOptions {
  /** The least level that is shown; what lies under it is counted. */
  readonly show: Severity
  readonly palette: Palette
  /** The terminal's columns; left out, 80. */
  readonly width?: number | undefined
  /** What is said at the end of what isn't shown, a line each. */
  readonly closing?: readonly string[] | undefined
}

// Longer lines than these are hard to read, and shorter ones hold no sentence.
const WIDEST = 100
const NARROWEST = 40
const USUAL = 80

const HEADINGS: Readonly<Record<Severity, string>> = { error: 'MUST FIX', warning: 'LOOK', info: 'ADVICE' }
const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' }

/**
 * The desk report. What very many files have is told once, above the files. One file gets its verdict, clean or not; of
 * several, those with nothing else to show are counted at the end.
 */
export function deskReport(reports: readonly FileReport[], options: DeskOptions): string {
  const { show } = options
  const width = Math.max(NARROWEST, Math.min(options.width ?? USUAL, WIDEST))
  const common = commonFindings(reports, show)
  const reported = reports.length === 1 ? reports : reports.filter((report) => hasSomethingToShow(report, show, common))
  const parts = [
    ...(common.all.length > 0 ? [commonPart(common, reports.length, { ...options, width })] : []),
    ...reported.map((report) => filePart(report, common, { ...options, width })),
  ]
  const closing = [...(reports.length > 1 ? [totals(reports, options.palette)] : []), ...(options.closing ?? [])]
  if (closing.length > 0) parts.push(`${closing.join('\n')}\n`)
  return parts.join('\n')
}

function hasSomethingToShow({ findings, notices }: FileReport, show: Severity, common: CommonFindings): boolean {
  return notices.length > 0 || findings.some((finding) => isShown(finding.severity, show) && !common.has(finding))
}

type SetOptions = DeskOptions & { readonly width: number }

function commonPart({ all }: CommonFindings, total: number, { palette, width }: SetOptions): string {
  const layout: EntryLayout = { palette, width, gutter: Math.max(3, ...all.map(({ files }) => String(files).length)) }
  const advice = wrap(
    [
      {
        text: 'What is the site’s own is known by such a line under “known:” in copydesk.yml; docs/known-findings.md says more.',
        paint: palette.dim,
      },
    ],
    width,
  )
  return [
    palette.bold('IN MANY FILES'),
    ...all.flatMap((one) => commonEntry(one, total, palette[COLOURS[one.severity]], layout)),
    ...advice.map(({ text }) => text),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function filePart(report: FileReport, common: CommonFindings, { show, palette, width }: SetOptions): string {
  const { path, words, notices } = report
  const findings = report.findings.filter((finding) => !common.has(finding))
  const lines = [
    `${palette.bold(printablePath(path))}  ${palette.dim(counted(words, 'word'))}  ${verdict(report, palette)}`,
  ]
  const lastLine = [...findings, ...notices].reduce((last, { start }) => Math.max(last, start.line), 0)
  const layout: EntryLayout = { palette, width, gutter: Math.max(3, String(lastLine).length) }
  const add = (heading: string, paint: Paint, entries: Iterable<readonly string[]>): void => {
    lines.push(...(lines.length === 1 ? [''] : []), palette.bold(paint(heading)))
    for (const entry of entries) lines.push(...entry)
  }
  for (const level of SEVERITIES) {
    const paint = palette[COLOURS[level]]
    const entries = isShown(level, show) ? inStoryOrder(findings.filter(({ severity }) => severity === level)) : []
    if (entries.length > 0)
      add(
        HEADINGS[level],
        paint,
        entries.map((finding) => findingEntry(finding, paint, layout)),
      )
  }
  for (const [heading, about] of [
    ['PASSED OVER', undefined],
    ['SUPPRESSIONS', 'suppression'],
  ] as const) {
    const reported = notices.filter((notice) => notice.about === about)
    if (reported.length > 0)
      add(
        heading,
        palette.dim,
        reported.map((notice) => noticeEntry(notice, layout)),
      )
  }
  const above = report.findings.length - findings.length
  if (above > 0)
    lines.push(
      palette.dim(
        `${' '.repeat(layout.gutter + 2)}and ${above} that ${above === 1 ? 'stands' : 'stand'} in many files, above`,
      ),
    )
  return `${lines.join('\n')}\n`
}

function inStoryOrder(findings: FileReport['findings']): FileReport['findings'] {
  return findings.toSorted((one, other) => one.start.offset - other.start.offset)
}

const VERDICT_COLOURS: Readonly<Record<StoryVerdict['word'], 'red' | 'yellow' | 'green'>> = {
  stop: 'red',
  look: 'yellow',
  empty: 'yellow',
  clean: 'green',
}

function verdict(report: FileReport, palette: Palette): string {
  const { word, text } = verdictOn(report)
  return palette.bold(palette[VERDICT_COLOURS[word]](text))
}

/** “12 files, 4,812 words: 2 stop, 3 to look at, 7 clean”. */
function totals(reports: readonly FileReport[], palette: Palette): string {
  return `${palette.bold(counted(reports.length, 'file'))}, ${counted(wordsIn(reports), 'word')}: ${verdictCounts(reports)}`
}
