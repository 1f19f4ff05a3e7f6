/**
 * Holds the edits of every rule to what they may be: nothing is edited where no reader looks, and a safe edit is made
 * in the desk's own copy.
 */
import type { RuleFinding, Suggestion } from '#rule'
import type { Story } from '#story'

// Controls, halves of pairs, a font's own signs, what stands for a lost character: nothing that copy has.
const NO_COPY = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]/u

/**
 * The suggestions of a finding that may be offered. One that edits a field or a block which no reader sees (a slug, a
 * tag, code) isn't; one that its rule calls safe is `likely` where it stands in other people's words, writes another
 * script into a block that isn't English, or puts there what no copy has.
 */
export function gradeEdits(story: Story, found: RuleFinding): readonly Suggestion[] {
  return found.suggestions
    .filter(({ edits }) => edits.every(({ at }) => story.facts.ownCopy.isShown(story.blockAt(at.start))))
    .map((suggestion) =>
      suggestion.grade === 'safe' && !isSafe(story, suggestion)
        ? { ...suggestion, grade: 'likely' as const }
        : suggestion,
    )
}

function isSafe(story: Story, { edits }: Suggestion): boolean {
  const { ownCopy, layout } = story.facts
  return edits.every(({ at, text }) => {
    if (NO_COPY.test(text)) return false
    if (ownCopy.holds(at)) return true
    return (
      layout.roleOf(story.blockAt(at.start)) === 'foreign'
      && !ownCopy.isQuoted(at)
      && isOfOneScript(story.slice(at), text)
    )
  })
}

const SCRIPTS: readonly RegExp[] = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Hebrew',
  'Arabic',
  'Han',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Thai',
  'Devanagari',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))

/** Whether two texts hold letters of the same scripts. */
function isOfOneScript(one: string, other: string): boolean {
  return SCRIPTS.every((script) => script.test(one) === script.test(other))
}
