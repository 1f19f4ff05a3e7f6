/** The edits that findings propose, each known again by what it changes and where. */
import { hashOf } from '../../src/check/fingerprint.ts'
import type { Finding, FindingSuggestion } from '../../src/check/finding.ts'
import type { Article } from '../articles.ts'
import { isEditGrade, type EditGrade } from './edit-grades.ts'
import type { Alarm } from './run-checker.ts'

/** What a finding proposes to do, at a grade at which a fix may do it: one edit or several, made together. */
export interface ProposedEdit {
  readonly article: Article
  readonly finding: Finding
  readonly suggestion: FindingSuggestion
  readonly grade: EditGrade
  /** Names the edit without its line: its finding’s fingerprint, and what becomes what. */
  readonly fingerprint: string
}

/** The safe and likely edits of what fires, in its order; of a finding that proposes one thing twice, the first. */
export function proposedEdits(alarms: readonly Alarm[]): readonly ProposedEdit[] {
  return alarms.flatMap(({ article, finding }) => {
    const proposed = new Map<string, ProposedEdit>()
    for (const suggestion of finding.suggestions) {
      const { grade, edits } = suggestion
      if (!isEditGrade(grade) || edits.length === 0) continue
      const fingerprint = fingerprintOf(article.text, finding, suggestion)
      if (!proposed.has(fingerprint)) proposed.set(fingerprint, { article, finding, suggestion, grade, fingerprint })
    }
    return [...proposed.values()]
  })
}

/**
 * A verdict holds for the very words: an edit that comes to change other ones has not been read. Its grade may change.
 */
function fingerprintOf(source: string, { fingerprint, start }: Finding, { edits }: FindingSuggestion): string {
  const inOrder = edits.toSorted((one, other) => one.start - other.start)
  const changes = inOrder.map(
    (edit) => `${edit.start - start.offset} ${JSON.stringify([source.slice(edit.start, edit.end), edit.text])}`,
  )
  return hashOf([fingerprint, ...changes].join('\n'))
}
