/** Finds what else holds a figure’s place: “00 percent”, “page 00”, “???”, “___”. */
import { wordSet, type Story } from '#rule'
import { isAmong, wordBefore } from './around.ts'
import { isQuotedAlone, kindOf, type Note } from './note.ts'
import data from './notes.generated.ts'

const ZEROS = new RegExp(
  [
    '(?<![\\d.,:\\/$£€-])(?:0,000|00)(?= (?:percent|per cent|people|years old|million|billion|votes|jobs|homes|miles|pages?)\\b)',
    '(?<=[Ss]ee |[Tt]urn to )pages? 00\\b',
    '[$£€]00{1,2}(?:,000|\\.0)?(?: ?(?:million|billion|m|bn)\\b|(?![\\d.,]))',
  ].join('|'),
  'g',
)
const QUESTIONS = /(?<=(?:^|[^?!\s])[ (]|[$£€#])\?{2,}(?![?\w!])/gm
const LINES = /(?<=[a-z,.:$£€] ?)_{3,}(?=[ %.,;]|$)/gm
const LONGEST_BLANK = 12
const LONGEST_QUESTION = 160

const beforeFigure = wordSet(data.words.beforeFigure)
const ASKING = new RegExp(`\\b(?:${data.words.asking.join('|')})\\b[^.!?\\n]{0,80}$`, 'i')

/** Finds zeros, question marks and underscores that hold a place. */
export function* findBlanks(story: Story): Iterable<Note> {
  const { text } = story
  if (/[ $£€]0[0,]/.test(text)) yield* each(text, ZEROS, () => true)
  if (text.includes('??')) yield* each(text, QUESTIONS, (start, end) => isGap(text, start, end))
  if (text.includes('___')) yield* each(text, LINES, (start, end) => !isForm(story, start, end))
}

function* each(text: string, pattern: RegExp, isRight: (start: number, end: number) => boolean): Iterable<Note> {
  for (const { 0: found, index: start } of text.matchAll(pattern)) {
    const end = start + found.length
    if (!isQuotedAlone(text, start, end) && isRight(start, end))
      yield { start, end, severity: 'warning', ...kindOf('gap') }
  }
}

// “the ?? operator”
const CODE_WORD = /^ (?:operators?|syntax|tokens?|expressions?|strings?|characters?|marks?)\b/

/** “at ??? from the old quay”: the sentence goes on behind it, or opened for a figure. */
function isGap(text: string, start: number, end: number): boolean {
  if (CODE_WORD.test(text.slice(end, end + 14))) return false
  if (/^(?: [a-z]|%|:[?\d])/.test(text.slice(end, end + 2))) return true
  const opensFigure = /[$£€#]/.test(text[start - 1] ?? '') || isAmong(beforeFigure, wordBefore(text, start))
  return end - start > 2 && opensFigure && !isLoud(text, start)
}

/** Readers’ letters and posts: “What were they thinking ???”. */
function isLoud(text: string, start: number): boolean {
  return ASKING.test(text.slice(Math.max(0, start - 90), start))
}

/** A line to sign on, a form, a riddle, questions of a kind: “Why are we doing ____?”, “Why are we not doing ____?” */
function isForm(story: Story, start: number, end: number): boolean {
  const block = story.blockAt(start)
  const length = end - start
  const isAmongBlanks = [story.blocks[block.index - 1], story.blocks[block.index + 1]].some(
    (beside) =>
      beside !== undefined && beside.end - beside.start < LONGEST_QUESTION && /_{3}/.test(story.slice(beside)),
  )
  if (block.quoted || isAmongBlanks) return true
  return (
    length > LONGEST_BLANK
    || block.end - block.start < length + 20
    || /_{3,}.*_{3,}.*_{3,}/.test(story.slice(block).slice(0, 400))
  )
}
