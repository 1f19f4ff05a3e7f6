/** Writes a run's report in the format that is asked for. */
import type { Rule, Severity } from '#rule'
import { compactReport } from '../reporters/compact.ts'
import { deskReport } from '../reporters/desk.ts'
import { jsonReport } from '../reporters/json.ts'
import { version } from '../project/package-files.ts'
import type { Arguments, ReportFormat } from './arguments.ts'
import type { RunReport } from './check-files.ts'
import { paletteFor, wantsColour } from './colours.ts'
import type { Io } from './io.ts'

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

/** The report as text. `rules` are those there are, for the formats that tell of them. */
export async function writeReport(run: RunReport, args: Arguments, io: Io, rules: readonly Rule[]): Promise<string> {
  const { files, failures } = run
  const format = formatOfReport(args, io)
  const show = leastShown(args, format)
  const coloured = (): boolean => (args.output === undefined ? wantsColour(args.color, io) : args.color === 'always')
  switch (format) {
    case 'desk':
      // Without a file there is no verdict; stderr has said why.
      if (files.length === 0) return ''
      return deskReport(files, { show, palette: await paletteFor(coloured()), width: args.output === undefined ? io.stdout.columns : undefined })
    case 'vfile': {
      // It brings a table of all emoji along; compact and JSON are too small to be worth a file of their own.
      const { vfileReport } = await import('../reporters/vfile.ts')
      return vfileReport(files, { show, color: coloured(), quiet: args.quiet })
    }
    case 'compact':
      return compactReport(files, { show })
    case 'json':
      return jsonReport(files, { show, version: version(), failures })
    default: {
      // What build servers read; one load for all of them, and none for a plain run.
      const { serverReport } = await import('./server-reports.ts')
      return serverReport(format, run, { show, failOn: args.failOn, cwd: io.cwd, rules })
    }
  }
}

const FOR_PEOPLE: ReadonlySet<ReportFormat> = new Set(['desk', 'html'])

/** `--quiet` shows errors; only reports for people keep advice for those who ask for it. */
export function leastShown({ quiet, all }: Arguments, format: ReportFormat): Severity {
  if (quiet) return 'error'
  return FOR_PEOPLE.has(format) && !all ? 'warning' : 'info'
}
