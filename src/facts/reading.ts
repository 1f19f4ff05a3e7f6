/**
 * Reads a story's copy through the unified pipeline, a block at a time, and keeps its sentences and words as columns.
 */
import { adopt, type AdoptedMessage, type AdoptedPlugin } from '../english/parse/adopt.ts'
import { cutBlock } from '../english/parse/cut-block.ts'
import { outlineSentences } from '../english/parse/outline.ts'
import type { SentenceOutline } from '../english/parse/sentence-outline.ts'
import { parseBlock } from '../english/parse/parser.ts'
import type { Block } from '../copy/block.ts'
import { span } from '../text/span.ts'
import type { Notice } from '#copy'
import type { Copy } from '../copy/copy.ts'
import { letterCaseOf } from './reading/letter-case.ts'
import { Sentences } from './reading/sentences.ts'
import type { Layout } from './layout.ts'
import { Words } from './reading/words.ts'

/** What one pass over the copy brings. */
export interface Reading {
  readonly sentences: Sentences
  readonly words: Words
  readonly adopted: ReadonlyMap<string, readonly AdoptedMessage[]>
  readonly notices: readonly Notice[]
}

/** Reads the blocks that are English copy. A tree lives for one block; a stretch that would overflow gives a notice. */
export function readCopy(
  copy: Copy,
  { layout, plugins }: { readonly layout: Layout; readonly plugins: readonly AdoptedPlugin[] },
): Reading {
  const sentences = new Sentences(copy.text)
  const words = new Words(copy.text)
  const notices: Notice[] = []
  const adopted = plugins.map((plugin) => ({
    ask: adopt(plugin),
    messages: [] as AdoptedMessage[],
    id: plugin.id,
    onlyWhere: plugin.onlyWhere,
  }))
  for (const block of copy.blocks) {
    if (!layout.isCopy(block)) continue
    const text = copy.slice(block)
    const heading = layout.isHeading(block)
    const cuts = text.length > 0 ? cutBlock(text) : []
    for (let part = 0; part + 1 < cuts.length; part++) {
      const offset = block.start + cuts[part]!
      const partText = text.slice(cuts[part], cuts[part + 1])
      const firstWord = words.count
      for (const outline of outlineSentences(partText, { heading })) {
        if ('overflow' in outline) {
          const at = span(offset + outline.start, offset + outline.end)
          notices.push({ message: 'this stretch is too tangled to be read as sentences and was passed over', at })
        } else takeDown(outline, { block, heading, offset }, sentences, words)
      }
      const asked = adopted.filter(
        ({ onlyWhere }) => onlyWhere !== 'doubled-word' || words.repeatIn(firstWord, words.count),
      )
      const parsed = asked.length > 0 ? parseBlock(partText, { heading }) : undefined
      if (!parsed || 'overflow' in parsed) continue
      for (const plugin of asked) plugin.messages.push(...plugin.ask(parsed.tree, partText, offset))
    }
  }
  return { sentences, words, notices, adopted: new Map(adopted.map(({ id, messages }) => [id, messages])) }
}

function takeDown(
  outline: SentenceOutline,
  part: { block: Block; heading: boolean; offset: number },
  sentences: Sentences,
  words: Words,
): void {
  const { block, heading, offset } = part
  const { start, end, stopped } = outline
  const firstWord = words.count
  for (let at = 0; at < outline.words.length; at += 2)
    words.add(offset + outline.words[at]!, offset + outline.words[at + 1]!, sentences.count)
  const endWord = words.count
  const letterCase = letterCaseOf(words, firstWord, endWord, { heading, stopped })
  sentences.add({ start: offset + start, end: offset + end, block: block.index, firstWord, endWord, letterCase })
}
