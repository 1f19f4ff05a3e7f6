/** Where a text was last like it is now, and what came there: phrases return in tables of phrases. */
import { hash } from './mixer.mjs'

/** So many symbols that are the same are a place to go on from. */
const LEAST = 5
/** Longer ones are not told apart. */
const LONG = 16
const PLACE_BITS = 16

export class Repetition {
  /** How many grades of certainty there are. */
  static GRADES = 3
  #text
  #length = 0
  /** Behind what is like the last symbols, by their hash. */
  #places = new Int32Array(1 << PLACE_BITS)
  #place = 0
  #same = 0

  /** @param length Of the whole text. */
  constructor(length) {
    this.#text = new Int32Array(length)
  }

  /** What came there, and how sure it is that it comes again. */
  get context() {
    return this.#same === 0 ? -1 : hash(this.#text[this.#place], Math.min(this.#same, LONG))
  }

  /** None, some, or a long stretch that is the same. */
  get grade() {
    return this.#same === 0 ? 0 : this.#same < LONG ? 1 : 2
  }

  follow(symbol) {
    const text = this.#text
    this.#same = this.#same > 0 && text[this.#place] === symbol ? this.#same + 1 : 0
    this.#place++
    text[this.#length++] = symbol
    if (this.#length < LEAST) return
    const key = this.#key()
    if (this.#same === 0) this.#find(this.#places[key])
    this.#places[key] = this.#length
  }

  #key() {
    let key = 0
    for (let back = 1; back <= LEAST; back++) key = hash(key, this.#text[this.#length - back])
    return key >>> (32 - PLACE_BITS)
  }

  #find(place) {
    const text = this.#text
    let same = 0
    while (same < place && same < LONG && text[place - 1 - same] === text[this.#length - 1 - same]) same++
    this.#place = place
    this.#same = same
  }
}
