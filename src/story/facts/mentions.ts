/**
 * Every place where a name stands in a story: runs of capitalised words, weighed with the evidence of the whole story.
 * On news this beats the general name finders by far: “Xiaomi.” and “Xiaomi” are one name, “Officials” is none.
 */
import type { Span } from '../span.ts'
import type { Story } from '../story.ts'
import { indexMoreNames, indexNames, type DeskNames } from './desk-names.ts'
import { readHeading } from './heading-names.ts'
import { isNameLike } from './letter-case.ts'
import { MentionMaker } from './mention-maker.ts'
import { splitRun } from './name-parts.ts'
import { findNameRun } from './name-run.ts'
import { leadsToCapital, startsName } from './name-start.ts'
import { SpeakerLabels } from './speaker-labels.ts'
import { opensClause } from './word-evidence.ts'

/** A place where a name stands; its span is the name with its suffix, without title and possessive. */
export interface Mention extends Span {
  readonly sentence: number
  /** The index of its first word. */
  readonly firstWord: number
  /** One past the index of its last word. */
  readonly endWord: number
  /** The words of the name alone: no title, no suffix, no possessive. */
  readonly core: readonly string[]
  /** What two mentions of one name share: the core in lower case, without dots, hyphens, accents and spaces. */
  readonly key: string
  /** “Sen.”, “Prime Minister”. */
  readonly title: string | undefined
  /** “Inc.”, “Jr.”. */
  readonly suffix: string | undefined
  readonly possessive: boolean
  /** Opens its sentence or a clause in it, where any word has a capital. */
  readonly initial: boolean
}

// The small words that also stand before a surname alone: “von der Leyen said”. “La” and “le” are left to their capitals.
const PERSONAL_LINKS: ReadonlySet<string> = new Set(['von', 'van', 'de', 'di', 'da', 'du', 'del', 'della', 'bin', 'ibn', 'al', 'el'])

/** What finding names in a sentence takes besides the story. */
export interface NameFinder {
  readonly story: Story
  readonly desk: DeskNames
  readonly maker: MentionMaker
  readonly labels: SpeakerLabels
}

/** Finds the mentions of all sentences, in story order. */
export function findMentions(story: Story): readonly Mention[] {
  const { sentences } = story.facts
  const finder: NameFinder = { story, desk: story.desk.as(indexNames, indexMoreNames), maker: new MentionMaker(story), labels: new SpeakerLabels(story) }
  const found: (readonly Mention[])[] = []
  const known = new Set<string>()
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const isSet = sentences.letterCase(sentence) === 'sentence'
    const mentions = isSet ? readSentence(finder, sentence) : []
    found.push(mentions)
    for (const { core } of mentions) for (const word of core) known.add(word.toLowerCase())
  }
  // Titles and capitals hide which words are names; the sentences of the story have told by now.
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (sentences.letterCase(sentence) !== 'sentence') found[sentence] = readHeading(finder, sentence, known)
  }
  return found.flat()
}

function readSentence({ story, desk, maker, labels }: NameFinder, sentence: number): readonly Mention[] {
  const { sentences, words } = story.facts
  const first = labels.firstWordBehind(sentence)
  const end = sentences.endWord(sentence)
  const found: Mention[] = []
  const addWhole = (from: number, to: number): number => {
    found.push(maker.make(sentence, { first: from, core: [from, to], end: to, title: undefined, suffix: undefined }))
    return to
  }
  for (let word = first; word < end;) {
    const deskEnd = desk.isEmpty ? undefined : desk.match(words, word, end)
    const text = words.text(word)
    if (deskEnd !== undefined) {
      word = addWhole(word, deskEnd)
    } else if (isNameLike(text)) {
      if (!startsName(story, word, end, opensClause(story.text, words, word, first))) {
        word++
        continue
      }
      const runEnd = findNameRun(words, word, end)
      for (const part of splitRun(words, word, runEnd)) found.push(maker.make(sentence, part))
      word = runEnd
    } else if (PERSONAL_LINKS.has(text) && leadsToCapital(words, word, end)) {
      word = addWhole(word, findNameRun(words, word, end))
    } else {
      word++
    }
  }
  return found
}
