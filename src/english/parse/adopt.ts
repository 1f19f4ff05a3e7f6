/** Runs stock retext plugins on a block's tree and takes their messages down in the story's coordinates. */
import type { Root } from 'nlcst'
import { unified, type Plugin, type Processor } from 'unified'
import { VFile } from 'vfile'
import { span, type Span } from '../../text/span.ts'

/** A stock retext plugin, adopted by a rule: its messages become that rule's findings. */
export interface AdoptedPlugin {
  /** The rule that adopts it. */
  readonly id: string
  // A plugin's own option types are its own affair, as they are in unified's `Pluggable`.
  // oxlint-disable-next-line no-explicit-any
  readonly plugin: Plugin<any[], any, any>
  readonly options?: unknown
  /** Where alone it can say something: in a block with a word that stands twice in a row. Left out, in any block. */
  readonly onlyWhere?: 'doubled-word'
}

/** What an adopted plugin said. */
export interface AdoptedMessage {
  readonly at: Span
  readonly reason: string
  /** The plugin's own id for what it found. */
  readonly ruleId: string | undefined
  /** What the plugin would put there instead. */
  readonly expected: readonly string[]
}

/** A way to ask one plugin about a tree. */
export type Adopted = (tree: Root, text: string, offset: number) => AdoptedMessage[]

/** Makes a plugin ready to be asked about many trees; `offset` is where the tree's text starts in the story. */
export function adopt(adopted: AdoptedPlugin): Adopted {
  const processor = unified().use(adopted.plugin, adopted.options).freeze() as unknown as Processor<
    undefined,
    Root,
    Root
  >
  return (tree, text, offset) => {
    const file = new VFile(text)
    processor.runSync(tree, file)
    return file.messages.flatMap((message) => {
      const place = message.place
      if (!place) return []
      const [start, end] = 'start' in place ? [place.start.offset, place.end.offset] : [place.offset, place.offset]
      if (start === undefined || end === undefined) return []
      return [
        {
          at: span(offset + start, offset + end),
          reason: message.reason,
          ruleId: message.ruleId,
          expected: message.expected ?? [],
        },
      ]
    })
  }
}
