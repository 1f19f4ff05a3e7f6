/** Whether a name stands among words of another language, which bends its names: “nie ma Różnicy w tym”. */
import type { Story } from '#rule'
import type { WordForm, WordPlace } from './forms.ts'
import { isDoubled, sharedStart } from './same-root.ts'
import { areSwapped } from './slips.ts'

const MOST_ASKED = 12
// So many words on either side tell the language.
const REACH = 4
const SHORTEST_STEM = 3
const LONGEST_ENDING = 4

// “Ostbyは”: letters of another language hang on to a name. In the middle of one they only look like its own: “Stеaler”
// with a Cyrillic е.
const OTHER_SCRIPT = /[\u0370-\u1DFF\u2E80-\uD7FF\uF900-\uFDFF]/

/**
 * Whether two words are one stem with two endings, of which one or the other stands in copy of another language alone.
 */
export function areBentElsewhere(story: Story, one: WordForm, other: WordForm): boolean {
  if (!areTwoEndings(one.key, other.key)) return false
  if (isDoubled(one.key, other.key) || areSwapped(one.key, other.key)) return false
  return (
    story.facts.isInOtherLanguage
    || [one, other].some(
      ({ places }) =>
        places.length > 0 && places.slice(0, MOST_ASKED).every((place) => standsAmongForeignWords(story, place)),
    )
  )
}

function areTwoEndings(one: string, other: string): boolean {
  const shared = sharedStart(one, other)
  return shared >= SHORTEST_STEM && Math.max(one.length, other.length) - shared <= LONGEST_ENDING
}

/** Whether most of the words in small letters around a place, two or more, are no English. */
function standsAmongForeignWords(
  { facts: { sentences, words, wordEvidence } }: Story,
  { mention }: WordPlace,
): boolean {
  const from = Math.max(sentences.firstWord(mention.sentence), mention.firstWord - REACH)
  const to = Math.min(sentences.endWord(mention.sentence), mention.endWord + REACH)
  let english = 0
  let foreign = 0
  for (let word = from; word < to; word++) {
    const text = words.text(word)
    if ((word >= mention.firstWord && word < mention.endWord) || !/^\p{Ll}+$/u.test(text)) continue
    if (wordEvidence.isOrdinary(text)) english++
    else foreign++
  }
  return foreign >= 2 && foreign > english
}

/** A word without letters of another script at its ends. */
export function withoutHangers(word: string): string {
  let start = 0
  let end = word.length
  while (start < end && OTHER_SCRIPT.test(word[start]!)) start++
  while (end > start && OTHER_SCRIPT.test(word[end - 1]!)) end--
  return word.slice(start, end)
}
