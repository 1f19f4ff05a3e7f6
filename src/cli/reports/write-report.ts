/** Writes a run's report in the format that is asked for. */
import type { Rule, Severity } from '#rule'
import type { HiddenBy } from '../../check/hiding/hidden.ts'
import { closingLines, withoutNotices } from '../../reporters/content/closing.ts'
import { compactReport } from '../../reporters/compact.ts'
import { deskReport } from '../../reporters/desk.ts'
import { jsonReport } from '../../reporters/json.ts'
import { statisticsText } from '../../reporters/statistics.ts'
import { version } from '../../project/package-files.ts'
import type { Arguments, ReportFormat } from '../arguments/arguments.ts'
import type { RunReport } from '../run-report.ts'
import { paletteFor, wantsColour } from './colours.ts'
import type { Io } from '../io.ts'

/** The format that counts: without one, the desk report on a terminal and vfile-reporter's elsewhere. */
export function formatOfReport({ format, output }: Arguments, { stdout }: Io): ReportFormat {
  return format ?? (stdout.isTTY && output === undefined ? 'desk' : 'vfile')
}

// They tell of edits as lines and columns, or count in bytes, or show the story.
const FROM_SOURCE: ReadonlySet<ReportFormat> = new Set(['sarif', 'rdjson', 'rdjsonl', 'html'])

/** Whether a format needs the text of the files. */
export function needsSource(format: ReportFormat): boolean {
  return FROM_SOURCE.has(format)
}

// Pages and listings that end with what they don't show; JSON has it as members, and of the others it is said on
// stderr.
const WITH_CLOSING: ReadonlySet<ReportFormat> = new Set(['desk', 'vfile', 'html'])

const LINES: ReadonlySet<ReportFormat> = new Set(['desk', 'vfile', 'compact', 'unix'])

/** A report as text, and what is to be said beside it of what it doesn't show, a line each. */
export interface WrittenReport {
  readonly text: string
  readonly beside: readonly string[]
  /** The run with the notices that are shown, and no others. */
  readonly shown: RunReport
  /** The run's figures, where they are asked for and the report can't hold them. */
  readonly figures: string
}

/** Writes the report. `rules` are those there are, for the formats that tell of them. */
export async function writeReport(
  run: RunReport,
  args: Arguments,
  io: Io,
  rules: readonly Rule[],
): Promise<WrittenReport> {
  const format = formatOfReport(args, io)
  const closing = closingOf(run, args, format)
  const shown = args.notices || format === 'json' ? run : { ...run, files: withoutNotices(run.files, args.quiet) }
  const text = await reportText(shown, format, closing, args, io, rules)
  // Lines for people go on; what only machines read would be spoilt by them.
  const figures =
    !args.statistics || format === 'json' || format === 'html'
      ? ''
      : statisticsText(run.files, run.passedOver ?? new Map())
  const isOfLines = LINES.has(format)
  return {
    text: isOfLines && figures !== '' ? `${text}${text === '' ? '' : '\n'}${figures}` : text,
    beside: WITH_CLOSING.has(format) || format === 'json' ? [] : closing,
    shown,
    figures: isOfLines ? '' : figures,
  }
}

/**
 * What a report says of what it doesn't show. Those who want quiet are only told, in reports for people, what they
 * would take for sound.
 */
function closingOf(
  { files, passedOver = new Map() }: RunReport,
  args: Arguments,
  format: ReportFormat,
): readonly string[] {
  const isForPeople = FOR_PEOPLE.has(format)
  const show = isForPeople ? leastShown(args, format) : 'info'
  if (!args.quiet)
    return closingLines(files, { show, notices: args.notices, unreported: unreportedIn(format, args), passedOver })
  return isForPeople ? closingLines(files, { show, notices: true, passedOver: new Map() }) : []
}

/**
 * Beside a report, where hooks and scripts read, it isn't reported what the options themselves say: what is older, what an
 * update has taken up.
 */
function unreportedIn(format: ReportFormat, { updateBaseline }: Arguments): readonly HiddenBy[] {
  return WITH_CLOSING.has(format) ? [] : ['earlier version', ...(updateBaseline ? ['baseline' as const] : [])]
}

async function reportText(
  run: RunReport,
  format: ReportFormat,
  closing: readonly string[],
  args: Arguments,
  io: Io,
  rules: readonly Rule[],
): Promise<string> {
  const { files, failures, passedOver } = run
  const show = leastShown(args, format)
  const coloured = (): boolean => (args.output === undefined ? wantsColour(args.color, io) : args.color === 'always')
  switch (format) {
    case 'desk':
      // Without a file there is no verdict; stderr has said why.
      if (files.length === 0) return ''
      return deskReport(files, {
        show,
        closing,
        palette: await paletteFor(coloured()),
        width: args.output === undefined ? io.stdout.columns : undefined,
      })
    case 'vfile': {
      // It brings a table of all emoji along; compact and JSON are too small to be worth a file of their own.
      const { vfileReport } = await import('../../reporters/vfile.ts')
      return vfileReport(files, { show, closing, color: coloured(), quiet: args.quiet })
    }
    case 'compact':
      return compactReport(files, { show })
    case 'json':
      return jsonReport(files, { show, version: version(), failures, passedOver, statistics: args.statistics })
    default: {
      // What build servers read; one load for all of them, and none for a plain run.
      const { serverReport } = await import('./server-reports.ts')
      return serverReport(format, run, {
        show,
        closing,
        statistics: args.statistics,
        failOn: args.failOn,
        cwd: io.cwd,
        rules,
      })
    }
  }
}

const FOR_PEOPLE: ReadonlySet<ReportFormat> = new Set(['desk', 'html'])

/** `--quiet` shows errors; only reports for people keep advice for those who ask for it. */
export function leastShown({ quiet, all }: Arguments, format: ReportFormat): Severity {
  if (quiet) return 'error'
  return FOR_PEOPLE.has(format) && !all ? 'warning' : 'info'
}
