/**
 * Outlines the sentences of one block: plain ones at sight, all others from the tree that the pipeline makes of them.
 */
import type { Root, Sentence, Word } from 'nlcst'
import { parseBlock } from './parser.ts'
import { nextBeginning, readPlainSentence } from './plain-sentence.ts'
import type { SentenceOutline } from './sentence-outline.ts'

/** A stretch that could not be read. */
export interface UnreadStretch {
  readonly start: number
  readonly end: number
  readonly overflow: true
}

/**
 * The sentences of one block, or of one part of a long block (see `cutBlock`), in order. A tree is slow to make and
 * soon dropped; four sentences in five need none.
 */
export function* outlineSentences(
  text: string,
  options: { readonly heading: boolean },
): Iterable<SentenceOutline | UnreadStretch> {
  for (let from = 0; from < text.length;) {
    const plain = readPlainSentence(text, from)
    if (plain) {
      yield plain
      from = plain.next
      continue
    }
    const end = nextBeginning(text, from)
    const parsed = parseBlock(text.slice(from, end), options)
    if ('overflow' in parsed) yield { start: from, end, overflow: true }
    else yield* outlinesOf(parsed.tree, from)
    from = end
  }
}

function* outlinesOf(tree: Root, offset: number): Iterable<SentenceOutline> {
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'ParagraphNode') continue
    for (const sentence of paragraph.children) {
      if (sentence.type !== 'SentenceNode') continue
      const words: number[] = []
      for (const child of sentence.children)
        if (child.type === 'WordNode') words.push(offset + startOf(child), offset + endOf(child))
      const last = sentence.children.at(-1)
      const stopped = last?.type === 'PunctuationNode' && /^[.”"’]/.test(last.value)
      yield { start: offset + startOf(sentence), end: offset + endOf(sentence), words, stopped }
    }
  }
}

const startOf = (node: Sentence | Word): number => node.position!.start.offset!
const endOf = (node: Sentence | Word): number => node.position!.end.offset!
