/**
 * Foresees a bit from what several contexts have seen come, and learns which of them to trust: packer and unpacker
 * foresee the same. Nothing here may differ between engines: the four operations don’t, Math.exp does in its last
 * digit, and one digit spoils all that follows.
 */
/** Each context has a table of its own; two things to remember may fall into one slot. */
const SLOT_BITS = 20
/** How many bits of a symbol a context remembers side by side. */
const GROUP_BITS = 3
/** Nothing is certain: a bit that can't come couldn't be written. */
const LEAST = 1 / 16384
/** In the scale of what is remembered. */
const MOST_LIKELY = 2 ** 23 - 1
const { imul } = Math

/** How likely a bit is set for which the contexts speak with a sum: the logistic function. */
function likelihood(sum) {
  let power = 1 - sum / 1024
  for (let doubled = 0; doubled < 10; doubled++) power *= power
  const likely = 1 / (1 + power)
  return likely < LEAST ? LEAST : likely > 1 - LEAST ? 1 - LEAST : likely
}

/** As likely as sums from −10 to 10 say, in steps of a 128th. */
const LIKELIHOODS = Float32Array.from({ length: 2561 }, (_, index) => likelihood(index / 128 - 10))

/** The sum that makes each of 4096 likelihoods. */
const SUMS = Float32Array.from({ length: 4096 }, (_, index) => {
  let sum = 0
  for (let step = 8; step > 1e-6; step /= 2) sum += likelihood(sum) < (index + 0.5) / 4096 ? step : -step
  return sum
})

/** How far a likelihood moves towards the bit that came, by how many came before. */
const PACES = Float32Array.from({ length: 256 }, (_, times) => 1 / (times + 1.5))

export class Mixer {
  /** What each context is now: a number for each. */
  contexts
  #count
  #sets
  /**
   * For each thing to remember, how far from even it is that the bit is set, in the upper 24 bits, and how often it
   * came.
   */
  #seen
  /** How much each context counts, at each bit of a symbol, in each of several sets. */
  #weights
  #groups
  #sums
  #most

  /**
   * @param count How many contexts there are.
   * @param sets How many sets of weights.
   * @param bits How many bits a symbol has.
   * @param most How many bits a context remembers, at most 255: fewer where what comes changes on the way.
   */
  constructor(count, sets, bits, most) {
    this.#most = most
    this.#count = count
    this.#sets = sets
    this.contexts = new Int32Array(count)
    this.#seen = new Int32Array(count << SLOT_BITS)
    this.#weights = new Float32Array((count * sets) << bits).fill(0.22)
    this.#groups = new Int32Array(count)
    this.#sums = new Float32Array(count)
  }

  /** The next symbol of so many bits: `code` gets how likely each of its bits is set, and says whether it is. */
  symbol(bits, set, code) {
    let symbol = 1
    for (let bit = 0; bit < bits; bit++) {
      if (bit % GROUP_BITS === 0) this.#openGroups(symbol)
      const place = (symbol & ((1 << (bit % GROUP_BITS)) - 1)) | (1 << (bit % GROUP_BITS))
      symbol = symbol * 2 + this.#code((symbol * this.#sets + set) * this.#count, place, code)
    }
    return symbol - (1 << bits)
  }

  /** Three bits of a symbol lie side by side: looking something up far away is what takes time. */
  #openGroups(node) {
    for (let index = 0; index < this.#count; index++) {
      this.#groups[index] =
        (index << SLOT_BITS) + ((hash(this.contexts[index], node) >>> (32 - SLOT_BITS + GROUP_BITS)) << GROUP_BITS)
    }
  }

  #code(from, place, code) {
    // A private field is slower to read than a variable, and this runs half a million times.
    const count = this.#count
    const groups = this.#groups
    const sums = this.#sums
    const weights = this.#weights
    const seen = this.#seen
    const most = this.#most
    let sum = 0
    for (let index = 0; index < count; index++) {
      sum += weights[from + index] * (sums[index] = SUMS[(seen[groups[index] + place] >> 20) + 2048])
    }
    const likely = LIKELIHOODS[((sum < -10 ? 0 : sum > 10 ? 20 : sum + 10) * 128) | 0]
    const bit = code(likely)
    const aim = bit ? MOST_LIKELY : -MOST_LIKELY
    const learnt = (bit - likely) * 0.012
    for (let index = 0; index < count; index++) {
      const slot = groups[index] + place
      weights[from + index] += learnt * sums[index]
      const state = seen[slot]
      const times = state & 255
      const far = state >> 8
      seen[slot] = ((far + (aim - far) * PACES[times]) << 8) | (times < most ? times + 1 : times)
    }
    return bit
  }
}

/** One number for two. */
export function hash(one, other) {
  return imul(imul(one + 1, 0x9e3779b1) ^ (other + 1), 0x85ebca6b)
}
