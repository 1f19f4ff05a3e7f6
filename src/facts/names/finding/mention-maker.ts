/**
 * Makes mentions from the parts of a name's run; the names of a story are worked out once, however often they stand.
 */
import { LETTERS } from '../../../english/words/letters.ts'
import type { TextOffset } from '../../../text/span.ts'
import type { Copy } from '../../../copy/copy.ts'
import { bareName } from '../bare-name.ts'
import type { Mention } from '../mention.ts'
import { nameKey } from '../name-key.ts'
import type { NamePart } from './name-parts.ts'
import type { Reading } from '../../reading.ts'
import type { Sentences } from '../../reading/sentences.ts'
import type { Words } from '../../reading/words.ts'
import { opensClause } from '../word-evidence.ts'

/** A name apart from the places where it stands. */
interface NameCore {
  readonly core: readonly string[]
  readonly key: string
}

const LETTER = new RegExp(`[${LETTERS}]`)
// “a forecast from Target Corp.”: the full stop of a sentence that ends here is the suffix’s too.
const SHORTENED = /^(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|Cos|Pvt|Pte)$/

/** Makes the mentions of one story. */
export class MentionMaker {
  readonly #copy: Copy
  readonly #words: Words
  readonly #sentences: Sentences
  readonly #names = new Map<string, NameCore>()

  constructor(copy: Copy, { words, sentences }: Pick<Reading, 'words' | 'sentences'>) {
    this.#copy = copy
    this.#words = words
    this.#sentences = sentences
  }

  /** The mention of a name in a sentence. */
  make(sentence: number, { first, core: [coreFirst, coreEnd], end: endWord, title, suffix }: NamePart): Mention {
    const words = this.#words
    const lastText = words.text(endWord - 1)
    const bareLast = bareName(lastText)
    const { core, key } = this.#nameOf(coreFirst, coreEnd)
    return {
      start: words.start(coreFirst) as TextOffset,
      end: this.#endOf(words.start(endWord - 1) + bareLast.length, bareLast) as TextOffset,
      sentence,
      firstWord: coreFirst,
      endWord,
      core,
      key,
      title,
      suffix,
      possessive: isApostrophe(lastText, bareLast.length) || this.#hasApostropheBehind(endWord - 1, lastText),
      initial: opensClause(this.#copy.text, words, first, this.#sentences.firstWord(sentence)),
    }
  }

  #nameOf(first: number, end: number): NameCore {
    const words = this.#words
    const text = this.#copy.text.slice(words.start(first), words.end(end - 1))
    const known = this.#names.get(text)
    if (known) return known
    const core = Array.from({ length: end - first }, (_, index) => bareName(words.text(first + index)))
    const name = { core, key: nameKey(core) }
    this.#names.set(text, name)
    return name
  }

  /** Where a name ends whose last word ends at `end`: signs that a tokeniser parts from it belong to it. */
  #endOf(end: number, lastWord: string): number {
    const { text } = this.#copy
    switch (text[end]) {
      case '!': // “Yahoo! said”: the sentence goes on behind the mark.
        return text[end + 1] === ' ' && text[end + 2]?.toUpperCase() !== text[end + 2] ? end + 1 : end
      case '.':
        return SHORTENED.test(lastWord) ? end + 1 : end
      default: // “It sold on eBay. eBay said”: a sentence’s end that was read as an abbreviation’s.
        return lastWord.endsWith('.') && /^[ei][A-Z][A-Za-z]+\.$/.test(lastWord) ? end - 1 : end
    }
  }

  /** “the banks’ profits”: the apostrophe of a plural stands behind the word. */
  #hasApostropheBehind(word: number, lastText: string): boolean {
    const { text } = this.#copy
    const end = this.#words.end(word)
    return isApostrophe(text, end) && /[sS]$/.test(lastText) && !LETTER.test(text[end + 1] ?? ' ')
  }
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' || text[at] === "'"
}
