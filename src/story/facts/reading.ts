/** Reads a story's copy through the unified pipeline, a block at a time, and keeps its sentences and words as columns. */
import type { Root, Sentence, Word } from 'nlcst'
import { adopt, type AdoptedMessage } from '../../parse/adopt.ts'
import { cutBlock } from '../../parse/cut-block.ts'
import { parseBlock } from '../../parse/parser.ts'
import type { Block } from '../block.ts'
import { span } from '../span.ts'
import type { Notice, Story } from '../story.ts'
import { letterCaseOf } from './letter-case.ts'
import { Sentences } from './sentences.ts'
import { Words } from './words.ts'

/** What one pass over the copy brings. */
export interface Reading {
  readonly sentences: Sentences
  readonly words: Words
  readonly adopted: ReadonlyMap<string, readonly AdoptedMessage[]>
  readonly notices: readonly Notice[]
}

/** Parses the blocks that are English copy. A tree lives for one block; a block that would overflow gives a notice. */
export function readCopy(story: Story): Reading {
  const sentences = new Sentences(story.text)
  const words = new Words(story.text)
  const notices: Notice[] = []
  const plugins = story.plugins.map((plugin) => ({ ask: adopt(plugin), messages: [] as AdoptedMessage[], id: plugin.id }))
  for (const block of story.blocks) {
    if (!story.facts.layout.isCopy(block)) continue
    const text = story.slice(block)
    const heading = story.facts.layout.isHeading(block)
    const cuts = text.length > 0 ? cutBlock(text) : []
    for (let part = 0; part + 1 < cuts.length; part++) {
      const from = cuts[part]!
      const partText = text.slice(from, cuts[part + 1])
      const parsed = parseBlock(partText, { heading })
      if ('overflow' in parsed) {
        const at = span(block.start + from, block.start + from + partText.length)
        notices.push({ message: 'this stretch is too tangled to be read as sentences and was passed over', at })
        continue
      }
      takeDown(parsed.tree, { block, heading, offset: block.start + from }, sentences, words)
      for (const plugin of plugins) {
        for (const message of plugin.ask(parsed.tree, partText, block.start + from)) plugin.messages.push(message)
      }
    }
  }
  return { sentences, words, notices, adopted: new Map(plugins.map(({ id, messages }) => [id, messages])) }
}

function takeDown(tree: Root, part: { block: Block; heading: boolean; offset: number }, sentences: Sentences, words: Words): void {
  const { block, heading, offset } = part
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'ParagraphNode') continue
    for (const sentence of paragraph.children) {
      if (sentence.type !== 'SentenceNode') continue
      const firstWord = words.count
      for (const child of sentence.children) {
        if (child.type === 'WordNode') words.add(offset + startOf(child), offset + endOf(child), sentences.count)
      }
      const endWord = words.count
      const last = sentence.children.at(-1)
      const stopped = last?.type === 'PunctuationNode' && /^[.”"’]/.test(last.value)
      const letterCase = letterCaseOf(words, firstWord, endWord, { heading, stopped })
      sentences.add({ start: offset + startOf(sentence), end: offset + endOf(sentence), block: block.index, firstWord, endWord, letterCase })
    }
  }
}

const startOf = (node: Sentence | Word): number => node.position!.start.offset!
const endOf = (node: Sentence | Word): number => node.position!.end.offset!
