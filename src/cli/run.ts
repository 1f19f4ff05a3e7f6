/** The command: from arguments to a report and an exit code. */
import type { Rule } from '#rule'
import { SettingError } from '../check/config/config.ts'
import { ConfigError } from '../project/config-error.ts'
import { version } from '../project/package-files.ts'
import { readArguments, UsageError, type Arguments } from './arguments/arguments.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'
import { refuseFilesLikeOptions } from './arguments/option-or-file.ts'
import { say } from './say.ts'

export type { Io, Outlet } from './io.ts'

const OK = 0
const FAILED = 2

/**
 * Runs the command and says how it ended: 0 nothing at or over the threshold, 1 findings, 2 the run itself failed.
 * Never throws.
 * @param argv The arguments behind the command's name.
 * @param rules The rules there are; left out, those that ship.
 */
export async function run(argv: readonly string[], io: Io, rules?: readonly Rule[]): Promise<number> {
  try {
    // A draft of that name is `./init`.
    if (argv[0] === 'init') return await (await import('./init/init-command.ts')).init(argv.slice(1), io, rules)
    refuseFilesLikeOptions(argv, io.cwd)
    return await answer(readArguments(argv), io, rules)
  } catch (error) {
    if (error instanceof UsageError || error instanceof SettingError) say(io, error.message)
    else if (error instanceof ConfigError) say(io, error.message, error.path)
    else say(io, `the run failed because of ${bugReport(error, io)}; please report it with the files`)
    return FAILED
  }
}

async function answer(args: Arguments, io: Io, rules: readonly Rule[] | undefined): Promise<number> {
  const { task } = args
  if (task.name === 'version') io.stdout.write(`${version()}\n`)
  else if (task.name === 'help') io.stdout.write((await import('./arguments/usage.ts')).HELP)
  else return (await import('./tasks.ts')).perform(task, args, io, rules)
  return OK
}
