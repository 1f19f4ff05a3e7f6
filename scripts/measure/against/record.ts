/** Keeps what came of marked drafts, by the revision of the checker. */
import type { MarkedFigures } from '../../generate/figures.ts'
import { occasionOf, writeMarkedFigures } from '../figures.ts'
import type { CheckerRun } from '../run-checker.ts'
import { revisionOf } from '../worktree.ts'
import { tallyErrors, type ComparedWithMarks } from './comparison.ts'

/**
 * Writes the figures where the catalogue finds them, and says where; those of other revisions stay.
 * @throws {InputError} where the root is no git checkout.
 */
export function recordMarked(
  root: string,
  { articles, words, alarms }: CheckerRun,
  comparison: ComparedWithMarks,
): string {
  const figures: MarkedFigures = {
    date: occasionOf({ heldOut: false }).date,
    revision: revisionOf(root),
    drafts: articles,
    words,
    findings: alarms.length,
    touching: comparison.alarms.filter(({ errors }) => errors.length > 0).length,
    certainties: Object.fromEntries(tallyErrors(comparison).certainties),
  }
  return writeMarkedFigures(root, figures)
}
