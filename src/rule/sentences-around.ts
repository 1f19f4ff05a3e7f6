/** The sentence that a span stands in, with its neighbours where they are asked for. */
import { firstIndex } from '../text/first-index.ts'
import type { Span } from '../text/span.ts'
import type { Story } from '#story'

// A “sentence” may be a table or a list of thousands of words.
const REACH = 600

/**
 * The text of the sentence or sentences that a span touches, and of so many more on either side within the block, up to
 * 600 characters away. Where a block wasn't read as sentences it is the span's own text.
 */
export function sentencesAround(story: Story, at: Span, neighbours = 0): string {
  const { sentences } = story.facts
  if (sentences.count === 0) return story.slice(at)
  const block = story.blockAt(at.start).index
  let first = lastStartingBy(sentences, at.start)
  let last = lastStartingBy(sentences, Math.max(at.start, at.end - 1))
  if (sentences.block(last) !== block) return story.slice(at)
  if (sentences.block(first) !== block) first = last
  for (let step = 0; step < neighbours; step++) {
    if (first > 0 && sentences.block(first - 1) === block) first--
    if (last + 1 < sentences.count && sentences.block(last + 1) === block) last++
  }
  return story.text.slice(
    Math.max(sentences.start(first), at.start - REACH),
    Math.min(sentences.end(last), at.end + REACH),
  )
}

/** The last sentence that starts at or before an offset; the first one where none does. */
function lastStartingBy(sentences: Story['facts']['sentences'], offset: number): number {
  return Math.max(0, firstIndex(sentences.count, (sentence) => sentences.start(sentence) > offset) - 1)
}
