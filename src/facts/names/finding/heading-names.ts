/**
 * Finds names in titles and capitals, where every word has a capital: what the story knows as a name, or no English
 * word.
 */
import { CALENDAR, COMMON_ACRONYMS, LINKS, STANDING_NAMES, OUTSIDE_NAMES } from '../../../english/words/name-words.ts'
import { isNameLike } from '../../reading/letter-case.ts'
import type { Words } from '../../reading/words.ts'
import type { Mention } from '../mention.ts'
import type { NameFinder } from './name-finder.ts'
import { splitRun } from './name-parts.ts'
import { isCompound } from './name-start.ts'
import { withoutPossessive, type WordEvidence } from '../word-evidence.ts'

/** The names of a heading; `known` are the words, in lower case, that names of the story’s sentences hold. */
export function readHeading(
  { sentences, words, wordEvidence, desk, maker, labels }: NameFinder,
  sentence: number,
  known: ReadonlySet<string>,
): readonly Mention[] {
  const found: Mention[] = []
  const end = sentences.endWord(sentence)
  const isName = nameTest(words, wordEvidence, sentences.letterCase(sentence) === 'capitals', known)
  for (let word = labels.firstWordBehind(sentence); word < end;) {
    const runEnd = (desk.isEmpty ? undefined : desk.match(words, word, end)) ?? endOfRun(words, word, end, isName)
    for (const part of runEnd > word ? splitRun(words, word, runEnd) : []) found.push(maker.make(sentence, part))
    word = Math.max(runEnd, word + 1)
  }
  return found
}

type NameTest = (word: number) => boolean

/** One past the last word of the run of names that begins at `first`; `first` where none does. */
function endOfRun(words: Words, first: number, end: number, isName: NameTest): number {
  let next = first
  while (
    next < end
    && isName(next)
    && (next === first || (joinsInName(words, next - 1) && !isPossessive(words, next - 1)))
  ) {
    next++
    // “Margarethe von Hollen Dies”: small words of names are small in a title too.
    let link = next
    while (link < end && link < next + 3 && LINKS.has(words.text(link)) && words.joinsNext(link - 1)) link++
    if (link > next && link < end && isName(link) && words.joinsNext(link - 1)) next = link
  }
  return next
}

function nameTest(words: Words, wordEvidence: WordEvidence, capitals: boolean, known: ReadonlySet<string>): NameTest {
  return (word) => {
    const bare = withoutPossessive(words.text(word))
    const lower = bare.toLowerCase()
    if (!isNameLike(bare) || bare.length < 2 || OUTSIDE_NAMES.has(lower) || COMMON_ACRONYMS.has(bare)) return false
    if (CALENDAR.has(bare[0] + lower.slice(1))) return false
    if (STANDING_NAMES.has(bare)) return true
    const unused = wordEvidence.lowerCase(lower) === 0
    if (known.has(lower)) return unused || !wordEvidence.isOrdinary(lower)
    // In capitals an unknown word is as likely a verb: “RAMÍREZ HOMERS TWICE”.
    if (capitals && known.size > 2) return false
    return (
      unused
      && !wordEvidence.isOrdinary(lower)
      && /\p{L}{2}/u.test(bare)
      && !(bare.includes('-') && isCompound(wordEvidence, bare))
    )
  }
}

/** Whether a word and the next stand in one name: a space between, or the stop of “ST. LOUIS”. */
function joinsInName(words: Words, word: number): boolean {
  return words.joinsNext(word) || (words.gapAfter(word) === '. ' && /^S[tT]$/.test(words.text(word)))
}

function isPossessive(words: Words, word: number): boolean {
  const text = words.text(word)
  return withoutPossessive(text) !== text
}
