/** Made-up alarms, for tests of what is counted, drawn and recorded. */
import type { Severity } from '#rule'
import type { Article } from '../../scripts/articles.ts'
import type { Alarm, CheckerRun } from '../../scripts/measure/run-checker.ts'

/** An article of a data set. */
export function article(id: string, folder = 'harbour', text = 'The mayor met met the council.'): Article {
  return { id, set: `${folder}.jsonl`, path: undefined, folder, text, format: 'text', date: undefined }
}

/** A finding in an article, on its third and fourth word. */
export function alarm(
  fingerprint: string,
  { rule = 'repeated-word', level = 'error' as Severity, of = article('a') } = {},
): Alarm {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
  return {
    article: of,
    finding: {
      rule,
      title: rule,
      severity: level,
      fingerprint,
      kind: 'slip',
      message: '“met” stands twice; delete one',
      quote: 'met met',
      start: point(10),
      end: point(17),
      related: [],
      suggestions: [],
      url: '',
    },
  }
}

/** A run of 100,000 words in 10 articles. */
export function runWith(alarms: readonly Alarm[], rules: readonly string[] = ['repeated-word']): CheckerRun {
  return {
    rules,
    alarms,
    articles: 10,
    words: 100_000,
    sets: [{ name: 'harbour', articles: 10, words: 100_000 }],
    ms: 500,
    ruleMs: new Map(rules.map((rule) => [rule, 10])),
  }
}

/** A fingerprint made from a number. */
export function fingerprint(number: number): string {
  return number.toString(16).padStart(16, '0')
}
