/** Runs the checker over articles and keeps what fires, with what it cost. */
import { checkCopies, pluginsOf } from '../../src/check/check-source.ts'
import type { ActiveRule } from '../../src/check/config/config.ts'
import type { Finding } from '../../src/check/finding.ts'
import { READERS } from '../../src/readers/index.ts'
import { createStory, type Story } from '../../src/story/index.ts'
import { dayOf, type Article } from '../articles.ts'
import type { Progress } from '../../src/cli/reports/progress-bar.ts'

/** A finding in an article. */
export interface Alarm {
  readonly article: Article
  readonly finding: Finding
}

/** What a data set holds. */
export interface SetSize {
  /** The name of its folder. */
  readonly name: string
  readonly articles: number
  readonly words: number
}

/** What a run over articles brought. */
export interface CheckerRun {
  /** The ids of the rules that ran, sorted. */
  readonly rules: readonly string[]
  /** The data sets by name. */
  readonly sets: readonly SetSize[]
  readonly articles: number
  readonly words: number
  /** In the order of the articles, and of each one's text. */
  readonly alarms: readonly Alarm[]
  /** The time of reading and checking, all rules together. */
  readonly ms: number
  /**
   * Each rule's own time, where it was asked for: on stories whose facts are there, so that no rule pays for what all
   * use.
   */
  readonly ruleMs: ReadonlyMap<string, number>
}

/** Checks every article with the rules that are active; a rule is timed by running a second time. */
export function runChecker(
  articles: readonly Article[],
  active: readonly ActiveRule[],
  progress: Progress,
  { timesRules = true } = {},
): CheckerRun {
  const sets = new Map<string, SetSize>()
  const alarms: Alarm[] = []
  const ruleMs = new Map(active.map(({ rule }) => [rule.id, 0]))
  const plugins = pluginsOf(active)
  let ms = 0
  for (const article of articles) {
    const start = performance.now()
    const copies = READERS[article.format](article.text, { path: article.path, date: dayOf(article) })
    const { findings, words } = checkCopies(copies, { active })
    ms += performance.now() - start
    for (const finding of findings) alarms.push({ article, finding })
    const { folder: name } = article
    const set = sets.get(name) ?? { name, articles: 0, words: 0 }
    sets.set(name, { name, articles: set.articles + 1, words: set.words + words })
    const stories = timesRules ? copies.map((copy) => createStory(copy, { plugins })) : []
    if (timesRules) for (const one of active) ruleMs.set(one.rule.id, ruleMs.get(one.rule.id)! + timeOf(one, stories))
    progress.advance(1, words)
  }
  const sizes = [...sets.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return {
    rules: active.map(({ rule }) => rule.id).toSorted(),
    sets: sizes,
    alarms,
    ms,
    ruleMs,
    articles: articles.length,
    words: sizes.reduce((sum, { words }) => sum + words, 0),
  }
}

/** How long a rule takes on stories that have been checked, so that all facts are known. */
function timeOf({ rule, options }: ActiveRule, stories: readonly Story[]): number {
  const start = performance.now()
  for (const story of stories) {
    if (rule.quietIn?.includes(story.facts.copyKind)) continue
    // Rules are lazy: what isn't asked for isn't looked for.
    for (const found of rule.run(story, options)) void found
  }
  return performance.now() - start
}
