/** Reads a Markdown file's copy, a stretch at a time. */
import type { RootContent } from 'mdast'
import { BlockWriter, type CopyTarget } from '../markup/block-writer.ts'
import type { Directives } from '../directives.ts'
import { HtmlReader } from '../html/html-reader.ts'
import type { Notices } from '../notices.ts'
import { SourceRanges } from '../source-ranges.ts'
import { writeCaption, type TagCaption } from '../templates/tag-captions.ts'
import { readBlocks, type MarkdownContext } from './block-reader.ts'
import { Definitions } from './definitions.ts'
import { findClose, isOpen } from './open-block.ts'
import { parseMarkdown, parseMdx } from './parse-markdown.ts'
import { isBlank, lineEnd, lineStart, nextLine } from './source-lines.ts'
import { findCut, findGoodCut, findTangle, STRETCH, type StretchSize } from './stretches.ts'

/** What a body may be read with. */
export interface BodyReading {
  /** The source with masks over what isn't Markdown; left out, there is nothing of that kind. */
  readonly masked?: string
  readonly captions?: readonly TagCaption[]
  /** Whether it is MDX, in which indented text isn't code. */
  readonly isMdx?: boolean
  readonly size?: StretchSize
  /** Takes down the directives in its comments. */
  readonly directives?: Directives
}

/** Reads a source from `top`, the end of its front matter, to its end. */
export function readBody(
  source: string,
  top: number,
  copy: CopyTarget,
  notices: Notices,
  reading: BodyReading = {},
): void {
  const { masked = source, captions = [], isMdx = false, size = STRETCH } = reading
  const writer = new BlockWriter(copy, masked)
  const html = new HtmlReader(masked, writer, notices, {
    comment: (start, end) => reading.directives?.addComment(start, end),
  })
  const definitions = new Definitions(masked)
  let next = 0
  const writeCaptionsBefore = (offset: number): void => {
    while (next < captions.length && captions[next]!.start < offset) writeCaption(captions[next++]!, source, copy)
  }
  const context: BodyContext = {
    source,
    masked,
    writeCaptionsBefore,
    writer,
    html,
    notices,
    locked: new SourceRanges(),
    top,
    definitions,
    size,
    isMdx,
  }
  for (let from = top; from < source.length;) from = readStretch(context, from)
  html.endOfBlock(source.length)
  writer.end()
  writeCaptionsBefore(Infinity)
}

interface BodyContext extends MarkdownContext {
  readonly definitions: Definitions
  readonly size: StretchSize
}

/** Reads a stretch and tells where the next one starts. */
function readStretch(context: BodyContext, from: number): number {
  const { masked: source, size } = context
  // The parser would leave out a byte order mark, and count it for nothing.
  const start = source[from] === '\uFEFF' ? from + 1 : from
  const cut = findCut(source, start, size)
  const tangle = findTangle(source.slice(start, cut.at))
  const parsed = tangle === undefined ? parseStretch(context, start, cut.at) : undefined
  if (!parsed)
    return readAsText(
      context,
      start,
      cut.isGood ? cut.at : findGoodCut(source, start, size),
      tangle ?? 'is nested too deep',
    )
  const { nodes, shift } = parsed
  const last = nodes.at(-1)
  if (!last) return cut.at
  const lastStart = last.position!.start.offset! + shift
  const isLastOpen = isOpen(last, source, lastStart, cut.at)
  if (cut.isGood && !isLastOpen) {
    readBlocks(nodes, shift, context)
    return cut.at
  }
  readBlocks(nodes.slice(0, -1), shift, context)
  const lastLine = lineStart(source, lastStart, start)
  if (!isLastOpen)
    return readAsText(context, lastLine, findGoodCut(source, lastLine, size), 'is too long without a blank line')
  const close = findClose(last, source, lastStart)
  if (last.type === 'html') {
    const html = source.slice(lastStart, close)
    context.html.readBlock({ html, toSource: (offset) => lastStart + offset, quoted: false })
  }
  return close
}

/**
 * The blocks of a stretch, and what to add to their offsets; nothing where they are nested deeper than the parser can
 * follow.
 */
function parseStretch(
  { masked: source, definitions, isMdx }: BodyContext,
  start: number,
  end: number,
): { nodes: RootContent[]; shift: number } | undefined {
  // The parser reads NUL as U+FFFD, and miscounts the marks before it: of “***\0*” it has three and a half.
  const stretch = source.slice(start, end).replaceAll('\0', '\uFFFD')
  const before = definitions.before(stretch)
  try {
    const nodes = (isMdx ? parseMdx : parseMarkdown)(before + stretch).children.filter(
      (node) => node.position!.start.offset! >= before.length,
    )
    return { nodes, shift: start - before.length }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Reads a stretch as plain text, a paragraph between two blank lines. Nothing in it is edited. Tells where it ends. */
function readAsText(
  { masked: source, writer, notices }: BodyContext,
  from: number,
  to: number,
  reason: string,
): number {
  notices.add(`this stretch ${reason} to be read as Markdown; it was read as plain text`, from, to)
  for (let at = from; at < to;) {
    const end = lineEnd(source, at)
    const next = nextLine(source, end)
    if (isBlank(source, at, end)) {
      writer.end()
    } else {
      if (!writer.isStarted) writer.start({ kind: 'paragraph', encode: () => undefined })
      writer.plain(at, end)
      writer.space(end, next)
    }
    at = next
  }
  writer.end()
  return to
}
