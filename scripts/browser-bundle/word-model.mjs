/**
 * Foresees how a sorted list of words goes on, bit by bit, and learns from what comes: packer and unpacker foresee the same. A word
 * is a mark, for how many letters of the last one go, and the letters that come instead. Nothing here may differ between engines:
 * the four operations don’t, Math.exp does in its last digit, and one digit spoils all that follows.
 */
const CONTEXTS = 5
/** Each context has a table of its own; two things to remember may fall into one slot. */
const SLOT_BITS = 18
/** Nothing is certain: a bit that can't come couldn't be written. */
const LEAST = 1 / 16384
/** How many letters of a word that the last one didn't have are told apart. */
const MOST_NEW = 3
/** Letters beyond it are no context. */
const LONGEST = 100
const { imul } = Math

/** How likely a bit is set for which the contexts speak with a sum: the logistic function. */
function likelihood(sum) {
  let power = 1 - sum / 1024
  for (let doubled = 0; doubled < 10; doubled++) power *= power
  const likely = 1 / (1 + power)
  return likely < LEAST ? LEAST : likely > 1 - LEAST ? 1 - LEAST : likely
}

/** The sum that makes each of 4096 likelihoods. */
const SUMS = Float64Array.from({ length: 4096 }, (_, index) => {
  let sum = 0
  for (let step = 8; step > 1e-6; step /= 2) sum += likelihood(sum) < (index + 0.5) / 4096 ? step : -step
  return sum
})

/** How far a likelihood moves towards the bit that came, by how many came before. */
const PACES = Float64Array.from({ length: 256 }, (_, times) => 1 / (times + 1.6))

export class WordModel {
  #bits
  #firstMark
  #likelihoods = new Float32Array(CONTEXTS << SLOT_BITS).fill(0.5)
  #times = new Uint8Array(CONTEXTS << SLOT_BITS)
  /** How much each context counts, at each bit of a symbol, behind none to three and more letters that are new. */
  #weights
  #contexts = new Int32Array(CONTEXTS)
  #slots = new Int32Array(CONTEXTS)
  #sums = new Float64Array(CONTEXTS)
  #symbols = new Int32Array(5)
  /** The letters of the word, after three that stand for none. */
  #word = new Int32Array(LONGEST).fill(-1)
  #length = 3
  #new = 0
  #gone = -1

  /** @param bits How many a symbol has. Where the first is set, it is a mark. */
  constructor(bits) {
    this.#bits = bits
    this.#firstMark = 1 << (bits - 1)
    this.#weights = new Float64Array(CONTEXTS * (MOST_NEW + 1) << bits).fill(0.3)
  }

  /** The next symbol: `code` gets how likely each of its bits is set, and says whether it is. */
  next(code) {
    this.#look()
    let symbol = 1
    for (let bit = 0; bit < this.#bits; bit++) symbol = symbol * 2 + this.#code(symbol, code)
    symbol -= 1 << this.#bits
    this.#follow(symbol)
    return symbol
  }

  /** The contexts: the symbols that came, the letters before this one, and which letter has to be passed in the alphabet. */
  #look() {
    const contexts = this.#contexts
    const [one, two, three, four, five] = this.#symbols
    const word = this.#word
    const length = this.#length
    contexts[0] = hash(one, two)
    contexts[1] = hash(hash(contexts[0], hash(three, four)), five)
    contexts[2] = hash(word[length - 1], word[length - 2])
    contexts[3] = hash(hash(contexts[2], word[length - 3]), Math.min(this.#new, MOST_NEW))
    contexts[4] = this.#new === 0 ? this.#gone : hash(this.#new, length)
  }

  #code(node, code) {
    // A private field is slower to read than a variable, and this runs half a million times.
    const contexts = this.#contexts
    const slots = this.#slots
    const sums = this.#sums
    const weights = this.#weights
    const likelihoods = this.#likelihoods
    const times = this.#times
    const from = (node * (MOST_NEW + 1) + Math.min(this.#new, MOST_NEW)) * CONTEXTS
    let sum = 0
    for (let index = 0; index < CONTEXTS; index++) {
      const slot = slots[index] = (index << SLOT_BITS) + (hash(contexts[index], node) >>> (32 - SLOT_BITS))
      sum += weights[from + index] * (sums[index] = SUMS[likelihoods[slot] * 4095 | 0])
    }
    const likely = likelihood(sum)
    const bit = code(likely)
    for (let index = 0; index < CONTEXTS; index++) {
      const slot = slots[index]
      weights[from + index] += (bit - likely) * 0.006 * sums[index]
      likelihoods[slot] += (bit - likelihoods[slot]) * PACES[times[slot]]
      if (times[slot] < 255) times[slot]++
    }
    return bit
  }

  #follow(symbol) {
    this.#symbols.copyWithin(1, 0)
    this.#symbols[0] = symbol
    if (symbol < this.#firstMark) {
      this.#word[this.#length++] = symbol
      this.#new++
    } else {
      this.#length -= symbol - this.#firstMark
      this.#gone = symbol > this.#firstMark ? this.#word[this.#length] : -1
      this.#new = 0
    }
  }
}

function hash(one, other) {
  return imul(imul(one + 1, 0x9E3779B1) ^ (other + 1), 0x85EBCA6B)
}
