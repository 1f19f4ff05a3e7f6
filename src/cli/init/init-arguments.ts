/** Reads the arguments of `copydesk init`. */
import { parseArgs } from 'node:util'
import { UsageError } from '../arguments/arguments.ts'

/** Where a baseline is written unless another place is named. */
const BASELINE = 'copydesk-baseline.json'

/** What `copydesk init` is asked for. */
export interface InitArguments {
  /** The baseline to write, if any. */
  readonly baseline: string | undefined
  readonly help: boolean
}

/**
 * Reads what follows `init`: `--baseline`, or `--baseline=FILE`.
 * @throws {UsageError}
 */
export function readInitArguments(argv: readonly string[]): InitArguments {
  let baseline: string | undefined
  let help = false
  for (const token of parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: { baseline: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  }).tokens) {
    if (token.kind !== 'option')
      throw new UsageError('init looks at the folder that it runs in; its one option is --baseline[=FILE]')
    if (token.name === 'baseline') baseline = token.value === undefined ? BASELINE : nonEmpty(token.value)
    else if (token.name === 'help') help = true
    else throw new UsageError(`init has no option ${token.rawName}; it has --baseline[=FILE]`)
  }
  return { baseline, help }
}

function nonEmpty(path: string): string {
  if (path === '') throw new UsageError('--baseline= needs a file')
  return path
}
