/** The types of packed-words.mjs. */
import type { PackedWords } from './unpack-words.mjs'

export declare function packWords(words: readonly string[]): PackedWords
export declare function packText(text: string): PackedWords
