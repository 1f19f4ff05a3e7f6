/** The command: from arguments to a report and an exit code. */
import type { Rule } from '#rule'
import { SettingError } from '../check/config/config.ts'
import { ConfigError } from '../project/config-error.ts'
import { version } from '../project/package-files.ts'
import { readArguments, UsageError } from './arguments/arguments.ts'
import { bugReport } from './internal-error.ts'
import type { Io } from './io.ts'
import { refuseFilesLikeOptions } from './arguments/option-or-file.ts'
import { say } from './say.ts'

export type { Io } from './io.ts'

const OK = 0
const FAILED = 2

/**
 * Runs the command and says how it ended: 0 nothing at or over the threshold, 1 findings, 2 the run itself failed.
 * Never throws.
 * @param argv The arguments behind the command's name.
 * @param rules The rules there are; left out, those that ship.
 */
export async function runCommand(argv: readonly string[], io: Io, rules?: readonly Rule[]): Promise<number> {
  try {
    // A draft of that name is `./init`.
    if (argv[0] === 'init') return await (await import('./init/init-command.ts')).init(argv.slice(1), io, rules)
    refuseFilesLikeOptions(argv, io.cwd)
    const args = readArguments(argv)
    const { task } = args
    if (task.name === 'version' || task.name === 'help') {
      io.stdout.write(task.name === 'version' ? `${version()}\n` : (await import('./arguments/usage.ts')).HELP)
      return OK
    }
    const { answerAbout, checkAndReport, shippedRules } = await import('./tasks.ts')
    const known = rules ?? shippedRules
    if (task.name === 'check') return await checkAndReport(args, io, known)
    // Loaded for those who pipe records through; a plain run does without it.
    if (task.name === 'stream') return await (await import('./stream/stream-command.ts')).stream(args, io, known)
    const columns = io.stdout.isTTY ? io.stdout.columns : undefined
    io.stdout.write(await answerAbout(task, { ...args, cwd: io.cwd }, known, columns))
    return OK
  } catch (error) {
    if (error instanceof UsageError || error instanceof SettingError) say(io, error.message)
    else if (error instanceof ConfigError) say(io, error.message, error.path)
    else say(io, `the run failed because of ${bugReport(error, io)}; please report it with the files`)
    return FAILED
  }
}
