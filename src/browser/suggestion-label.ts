/** What the button of a suggestion says. */
import type { FindingSuggestion } from '../check/finding.ts'
import { wordsUnsaid } from '../check/wording/suggestion-words.ts'
import { visibleText } from './visible-text.ts'

/** The suggestion's title, with the words that it would write where the title doesn't say them. */
export function suggestionLabel(suggestion: FindingSuggestion): string {
  const words = wordsUnsaid(suggestion)
  return visibleText(words === undefined ? suggestion.title : `${suggestion.title} (${words})`)
}
