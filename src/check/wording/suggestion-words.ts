/**
 * Says a suggestion in words: an order where it is likely right, a thought where it is an idea, and the story can’t
 * tell.
 */
import type { Finding, FindingSuggestion } from '../finding.ts'

/** “Write “Pelkonen””, “Perhaps write “Pelkonen””; behind another one “Or write …”, “Or perhaps write …”. */
export function suggestionWords(
  { title, grade }: Pick<FindingSuggestion, 'title' | 'grade'>,
  isFurther = false,
): string {
  const isIdea = grade === 'idea'
  if (!isIdea && !isFurther) return title
  return `${isFurther ? (isIdea ? 'Or perhaps' : 'Or') : 'Perhaps'} ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}

/**
 * What a suggestion writes, where it is one stretch and the title doesn’t say it: “Pérez” in quotation marks, a mark by
 * itself.
 */
export function wordsUnsaid({ title, edits }: Pick<FindingSuggestion, 'title' | 'edits'>): string | undefined {
  const [edit, ...more] = edits
  if (edit === undefined || more.length > 0 || edit.text.trim() === '' || title.includes(edit.text)) return undefined
  return /^[^\p{L}\p{N}]$/u.test(edit.text) ? edit.text : `“${edit.text}”`
}

/** The suggestions on which the message hasn't ended (“…; delete it”): what it has said needs no saying again. */
export function unsaidSuggestions({
  message,
  suggestions,
}: Pick<Finding, 'message' | 'suggestions'>): readonly FindingSuggestion[] {
  const order = /^; (\w+)/.exec(message.slice(message.lastIndexOf(';')))?.[1]
  return suggestions.filter(
    ({ title, edits }) => !(edits.every(({ text }) => text === '') && title.split(' ')[0]!.toLowerCase() === order),
  )
}
