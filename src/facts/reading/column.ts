/** A growing column of whole numbers: what a story's words and sentences are kept in. */

// An array of this size costs no memory of its own off the heap, which feeds of a hundred thousand short stories would
// drown in.
const FIRST_CAPACITY = 16

/**
 * Numbers from 0 to 2³²−1, four bytes each, off the heap once they are many: kept nlcst trees cost 109 MB per MB of
 * text.
 */
export class Column {
  #values = new Uint32Array(FIRST_CAPACITY)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  /** The value at an index; asking outside the column is a mistake in a fact and throws. */
  at(index: number): number {
    if (index < 0 || index >= this.#length) throw new RangeError(`no row ${index} in a column of ${this.#length}`)
    return this.#values[index]!
  }
}
