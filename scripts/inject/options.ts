/** Reads the arguments of `npm run inject`. */
import { parseArgs } from 'node:util'
import { didYouMean } from '../../src/options/did-you-mean.ts'
import { InputError } from '../input-error.ts'
import type { ErrorKind } from './kind.ts'

/** What the arguments ask for. */
export interface InjectOptions {
  readonly help: boolean
  readonly list: boolean
  /** Folders or files of articles, as given. */
  readonly folders: readonly string[]
  readonly kinds: readonly ErrorKind[]
  readonly limit: number
  readonly seed: number
  /** How many misses of each kind to print. */
  readonly misses: number
  readonly leftovers: string | undefined
  readonly alone: boolean
  readonly record: boolean
  readonly heldOut: boolean
}

/** What `--help` says. */
export const USAGE = `npm run inject -- FOLDER… [options]

Takes articles (as measure does: .txt, .md, .jsonl, .jsonl.gz), puts one error into each, checks before and after, and prints how many are found
by the rule meant for them, at the place: at error, at warning and above, and at any level.

  --kind KIND        only kinds whose name or rule holds these words; may be repeated
  --list             the kinds, their rules and their bars
  --limit N          errors of each kind, each in another article (default 400)
  --seed S           other articles, places and slips (default 1); the same seed injects the same
  --misses N         print N errors of each kind that weren't found, to read
  --leftovers FILE   draw leftover lines from here: a file or folder of .jsonl(.gz) with "outlet" or "source", and "boilerplate_lines" or
                     "boilerplate"; only outlets held out are drawn from
  --alone            run a kind's rule alone, without the rules that are on by default
  --record           write the figures to test/figures/injected-errors.json, for the catalogue
  --held-out         with --record: no rule was tuned on these articles; the figures go to held-out-errors.json beside the others
`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  help: { ...flag, short: 'h' },
  list: flag,
  kind: { ...text, multiple: true },
  limit: text,
  seed: text,
  misses: text,
  leftovers: text,
  alone: flag,
  record: flag,
  'held-out': flag,
} as const

const DEFAULT_LIMIT = 400

/**
 * Reads the arguments.
 * @param all The kinds that there are.
 * @throws {InputError} for the first that can't be followed.
 */
export function readOptions(argv: readonly string[], all: readonly ErrorKind[]): InjectOptions {
  const { values, positionals } = parse(argv)
  const options: InjectOptions = {
    help: values.help ?? false,
    list: values.list ?? false,
    folders: positionals,
    kinds: kindsFrom(values.kind, all),
    limit: wholeNumber('limit', values.limit, 1) ?? DEFAULT_LIMIT,
    seed: wholeNumber('seed', values.seed, 0) ?? 1,
    misses: wholeNumber('misses', values.misses, 1) ?? 0,
    leftovers: values.leftovers,
    alone: values.alone ?? false,
    record: values.record ?? false,
    heldOut: values['held-out'] ?? false,
  }
  if (!options.help && !options.list && positionals.length === 0)
    throw new InputError('it needs a folder of articles; --help says more')
  if (options.record && (values.kind !== undefined || options.alone)) {
    throw new InputError('--record needs all kinds and rules: leave --kind and --alone out')
  }
  if (options.heldOut && !options.record) throw new InputError('--held-out needs --record')
  return options
}

function kindsFrom(given: readonly string[] | undefined, all: readonly ErrorKind[]): readonly ErrorKind[] {
  if (given === undefined) return all
  const holds = ({ name, rule }: ErrorKind, wanted: string): boolean =>
    name.includes(wanted.toLowerCase()) || rule === wanted
  for (const wanted of given) {
    if (all.some((kind) => holds(kind, wanted))) continue
    throw new InputError(
      `there is no kind “${wanted}”${didYouMean(
        wanted,
        all.map(({ name }) => name),
        '; --list shows all',
      )}`,
    )
  }
  return all.filter((kind) => given.some((wanted) => holds(kind, wanted)))
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new InputError(error.message.split('. ')[0]!)
  }
}

function wholeNumber(name: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined
  if (!/^\d{1,9}$/.test(given) || Number(given) < least)
    throw new InputError(`--${name} takes a whole number from ${least}, not “${given}”`)
  return Number(given)
}
