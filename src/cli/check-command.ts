/** The command's main job: finds the files, checks them, reports, and says how it went. */
import { resolve } from 'node:path'
import type { Rule } from '#rule'
import { tally } from '../check/file-report.ts'
import { isFoundInFolders } from '../copy/formats/format.ts'
import { counted } from '../reporters/content/shown.ts'
import type { HideFor } from '../project/hide-known.ts'
import { Settings, type SettingsChoice } from '../project/settings.ts'
import type { Arguments } from './arguments/arguments.ts'
import { checkFiles, type RunReport, type RunTask } from './check-files.ts'
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
 * @param onChecked Is told what the check brought, known findings and all.
 * @throws {UsageError} where the arguments name a file that the report can't go to, or git doesn't know what has
 * changed.
 * @throws {SettingError} where they name a rule that isn't there.
 */
export async function check(
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
  // Loaded for those whose report goes elsewhere than to the standard output.
  const delivery =
    args.output !== undefined || args.format === 'github' ? await import('./reports/deliver-report.ts') : undefined
  if (args.output !== undefined) delivery!.assertOutput(args.output, io.cwd, search)
  const fixing = args.fix && (await fix(task, narrow, args))
  const { files, failures } = await narrow.finish(
    await checkAll({ ...task, inputs: fixing?.inputs ?? task.inputs }, choice, args),
  )
  const report = {
    files,
    failures: [...search.failures, ...(fixing?.failures ?? []), ...failures],
    passedOver: search.passedOver,
  }
  onChecked?.(report)
  for (const { path, message } of report.failures) say(io, message, path)
  if (fixing) sayWhatWasFixed(fixing, report, args, io)
  if (fixing && fixing.output !== '' && !(args.fixDryRun && args.output !== undefined)) {
    io.stdout.write(
      args.fixDryRun ? (await import('./reports/stop-commands.ts')).withoutCommands(fixing.output, io) : fixing.output,
    )
  }
  // A diff takes the report's place.
  const { text, shown, beside, figures } =
    fixing && args.fixDryRun
      ? { text: fixing.output, shown: report, beside: [], figures: '' }
      : await writeReport(report, args, io, rules)
  for (const line of beside) say(io, line)
  if (figures !== '') io.stderr.write(figures)
  if (args.format === 'github' && !args.fixDryRun)
    delivery!.addStepSummary(shown, leastShown(args, args.format), beside, io)
  if (args.output !== undefined) return delivery!.writeOutput(args.output, text, io) ? exitCode(report, args) : FAILED
  if (args.fixDryRun) return exitCode(report, args)
  // The standard output holds the fixed copy of the standard input.
  if (text !== '') (args.fix && args.inputs.includes('-') ? io.stderr : io.stdout).write(text)
  return exitCode(report, args)
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

// Below this a run is over before anybody would look at a bar.
const MANY_TO_WATCH = 20
// A thread takes as long to start as a few dozen files to check.
const MANY_TO_SHARE = 200

/** Checks all inputs. What shares them out, and shows how far it is, is loaded where there are many. */
async function checkAll(task: RunTask, choice: SettingsChoice, { workers, cache }: Arguments): Promise<RunReport> {
  const count = task.inputs.length
  const isWatched = task.io.stderr.isTTY === true && count > MANY_TO_WATCH
  const isShared =
    task.io.worker !== undefined && (workers === undefined ? count > MANY_TO_SHARE : Math.min(workers, count) > 1)
  if (!isWatched && !isShared && cache === undefined) return checkFiles(task)
  return (await import('./workers/check-many.ts')).checkMany(task, { choice, workers: isShared ? workers : 1, cache })
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
