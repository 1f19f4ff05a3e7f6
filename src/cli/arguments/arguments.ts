/** Reads the command line's arguments. */
import { parseArgs } from 'node:util'
import type { RuleLevel } from '../../check/config/config.ts'
import { didYouMean } from '../../options/did-you-mean.ts'
import { FORMATS } from '../../copy/formats/format.ts'
import type { Severity } from '#rule'
import type { Format } from '#copy'

/** The formats of a report: for people, for editors and scripts, for build servers, and a page. */
export const REPORT_FORMATS = [
  'desk',
  'vfile',
  'compact',
  'unix',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'rdjsonl',
  'html',
] as const

export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What the arguments ask for. */
export interface Arguments {
  /** Files, folders and globs; “-” is the standard input. */
  readonly inputs: readonly string[]
  readonly stdinFilename: string | undefined
  /** The format that all inputs are in; left out, each one's name or content tells. */
  readonly input: Format | undefined
  /** Left out, it depends on whether the output is a terminal. */
  readonly format: ReportFormat | undefined
  /** The file that the report goes to; left out, the standard output. */
  readonly output: string | undefined
  readonly failOn: Severity | 'never'
  readonly maxWarnings: number | undefined
  readonly quiet: boolean
  readonly all: boolean
  /** Whether each notice is shown, and not only how many there are. */
  readonly notices: boolean
  /** Whether the run's figures are reported, too. */
  readonly statistics: boolean
  /** Only these rules run, where any is named; a level is a ceiling. */
  readonly rules: ReadonlyMap<string, RuleLevel | undefined>
  readonly config: string | undefined
  readonly noConfig: boolean
  readonly color: 'auto' | 'always' | 'never'
  /** Which suggestions are followed, if any. */
  readonly fix: 'safe' | 'likely' | undefined
  /** Whether fixes are shown as a diff and not written. */
  readonly fixDryRun: boolean
  /** The file of known findings. */
  readonly baseline: string | undefined
  readonly updateBaseline: boolean
  /** Only what is new since here. */
  readonly since: string | undefined
  /** Only what is staged, and new in it. */
  readonly staged: boolean
  /** How many threads check; left out, it depends on how many files there are. */
  readonly workers: number | undefined
  /** The file that keeps what is known of files that don't change; left out, nothing is kept. */
  readonly cache: string | undefined
  /** What to do instead of checking. */
  readonly task: Task
}

/** What the command does: check, or answer a question. */
export type Task = { readonly name: 'help' } | { readonly name: 'version' } | Work

/** What needs the rules. */
export type Work = { readonly name: 'check' } | { readonly name: 'stream' } | Question

/** A question about the rules or a file's config. */
export type Question =
  | { readonly name: 'list-rules' }
  | { readonly name: 'explain' | 'print-config'; readonly of: string }

/** Arguments that can't be followed; the message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  stdin: flag,
  'stdin-filename': text,
  input: text,
  format: text,
  output: { ...text, short: 'o' },
  'fail-on': text,
  'max-warnings': text,
  quiet: flag,
  all: flag,
  notices: flag,
  statistics: flag,
  rule: text,
  config: text,
  'no-config': flag,
  'print-config': text,
  'list-rules': flag,
  explain: text,
  baseline: text,
  'update-baseline': flag,
  since: text,
  staged: flag,
  workers: text,
  cache: flag,
  'cache-location': text,
  fix: flag,
  'fix-unsafe': flag,
  'fix-dry-run': flag,
  color: text,
  'no-color': flag,
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'v' },
} as const

/**
 * Reads the arguments that follow the command's name.
 * @throws {UsageError}
 */
export function readArguments(argv: readonly string[]): Arguments {
  const isStream = argv[0] === 'stream'
  const { given, positionals } = parse(isStream ? argv.slice(1) : argv)
  if (isStream) refuseBesideStream(given, positionals)
  const last = (name: keyof typeof OPTIONS): string | undefined => given.get(name)?.at(-1)
  const named = given.has('stdin') && !positionals.includes('-') ? ['-', ...positionals] : positionals
  // What has changed is searched for everywhere below.
  const inputs = named.length === 0 && (given.has('since') || given.has('staged')) ? ['.'] : named
  const args: Arguments = {
    inputs,
    stdinFilename: last('stdin-filename'),
    input: oneOf('input', last('input'), FORMATS),
    format: oneOf('format', last('format'), REPORT_FORMATS),
    output: outputOf(given),
    failOn: oneOf('fail-on', last('fail-on'), ['error', 'warning', 'info', 'never']) ?? 'error',
    maxWarnings: wholeNumber('max-warnings', last('max-warnings')),
    quiet: given.has('quiet'),
    all: given.has('all'),
    notices: given.has('notices') || given.has('all'),
    statistics: given.has('statistics'),
    rules: new Map((given.get('rule') ?? []).map(ruleAndLevel)),
    config: last('config'),
    noConfig: given.has('no-config'),
    color: given.has('no-color') ? 'never' : (oneOf('color', last('color'), ['auto', 'always', 'never']) ?? 'auto'),
    fix: given.has('fix-unsafe') ? 'likely' : given.has('fix') || given.has('fix-dry-run') ? 'safe' : undefined,
    fixDryRun: given.has('fix-dry-run'),
    baseline: last('baseline'),
    updateBaseline: given.has('update-baseline'),
    since: last('since'),
    staged: given.has('staged'),
    workers: workersOf(last('workers')),
    cache: last('cache-location') ?? (given.has('cache') ? '.copydesk-cache.json' : undefined),
    task: taskOf(given, isStream),
  }
  refuseContradictions(args)
  return args
}

