/** Edits as somebody gets them to read: on a terminal, or as lines of a sample's file. */
import { printablePath } from '../../src/reporters/writing/printable.ts'
import { diffInContext } from './edit-diff.ts'
import type { ProposedEdit } from './proposed-edits.ts'
import type { EditLine } from './sample-file.ts'

/** What a reader gets of an edit. */
export function editLine({ article, finding, suggestion, grade, fingerprint }: ProposedEdit): EditLine {
  return {
    fingerprint,
    rule: finding.rule,
    grade,
    set: article.folder,
    article: `${article.id}:${finding.start.line}`,
    message: finding.message,
    title: suggestion.title,
    diff: diffInContext(article.text, suggestion.edits),
    verdict: '',
  }
}

/** The edits to read on a terminal. */
export function renderEdits(edits: readonly ProposedEdit[]): string {
  return edits
    .map((edit, index) => {
      const { fingerprint, rule, grade, set, article, message, title, diff } = editLine(edit)
      return [
        `${index + 1}. ${rule}, ${grade} · ${set}, ${printablePath(String(article))} · ${fingerprint}`,
        `   ${String(message)} → ${String(title)}`,
        ...String(diff)
          .split('\n')
          .map((line) => `   ${line}`.trimEnd()),
      ].join('\n')
    })
    .join('\n\n')
}
