/** What the command does with the rules: check, or answer. One module, since each file more costs a start of its own. */
import shippedRules from '../../rules/index.ts'
import type { Rule } from '#rule'
import { answerAbout } from './answers.ts'
import type { Arguments, Work } from './arguments.ts'
import { check } from './check-command.ts'
import type { Io } from './io.ts'

/**
 * Does what is asked and gives the exit code.
 * @param rules The rules there are.
 * @throws {UsageError | ConfigError}
 */
export async function perform(work: Work, args: Arguments, io: Io, rules: readonly Rule[] = shippedRules): Promise<number> {
  if (work.name === 'check') return check(args, io, rules)
  io.stdout.write(await answerAbout(work, { ...args, cwd: io.cwd }, rules))
  return 0
}
