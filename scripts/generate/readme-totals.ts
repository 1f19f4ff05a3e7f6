/** Writes what was measured into the README, between two marks: a line a rule, and on which copy. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule, Severity } from '#rule'
import type { Figures, InjectedFigures, PublishedFigures, UnseenFigures, Use } from './figures.ts'
import { markdownTable } from './markdown-table.ts'

/** The file, from the root. */
export const README = 'README.md'

const BLOCK = /(<!-- measured: `npm run generate` writes what stands here -->\n)[^]*?(<!-- end of measured -->)/
const HEADINGS = [
  'what it finds',
  'errors put in: found',
  'strangers’ errors: found',
  'strangers’ sound copy: left in peace',
  'wrong errors per 100,000 words',
  'wrong warnings per 100,000 words',
]

/** The README with its figures brought up to date; nothing where there is no README, or none with the marks. */
export function renderReadme(root: string, rules: readonly Rule[], figures: Figures): string | undefined {
  const path = join(root, README)
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  if (!BLOCK.test(text)) return undefined
  return text.replace(BLOCK, (_, open: string, close: string) => `${open}${renderTotals(rules, figures)}\n${close}`)
}

/**
 * The figures as the README has them: a line a rule, then which copy they are of. Those of copy held out go before
 * those of copy that rules were tuned on; what isn't on record is left empty.
 */
export function renderTotals(
  rules: readonly Rule[],
  { published: tuned, injected: injectedTuned, heldOut = {}, unseen = {} }: Figures,
): string {
  const published = heldOut.published ?? tuned
  const injected = heldOut.injected ?? injectedTuned
  const rows = rules
    .toSorted((one, other) => (one.title < other.title ? -1 : 1))
    .map(({ id, title }) => [
      `[${title}](rules/${id}/rule.md)`,
      recallOf(id, injected),
      ...sentencesOf(Object.hasOwn(unseen, id) ? unseen[id] : undefined),
      wrongAt('error', id, published),
      wrongAt('warning', id, published),
    ])
  const occasions = [
    ...(injected ? [`Errors were put into ${copyOf(injected)}.`] : []),
    ...(published ? [`Wrong findings were counted in ${copyOf(published)}.`] : []),
  ].join('\n')
  return [markdownTable(HEADINGS, rows), ...(occasions === '' ? [] : [occasions])].join('\n\n')
}

/** The share of all errors of the rule's open kinds that was found at warning or above. */
function recallOf(rule: string, injected: InjectedFigures | undefined): string {
  const open = injected?.kinds.filter((kind) => kind.rule === rule && !kind.closed) ?? []
  const all = open.reduce((sum, kind) => sum + kind.injected, 0)
  return all === 0
    ? ''
    : `${share(
        open.reduce((sum, { warning }) => sum + warning, 0),
        all,
      )} of ${all.toLocaleString('en')}`
}

function sentencesOf(figures: UnseenFigures | undefined): readonly [string, string] {
  if (figures === undefined) return ['', '']
  const { found, faulty, quiet, sound } = figures.heldOut ?? figures
  return [
    faulty === 0 ? '' : `${share(found, faulty)} of ${faulty}`,
    sound === 0 ? '' : `${share(quiet, sound)} of ${sound}`,
  ]
}

/**
 * How many findings of a level are not right, as far as they have been read; none where the rule ran and never fired.
 */
function wrongAt(level: Severity, rule: string, published: PublishedFigures | undefined): string {
  if (published === undefined || !Object.hasOwn(published.rules, rule)) return ''
  const figures = published.rules[rule]![level]
  return figures === undefined ? '0.00' : (figures.falsePer100k?.toFixed(2) ?? '')
}

/** How much copy it was, and whether rules were tuned on it. */
function copyOf({
  words,
  sets,
  use = 'development',
}: Pick<PublishedFigures, 'words'> & { readonly sets: readonly unknown[]; readonly use?: Use }): string {
  const sources = sets.length === 1 ? 'one source' : `${sets.length} sources`
  return `${words.toLocaleString('en')} words of ${sources}${use === 'held out' ? ' that no rule was tuned on' : ', which rules were tuned on, too'}`
}

function share(found: number, of: number): string {
  return (found / of).toFixed(2).replace(/^0/, '')
}
