/** Foresees how a text of few words and many marks goes on, letter by letter: templates, tables. */
import { hash, Mixer } from './mixer.mjs'
import { Repetition } from './repetition.mjs'

const CONTEXTS = 8
/** How many letters back a context looks that is no word. */
const ORDERS = [1, 2, 3, 4, 6]
const LONGEST = 6
const NONE = -1
/** How many letters of a word are told apart. */
const MOST = 5
/** How many bits a context remembers: the tables of rules differ. */
const MEMORY = 12

export class TextModel {
  #bits
  #mixer
  #isLetter
  #repetition
  #symbols = new Int32Array(LONGEST).fill(NONE)
  #word = NONE
  #wordBefore = NONE
  #length = 0

  /**
   * @param bits How many a symbol has.
   * @param isLetter Whether a symbol is part of a word, by its number.
   * @param length How many symbols there are.
   */
  constructor(bits, isLetter, length) {
    this.#bits = bits
    this.#isLetter = isLetter
    this.#mixer = new Mixer(CONTEXTS, (MOST + 1) * Repetition.GRADES, bits, MEMORY)
    this.#repetition = new Repetition(length)
  }

  /** The next symbol: `code` gets how likely each of its bits is set, and says whether it is. */
  next(code) {
    this.#look()
    const set = Math.min(this.#length, MOST) * Repetition.GRADES + this.#repetition.grade
    const symbol = this.#mixer.symbol(this.#bits, set, code)
    this.#follow(symbol)
    return symbol
  }

  /**
   * The contexts: one to six symbols that came, the word so far, the one before it, and what came where the text was
   * like this before.
   */
  #look() {
    const { contexts } = this.#mixer
    let past = 0
    for (let length = 1, index = 0; length <= LONGEST; length++) {
      past = hash(past, this.#symbols[length - 1])
      if (ORDERS[index] === length) contexts[index++] = past
    }
    contexts[CONTEXTS - 3] = this.#word
    contexts[CONTEXTS - 2] = hash(this.#word, this.#wordBefore)
    contexts[CONTEXTS - 1] = this.#repetition.context
  }

  #follow(symbol) {
    this.#repetition.follow(symbol)
    this.#symbols.copyWithin(1, 0)
    this.#symbols[0] = symbol
    if (this.#isLetter[symbol]) {
      this.#word = hash(this.#word, symbol)
      this.#length++
    } else if (this.#length > 0) {
      this.#wordBefore = this.#word
      this.#word = NONE
      this.#length = 0
    }
  }
}
