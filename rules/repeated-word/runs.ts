/**
 * Words that stand several times in a row: those that the stock plugin finds, and those in capitals that it passes
 * over.
 */
import { span, type Span, type Story } from '#rule'

/** A word that stands several times in a row. */
export interface Run {
  readonly at: Span
  /** The last of them, as written. */
  readonly word: string
  readonly count: number
}

// What the plugin takes for right wherever it stands, and often is: “had had”, “that that”.
const PASSED_OVER = /^(?:I|can)$/

/** All runs of a story in order; `pairs` are those that the plugin found. */
export function runsOf(story: Story, pairs: readonly Span[]): readonly Run[] {
  const overlooked = overlookedPairs(story)
  const all =
    overlooked.length === 0 ? pairs : [...pairs, ...overlooked].toSorted((one, other) => one.start - other.start)
  return [...joined(story, all)]
}

/** Pairs that share a word put together: “the the the” is one run. */
function* joined(story: Story, pairs: readonly Span[]): Iterable<Run> {
  for (let index = 0; index < pairs.length;) {
    const { start } = pairs[index]!
    let { end } = pairs[index]!
    let count = 2
    for (index++; index < pairs.length && pairs[index]!.start < end; index++) {
      if (pairs[index]!.end === end) continue
      end = pairs[index]!.end
      count++
    }
    const word = story.text.slice(story.text.lastIndexOf(' ', end - 1) + 1, end)
    yield { at: span(start, end), word, count }
  }
}

/** Pairs that the plugin takes for names or for right: “Mayor Says Says” in a headline, “I I”, “can can”. */
function overlookedPairs({ text, blocks, facts: { words, sentences, layout } }: Story): readonly Span[] {
  const pairs: Span[] = []
  for (let word = 0; word + 1 < words.count; word++) {
    const start = words.start(word)
    const end = words.end(word)
    const next = words.start(word + 1)
    if (
      next !== end + 1
      || words.end(word + 1) - next !== end - start
      || text[start] !== text[next]
      || text[end] !== ' '
    )
      continue
    const letters = text.slice(start, end)
    const sentence = words.sentence(word)
    if (letters !== words.text(word + 1) || sentence !== words.sentence(word + 1)) continue
    const isHeading = /^\p{Lu}/u.test(letters) && layout.isHeading(blocks[sentences.block(sentence)]!)
    if (isHeading || PASSED_OVER.test(letters)) pairs.push(span(start, words.end(word + 1)))
  }
  return pairs
}