type GivenOptions = ReadonlyMap<string, readonly string[]>

/** Parses loosely and judges itself: node:util's own errors are long and suggest nothing. */
function parse(argv: readonly string[]): { given: GivenOptions; positionals: readonly string[] } {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!Object.hasOwn(OPTIONS, name)) {
      const hint = didYouMean(name, Object.keys(OPTIONS), '; --help lists them').replace('did you mean “', '$&--')
      throw new UsageError(`there is no option ${rawName}${hint}`)
    }
    const takesText = OPTIONS[name as keyof typeof OPTIONS].type === 'string'
    const isMissing = value === undefined || value === '' || (!inlineValue && /^-./.test(value))
    if (takesText && isMissing) throw new UsageError(`${rawName} needs a value`)
    if (!takesText && value !== undefined) throw new UsageError(`${rawName} takes no value`)
    const values = given.get(name)
    if (values) values.push(value ?? '')
    else given.set(name, [value ?? ''])
  }
  return { given, positionals }
}

/** Where the report goes; “-” is the standard output. */
function outputOf(given: GivenOptions): string | undefined {
  const [path, ...more] = given.get('output') ?? []
  if (more.length > 0) throw new UsageError('--output can be given once; run again for another report')
  return path === '-' ? undefined : path
}

function taskOf(given: GivenOptions, isStream: boolean): Task {
  if (given.has('help')) return { name: 'help' }
  if (given.has('version')) return { name: 'version' }
  if (given.has('list-rules')) return { name: 'list-rules' }
  for (const name of ['explain', 'print-config'] as const) {
    const of = given.get(name)?.at(-1)
    if (of !== undefined) return { name, of }
  }
  return { name: isStream ? 'stream' : 'check' }
}

const OF_STREAM: ReadonlySet<string> = new Set(['config', 'no-config', 'rule', 'fail-on', 'help', 'version'])

/** Rows have no files: what is about files, or about the form of a report, doesn't go with them. */
function refuseBesideStream(given: GivenOptions, positionals: readonly string[]): void {
  for (const name of given.keys()) {
    if (!OF_STREAM.has(name))
      throw new UsageError(`--${name} doesn’t go with stream; it takes --config, --no-config, --rule and --fail-on`)
  }
  if (positionals.length > 0) throw new UsageError(`stream reads the standard input; send “${positionals[0]}” there`)
}

function refuseContradictions(args: Arguments): void {
  const { inputs, quiet, all, notices, config, noConfig, stdinFilename, fix, fixDryRun, task } = args
  if (quiet && (all || notices)) throw new UsageError(`--quiet and --${all ? 'all' : 'notices'} contradict each other`)
  if (config !== undefined && noConfig) throw new UsageError('--config and --no-config contradict each other')
  if (task.name !== 'check') return
  if (stdinFilename !== undefined && !inputs.includes('-')) throw new UsageError('--stdin-filename needs --stdin')
  if (fix && !fixDryRun && inputs.includes('-') && inputs.length > 1) {
    throw new UsageError(
      'the standard input is fixed by itself, since its copy takes the standard output; leave the files out',
    )
  }
  refuseContradictionsOfWhatIsNew(args)
  if (inputs.length === 0) throw new UsageError('name a file, a folder or a glob, or use --stdin; --help says more')
}

function refuseContradictionsOfWhatIsNew({ inputs, baseline, updateBaseline, since, staged, fix }: Arguments): void {
  if (updateBaseline && baseline === undefined) throw new UsageError('--update-baseline needs --baseline FILE')
  if (since !== undefined && staged) throw new UsageError('--since and --staged contradict each other')
  const isChanged = since !== undefined || staged
  if (updateBaseline && isChanged)
    throw new UsageError('--update-baseline goes with whole files, not with --since or --staged')
  if (updateBaseline && fix) throw new UsageError('--update-baseline and fixes don’t go together; fix first')
  if (staged && fix)
    throw new UsageError('--staged checks what git will commit, which is not fixed; fix the files and stage them')
  if (isChanged && inputs.includes('-'))
    throw new UsageError('the standard input has no earlier version to compare with')
}

function oneOf<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined
  const choice = choices.find((known) => known === value)
  if (choice === undefined) {
    const known = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
    throw new UsageError(`--${option} takes ${known}, not “${value}”${didYouMean(value, choices, '')}`)
  }
  return choice
}

function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${option} takes a whole number, not “${value}”`)
  return Number(value)
}

const MOST_WORKERS = 64

function workersOf(value: string | undefined): number | undefined {
  const workers = wholeNumber('workers', value)
  if (workers === 0 || (workers ?? 1) > MOST_WORKERS)
    throw new UsageError(`--workers takes a number from 1 to ${MOST_WORKERS}, not “${value}”`)
  return workers
}

function ruleAndLevel(value: string): [string, RuleLevel | undefined] {
  const equals = value.indexOf('=')
  if (equals < 0) return [value, undefined]
  return [value.slice(0, equals), oneOf('rule ID=', value.slice(equals + 1), ['on', 'error', 'warning', 'info'])]
}
