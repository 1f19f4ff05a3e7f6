/** Ways to look at what a reader read, for tests. */
import type { Copy } from '../../src/copy/index.ts'
import { span, type SourceEdit, type Span } from '../../src/text/index.ts'

/**
 * A story's blocks, each as `kind: text`; a heading with its level, a field with its key, a quoted block behind a `>`.
 */
export function blocksOf(story: Copy): string[] {
  return story.blocks.map((block) => {
    const label =
      block.kind
      + (block.level === undefined ? '' : ` ${block.level}`)
      + (block.key === undefined ? '' : ` ${block.key}`)
    return `${block.quoted ? '> ' : ''}${label}: ${story.slice(block)}`
  })
}

/** Where some words stand in a story's text; they must stand there once. */
function find(story: Copy, words: string): Span {
  const start = story.text.indexOf(words)
  if (start < 0 || story.text.includes(words, start + 1))
    throw new Error(`“${words}” doesn't stand in the text once: ${story.text}`)
  return span(start, start + words.length)
}

/** The source that some words of the text were read from. */
export function sourceOf(story: Copy, words: string): string {
  const { start, end } = story.toSource(find(story, words))
  return story.source.slice(start, end)
}

/** The source after an edit. */
export function applied(source: string, { start, end, text }: SourceEdit): string {
  return source.slice(0, start) + text + source.slice(end)
}

/** The source with other words in place of some, or nothing where the reader writes no such edit. */
export function edited(story: Copy, words: string, replacement: string): string | undefined {
  const edit = story.toSourceEdit(find(story, words), replacement)
  return edit && applied(story.source, edit)
}

/** What a story's notices say, each with the source it is about. */
export function noticesOf(story: Copy): string[] {
  return story.notices.map(
    ({ message, source }) => `${message}: ${source ? story.source.slice(source.start, source.end) : ''}`,
  )
}
