/** A name as one side of a frame, with the government that hangs on it: “the Chinese government” for China. */
import { span, type Mention, type Story } from '#rule'

/** A mention, or a mention with what makes a government of it; its words and span are then those of the whole. */
export interface Party extends Mention {
  /** Whether a country’s government is named: “Chinese government”, “Chinese authorities”, “government of China”. */
  readonly isGovernment: boolean
}

/** The party that a mention names; its own mention keeps the name alone. */
export function partyOf(story: Story, mention: Mention): Party {
  const { words, entities } = story.facts
  const named: Party = { ...mention, isGovernment: false }
  if (entities.country(mention) === undefined) return named
  if (mention.core.length > 1 && mention.core.at(-1) === 'Government') return { ...named, isGovernment: true }
  const { firstWord, endWord } = mention
  if (words.count > endWord && words.joinsNext(endWord - 1)) {
    const [noun = '', possessive] = words.text(endWord).split(/[’']/)
    if (noun === 'government' || noun === 'authorities') {
      return {
        ...named,
        end: span(0, words.start(endWord) + noun.length).end,
        endWord: endWord + 1,
        possessive: possessive !== undefined,
        isGovernment: true,
      }
    }
  }
  if (mention.possessive) return named
  let of = firstWord - 1
  if (of > 0 && words.text(of) === 'the') of--
  if (of < 1 || words.text(of) !== 'of' || words.text(of - 1) !== 'government' || !words.joinsNext(of - 1)) return named
  const start = words.start(of - 1)
  return { ...named, ...span(start, mention.end), firstWord: of - 1, isGovernment: true }
}
