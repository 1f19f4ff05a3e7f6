/** The command's main job: finds the files, checks them, reports, and says how it went. */
import { resolve } from 'node:path'
import type { Rule } from '#rule'
import { tally } from '../check/file-report.ts'
import { isFoundInFolders } from '../copy/formats/format.ts'
import { counted } from '../reporters/content/shown.ts'
import type { HideFor } from '../project/hide-known.ts'
import { Settings } from '../project/settings.ts'
import type { Arguments } from './arguments/arguments.ts'
import type { RunTask } from './check-file.ts'
import { checkFiles } from './check-files.ts'
import type { RunReport } from './run-report.ts'
import { isOver } from './fail-on.ts'
import { findFiles, type Search } from './files/find-files.ts'
import type { FixRun } from './fix-files.ts'
import type { Io } from './io.ts'
import { narrowRun, type NarrowRun } from './changed/narrow-run.ts'
import { say } from './say.ts'
import { formatOfReport, leastShown, needsSource, writeReport } from './reports/write-report.ts'

const OK = 0
const FINDINGS = 1
const FAILED = 2

/**
 * Checks what the arguments name and gives the exit code.
 * @param onChecked Called with what the check brought, known findings and all.
 * @throws {UsageError} where the arguments name a file that the report can't go to, or git doesn't know what has
 * changed.
 * @throws {SettingError} where they name a rule that isn't there.
 */
export async function checkAndReport(
  args: Arguments,
  io: Io,
  rules: readonly Rule[],
  onChecked?: (report: RunReport) => void,
): Promise<number> {
  const choice = { ...args, cwd: io.cwd }
  const settings = new Settings(rules, choice)
  const search = await find(args, settings, io)
  const keepsSource = needsSource(formatOfReport(args, io))
  const narrow = await narrowRun(args, settings, io, search.hide)
  const task: RunTask = { inputs: search.inputs, settings, stdinFilename: args.stdinFilename, io, keepsSource }
  if (args.output !== undefined) (await loadDelivery()).assertOutput(args.output, io.cwd, search)
  const fixing = args.fix && (await fix(task, narrow, args))
  const checked = await checkFiles(
    { ...task, inputs: fixing?.inputs ?? task.inputs },
    {
      choice,
      workers: args.workers,
      cache: args.cache,
    },
  )
  const { files, failures } = await narrow.finish(checked)
  const report = {
    files,
    failures: [...search.failures, ...(fixing?.failures ?? []), ...failures],
    passedOver: search.passedOver,
  }
  onChecked?.(report)
  for (const { path, message } of report.failures) say(io, message, path)
  if (fixing) await tellOfFixing(fixing, report, args, io)
  return (await deliver(report, fixing, args, io, rules)) ? exitCode(report, args) : FAILED
}

/** Loaded for those whose report goes elsewhere than to the standard output. */
function loadDelivery(): Promise<typeof import('./reports/deliver-report.ts')> {
  return import('./reports/deliver-report.ts')
}

/** Says what was fixed, and writes the fixed copy or the diff. */
async function tellOfFixing(fixing: FixRun, report: RunReport, args: Arguments, io: Io): Promise<void> {
  sayWhatWasFixed(fixing, report, args, io)
  if (fixing.output === '' || (args.fixDryRun && args.output !== undefined)) return
  io.stdout.write(
    args.fixDryRun ? (await import('./reports/stop-commands.ts')).withoutCommands(fixing.output, io) : fixing.output,
  )
}

/** Writes the report, and what is said beside it, to where they go; gives false where its file can't be written. */
async function deliver(
  report: RunReport,
  fixing: FixRun | undefined,
  args: Arguments,
  io: Io,
  rules: readonly Rule[],
): Promise<boolean> {
  // A diff takes the report's place.
  const { text, shown, beside, figures } =
    fixing && args.fixDryRun
      ? { text: fixing.output, shown: report, beside: [], figures: '' }
      : await writeReport(report, args, io, rules)
  for (const line of beside) say(io, line)
  if (figures !== '') io.stderr.write(figures)
  if (args.format === 'github' && !args.fixDryRun)
    (await loadDelivery()).addStepSummary(shown, leastShown(args, args.format), beside, io)
  if (args.output !== undefined) return (await loadDelivery()).writeOutput(args.output, text, io)
  // The standard output holds the fixed copy of the standard input.
  if (text !== '' && !args.fixDryRun) (args.fix && args.inputs.includes('-') ? io.stderr : io.stdout).write(text)
  return true
}

/** Finds what the arguments name; where only what has changed is asked for, that, and what hides what it had before. */
async function find(args: Arguments, settings: Settings, io: Io): Promise<Search & { readonly hide?: HideFor }> {
  const own = ownFiles(args, io)
  if (args.since === undefined && !args.staged)
    return findFiles(args.inputs, io.cwd, async (path) => own.includes(path) || settings.isIgnored(path))
  return (await import('./changed/only-changed.ts')).findChanged(args, settings, io)
}

/**
 * The files that the run itself reads or writes, by absolute path; a report that could be taken for copy is another
 * matter.
 */
function ownFiles({ baseline, config, output, cache }: Arguments, { cwd }: Io): readonly string[] {
  return [baseline, config, output, cache].flatMap((path) =>
    path === undefined || isFoundInFolders(path) ? [] : [resolve(cwd, path)],
  )
}

/** Fixes what may be fixed. Loaded for those who ask for it. */
async function fix(task: RunTask, { hide }: NarrowRun, args: Arguments): Promise<FixRun> {
  const { fixFiles } = await import('./fix-files.ts')
  return fixFiles({
    ...task,
    hide,
    grades: new Set(args.fix === 'likely' ? ['safe', 'likely'] : ['safe']),
    isDryRun: args.fixDryRun,
  })
}

/** “fixed 3 in 2 files; 1 error, 4 warnings and 2 pieces of advice left”. */
function sayWhatWasFixed({ fixed, files }: FixRun, report: RunReport, { fixDryRun }: Arguments, io: Io): void {
  const { error, warning, info } = tally(report.files)
  const done = `${fixDryRun ? 'would fix' : 'fixed'} ${fixed === 0 ? 'nothing' : `${counted(fixed, 'finding')} in ${counted(files, 'file')}`}`
  const left = [
    counted(error, 'error'),
    counted(warning, 'warning'),
    counted(info, 'piece of advice', 'pieces of advice'),
  ]
  const total = error + warning + info
  say(
    io,
    `${done}; ${total === 0 ? 'none' : `${left[0]}, ${left[1]} and ${left[2]}`} left${fixDryRun ? '; nothing was written' : ''}`,
  )
}

function exitCode({ files, failures }: RunReport, { failOn, maxWarnings }: Arguments): number {
  if (failures.length > 0) return FAILED
  const isOverall = files.some(({ findings }) => isOver(findings, failOn))
  return isOverall || (maxWarnings !== undefined && tally(files).warning > maxWarnings) ? FINDINGS : OK
}
