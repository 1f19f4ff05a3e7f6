/**
 * What the shape of a text shows of its kind: labels of speakers, times of entries, the lines around a press release.
 */
import { LARGE, LETTERS } from '../../english/words/letters.ts'
import type { CopyKind } from '../../copy/copy-kind.ts'
import type { Copy } from '../../copy/copy.ts'
import { kindByVocabulary } from './vocabulary.ts'

const QUESTION = /^Q(?:[:.]|uestion:) ?/
const ANSWER = /^A(?:[:.]|nswer:) ?/
// “MARSH: Good evening.”, “Ana Marsh: Good evening.”: up to four words with capitals and a colon.
const SPEAKER = new RegExp(`^((?:[${LARGE}][${LETTERS}.’'-]*)(?: [${LARGE}][${LETTERS}.’'-]*){0,3}):(?= |$)`)
const ZONE = '(?: ?(?:GMT|BST|[ECMP][SD]?T|CET|AEST))?'
const ENTRY_TIME = new RegExp(
  `^(?:\\[?\\d{1,2}[:.]\\d{2} ?(?:[ap]\\.?m\\.?)?${ZONE}\\]?|\\d{1,2} ?(?:m|h|min|mins|minutes?|hours?) ago)(?=$|[ :–—-])`,
  'i',
)
const TO_THE_EDITOR = /^(?:To the Editor:?|Dear (?:Editor|Sir)s?(?: or Madam)?,?|Sirs?,? ?[–—-])/i
const RELEASE =
  /^(?:FOR IMMEDIATE RELEASE|(?:PRESS|NEWS|MEDIA) RELEASE|Notes? to editors:?$)|\/PRNewswire\/|\((?:BUSINESS|GLOBE NEWS) ?WIRE\)/i
const LONGEST_LABEL = 60

/**
 * The kind of copy that a story's shape shows, or its words; nothing for news, and for opinion, which looks like it.
 */
export function kindByShape(copy: Copy): CopyKind | undefined {
  const counts = { questions: 0, answers: 0, times: 0, editor: 0, release: 0, paragraphs: 0 }
  const speakers = new Map<string, number>()
  for (const { kind, start, end } of copy.blocks) {
    if (kind === 'field' || kind === 'code') continue
    const head = copy.text.slice(start, Math.min(end, start + LONGEST_LABEL))
    counts.paragraphs++
    if (QUESTION.test(head)) counts.questions++
    else if (ANSWER.test(head)) counts.answers++
    else if (ENTRY_TIME.test(head)) counts.times++
    else if (TO_THE_EDITOR.test(head)) counts.editor++
    else if (RELEASE.test(head)) counts.release++
    else {
      const speaker = SPEAKER.exec(head)?.[1]
      if (speaker !== undefined) speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1)
    }
  }
  if (counts.release > 0) return 'press-release'
  if (counts.editor > 0) return 'letters'
  if (counts.questions >= 2 && counts.answers >= 2) return 'q-and-a'
  if (counts.times >= 3 && counts.times * 6 >= counts.paragraphs) return 'live-blog'
  if (isTalk(speakers, counts.paragraphs)) return 'transcript'
  return kindByVocabulary(copy.text)
}

/** Two speakers or more who take turns, in most of the paragraphs. */
function isTalk(speakers: ReadonlyMap<string, number>, paragraphs: number): boolean {
  const turns = [...speakers.values()].filter((count) => count >= 2)
  const taken = turns.reduce((sum, count) => sum + count, 0)
  return turns.length >= 2 && taken >= 5 && taken * 2 >= paragraphs
}
