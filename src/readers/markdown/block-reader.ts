/** Reads the blocks of a Markdown tree: headings, paragraphs, list items, table cells, quotations, HTML. */
import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import type { BlockStart, Encode } from '#copy'
import type { SourceSpan } from '#text'
import type { BlockWriter } from '../markup/block-writer.ts'
import type { HtmlReader } from '../html/html-reader.ts'
import { holdsMasks } from '../templates/masks.ts'
import type { Notices } from '../notices.ts'
import type { SourceRanges } from '../source-ranges.ts'
import { encodeMarkdown, encodeMdx } from './encode-markdown.ts'
import { htmlStretch } from './html-stretch.ts'
import { readInline } from './inline-reader.ts'
import { followsGap } from './source-lines.ts'
import { wholeLines } from './whole-lines.ts'

/** What reading a tree takes; one for a whole file. */
export interface MarkdownContext {
  readonly source: string
  /** The source with masks over what isn't Markdown: template tags, components. */
  readonly masked: string
  /** Writes the captions in template tags that stand before an offset. */
  readonly writeCaptionsBefore: (offset: number) => void
  readonly writer: BlockWriter
  readonly html: HtmlReader
  readonly notices: Notices
  /** Where nothing may be edited. */
  readonly locked: SourceRanges
  /** Whether it is MDX: indented text isn't code, and every `<` starts a tag. */
  readonly isMdx: boolean
  /** Where the copy starts, after the front matter. */
  readonly top: number
}

/** Where in a document a block stands. */
interface BlockContext {
  readonly quoted: boolean
  readonly inItem: boolean
  /** Its lines are the document's own, with no other block around them. */
  readonly atTop: boolean
  /** Where the list item starts that holds nothing else. */
  readonly itemStart?: number
  readonly depth: number
}

// Blocks that are nested by indentation, a line each, get past the look at a stretch; deeper than that they aren't
// read.
const DEEPEST = 100

/** Reads the blocks of a tree; `shift` is what to add to the parser's offsets to get the source's. */
export function readBlocks(nodes: readonly RootContent[], shift: number, context: MarkdownContext): void {
  const reader = new BlockReader(context, shift)
  for (const node of nodes) reader.read(node, { quoted: false, inItem: false, atTop: true, depth: 0 })
}

class BlockReader {
  readonly #context: MarkdownContext
  readonly #shift: number
  readonly #encode: Encode
  readonly #encodeHeading: Encode

  constructor(context: MarkdownContext, shift: number) {
    this.#context = context
    this.#shift = shift
    const { masked, locked, isMdx } = context
    this.#encode = isMdx ? encodeMdx(masked, locked, false) : encodeMarkdown(masked, locked, false)
    this.#encodeHeading = isMdx ? encodeMdx(masked, locked, true) : encodeMarkdown(masked, locked, true)
  }

  read(node: RootContent, place: BlockContext): void {
    if (place.depth > DEEPEST) {
      this.#context.notices.add(
        'these blocks are nested too deep and were passed over',
        this.#start(node),
        this.#end(node),
      )
      return
    }
    if (place.depth === 0) this.#context.writeCaptionsBefore(this.#start(node))
    switch (node.type) {
      case 'heading':
        return this.#readText(node, { kind: 'heading', level: node.depth }, place)
      case 'paragraph':
        return this.#readText(node, { kind: place.inItem ? 'list-item' : 'paragraph' }, place)
      case 'tableCell':
        return this.#readText(node, { kind: 'table-cell' }, place)
      case 'html':
        return this.#readHtml(node, place)
      case 'list':
        return node.children.forEach((item, index) =>
          this.#readItem(item, index, { ...place, inItem: true, depth: place.depth + 1 }),
        )
      case 'blockquote':
        return this.#readAll(node.children, { ...place, quoted: true, atTop: false, depth: place.depth + 1 })
      case 'footnoteDefinition':
      case 'table':
      case 'tableRow':
        return this.#readAll(node.children, { ...place, atTop: false })
      default: // Code, definitions and rules aren't copy.
    }
  }

  #readAll(nodes: readonly RootContent[], place: BlockContext): void {
    for (const node of nodes) this.read(node, place)
  }

  /** An item of one paragraph can be deleted with its lines, unless the list must begin with it to be one. */
  #readItem(item: ListItem, index: number, place: BlockContext): void {
    const isSingle = item.children.length === 1 && place.atTop
    const interrupts = index === 0 && !followsGap(this.#context.source, this.#start(item), this.#context.top)
    this.#readAll(item.children, { ...place, atTop: isSingle && !interrupts, itemStart: this.#start(item) })
  }

  #readText(
    node: RootContent & { readonly children: readonly RootContent[] },
    kind: Pick<BlockStart, 'kind' | 'level'>,
    place: BlockContext,
  ): void {
    const { masked: source, writer, html, locked } = this.#context
    const quoted = place.quoted || html.isQuoted
    const [start, end] = [this.#start(node), this.#end(node)]
    const encode = kind.kind === 'heading' ? this.#encodeHeading : this.#encode
    const children = node.children as readonly PhrasingContent[]
    writer.start({ ...kind, quoted, encode })
    readInline(children, { source, writer, html, locked, shift: this.#shift, quoted, encode })
    html.endOfBlock(end)
    writer.end(place.atTop ? this.#whole(children, start, end, place.itemStart) : undefined)
  }

  /** A paragraph with an image, HTML or a template tag in it is more than its text: it isn't deleted with it. */
  #whole(
    children: readonly PhrasingContent[],
    start: number,
    end: number,
    itemStart: number | undefined,
  ): SourceSpan | undefined {
    if (holdsMore(children) || holdsMasks(this.#context.masked.slice(start, end))) return undefined
    return wholeLines(this.#context, itemStart ?? start, end, itemStart !== undefined)
  }

  #readHtml(node: RootContent & { readonly value: string }, place: BlockContext): void {
    const { html, notices, masked: source } = this.#context
    const [start, end] = [this.#start(node), this.#end(node)]
    const stretch = htmlStretch(source, start, end, node.value, place.quoted)
    if (stretch) html.readBlock(stretch)
    else notices.add('this HTML could not be matched with its lines and was passed over', start, end)
  }

  #start(node: Nodes): number {
    return node.position!.start.offset! + this.#shift
  }

  #end(node: Nodes): number {
    return node.position!.end.offset! + this.#shift
  }
}

function holdsMore(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'image'
      || node.type === 'imageReference'
      || node.type === 'html'
      || ('children' in node && holdsMore(node.children)),
  )
}
