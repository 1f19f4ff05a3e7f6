/** Reads the arguments of `npm run measure`. */
import { SEVERITIES } from '#rule'
import { parseArgs } from 'node:util'
import { didYouMean } from '../../src/options/did-you-mean.ts'
import type { Severity } from '../../src/rule/index.ts'
import { InputError } from '../input-error.ts'
import { EDIT_GRADES, isEditGrade, type EditGrade } from './edit-grades.ts'
import { isLevel } from './levels.ts'
import { VERDICTS, type ReaderVerdict } from './sample-file.ts'

/** What the arguments ask for. */
export interface MeasureOptions {
  readonly help: boolean
  /** Folders or files, as given. */
  readonly folders: readonly string[]
  /** Only these rules; empty for all that are on by default. */
  readonly rules: readonly string[]
  readonly trial: boolean
  readonly bySet: boolean
  /** Whether the edits that findings propose are looked at, instead of the findings. */
  readonly edits: boolean
  /** How many findings of each rule and level to draw, or edits of each rule and grade. */
  readonly sample: number | undefined
  readonly level: Severity | undefined
  readonly grade: EditGrade | undefined
  readonly seed: number
  readonly unread: boolean
  /** Where to write what was drawn, or what two readers differ about. */
  readonly json: string | undefined
  /** A sample with verdicts, to store. */
  readonly verdicts: string | undefined
  /** A second reading of the same sample. */
  readonly second: string | undefined
  /** One verdict, on the findings with these fingerprints. */
  readonly verdict: { readonly verdict: ReaderVerdict; readonly fingerprints: readonly string[] } | undefined
  readonly record: boolean
  readonly heldOut: boolean
  /** The git revision to compare with. */
  readonly compare: string | undefined
  /** The file of errors that somebody marked in the folder's drafts. */
  readonly against: string | undefined
}

/** What `--help` says. */
export const USAGE = `npm run measure -- FOLDER… [options]

Runs the checker over news: drafts and pages (.txt, .md, .mdx, .html, .ninjs), or articles in .jsonl or .jsonl.gz with "headline", "body"
and, where known, "date" and "id". It prints alarms per 100,000 words and time, by rule and level.

  --rule ID          only this rule, on by default or not; may be repeated
  --trial            trial rules too
  --by-set           a table for each data set (a folder's name) besides

Read what fires:
  --sample N         draw N findings of each rule and level, and print them in context
  --level LEVEL      only of this level: error, warning, info
  --seed S           another draw (default 1); the same seed draws the same
  --unread           leave out what has a verdict already
  --json FILE        write the sample there, a JSON object a line, for a reader to fill in "verdict"

Read what it would do:
  --edits            print the safe and likely edits of what fires, each as a small diff; --sample N draws N of each rule and grade.
                     --rule, --seed, --unread and --json as above; --grade safe or likely: only those

Keep what was read (in test/verdicts, by fingerprint, never the text):
  --verdicts FILE    store the verdicts of such a file: true, false or debatable
  --second FILE      another reader's verdicts on the same sample: store what both say, print what they differ about for a third
  --verdict VERDICT FINGERPRINT…   store one verdict on findings in FOLDER…, with --edits on edits
  --record           write the figures to test/figures/published-copy.json, with --edits to edits.json there, with --against to
                     marked-drafts.json, for the catalogue
  --held-out         with --record: no rule was tuned on this copy; the figures go to held-out-copy.json or held-out-edits.json beside the others

  --against FILE     how many of the errors marked in the drafts of FOLDER are touched, by kind and certainty, and what touches none of them;
                     with --json FILE all findings for a reader. CONTRIBUTING.md says how they are marked
  --compare REF      what fires now and didn't with the checker of a git revision, and the other way round
`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  help: { ...flag, short: 'h' },
  rule: { ...text, multiple: true },
  trial: flag,
  'by-set': flag,
  edits: flag,
  grade: text,
  sample: text,
  level: text,
  seed: text,
  unread: flag,
  json: text,
  verdicts: text,
  second: text,
  verdict: text,
  record: flag,
  'held-out': flag,
  compare: text,
  against: text,
} as const

/**
 * Reads the arguments.
 * @param ruleIds The rules that there are.
 * @throws {InputError} for the first that can't be followed.
 */
