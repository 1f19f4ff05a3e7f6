/**
 * Foresees a bit from what several contexts have seen come, and learns which of them to trust: packer and unpacker foresee the same.
 * Nothing here may differ between engines: the four operations don’t, Math.exp does in its last digit, and one digit spoils all that follows.
 */
/** Each context has a table of its own; two things to remember may fall into one slot. */
const SLOT_BITS = 19
/** Nothing is certain: a bit that can't come couldn't be written. */
const LEAST = 1 / 16384
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

export class Mixer {
  /** What each context is now: a number for each. */
  contexts
  #count
  #sets
  #likelihoods
  #times
  /** How much each context counts, at each bit of a symbol, in each of several sets. */
  #weights
  #slots
  #sums

  /**
   * @param count How many contexts there are.
   * @param sets How many sets of weights.
   * @param bits How many bits a symbol has.
   */
  constructor(count, sets, bits) {
    this.#count = count
    this.#sets = sets
    this.contexts = new Int32Array(count)
    this.#likelihoods = new Float32Array(count << SLOT_BITS).fill(0.5)
    this.#times = new Uint8Array(count << SLOT_BITS)
    this.#weights = new Float64Array(count * sets << bits).fill(0.3)
    this.#slots = new Int32Array(count)
    this.#sums = new Float64Array(count)
  }

  /** The next symbol of so many bits: `code` gets how likely each of its bits is set, and says whether it is. */
  symbol(bits, set, code) {
    let symbol = 1
    for (let bit = 0; bit < bits; bit++) symbol = symbol * 2 + this.#code(symbol, set, code)
    return symbol - (1 << bits)
  }

  #code(node, set, code) {
    // A private field is slower to read than a variable, and this runs half a million times.
    const count = this.#count
    const contexts = this.contexts
    const slots = this.#slots
    const sums = this.#sums
    const weights = this.#weights
    const likelihoods = this.#likelihoods
    const times = this.#times
    const from = (node * this.#sets + set) * count
    let sum = 0
    for (let index = 0; index < count; index++) {
      const slot = slots[index] = (index << SLOT_BITS) + (hash(contexts[index], node) >>> (32 - SLOT_BITS))
      sum += weights[from + index] * (sums[index] = SUMS[likelihoods[slot] * 4095 | 0])
    }
    const likely = likelihood(sum)
    const bit = code(likely)
    for (let index = 0; index < count; index++) {
      const slot = slots[index]
      weights[from + index] += (bit - likely) * 0.006 * sums[index]
      likelihoods[slot] += (bit - likelihoods[slot]) * PACES[times[slot]]
      if (times[slot] < 255) times[slot]++
    }
    return bit
  }
}

/** One number for two. */
export function hash(one, other) {
  return imul(imul(one + 1, 0x9E3779B1) ^ (other + 1), 0x85EBCA6B)
}
