/** A block's text without the spaces around it. */
import type { Block } from './block.ts'
import { span, type Span } from '../text/span.ts'
import type { Copy } from './copy.ts'

/** The span of a block without the spaces around its text. */
export function trimmed(copy: Copy, block: Block): Span {
  let { start, end } = block as { start: number; end: number }
  while (start < end && copy.text[start] === ' ') start++
  while (end > start && copy.text[end - 1] === ' ') end--
  return span(start, end)
}
