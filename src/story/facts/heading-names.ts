/** Finds names in titles and capitals, where every word has a capital: what the story knows as a name, or no English word. */
import { CALENDAR, COMMON_ACRONYMS, LINKS, STANDING_NAMES, STARTERS } from '../../words/name-words.ts'
import type { Story } from '../story.ts'
import { isNameLike } from './letter-case.ts'
import type { Mention, NameFinder } from './mentions.ts'
import { splitRun } from './name-parts.ts'
import { isCompound } from './name-start.ts'
import { withoutPossessive } from './word-evidence.ts'

/** The names of a heading; `known` are the words, in lower case, that names of the story’s sentences hold. */
export function readHeading({ story, desk, maker, labels }: NameFinder, sentence: number, known: ReadonlySet<string>): readonly Mention[] {
  const { sentences, words } = story.facts
  const found: Mention[] = []
  const end = sentences.endWord(sentence)
  const isName = nameTest(story, sentences.letterCase(sentence) === 'capitals', known)
  for (let word = labels.firstWordBehind(sentence); word < end;) {
    const runEnd = (desk.isEmpty ? undefined : desk.match(words, word, end)) ?? endOfRun(story, word, end, isName)
    for (const part of runEnd > word ? splitRun(words, word, runEnd) : []) found.push(maker.make(sentence, part))
    word = Math.max(runEnd, word + 1)
  }
  return found
}

type NameTest = (word: number) => boolean

/** One past the last word of the run of names that begins at `first`; `first` where none does. */
function endOfRun(story: Story, first: number, end: number, isName: NameTest): number {
  const { words } = story.facts
  let next = first
  while (next < end && isName(next) && (next === first || (joinsInName(story, next - 1) && !isPossessive(story, next - 1)))) {
    next++
    // “Margarethe von Hollen Dies”: small words of names are small in a title too.
    let link = next
    while (link < end && link < next + 3 && LINKS.has(words.text(link)) && words.joinsNext(link - 1)) link++
    if (link > next && link < end && isName(link) && words.joinsNext(link - 1)) next = link
  }
  return next
}

function nameTest(story: Story, capitals: boolean, known: ReadonlySet<string>): NameTest {
  const { words, wordEvidence } = story.facts
  return (word) => {
    const bare = withoutPossessive(words.text(word))
    const lower = bare.toLowerCase()
    if (!isNameLike(bare) || bare.length < 2 || STARTERS.has(lower) || COMMON_ACRONYMS.has(bare)) return false
    if (CALENDAR.has(bare[0] + lower.slice(1))) return false
    if (STANDING_NAMES.has(bare)) return true
    const unused = wordEvidence.lowerCase(lower) === 0
    if (known.has(lower)) return unused || !wordEvidence.isOrdinary(lower)
    // In capitals an unknown word is as likely a verb: “RAMÍREZ HOMERS TWICE”.
    if (capitals && known.size > 2) return false
    return unused && !wordEvidence.isOrdinary(lower) && /\p{L}{2}/u.test(bare) && !(bare.includes('-') && isCompound(story, bare))
  }
}

/** Whether a word and the next stand in one name: a space between, or the stop of “ST. LOUIS”. */
function joinsInName(story: Story, word: number): boolean {
  const { words } = story.facts
  return words.joinsNext(word) || (words.gapAfter(word) === '. ' && /^S[tT]$/.test(words.text(word)))
}

function isPossessive(story: Story, word: number): boolean {
  const text = story.facts.words.text(word)
  return withoutPossessive(text) !== text
}
