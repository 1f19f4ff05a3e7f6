/** Writes the totals of what was measured into the README, between two marks. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule, Severity } from '#rule'
import type { Figures, InjectedFigures, LevelFigures, PublishedFigures } from './figures.ts'
import { markdownTable } from './markdown-table.ts'

/** The file, from the root. */
export const README = 'README.md'

const BLOCK = /(<!-- measured: `npm run generate` writes what stands here -->\n)[^]*?(<!-- end of measured -->)/
const HEADINGS = ['rule', 'errors per 100,000 words', 'of those read, right', 'warnings per 100,000 words', 'of those read, right']

/** The README with its totals brought up to date; nothing where there is no README, or none with the marks. */
export function renderReadme(root: string, rules: readonly Rule[], figures: Figures): string | undefined {
  const path = join(root, README)
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  if (!BLOCK.test(text)) return undefined
  return text.replace(BLOCK, (_, open: string, close: string) => `${open}${renderTotals(rules, figures)}\n${close}`)
}

/** The totals as the README has them: alarms and precision a rule, then recall a rule. */
export function renderTotals(rules: readonly Rule[], { published, injected }: Figures): string {
  return [
    published ? totalsOf(rules, published) : 'Not measured yet.',
    ...(injected ? [recallOf(rules, injected)] : []),
  ].join('\n\n')
}

function totalsOf(rules: readonly Rule[], { words, rules: figures }: PublishedFigures): string {
  const rows = rules.map(({ id }) => {
    const levels = Object.hasOwn(figures, id) ? figures[id]! : {}
    return [id, ...cells(levels.error), ...cells(levels.warning)]
  })
  return markdownTable(HEADINGS, [...rows, ['**all**', ...sumOf(figures, 'error', words), ...sumOf(figures, 'warning', words)]])
}

function cells(level: LevelFigures | undefined): readonly string[] {
  if (!level) return ['0', '']
  return [level.per100k.toFixed(2), level.read > 0 ? `${level.right} of ${level.read}` : 'not read']
}

/** All alarms of a level, and how many of them are not right as far as they have been read. */
function sumOf(figures: PublishedFigures['rules'], level: Severity, words: number): readonly string[] {
  const all = Object.values(figures).flatMap((levels) => levels[level] ?? [])
  const alarms = all.reduce((sum, one) => sum + one.alarms, 0)
  const wrong = all.reduce((sum, one) => sum + (one.falsePer100k ?? 0), 0)
  return [(words > 0 ? (alarms / words) * 100_000 : 0).toFixed(1), `${wrong.toFixed(2)} per 100,000 words not right`]
}

function recallOf(rules: readonly Rule[], { kinds }: InjectedFigures): string {
  const ids = new Set(rules.map(({ id }) => id))
  const rows = kinds.filter(({ rule, injected }) => ids.has(rule) && injected > 0).map(({ kind, injected, warning, error }) => (
    [kind, injected.toLocaleString('en'), share(error, injected), share(warning, injected)]
  ))
  return markdownTable(['error put in', 'times', 'found at error', 'found at warning or above'], rows)
}

function share(found: number, of: number): string {
  return (found / of).toFixed(2).replace(/^0/, '')
}
