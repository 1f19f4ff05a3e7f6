/**
 * What a grade has to earn: whether a rule's safe edits, as far as they were read, are as right as safe ones must be.
 */
import type { EditFigures } from './figures.ts'

/** The least share of safe edits that is right. */
export const SAFE_SHARE = 0.99
/** How many of a rule's safe edits are to be read, where there are so many. */
export const SAFE_READ = 100

/** Whether so many right of so many read bear the grade; where fewer than a hundred were read, all must be right. */
export function bearsSafe({ read, right }: Pick<EditFigures, 'read' | 'right'>): boolean {
  return right >= SAFE_SHARE * read
}

/** How a rule stands with its safe edits, in a few words. */
export function standingOf(figures: EditFigures): string {
  const { read, distinct } = figures
  if (!bearsSafe(figures)) return 'not right enough for safe'
  if (read >= SAFE_READ) return 'earned'
  return distinct > read
    ? `too few read: ${read} of ${Math.min(distinct, SAFE_READ)}`
    : `too few there are: ${distinct} of ${SAFE_READ}`
}
