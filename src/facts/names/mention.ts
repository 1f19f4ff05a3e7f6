/** A mention: one place where a name stands. */
import type { Span } from '../../text/span.ts'

/** A place where a name stands; its span is the name with its suffix, without title and possessive. */
export interface Mention extends Span {
  readonly sentence: number
  /** The index of its first word. */
  readonly firstWord: number
  /** One past the index of its last word. */
  readonly endWord: number
  /** The words of the name alone: no title, no suffix, no possessive. */
  readonly core: readonly string[]
  /** What two mentions of one name share: the core in lower case, without dots, hyphens, accents and spaces. */
  readonly key: string
  /** “Sen.”, “Prime Minister”. */
  readonly title: string | undefined
  /** “Inc.”, “Jr.”. */
  readonly suffix: string | undefined
  readonly possessive: boolean
  /** Opens its sentence or a clause in it, where any word has a capital. */
  readonly initial: boolean
}
