/** The types of packed-words.mjs. */
import type { PackedWords } from './unpack-words.mjs'

export declare function packed(words: readonly string[]): string
export declare function packWords(words: readonly string[]): PackedWords
export declare function packedData(data: unknown): string
export declare function packText(text: string): PackedWords
