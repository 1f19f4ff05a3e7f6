/**
 * Every place where a name stands in a story: runs of capitalised words, weighed with the evidence of the whole story.
 * On news this beats the general name finders by far: “Xiaomi.” and “Xiaomi” are one name, “Officials” is none.
 */
import type { Desk } from '../../copy/desk.ts'
import type { Copy } from '../../copy/copy.ts'
import { indexMoreNames, indexNames } from '../desk/desk-names.ts'
import { readHeading } from './finding/heading-names.ts'
import { isNameLike } from '../reading/letter-case.ts'
import { MentionMaker } from './finding/mention-maker.ts'
import type { Mention } from './mention.ts'
import type { NameFacts, NameFinder } from './finding/name-finder.ts'
import { splitRun } from './finding/name-parts.ts'
import { findNameRun } from './finding/name-run.ts'
import { leadsToCapital, startsName } from './finding/name-start.ts'
import { SpeakerLabels } from './finding/speaker-labels.ts'
import { opensClause } from './word-evidence.ts'

// The small words that also stand before a surname alone: “von der Leyen said”. “La” and “le” are left to their
// capitals.
const PERSONAL_LINKS: ReadonlySet<string> = new Set([
  'von',
  'van',
  'de',
  'di',
  'da',
  'du',
  'del',
  'della',
  'bin',
  'ibn',
  'al',
  'el',
])

/** Finds the mentions of all sentences, in story order. */
export function findMentions(copy: Copy, facts: NameFacts & { readonly desk: Desk }): readonly Mention[] {
  const { sentences, words, wordEvidence, copyKind, desk } = facts
  const finder: NameFinder = {
    copy,
    sentences,
    words,
    wordEvidence,
    copyKind,
    desk: desk.as(indexNames, indexMoreNames),
    maker: new MentionMaker(copy, facts),
    labels: new SpeakerLabels(copy, facts),
  }
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

function readSentence(finder: NameFinder, sentence: number): readonly Mention[] {
  const { copy, sentences, words, desk, maker, labels } = finder
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
      if (!startsName(finder, word, end, opensClause(copy.text, words, word, first))) {
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
