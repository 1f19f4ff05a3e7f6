/** Whether a story knows of the odd spelling and says so: “[sic]”, “also spelled”, “Nanking (Nanjing)”. */
import { around, type Story } from '#rule'
import type { WordForm } from './forms.ts'

// A form that stands more often than this is no slip that somebody speaks of.
const MOST_ASKED = 12

// “… called him Brandvlod. He misspelled the name”: what stands near, what stands in the same sentence, and what leads
// to the word.
const SPEAKS_OF_SPELLING = /\b(?:miss?pel\w+|mispronounc\w+|misprints?|typos?|typographical)\b/i
const NAMES_TWICE = /\b(?:spell?(?:ed|t|ings?|s)?|pronounc(?:ed|es|ing|iation)|transliterat\w+|anagrams?|puns?)\b/i
const OBJECT = '(?: (?:as|it|him|her|them|(?:the|a|his|her|its|their) [a-z]+))'
const LEADS_TO_NAME = new RegExp(
  `\\b(?:(?:dubbed|nicknamed?)${OBJECT}?|(?:also|formerly|once) called|called${OBJECT})(?: the)? ?[“"‘'(]?$`,
  'i',
)
// “Feras Brandvold (aka Brand, Feras Brandvald and Firas Brandvold)”: a list of what somebody goes by.
const OTHER_NAMES = /\b(?:a\.?k\.?a\b\.?|(?:also|formerly|once) known as|known also as|alias(?:es)?\b)[^.;!?]*$/i
const NEAR = 240
const JOINED = /^(?:[’']s)?[”"’']? ?(?:[(/=[]|, or |or |– or )[“"'‘]?$/

const FARTHEST = 12

/** Whether the story speaks of one of two spellings as such, or sets them side by side. */
export function isDisowned(
  story: Story,
  { usual, rare }: { readonly usual: WordForm; readonly rare: WordForm },
): boolean {
  const { sentences } = story.facts
  const rarePlaces = rare.places.slice(0, MOST_ASKED)
  const usualPlaces = usual.places.slice(0, MOST_ASKED)
  if ([...rarePlaces, ...usualPlaces].some((place) => around(story, place).isSic)) return true
  for (const place of rarePlaces) {
    const { start, end, mention } = place
    const near = around(story, place)
    // “thanks to @Ostbyy (Ostby)”: an account is called as its owner likes.
    if (near.before().endsWith('@')) return true
    if (SPEAKS_OF_SPELLING.test(near.near(NEAR))) return true
    const sentenceStart = Math.max(sentences.start(mention.sentence), start - NEAR)
    if (NAMES_TWICE.test(story.text.slice(sentenceStart, Math.min(sentences.end(mention.sentence), end + NEAR))))
      return true
    if (LEADS_TO_NAME.test(near.before()) || OTHER_NAMES.test(near.before())) return true
    for (const other of usualPlaces) {
      const [from, to] = other.start >= end ? [end, other.start] : [other.end, start]
      if (to - from < FARTHEST && JOINED.test(story.text.slice(from, to))) return true
    }
  }
  return false
}
