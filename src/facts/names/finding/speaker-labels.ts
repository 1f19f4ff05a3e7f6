/**
 * Labels of speakers: the “MARSH:” of a transcript and the “Q:” of an interview tell who speaks, and are no names in
 * the copy.
 */
import { LARGE, LETTERS } from '../../../english/words/letters.ts'
import type { Copy } from '../../../copy/copy.ts'
import type { CopyKind } from '../../../copy/copy-kind.ts'
import type { Reading } from '../../reading.ts'

const NAME = `[${LARGE}][${LETTERS}.’'-]*`
// “Q:”, “MARSH:”, “Ana Marsh (Leeds):”, “ANA MARSH, MAYOR:”.
const LABEL = new RegExp(`^${NAME}(?: ${NAME}){0,3}(?: \\([^()\\n:]{1,30}\\)|, [^\\n:.]{1,30})?:(?= |$)`)
const LONGEST_LABEL = 140

interface TalkFacts extends Pick<Reading, 'sentences' | 'words'> {
  readonly copyKind: CopyKind
}

/** Where the words behind the labels of a story begin. Only transcripts and interviews have labels. */
export class SpeakerLabels {
  readonly #copy: Copy
  readonly #facts: TalkFacts
  readonly #isTalk: boolean
  #block = -1
  #end = 0

  constructor(copy: Copy, facts: TalkFacts) {
    this.#copy = copy
    this.#facts = facts
    this.#isTalk = facts.copyKind === 'transcript' || facts.copyKind === 'q-and-a'
  }

  /** The first word of a sentence that stands in no label; past the sentence's end where the label is all of it. */
  firstWordBehind(sentence: number): number {
    const { sentences, words } = this.#facts
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
      const { start, end } = this.#copy.blocks[block]!
      const label = LABEL.exec(this.#copy.text.slice(start, Math.min(end, start + LONGEST_LABEL)))
      this.#block = block
      this.#end = label ? start + label[0].length : start
    }
    return this.#end
  }
}
