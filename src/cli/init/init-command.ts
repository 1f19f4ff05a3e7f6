/**
 * `copydesk init`: looks at the folder it stands in, writes a config for it, a baseline if asked, and says how to go
 * on.
 */
import { join, resolve } from 'node:path'
import type { Rule } from '#rule'
import { counted } from '../../reporters/content/shown.ts'
import { ConfigError } from '../../project/config-error.ts'
import { AmbiguousConfig, ConfigSearch } from '../../project/config-search.ts'
import { exists } from '../../project/repository.ts'
import { readArguments, UsageError } from '../arguments/arguments.ts'
import { configText } from './config-text.ts'
import { readInitArguments } from './init-arguments.ts'
import { describe, nextCommands } from './describe.ts'
import { lookAround } from './look-around.ts'
import { schemaPath } from './schema-path.ts'
import { suggest } from './suggest.ts'
import type { Io } from '../io.ts'
import { UnwrittenFile, writeNew } from '../files/write-copy.ts'

const CONFIG = 'copydesk.yml'
const HELP = 0

/**
 * Writes `copydesk.yml` into the working folder, and a baseline where that is asked for. Nothing that is there is
 * written over.
 * @param argv The arguments behind `init`.
 * @returns The exit code: 0, or that of the run that wrote the baseline.
 * @throws {UsageError | ConfigError}
 */
export async function init(argv: readonly string[], io: Io, rules?: readonly Rule[]): Promise<number> {
  const args = readInitArguments(argv)
  if (args.help) {
    io.stdout.write((await import('../arguments/usage.ts')).HELP)
    return HELP
  }
  refuseWhereConfigured(io.cwd)
  const { baseline } = args
  if (baseline !== undefined && exists(resolve(io.cwd, baseline)))
    throw new ConfigError(baseline, 'is there already; --update-baseline brings it up to date')
  const surroundings = lookAround(io.cwd)
  const suggestion = suggest(surroundings)
  try {
    writeNew(join(io.cwd, CONFIG), configText(suggestion, surroundings, schemaPath(io.cwd)))
  } catch (error) {
    throw error instanceof UnwrittenFile ? new ConfigError(CONFIG, error.message) : error
  }
  io.stdout.write(
    `${describe(surroundings, suggestion)}\nWrote ${CONFIG}: ${counted(suggestion.ignore.length + suggestion.translations.length, 'pattern')} to leave out, ${counted(suggestion.kinds.size, 'kind')} of copy\n`,
  )
  const code = baseline === undefined ? 0 : await writeBaseline(baseline, suggestion.copy.length > 0, io, rules)
  io.stdout.write(`\n${nextCommands(surroundings, baseline)}`)
  return code
}

/** @throws {ConfigError} where a config holds in the folder already, its own or one above it. */
function refuseWhereConfigured(cwd: string): void {
  let nearest: string | undefined
  try {
    nearest = new ConfigSearch().nearest(cwd)
  } catch (error) {
    if (!(error instanceof AmbiguousConfig)) throw error
    throw new ConfigError(error.file, error.message)
  }
  if (nearest === undefined) return
  const isHere = resolve(nearest, '..') === cwd
  throw new ConfigError(
    isHere ? nearest.slice(cwd.length).replace(/^[/\\]/, '') : nearest,
    'holds here already; nothing was written',
  )
}

/** Runs the checker over all copy, writes down what it finds, and shows the best of it. */
async function writeBaseline(
  path: string,
  hasCopy: boolean,
  io: Io,
  rules: readonly Rule[] | undefined,
): Promise<number> {
  if (!hasCopy) {
    const { BaselineFile } = await import('../changed/baseline-file.ts')
    new BaselineFile(path, io.cwd, true).update([])
    io.stdout.write(`Wrote an empty baseline, since there is no copy yet\n`)
    return 0
  }
  const { checkAndReport, shippedRules } = await import('../tasks.ts')
  const args = readArguments([`--baseline=${path}`, '--update-baseline', '--format=compact', '.'])
  if (args.task.name !== 'check') throw new UsageError('a baseline is written by a check')
  let found = ''
  const { findsText } = await import('./best-finds.ts')
  const quiet = { ...io, stdout: { write: () => true }, stderr: { write: (text: string) => io.stderr.write(text) } }
  const code = await checkAndReport(args, quiet, rules ?? shippedRules, ({ files }) => (found = findsText(files)))
  if (exists(resolve(io.cwd, path)))
    io.stdout.write(`Wrote ${path}: what stands there is known from now on\n\n${found}`)
  return code
}
