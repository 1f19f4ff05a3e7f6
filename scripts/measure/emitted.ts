/** What one checker finds in each article, in a form that two versions of the checker can share. */
import type { Severity } from '../../src/rule/index.ts'

/** A finding, as much of it as a comparison needs; places are UTF-16 units of the article. */
export interface EmittedFinding {
  readonly rule: string
  readonly level: Severity
  readonly fingerprint: string
  readonly message: string
  readonly start: number
  readonly end: number
}

/** All findings in one article. */
export interface EmittedArticle {
  readonly words: number
  readonly ms: number
  readonly findings: readonly EmittedFinding[]
}