export function readOptions(argv: readonly string[], ruleIds: readonly string[]): MeasureOptions {
  const { values, positionals } = parse(argv)
  for (const id of values.rule ?? []) {
    if (!ruleIds.includes(id)) throw new InputError(`there is no rule “${id}”${didYouMean(id, ruleIds)}`)
  }
  const isFingerprint = (argument: string): boolean => values.verdict !== undefined && /^[0-9a-f]{16}$/.test(argument)
  const options: MeasureOptions = {
    help: values.help ?? false,
    folders: positionals.filter((argument) => !isFingerprint(argument)),
    rules: [...new Set(values.rule)],
    trial: values.trial ?? false,
    bySet: values['by-set'] ?? false,
    edits: values.edits ?? false,
    sample: wholeNumber('sample', values.sample, 1),
    level: levelFrom(values.level),
    grade: gradeFrom(values.grade),
    seed: wholeNumber('seed', values.seed, 0) ?? 1,
    unread: values.unread ?? false,
    json: values.json,
    verdicts: values.verdicts,
    second: values.second,
    verdict: verdictFrom(values.verdict, positionals.filter(isFingerprint)),
    record: values.record ?? false,
    heldOut: values['held-out'] ?? false,
    compare: values.compare,
    against: values.against,
  }
  if (!options.help) refuseContradictions(options)
  return options
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const unknown = /^Unknown option '(-[^']*)'/.exec(error.message)?.[1]
    if (unknown === undefined) throw new InputError(error.message.split('\n')[0]!)
    const hint = didYouMean(unknown.replace(/^-+/, ''), Object.keys(OPTIONS), '; --help lists them').replace(
      'did you mean “',
      '$&--',
    )
    throw new InputError(`there is no option ${unknown}${hint}`)
  }
}

function wholeNumber(name: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined
  if (/^\d{1,9}$/.test(given) && Number(given) >= least) return Number(given)
  throw new InputError(`--${name} takes a whole number from ${least}, not “${given}”`)
}

function levelFrom(given: string | undefined): Severity | undefined {
  if (given === undefined || isLevel(given)) return given
  throw new InputError(`--level takes one of ${SEVERITIES.join(', ')}, not “${given}”`)
}

function gradeFrom(given: string | undefined): EditGrade | undefined {
  if (given === undefined || isEditGrade(given)) return given
  throw new InputError(`--grade takes one of ${EDIT_GRADES.join(', ')}, not “${given}”`)
}

function verdictFrom(given: string | undefined, fingerprints: readonly string[]): MeasureOptions['verdict'] {
  if (given === undefined) return undefined
  const verdict = VERDICTS.find((one) => one === given)
  if (verdict === undefined) throw new InputError(`--verdict takes one of ${VERDICTS.join(', ')}, not “${given}”`)
  if (fingerprints.length === 0) throw new InputError('--verdict needs a fingerprint behind it, 16 digits from 0 to f')
  return { verdict, fingerprints }
}

/** What makes no sense together is refused: an option that silently did nothing would make a figure wrong. */
function refuseContradictions(options: MeasureOptions): void {
  const { folders, rules, trial, bySet, edits, sample, json, compare, record, verdicts, second, verdict, against } =
    options
  const comparing = compare !== undefined
  const sampling = sample !== undefined
  const marked = against !== undefined
  const needed: readonly (readonly [given: boolean, option: string, has: boolean, needs: string])[] = [
    [verdicts === undefined, 'measuring', folders.length > 0, 'a folder of news; --help says more'],
    [
      sampling || bySet || edits || record || comparing || marked || verdict !== undefined,
      'all but --verdicts',
      folders.length > 0,
      'a folder of news',
    ],
    [edits, '--edits', !bySet && !comparing, 'neither --by-set nor --compare besides'],
    [options.grade !== undefined, '--grade', edits, '--edits'],
    [
      options.level !== undefined,
      '--level',
      (sampling || comparing) && !edits,
      '--sample or --compare, without --edits',
    ],
    [options.unread, '--unread', (sampling || edits) && !comparing, '--sample or --edits, without --compare'],
    [
      json !== undefined,
      '--json',
      second !== undefined || ((sampling || edits || marked) && !comparing),
      '--sample, --edits, --against or --second',
    ],
    [
      json !== undefined && second !== undefined,
      '--json with --second',
      !sampling && !edits,
      'neither --sample nor --edits besides',
    ],
    [second !== undefined, '--second', verdicts !== undefined, '--verdicts with the first reading'],
    [options.heldOut, '--held-out', record, '--record'],
    [trial, '--trial', rules.length === 0, 'no --rule besides, which runs trial rules, too'],
    [bySet, '--by-set', !sampling && !comparing, 'neither --sample nor --compare'],
    [
      record,
      '--record',
      rules.length === 0 && !trial && !comparing,
      'what is on by default: leave --rule, --trial and --compare out',
    ],
    [options.heldOut, '--held-out', !marked, 'no --against besides'],
    [
      marked,
      '--against',
      !sampling && !bySet && !edits && !comparing && verdict === undefined && second === undefined,
      'none of --sample, --by-set, --edits, --compare, --verdict and --second besides',
    ],
    [comparing, '--compare', !trial && verdict === undefined, 'what is on by default: leave --trial and --verdict out'],
  ]
  for (const [given, option, has, needs] of needed) if (given && !has) throw new InputError(`${option} needs ${needs}`)
}
