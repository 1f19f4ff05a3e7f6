/**
 * Foresees how a sorted list of words goes on, bit by bit, and learns from what comes: packer and unpacker foresee the
 * same. A word is a mark, for how many letters of the last one go, and the letters that come instead.
 */
import { hash, Mixer } from './mixer.mjs'

const CONTEXTS = 7
/** How many letters of a word that the last one didn't have are told apart. */
const MOST_NEW = 3
/** Letters beyond it are no context. */
const LONGEST = 100
const NONE = -1

export class WordModel {
  #bits
  #firstMark
  /** Weighs behind none to three and more letters that are new. */
  #mixer
  #symbols = new Int32Array(5)
  /** The letters of the word, after four that stand for none. */
  #word = new Int32Array(LONGEST).fill(NONE)
  #length = 4
  #new = 0
  #gone = NONE

  /** @param bits How many a symbol has. Where the first is set, it is a mark. */
  constructor(bits) {
    this.#bits = bits
    this.#firstMark = 1 << (bits - 1)
    this.#mixer = new Mixer(CONTEXTS, MOST_NEW + 1, bits, 100)
  }

  /** The next symbol: `code` gets how likely each of its bits is set, and says whether it is. */
  next(code) {
    this.#look()
    const symbol = this.#mixer.symbol(this.#bits, Math.min(this.#new, MOST_NEW), code)
    this.#follow(symbol)
    return symbol
  }

  /**
   * The contexts: the symbols that came, the letters before this one, and which letter has to be passed in the
   * alphabet.
   */
  #look() {
    const { contexts } = this.#mixer
    const [one, two, three, four, five] = this.#symbols
    const word = this.#word
    const length = this.#length
    const passed = this.#new === 0 ? this.#gone : NONE
    contexts[0] = hash(one, two)
    contexts[1] = hash(hash(contexts[0], hash(three, four)), five)
    contexts[2] = hash(word[length - 1], word[length - 2])
    contexts[3] = hash(hash(contexts[2], word[length - 3]), Math.min(this.#new, MOST_NEW))
    contexts[4] = hash(hash(contexts[2], hash(word[length - 3], word[length - 4])), Math.min(this.#new, 1))
    contexts[5] = hash(passed, word[length - 1])
    contexts[6] = this.#new === 0 ? passed : hash(this.#new, length)
  }

  #follow(symbol) {
    this.#symbols.copyWithin(1, 0)
    this.#symbols[0] = symbol
    if (symbol < this.#firstMark) {
      this.#word[this.#length++] = symbol
      this.#new++
    } else {
      this.#length -= symbol - this.#firstMark
      this.#gone = symbol > this.#firstMark ? this.#word[this.#length] : NONE
      this.#new = 0
    }
  }
}
