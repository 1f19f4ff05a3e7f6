/** The command's main job: finds the files, checks them, reports, and says how it went. */
import type { Rule, Severity } from '#rule'
import { tally } from '../check/file-report.ts'
import type { Arguments } from './arguments.ts'
import { checkFiles, type RunReport } from './check-files.ts'
import { findFiles } from './find-files.ts'
import type { Io } from './io.ts'
import { say } from './say.ts'
import { Settings } from './settings.ts'
import { writeReport } from './write-report.ts'

const OK = 0
const FINDINGS = 1
const FAILED = 2

/**
 * Checks what the arguments name and gives the exit code.
 * @throws {UsageError} where the arguments name a rule that isn't there.
 */
export async function check(args: Arguments, io: Io, rules: readonly Rule[]): Promise<number> {
  const settings = new Settings(rules, { ...args, cwd: io.cwd })
  const search = await findFiles(args.inputs, io.cwd, (path) => settings.isIgnored(path))
  const { files, failures } = await checkFiles({ inputs: search.inputs, settings, stdinFilename: args.stdinFilename, io })
  const report = { files, failures: [...search.failures, ...failures] }
  for (const { path, message } of report.failures) say(io, message, path)
  const text = await writeReport(report, args, io)
  if (text !== '') io.stdout.write(text)
  return exitCode(report, args)
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
