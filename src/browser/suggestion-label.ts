/** What the button of a suggestion says. */
import type { FindingSuggestion } from '../check/finding.ts'
import { visibleText } from './visible-text.ts'

/** The suggestion's title, with the words that it would write where the title doesn't say them. */
export function suggestionLabel({ title, edits }: FindingSuggestion): string {
  const [edit, ...more] = edits
  const isUnsaid = edit !== undefined && more.length === 0 && edit.text.trim() !== '' && !title.includes(edit.text)
  return visibleText(isUnsaid ? `${title} (“${edit.text}”)` : title)
}
