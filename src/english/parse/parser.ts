/** Parses one block of English copy into an nlcst tree: retext-english, with the sentence ends of news copy mended. */
import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { mendSentences } from './mend-sentences.ts'

const processor = unified().use(retextEnglish).freeze()

/** What a block was parsed as, or why it couldn't be. */
export type Parsed = { readonly tree: Root } | { readonly overflow: true }

/**
 * Parses one block, or one part of a long block (see `cutBlock`). Offsets in the tree count from the block's start.
 * Text that would overflow parse-english's stack (60,000 words joined by “a_a_a…”) is reported, never thrown.
 */
export function parseBlock(text: string, options: { readonly heading: boolean }): Parsed {
  try {
    const tree = processor.parse(text)
    mendSentences(tree, text, options)
    return { tree }
  } catch (error) {
    if (error instanceof RangeError) return { overflow: true }
    throw error
  }
}
