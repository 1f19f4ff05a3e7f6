/**
 * Measures what the checker finds: puts one realistic error into each of many articles, and counts how many are found.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import rules from '../rules/index.ts'
import { articlesOf, isDraft, type Article } from './articles.ts'
import { INJECTED_ERRORS, type InjectedFigures } from './generate/figures.ts'
import { errorKinds } from './inject/kinds/index.ts'
import { readLeftovers } from './inject/leftover-pool.ts'
import { INVENTED_LEFTOVERS } from './inject/kinds/leftovers.ts'
import { readOptions, USAGE, type InjectOptions } from './inject/options.ts'
import { figuresOf, renderKinds, renderMisses, renderOutcomes } from './inject/report.ts'
import { runInjection, type KindOutcome } from './inject/run.ts'
import { InputError } from './input-error.ts'
import { createProgress } from '../src/cli/reports/progress-bar.ts'
import { runScript, type ScriptWorld } from './run-script.ts'

/**
 * Does what the arguments ask for.
 * @throws {InputError} for what the caller can set right.
 */
export function inject(argv: readonly string[], { root, say, remark }: ScriptWorld): void {
  const options = readOptions(argv, errorKinds)
  if (options.help) return say(USAGE)
  const { kinds, limit, seed } = options
  if (options.list)
    return say(
      renderKinds(
        kinds,
        rules.map(({ id }) => id),
      ),
    )
  const articles = options.folders.flatMap(loadArticles)
  const leftovers = leftoversFrom(options, remark)
  const progress = createProgress(kinds.length * limit, 'drafts')
  let results: readonly KindOutcome[]
  try {
    results = runInjection({ articles, kinds, rules, leftovers, seed, limit, alone: options.alone }, progress)
  } finally {
    progress.end()
  }
  say(renderOutcomes(results))
  if (options.misses > 0) say(renderMisses(results, options.misses))
  if (options.record) {
    remark(`${record(root, articles, options, results)}: written; \`npm run generate\` brings it into the catalogue\n`)
  }
}

function loadArticles(folder: string): readonly Article[] {
  const articles = [...articlesOf(folder)].filter(isDraft)
  if (articles.length === 0)
    throw new InputError(`there are no articles in “${folder}”: it takes .txt, .md, .jsonl and .jsonl.gz`)
  return articles
}

function leftoversFrom({ leftovers }: InjectOptions, remark: (text: string) => void): readonly string[] {
  if (leftovers === undefined) return INVENTED_LEFTOVERS
  const lines = readLeftovers(leftovers)
  if (lines.length === 0) throw new InputError(`there are no lines of outlets held out in “${leftovers}”`)
  const outlets = new Set(lines.map(({ outlet }) => outlet)).size
  remark(`Leftover lines: ${lines.length}, from ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'} held out.\n`)
  return lines.map(({ text }) => text)
}

/** Keeps the figures of kinds that there is a rule for, and says where. */
function record(
  root: string,
  articles: readonly Article[],
  { seed, heldOut }: InjectOptions,
  results: readonly KindOutcome[],
): string {
  const figures: InjectedFigures = {
    articles: articles.length,
    words: articles.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0),
    seed,
    sets: [...new Set(articles.map(({ folder }) => folder))].toSorted(),
    use: heldOut ? 'held out' : 'development',
    kinds: results
      .filter(({ hasRule, outcomes }) => hasRule && outcomes.length > 0)
      .map(figuresOf)
      .toSorted((one, other) => (one.kind < other.kind ? -1 : 1)),
  }
  const file = INJECTED_ERRORS[heldOut ? 'held out' : 'development']
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(figures, undefined, 2)}\n`)
  return file
}

await runScript('inject', import.meta.url, inject)
