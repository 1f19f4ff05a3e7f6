/** Reads what stands in a Markdown block: text, emphasis, links, code, images, tags. */
import type { Image, ImageReference, PhrasingContent } from 'mdast'
import { OBJECT, type Encode } from '#copy'
import type { BlockWriter } from '../markup/block-writer.ts'
import type { HtmlReader } from '../html/html-reader.ts'
import type { SourceRanges } from '../source-ranges.ts'
import { alignText } from './align-text.ts'
import { htmlStretch } from './html-stretch.ts'

/** What reading the parts of a block takes. */
export interface InlineContext {
  readonly source: string
  readonly writer: BlockWriter
  readonly html: HtmlReader
  /** What to add to the parser's offsets to get the source's. */
  readonly shift: number
  readonly quoted: boolean
  readonly encode: Encode
  /** Where in the source nothing may be edited. */
  readonly locked: SourceRanges
}

/** Reads the parts of a block into the block that the writer has started. */
export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): void {
  const { source, writer, html, shift, quoted } = context
  nodes.forEach((node, index) => {
    const start = node.position!.start.offset! + shift
    const end = node.position!.end.offset! + shift
    if (node.type === 'html') {
      const stretch = htmlStretch(source, start, end, node.value, quoted)
      if (stretch) html.readTag(stretch)
    } else if (node.type === 'delete') {
      // What the page itself strikes out it has corrected.
      if (!html.isUnread) writer.gap()
    } else if ('children' in node) {
      // The text of “[a link]” is the name of its definition too, so no edit goes in there.
      if (node.type === 'linkReference' && node.referenceType !== 'full') context.locked.add(start, end)
      if (node.type === 'link' && source[start] !== '[') readAddress(node.children, context)
      else readInline(node.children, context)
    } else if (html.isUnread) {
      return
    } else if (node.type === 'text') {
      readText(context, start, end, node.value)
    } else if (node.type === 'inlineCode') {
      writer.decoded(OBJECT, start, end)
    } else if (node.type === 'break') {
      const next = nodes[index + 1]?.position?.start.offset
      writer.space(start, next === undefined ? end : next + shift)
    } else if (node.type === 'image' || node.type === 'imageReference') {
      writer.gap()
      // The alternative text of “![a picture]” is the name of its definition too.
      if (node.type === 'imageReference' && node.referenceType !== 'full') context.locked.add(start, end)
      writer.after(() => readAlternative(node, context, start, end))
    }
  })
}

/** A node that can't be aligned with its source is one piece: findings in it point at the whole of it. */
function readText(
  { source, writer }: InlineContext,
  start: number,
  end: number,
  value: string,
  isLiteral = false,
): void {
  const pieces = alignText(source, start, end, value, isLiteral) ?? [{ text: value, start, end, plain: false }]
  for (const piece of pieces) {
    if (piece.plain) writer.plain(piece.start, piece.end)
    else writer.decoded(piece.text, piece.start, piece.end)
  }
}

/**
 * A bare address is read as it stands, and nothing is edited in it: its letters aren't Markdown, and a backslash is
 * one.
 */
function readAddress(children: readonly PhrasingContent[], context: InlineContext): void {
  const { html, shift, locked } = context
  for (const node of children) {
    if (node.type !== 'text' || html.isUnread) continue
    const start = node.position!.start.offset! + shift
    const end = node.position!.end.offset! + shift
    // An edit may well touch the address from outside.
    locked.add(start + 1, end - 1)
    readText(context, start, end, node.value, true)
  }
}

/** An image's alternative text is a block of its own, and exact where it holds no markup. */
function readAlternative(node: Image | ImageReference, context: InlineContext, start: number, end: number): void {
  const { alt } = node
  if (!alt) return
  const { source, writer, quoted, encode } = context
  const label = start + '!['.length
  const close = labelEnd(source, label, end)
  const isExact = alignText(source, label, close, alt) !== undefined
  writer.start({ kind: 'caption', isAlternative: true, quoted, encode: isExact ? encode : () => undefined })
  if (isExact) readText(context, label, close, alt)
  else writer.decoded(alt, start, end)
  writer.end()
}

/** Where an image's label ends, at its `]`; brackets in it stand in pairs, or behind a backslash. */
function labelEnd(source: string, start: number, end: number): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    const character = source[at]
    if (character === '\\') at++
    else if (character === '[') depth++
    else if (character === ']' && depth-- === 0) return at
  }
  return end
}
