/** Injects errors of each kind into articles, checks them before and after, and counts what is found. */
import { checkCopies } from '../../src/check/check-source.ts'
import { activeRules, type ActiveRule } from '../../src/check/config/config.ts'
import type { Finding } from '../../src/check/finding.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readText } from '../../src/readers/text.ts'
import type { Rule, Severity } from '../../src/rule/index.ts'
import { dayOf, type Article } from '../articles.ts'
import type { Progress } from '../../src/cli/reports/progress-bar.ts'
import { DraftCopy } from './copy.ts'
import { HeadlineShelf } from './headline-shelf.ts'
import { applyChange, type Replacement, type ErrorKind } from './kind.ts'
import type { TextStretch } from '../measure/context.ts'
import { createRandom } from './random.ts'
import { isSpokenOf, levelFound } from './recall.ts'

/** What to inject, and how much. */
export interface InjectionPlan {
  readonly articles: readonly Article[]
  readonly kinds: readonly ErrorKind[]
  readonly rules: readonly Rule[]
  readonly leftovers: readonly string[]
  readonly seed: number
  /** How many errors of a kind at most, each in an article of its own. */
  readonly limit: number
  /** Runs only the rule meant for a kind, not those on by default besides. */
  readonly alone: boolean
}

/** An article with an error in it. */
export interface Draft {
  readonly article: Article
  readonly change: Replacement
  readonly text: string
  readonly at: TextStretch
}

/** What came of one draft. */
export interface InjectionOutcome extends Draft {
  /** The level at which the error was found; nothing where it wasn't. */
  readonly level: Severity | undefined
}

/** What came of a kind. */
export interface KindOutcome {
  readonly kind: ErrorKind
  /** Whether there is such a rule. */
  readonly hasRule: boolean
  readonly outcomes: readonly InjectionOutcome[]
}

/** Injects and checks; a kind whose rule doesn't exist is injected only. */
export function runInjection(plan: InjectionPlan, progress: Progress): readonly KindOutcome[] {
  const { articles, kinds, rules, seed, limit, leftovers } = plan
  const supplies = { headlines: new HeadlineShelf(articles), leftovers }
  const copies = new Map<Article, DraftCopy>()
  const copyOf = (article: Article): DraftCopy => {
    const copy = copies.get(article) ?? new DraftCopy(article)
    copies.set(article, copy)
    return copy
  }
  const check = checkerFor(plan)
  return kinds.map((kind): KindOutcome => {
    const hasRule = rules.some(({ id }) => id === kind.rule)
    const outcomes: InjectionOutcome[] = []
    for (const article of createRandom(seed, kind.name).shuffled(articles)) {
      if (outcomes.length >= limit) break
      const draft = injectInto(article, copyOf(article), kind, {
        ...supplies,
        random: createRandom(seed, `${kind.name}\n${article.id}`),
      })
      if (!draft) continue
      const level = hasRule ? judge(draft, kind, check) : undefined
      if (level === 'spoken of') continue
      outcomes.push({ ...draft, level })
      progress.advance()
    }
    progress.advance(limit - outcomes.length)
    return { kind, hasRule, outcomes }
  })
}

/** The article with one error of a kind; nothing where it has no place for one. */
export function injectInto(
  article: Article,
  copy: DraftCopy,
  kind: ErrorKind,
  supplies: Parameters<ErrorKind['change']>[1],
): Draft | undefined {
  const change = kind.change(copy, supplies)
  if (!change) return undefined
  const { text, at } = applyChange(article.text, change)
  return text === article.text ? undefined : { article, change, text, at }
}

type CheckText = (rule: string, article: Article, text: string) => readonly Finding[]

function judge(
  { article, change, text, at }: Draft,
  kind: ErrorKind,
  check: CheckText,
): Severity | 'spoken of' | undefined {
  const before = check(kind.rule, article, article.text)
  if (isSpokenOf(kind, change, before)) return 'spoken of'
  return levelFound({ kind, change, text, at, before, after: check(kind.rule, article, text) })
}

/** Checks texts; what an article holds without an error is looked for once a set of rules. */
function checkerFor({ rules, alone }: InjectionPlan): CheckText {
  const activeFor = new Map<string, readonly ActiveRule[]>()
  const known = new Map<string, readonly Finding[]>()
  return (id, article, text) => {
    const active =
      activeFor.get(id)
      ?? activeRules(alone ? rules.filter((rule) => rule.id === id) : rules, { rules: { [id]: 'on' } })
    activeFor.set(id, active)
    const key =
      text === article.text
        ? `${active.map(({ rule }) => rule.id).join(' ')}\n${article.set}\n${article.id}`
        : undefined
    const before = key === undefined ? undefined : known.get(key)
    if (before) return before
    const read = article.format === 'markdown' ? readMarkdown : readText
    const { findings } = checkCopies([read(text, { date: dayOf(article) })], { active })
    if (key !== undefined) known.set(key, findings)
    return findings
  }
}
