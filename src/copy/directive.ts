/** An order to the checker that stands in a source: in a comment, or in the front matter. */
import type { SourceSpan } from '../text/span.ts'

/** An order as it is written; whether there is such an order, and such rules, is for the checker to say. */
export interface Directive {
  /** What is to be done: `disable-next-line`, `disable`, `enable`, `disable-file`. */
  readonly order: string
  /** The rules that it names; where it names none, it is about all. */
  readonly rules: readonly string[]
  /** Why, in the writer's words. */
  readonly reason?: string
  /** Where it stands. */
  readonly source: SourceSpan
}
