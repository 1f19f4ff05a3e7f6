/** What reports say of a suggestion: an order where it is likely right, a thought where it is an idea, and the story can’t tell. */
import type { FindingSuggestion } from './finding.ts'

/** “Write “Pelkonen””, “Perhaps: write “Pelkonen””; behind another one “Or: …”, “Or perhaps: …”. */
export function suggestionWords({ title, grade }: Pick<FindingSuggestion, 'title' | 'grade'>, isFurther = false): string {
  if (grade !== 'idea') return isFurther ? `Or: ${title}` : title
  return `${isFurther ? 'Or perhaps' : 'Perhaps'}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}
