/** The boxes of a story, each with what it holds and of what kind it is. */
import type { Block, Box } from '../../../copy/block.ts'

// Elements that stand beside a text, whatever they hold; a list's items aren't paragraphs of it.
const BESIDE: ReadonlySet<string> = new Set([
  'aside',
  'figure',
  'footer',
  'header',
  'nav',
  'form',
  'details',
  'dialog',
  'li',
  'dt',
  'dd',
  'figcaption',
  'caption',
])
// Paragraphs that are quoted stand among the others; what is embedded has a class.
const QUOTATION = 'blockquote'

/** What is known of a box. */
export interface BoxFacts {
  readonly box: Box
  readonly parent: BoxFacts | undefined
  /** The number of its kind: boxes of one name and style are of one kind, bare ones where their parents are. */
  readonly kind: number
  readonly isBare: boolean
  /** Whether it stands beside the text, or in a box that does. */
  readonly isBeside: boolean
  /** Whether it stands in a whole page, and not in a piece of one. */
  readonly isInPage: boolean
  /** How many blocks it holds, those of its boxes among them. */
  blocks: number
}

/** Reads the boxes around a story's blocks. Costs one step for each. */
export function readBoxes(blocks: readonly Block[]): ReadonlyMap<Box, BoxFacts> {
  const known = new Map<Box, BoxFacts>()
  const kinds = new Map<string, number>()
  for (const { box } of blocks) {
    const fresh: Box[] = []
    let around = box
    for (; around && !known.has(around); around = around.parent) fresh.push(around)
    for (const one of fresh.toReversed()) known.set(one, factsOf(one, known, kinds))
    if (box) known.get(box)!.blocks++
  }
  for (const { parent, blocks: held } of [...known.values()].toReversed()) if (parent) parent.blocks += held
  return known
}

function factsOf(box: Box, known: ReadonlyMap<Box, BoxFacts>, kinds: Map<string, number>): BoxFacts {
  const { name, style } = box
  const parent = box.parent && known.get(box.parent)
  const isBare = style === ''
  const isEmbedded = name === QUOTATION && !isBare
  const key = isBare ? `${parent?.kind ?? 0} ${name}` : `${name} ${style}`
  const kind = name === QUOTATION && isBare ? (parent?.kind ?? 0) : (kinds.get(key) ?? kinds.size + 1)
  if (kind === kinds.size + 1) kinds.set(key, kind)
  return {
    box,
    parent,
    kind,
    isBare,
    isBeside: (parent?.isBeside ?? false) || BESIDE.has(name) || isEmbedded,
    isInPage: parent?.isInPage ?? name === 'body',
    blocks: 0,
  }
}
