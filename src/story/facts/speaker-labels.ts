/** Labels of speakers: the “MARSH:” of a transcript and the “Q:” of an interview tell who speaks, and are no names in the copy. */
import { LARGE, LETTERS } from '../../words/letters.ts'
import type { Story } from '../story.ts'

const NAME = `[${LARGE}][${LETTERS}.’'-]*`
// “Q:”, “MARSH:”, “Ana Marsh (Leeds):”, “ANA MARSH, MAYOR:”.
const LABEL = new RegExp(`^${NAME}(?: ${NAME}){0,3}(?: \\([^()\\n:]{1,30}\\)|, [^\\n:.]{1,30})?:(?= |$)`)
const LONGEST_LABEL = 140

/** Where the words behind the labels of a story begin. Only transcripts and interviews have labels. */
export class SpeakerLabels {
  readonly #story: Story
  readonly #isTalk: boolean
  #block = -1
  #end = 0

  constructor(story: Story) {
    this.#story = story
    this.#isTalk = story.facts.copyKind === 'transcript' || story.facts.copyKind === 'q-and-a'
  }

  /** The first word of a sentence that stands in no label; past the sentence's end where the label is all of it. */
  firstWordBehind(sentence: number): number {
    const { sentences, words } = this.#story.facts
    let word = sentences.firstWord(sentence)
    if (!this.#isTalk) return word
    const labelEnd = this.#labelEnd(sentences.block(sentence))
    const end = sentences.endWord(sentence)
    while (word < end && words.start(word) < labelEnd) word++
    return word
  }

  /** Where the label of a block ends; sentences come in story order, so one block's is remembered. */
  #labelEnd(block: number): number {
    if (block !== this.#block) {
      const { start, end } = this.#story.blocks[block]!
      const label = LABEL.exec(this.#story.text.slice(start, Math.min(end, start + LONGEST_LABEL)))
      this.#block = block
      this.#end = label ? start + label[0].length : start
    }
    return this.#end
  }
}
