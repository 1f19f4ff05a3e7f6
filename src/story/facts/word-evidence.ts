/** How each word of a story is written where no rule of grammar makes it start with a capital. */
import type { Story } from '../story.ts'

export interface WordEvidence {
  /** How often a word stands capitalised in mid-sentence; `word` as it is written. */
  capitalised(word: string): number
  /** How often a word stands in lower case. */
  lowerCase(word: string): number
}

export function weighWords(_story: Story): WordEvidence {
  return { capitalised: () => 0, lowerCase: () => 0 }
}
