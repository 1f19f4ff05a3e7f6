/** The types of unpack-words.mjs. */
export interface PackedWords {
  readonly digits: string
  /** By their numbers. */
  readonly letters: string
  /** Of a letter's or a mark's number. */
  readonly bits: number
  readonly count: number
}

export declare function unpackWords(packed: PackedWords): string[]
export declare function unpackText(packed: PackedWords): string
