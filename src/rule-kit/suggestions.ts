/** Applies what the findings of an example suggest, and says what is wrong with the copy afterwards. */
import type { Rule } from '#rule'
import { activeRules } from '../check/config/config.ts'
import type { Finding, FindingSuggestion } from '../check/finding.ts'
import type { SourceEdit } from '#text'
import type { Rendition } from './rendition.ts'
import { checkRendition } from './run-example.ts'
import type { Example } from './examples.ts'

/**
 * Applies every `safe` and every `likely` suggestion, each alone: it must silence its finding, and neither its own rule
 * nor any other that is on by default may find anything that it didn't find before. The answer is a line a problem.
 */
export function suggestionProblems(
  rules: readonly Rule[],
  rule: Rule,
  example: Example,
  rendition: Rendition,
): readonly string[] {
  const active = activeRules([...new Set([...rules, rule])], { rules: { [rule.id]: ['on', example.options] } })
  const before = checkRendition(example, rendition, rendition.source, active)
  return before
    .filter((finding) => finding.rule === rule.id)
    .flatMap((finding) =>
      finding.suggestions
        .filter(({ grade }) => grade !== 'idea')
        .flatMap((suggestion) => {
          const { source, problem } = applyEdits(rendition.source, suggestion.edits)
          if (problem !== undefined) return [say(finding, suggestion, problem)]
          const after = checkRendition(example, rendition, source, active)
          const left = newFindings(
            before.filter((other) => other !== finding),
            after,
            suggestion.edits,
          )
          return left.map(({ rule: id, quote, message }) =>
            say(finding, suggestion, `leaves ${id} on “${quote}” (${message}) in: ${source}`),
          )
        }),
    )
}

function say(finding: Finding, { title, grade }: FindingSuggestion, problem: string): string {
  return `“${finding.quote}”: the ${grade} suggestion “${title}” ${problem}`
}

function applyEdits(source: string, edits: readonly SourceEdit[]): { source: string; problem: string | undefined } {
  const inOrder = edits.toSorted((one, other) => one.start - other.start)
  const overlap = inOrder.some((edit, index) => index > 0 && edit.start < inOrder[index - 1]!.end)
  if (edits.length === 0 || overlap) return { source, problem: overlap ? 'has edits that overlap' : 'has no edits' }
  const edited = inOrder
    .toReversed()
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source)
  return { source: edited, problem: edited === source ? 'changes nothing' : undefined }
}

/** The findings after some edits that were not there before; one that only moved, or was touched by an edit, was. */
function newFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  edits: readonly SourceEdit[],
): readonly Finding[] {
  const known = [...before]
  const take = (isSame: (finding: Finding) => boolean): boolean => {
    const index = known.findIndex(isSame)
    if (index < 0) return false
    known.splice(index, 1)
    return true
  }
  const fresh = after.filter(
    (finding) =>
      !take(
        (other) =>
          other.rule === finding.rule
          && moved(other.start.offset, edits) === finding.start.offset
          && moved(other.end.offset, edits) === finding.end.offset,
      ),
  )
  return fresh.filter(
    (finding) =>
      !take(
        (other) =>
          other.rule === finding.rule
          && edits.some(({ start, end }) => start <= other.end.offset && end >= other.start.offset),
      ),
  )
}

function moved(offset: number, edits: readonly SourceEdit[]): number {
  return (
    offset
    + edits
      .filter(({ end }) => end <= offset)
      .reduce((shift, { start, end, text }) => shift + text.length - (end - start), 0)
  )
}
