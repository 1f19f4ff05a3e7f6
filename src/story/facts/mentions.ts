/** Every place where a name stands in a story. */
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'

/** A place where a name stands; its span is the name with its company suffix, without title and possessive. */
export interface Mention extends Span {
  readonly sentence: number
  /** The index of its first word. */
  readonly firstWord: number
  /** One past the index of its last word. */
  readonly endWord: number
  /** The name as it stands, with its suffix: “Alphabet Inc.”. */
  readonly name: string
  /** The words of the name alone: no title, no suffix, no possessive. */
  readonly core: readonly string[]
  /** What two mentions of one name share: the core in lower case, without dots, hyphens and spaces. */
  readonly key: string
  /** “Sen.”, “Prime Minister”. */
  readonly title: string | undefined
  /** “Inc.”, “Jr.”. */
  readonly suffix: string | undefined
  readonly possessive: boolean
  /** Opens its sentence or a quotation in it, where any word has a capital. */
  readonly initial: boolean
  readonly quoted: boolean
}

export function findMentions(_story: Story): readonly Mention[] {
  return []
}
