/** The grades of edits that a fix may make, as tables and files list them. */
import type { Grade } from '../../src/rule/index.ts'

/** A grade at which an edit may be made; an idea is only shown. */
export type EditGrade = Exclude<Grade, 'idea'>

/** The grades, the most trusted first. */
export const EDIT_GRADES: readonly EditGrade[] = ['safe', 'likely']

/** Whether a text names a grade of an edit. */
export function isEditGrade(text: unknown): text is EditGrade {
  return (EDIT_GRADES as readonly unknown[]).includes(text)
}
