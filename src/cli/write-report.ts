/** Writes a run's report in the format that is asked for. */
import type { Severity } from '#rule'
import { compactReport } from '../reporters/compact.ts'
import { deskReport } from '../reporters/desk.ts'
import { jsonReport } from '../reporters/json.ts'
import type { Arguments, ReportFormat } from './arguments.ts'
import type { RunReport } from './check-files.ts'
import { paletteFor, wantsColour } from './colours.ts'
import type { Io } from './io.ts'
import { version } from './package-files.ts'

/** The report as text; without a format, the desk report on a terminal and vfile-reporter's elsewhere. */
export async function writeReport({ files, failures }: RunReport, args: Arguments, io: Io): Promise<string> {
  const format: ReportFormat = args.format ?? (io.stdout.isTTY ? 'desk' : 'vfile')
  const show = leastShown(args, format)
  switch (format) {
    case 'desk':
      // Without a file there is no verdict; stderr has said why.
      if (files.length === 0) return ''
      return deskReport(files, { show, palette: await paletteFor(wantsColour(args.color, io)), width: io.stdout.columns })
    case 'vfile': {
      // It brings a table of all emoji along; the other reporters are too small to be worth a file of their own.
      const { vfileReport } = await import('../reporters/vfile.ts')
      return vfileReport(files, { show, color: wantsColour(args.color, io), quiet: args.quiet })
    }
    case 'compact':
      return compactReport(files, { show })
    case 'json':
      return jsonReport(files, { show, version: version(), failures })
  }
}

/** `--quiet` shows errors; only the desk report keeps advice for those who ask for it. */
function leastShown({ quiet, all }: Arguments, format: ReportFormat): Severity {
  if (quiet) return 'error'
  return format === 'desk' && !all ? 'warning' : 'info'
}
