/** Makes one piece of copy of several, each with a source of its own: the fields of a story. */
import { firstIndex } from '../text/first-index.ts'
import { sourceSpan, span, type SourceSpan, type Span } from '../text/span.ts'
import type { Copy } from './copy.ts'

/** A piece of copy, and where its source starts in that of the whole. */
export interface CopyPart {
  readonly copy: Copy
  readonly base: number
  /** The field that its blocks are, where they are one. */
  readonly key?: string | undefined
}

/** The copies behind one another; what is known of the whole comes from `origin`. */
export function joinCopies(
  copies: readonly CopyPart[],
  origin: Pick<Copy, 'source' | 'format' | 'path' | 'date' | 'kind'>,
): Copy {
  let length = 0
  let blocks = 0
  const parts = copies
    .filter(({ copy }) => copy.blocks.length > 0)
    .map((one) => {
      const { copy } = one
      const part = { ...one, start: length, firstBlock: blocks }
      // A line feed between two parts, as between two blocks.
      length += copy.text.length + 1
      blocks += copy.blocks.length
      return part
    })
  const partAt = (offset: number): (typeof parts)[number] => {
    const part = parts[Math.max(0, firstIndex(parts.length, (index) => parts[index]!.start > offset) - 1)]
    if (!part) throw new RangeError('copy without blocks has no block at any offset')
    return part
  }
  const all = parts.flatMap(({ copy, key, start, firstBlock }) =>
    copy.blocks.map((block) => ({
      ...block,
      ...moved(block, start),
      index: firstBlock + block.index,
      ...(key === undefined ? {} : { kind: 'field' as const, key }),
      ...(block.links ? { links: block.links.map((link) => moved(link, start)) } : {}),
    })),
  )
  const text = parts.map(({ copy }) => copy.text).join('\n')
  return Object.freeze({
    ...origin,
    text,
    blocks: all,
    invisible: parts.flatMap(({ copy, start, base }) =>
      copy.invisible.map(({ at, source }) => ({
        at: span(at + start, at + start).start,
        source: movedSource(source, base),
      })),
    ),
    // Also those of a part that holds no copy: why it doesn't.
    notices: copies.flatMap(({ copy, base }) =>
      copy.notices.map((notice) => ({
        ...notice,
        at: span(0, 0),
        source: movedSource(notice.source ?? copy.toSource(notice.at), base),
      })),
    ),
    directives: copies.flatMap(({ copy, base }) =>
      copy.directives.map((directive) => ({ ...directive, source: movedSource(directive.source, base) })),
    ),
    slice: (at: Span) => text.slice(at.start, at.end),
    blockAt: (offset: number) => {
      const { copy, start, firstBlock } = partAt(offset)
      return all[firstBlock + copy.blockAt(offset - start).index]!
    },
    toSource: (at: Span) => {
      const { copy, start, base } = partAt(at.start)
      return movedSource(copy.toSource(moved(at, -start)), base)
    },
    toSourceEdit: (at: Span, replacement: string) => {
      const { copy, start, base } = partAt(at.start)
      const edit = copy.toSourceEdit(moved(at, -start), replacement)
      return edit && { ...edit, start: edit.start + base, end: edit.end + base }
    },
  })
}

function moved({ start, end }: Span, by: number): Span {
  return span(start + by, end + by)
}

function movedSource({ start, end }: SourceSpan, by: number): SourceSpan {
  return sourceSpan(start + by, end + by)
}
