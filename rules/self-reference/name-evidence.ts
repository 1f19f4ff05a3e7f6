/** How sure it is that a name that meets itself is a name: by its letters, the story, and what joins it. */
import { around, span, type Facts, type Story } from '#rule'
import type { SameName } from './same-name.ts'
import type { Party } from './party.ts'

type WordEvidence = Facts['wordEvidence']

/**
 * How bad a name that meets itself may be at most; nothing where it may be no name at all: a title of a work, a word
 * with a capital.
 */
export function highestLevel(story: Story, pair: SameName): 'error' | 'warning' | undefined {
  const { one, other, structure, isNamedAgain } = pair
  const { wordEvidence, sentences, entities } = story.facts
  if (isSetApart(story, one, other, structure?.pair !== undefined)) return undefined
  // Where every word has a capital only names that the story's sentences know are sure.
  if (sentences.letterCase(one.sentence) !== 'sentence' && !one.core.every((word) => isKnown(wordEvidence, word)))
    return undefined
  // “Brandt and Brandt”: a firm that the story names again.
  if (isNamedAgain && (structure?.pair || isOrdinary(wordEvidence, one))) return undefined
  const word = one.core[0]!
  if (other.isGovernment || !isOrdinary(wordEvidence, one)) {
    // “Brandt and Brandt”: a firm, where that is all that the story says of either.
    const isSurname =
      structure?.pair !== undefined && structure.isBare && one.core.length === 1 && entities.of(one).mentions.length < 3
    return isSurname ? 'warning' : 'error'
  }
  // US, China and Turkey are names by themselves; so is Young where the story has met Luke Young.
  if (
    /^\p{Lu}[\p{Lu}.]+$/u.test(word)
    || entities.country(one)?.form === 'name'
    || entities.of(one).fullest.core.length > 1
  )
    return 'error'
  const asName = wordEvidence.capitalised(word)
  const asWord = wordEvidence.lowerCase(word.toLowerCase())
  // “Measure for Measure”, “Man to Man”: one small word between asks for a story that treats the word as a name
  // throughout.
  if (structure?.isBare ? asName < 3 : asName < 1) return undefined
  return asWord === 0 ? 'error' : undefined
}

function isOrdinary(wordEvidence: WordEvidence, { core, isGovernment }: Party): boolean {
  return core.length === 1 && !isGovernment && wordEvidence.isOrdinary(core[0]!.toLowerCase())
}

function isKnown(wordEvidence: WordEvidence, word: string): boolean {
  return wordEvidence.capitalised(word) > 0 || wordEvidence.capitalised(word[0] + word.slice(1).toLowerCase()) > 0
}

/**
 * Between quotation marks, “Salt by Salt” is a title; between brackets, “(Norvik to Norvik)” is a label; “(Norvik and
 * Norvik)” lists.
 */
function isSetApart(story: Story, one: Party, other: Party, isPair: boolean): boolean {
  const near = around(story, span(one.start, other.end))
  return near.isSetApart || (!isPair && near.isBetween('([', ')]'))
}
