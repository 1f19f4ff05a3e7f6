/** The types of stems.mjs. */
export declare function stemsOf(words: readonly string[]): string[]
export declare function wordsOf(stems: readonly string[]): string[]
