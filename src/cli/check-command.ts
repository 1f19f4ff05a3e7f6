/** The command's main job: finds the files, checks them, reports, and says how it went. */
import type { Rule, Severity } from '#rule'
import { tally } from '../check/file-report.ts'
import { counted } from '../reporters/shown.ts'
import type { Arguments } from './arguments.ts'
import { checkFiles, type RunReport, type RunTask } from './check-files.ts'
import { findFiles } from './find-files.ts'
import type { FixRun } from './fix-files.ts'
import type { Io } from './io.ts'
import { narrowRun, type NarrowRun } from './narrow-run.ts'
import { say } from './say.ts'
import { Settings } from './settings.ts'
import { formatOfReport, leastShown, needsSource, writeReport } from './write-report.ts'

const OK = 0
const FINDINGS = 1
const FAILED = 2

/**
 * Checks what the arguments name and gives the exit code.
 * @throws {UsageError} where the arguments name a rule that isn't there, or a file that the report can't go to.
 */
export async function check(args: Arguments, io: Io, rules: readonly Rule[]): Promise<number> {
  const settings = new Settings(rules, { ...args, cwd: io.cwd })
  const search = await findFiles(args.inputs, io.cwd, (path) => settings.isIgnored(path))
  const keepsSource = needsSource(formatOfReport(args, io))
  const narrow = await narrowRun(search.inputs, args, settings, io)
  const task: RunTask = { inputs: narrow.inputs, settings, stdinFilename: args.stdinFilename, io, keepsSource }
  // Loaded for those whose report goes elsewhere than to the standard output.
  const delivery = args.output !== undefined || args.format === 'github' ? await import('./deliver-report.ts') : undefined
  if (args.output !== undefined) delivery!.assertOutput(args.output, io.cwd, search.inputs)
  const fixing = args.fix && await fix(task, narrow, args)
  const { files, failures } = await narrow.finish(await checkFiles({ ...task, inputs: fixing?.inputs ?? task.inputs }))
  const report = { files, failures: [...search.failures, ...(fixing?.failures ?? []), ...failures] }
  for (const { path, message } of report.failures) say(io, message, path)
  if (fixing) sayWhatWasFixed(fixing, report, args, io)
  if (fixing && fixing.output !== '' && !(args.fixDryRun && args.output !== undefined)) io.stdout.write(fixing.output)
  // A diff takes the report's place.
  const text = fixing && args.fixDryRun ? fixing.output : await writeReport(report, args, io, rules)
  if (args.format === 'github' && !args.fixDryRun) delivery!.addStepSummary(report, leastShown(args, args.format), io)
  if (args.output !== undefined) return delivery!.writeOutput(args.output, text, io) ? exitCode(report, args) : FAILED
  if (args.fixDryRun) return exitCode(report, args)
  // The standard output holds the fixed copy of the standard input.
  if (text !== '') (args.fix && args.inputs.includes('-') ? io.stderr : io.stdout).write(text)
  return exitCode(report, args)
}

/** Fixes what may be fixed. Loaded for those who ask for it. */
async function fix(task: RunTask, { hide }: NarrowRun, args: Arguments): Promise<FixRun> {
  const { fixFiles } = await import('./fix-files.ts')
  return fixFiles({ ...task, hide, grades: new Set(args.fix === 'likely' ? ['safe', 'likely'] : ['safe']), isDryRun: args.fixDryRun })
}

/** “fixed 3 in 2 files; 1 error, 4 warnings and 2 pieces of advice left”. */
function sayWhatWasFixed({ fixed, files }: FixRun, report: RunReport, { fixDryRun }: Arguments, io: Io): void {
  const { error, warning, info } = tally(report.files)
  const done = `${fixDryRun ? 'would fix' : 'fixed'} ${fixed === 0 ? 'nothing' : `${counted(fixed, 'finding')} in ${counted(files, 'file')}`}`
  const left = [counted(error, 'error'), counted(warning, 'warning'), counted(info, 'piece of advice', 'pieces of advice')]
  const total = error + warning + info
  say(io, `${done}; ${total === 0 ? 'none' : `${left[0]}, ${left[1]} and ${left[2]}`} left${fixDryRun ? '; nothing was written' : ''}`)
}

const FROM: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ['error'], warning: ['error', 'warning'], info: ['error', 'warning', 'info'],
}

function exitCode({ files, failures }: RunReport, { failOn, maxWarnings }: Arguments): number {
  if (failures.length > 0) return FAILED
  const counts = tally(files)
  const over = failOn !== 'never' && FROM[failOn].some((level) => counts[level] > 0)
  return over || (maxWarnings !== undefined && counts.warning > maxWarnings) ? FINDINGS : OK
}
