/** Compares this checker with that of another git revision on the same articles. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Severity } from '../../src/rule/index.ts'
import type { Article } from '../articles.ts'
import { InputError } from '../input-error.ts'
import type { Progress } from '../../src/cli/reports/progress-bar.ts'
import { contextOf } from './context.ts'
import { differenceOf, tallyChanges, type ChangedFinding } from './difference.ts'
import type { EmittedArticle } from './emitted.ts'
import { byRuleAndLevel } from './levels.ts'
import { lotOf } from './sample.ts'
import { renderTable } from './table.ts'
import { withCheckout } from './worktree.ts'

/** What to compare. */
export interface RevisionsToCompare {
  /** The repository's root, with the checker of now. */
  readonly root: string
  readonly ref: string
  readonly folders: readonly string[]
  /** What `folders` hold. */
  readonly articles: readonly Article[]
  /** Only these rules; empty for all. */
  readonly rules: readonly string[]
  readonly level: Severity | undefined
  /** How many changes of each rule, level and direction to show. */
  readonly shown: number
  readonly seed: number
  /** It is advanced twice an article. */
  readonly progress: Progress
}

const WORDS_AROUND = 25

/**
 * Runs both checkers and says what was added and removed, with some of it in context.
 * @throws {InputError} where there is no such revision, or its checker can't be run.
 */
export async function compareWith({
  root,
  ref,
  folders,
  articles,
  rules,
  level,
  shown,
  seed,
  progress,
}: RevisionsToCompare): Promise<string> {
  const [before, after] = await withCheckout(
    root,
    ref,
    async ({ folder, signal }) =>
      [await emit(folder, folders, progress, signal), await emit(root, folders, progress, signal)] as const,
  )
  const isWanted = ({ rule, level: its }: { readonly rule: string; readonly level: Severity }): boolean =>
    (rules.length === 0 || rules.includes(rule)) && (level === undefined || level === its)
  const changes = differenceOf(before, after).filter(({ finding }) => isWanted(finding))
  const rows = tallyChanges(before, after, changes)
    .filter(isWanted)
    .map(({ rule, level, before, after, added, removed }) => [
      rule,
      level,
      `${before}`,
      `${after}`,
      `+${added}`,
      `−${removed}`,
    ])
  const columns = ['rule', 'level', 'before', 'now', 'added', 'removed'].map((heading, index) => ({
    heading,
    align: index < 2 ? ('left' as const) : ('right' as const),
  }))
  const examples = drawChanges(changes, shown, seed).map((change) => renderChange(change, articles[change.article]!))
  return `${[renderTable(columns, rows), ...examples, speeds(before, after)].join('\n\n')}\n`
}

/** Runs the checker of a checkout over the articles, in a process of its own. */
async function emit(
  checkout: string,
  folders: readonly string[],
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly EmittedArticle[]> {
  const script = fileURLToPath(new URL('./emit-findings.ts', import.meta.url))
  const tsx = import.meta.resolve('tsx')
  const paths = folders.map((folder) => resolve(folder))
  const child = spawn(process.execPath, ['--conditions=copydesk-source', '--import', tsx, script, checkout, ...paths], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const emitted: EmittedArticle[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const article = JSON.parse(line) as EmittedArticle
    emitted.push(article)
    progress.advance(1, article.words)
  }
  if ((await ended) !== 0) throw new InputError(`the checker in ${checkout} can’t be run: ${reasonIn(complaint)}`)
  return emitted
}

/** The line of a crash that says why. */
function reasonIn(complaint: string): string {
  return /^\w*Error.*$/m.exec(complaint)?.[0] ?? complaint.trim().split('\n')[0] ?? 'it says nothing'
}

function drawChanges(changes: readonly ChangedFinding[], shown: number, seed: number): readonly ChangedFinding[] {
  const groups = new Map<string, { change: ChangedFinding; lot: string }[]>()
  for (const change of changes) {
    const key = `${change.finding.rule} ${change.finding.level} ${change.change}`
    const drawn = { change, lot: lotOf(`${change.finding.fingerprint} ${change.article}`, seed) }
    const group = groups.get(key)
    if (group) group.push(drawn)
    else groups.set(key, [drawn])
  }
  return [...groups.values()]
    .flatMap((group) =>
      group
        .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
        .slice(0, shown)
        .map(({ change }) => change),
    )
    .toSorted((one, other) => byRuleAndLevel(one.finding, other.finding) || one.change.localeCompare(other.change))
}

function renderChange({ change, finding, otherLevel }: ChangedFinding, { text, id, folder }: Article): string {
  const moved = otherLevel === undefined ? '' : change === 'added' ? `, was ${otherLevel}` : `, now ${otherLevel}`
  return [
    `${change === 'added' ? '+' : '−'} ${finding.rule}, ${finding.level}${moved} · ${folder}, ${id} · ${finding.fingerprint}`,
    `  ${finding.message}`,
    `  ${contextOf(text, finding, WORDS_AROUND)}`,
  ].join('\n')
}

function speeds(before: readonly EmittedArticle[], after: readonly EmittedArticle[]): string {
  const speed = (articles: readonly EmittedArticle[]): string => {
    const words = articles.reduce((sum, one) => sum + one.words, 0)
    const ms = articles.reduce((sum, one) => sum + one.ms, 0)
    return `${(ms / 1000).toFixed(1)} s, ${Math.round((words / ms) * 1000).toLocaleString('en')} words a second`
  }
  return `Before: ${speed(before)}. Now: ${speed(after)}.`
}
