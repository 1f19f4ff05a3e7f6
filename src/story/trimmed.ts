/** A block's text without the spaces around it. */
import type { Block } from './block.ts'
import { span, type Span } from './span.ts'
import type { Story } from './story.ts'

/** The span of a block without the spaces around its text. */
export function trimmed(story: Story, block: Block): Span {
  let { start, end } = block as { start: number; end: number }
  while (start < end && story.text[start] === ' ') start++
  while (end > start && story.text[end - 1] === ' ') end--
  return span(start, end)
}
