/** Finds names that stand twice in a row where the story has them once: “Norvik Norvik said so”. */
import type { Mention, Span, Story } from '#rule'

/** A name of one word that stands twice. */
export interface DoubledName {
  readonly at: Span
  readonly name: string
}

const SENTENCE_END = /[.!?…:;][”"’')\]]*$/

/** The doubled names of a story’s sentences; headings are looked through word by word. */
export function* doubledNames(story: Story): Iterable<DoubledName> {
  const { mentions } = story.facts
  const doubled = mentions.filter((mention) => isDoubled(story, mention))
  if (doubled.length === 0) return
  const timesAlone = countAlone(mentions)
  for (const mention of doubled) {
    const name = mention.core[0]!
    // “Xiaomi Xiaomi” in a story that calls it Xiaomi elsewhere; “Duran Duran” is never just “Duran”.
    if ((timesAlone.get(name) ?? 0) >= 2) yield { at: mention, name }
  }
}

/** Whether a name is one word twice, in a sentence that doesn't hide which words are names. */
function isDoubled(story: Story, mention: Mention): boolean {
  const { core, sentence, title, suffix } = mention
  // “Johnson & Johnson” is a firm.
  if (
    core.length !== 2
    || core[0] !== core[1]
    || story.slice(mention) !== core.join(' ')
    || title !== undefined
    || suffix !== undefined
  )
    return false
  const { sentences, layout } = story.facts
  if (sentences.letterCase(sentence) !== 'sentence' || layout.isHeading(story.blockAt(mention.start))) return false
  // “… sends the bill to Senate Senate begins its work” are two headlines, run together.
  return SENTENCE_END.test(sentences.text(sentence).trimEnd())
}

/** How often each name of one word stands. */
function countAlone(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const {
    core: [word, ...more],
  } of mentions) {
    if (word !== undefined && more.length === 0) times.set(word, (times.get(word) ?? 0) + 1)
  }
  return times
}
