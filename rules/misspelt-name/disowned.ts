/** Whether a story knows of the odd spelling and says so: “[sic]”, “also spelled”, “Nanking (Nanjing)”. */
import type { Story } from '#story'
import type { Form } from './forms.ts'

// A form that stands more often than this is no slip that somebody speaks of.
const MOST_ASKED = 12

const SIC = /^[’']?s?[”"’']?,? ?[[(]\s?sic\b/i
// “… called him Brandvlod. He misspelled the name”: what stands near, and what stands in the same sentence.
const SPEAKS_OF_SPELLING = /\b(?:miss?pel\w+|mispronounc\w+|misprints?|typos?|typographical)\b/i
const NAMES_TWICE = new RegExp(
  '\\b(?:spell?(?:ed|t|ings?|s)?|pronounc(?:ed|es|ing|iation)|a\\.?k\\.?a\\b|also known as|known also as|alias(?:es)?'
  + '|transliterat\\w+|anagrams?|nicknamed?|dubbed|puns?)\\b',
  'i',
)
const NEAR = 240
const JOINED = /^(?:[’']s)?[”"’']? ?(?:[(/=[]|, or |or |– or )[“"'‘]?$/

const FARTHEST = 12

/** Whether the story speaks of one of two spellings as such, or sets them side by side. */
export function isDisowned(story: Story, { usual, rare }: { readonly usual: Form; readonly rare: Form }): boolean {
  const { sentences } = story.facts
  const rarePlaces = rare.places.slice(0, MOST_ASKED)
  const usualPlaces = usual.places.slice(0, MOST_ASKED)
  if ([...rarePlaces, ...usualPlaces].some(({ end }) => SIC.test(story.text.slice(end, end + 16)))) return true
  for (const { start, end, mention } of rarePlaces) {
    if (SPEAKS_OF_SPELLING.test(story.text.slice(Math.max(0, start - NEAR), end + NEAR))) return true
    const sentenceStart = Math.max(sentences.start(mention.sentence), start - NEAR)
    if (NAMES_TWICE.test(story.text.slice(sentenceStart, Math.min(sentences.end(mention.sentence), end + NEAR)))) return true
    for (const other of usualPlaces) {
      const [from, to] = other.start >= end ? [end, other.start] : [other.end, start]
      if (to - from < FARTHEST && JOINED.test(story.text.slice(from, to))) return true
    }
  }
  return false
}
