/** A directive to the checker, as it stands in a source: in a comment, or in the front matter. */
import type { SourceSpan } from '../text/span.ts'

/** A directive as it is written; whether there is such a one, and such rules, is for the checker to say. */
export interface Directive {
  /** What it wants done: `disable-next-line`, `disable`, `enable`, `disable-file`. */
  readonly action: string
  /** The rules that it names; where it names none, it is about all. */
  readonly rules: readonly string[]
  /** Why, in the writer's words. */
  readonly reason?: string
  /** Where it stands. */
  readonly source: SourceSpan
}
