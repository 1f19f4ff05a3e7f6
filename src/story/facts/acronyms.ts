/** Acronyms and the names that a story gives them. */
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'

/** An acronym where a story explains it: “the European Central Bank (ECB)”. */
export interface Acronym extends Span {
  readonly acronym: string
  readonly meaning: Span
}

export function findAcronyms(_story: Story): readonly Acronym[] {
  return []
}
