/** Injects another story's headline on top of a draft. */
import type { DraftCopy } from '../copy.ts'
import { FEWEST_WORDS, isSentence, longWords, type ShelvedHeadline } from '../headline-shelf.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'

const RULE = 'stacked-headlines'

/** The kinds of stray headlines. */
const kinds: readonly ErrorKind[] = [
  { name: 'stray headline', rule: RULE, bar: 0.85, change: stack(withoutSharedName) },
  { name: 'stray headline, sharing a name', rule: RULE, bar: 0.65, change: stack(withSharedName) },
  { name: 'stray headline, alone', rule: RULE, change: replaceHeadline },
]
export default kinds

type Choose = (copy: DraftCopy, supplies: Supplies) => ShelvedHeadline | undefined

function stack(choose: Choose): ErrorKind['change'] {
  return (copy, supplies) => {
    if (!copy.headline || copy.prose.length < 2) return undefined
    const own = copy.slice(copy.headline)
    if (own.split(/\s+/).length < FEWEST_WORDS || isSentence(own)) return undefined
    const stray = choose(copy, supplies)
    return stray && { start: 0, end: 0, words: `${stray.text}\n\n` }
  }
}

/** Another story's headline in place of the draft's own. */
function replaceHeadline(copy: DraftCopy, supplies: Supplies): Replacement | undefined {
  const change = stack(withoutSharedName)(copy, supplies)
  return change && { start: copy.headline!.start, end: copy.headline!.end, words: change.words.trim() }
}

const TRIES = 30

function withoutSharedName(copy: DraftCopy, { random, headlines }: Supplies): ShelvedHeadline | undefined {
  const names = namesOfStory(copy)
  const shelf = headlines.ofFolder(copy.folder)
  for (let count = 0; count < TRIES; count++) {
    const stray = random.pick(shelf)
    if (stray && !isSameStory(copy, stray) && !names.some((name) => stray.words.has(name))) return stray
  }
  return undefined
}

function withSharedName(copy: DraftCopy, { random, headlines }: Supplies): ShelvedHeadline | undefined {
  for (const name of random.shuffled(namesOfStory(copy))) {
    const stray = random.pick(headlines.withWord(copy.folder, name).filter((each) => !isSameStory(copy, each)))
    if (stray) return stray
  }
  return undefined
}

function namesOfStory(copy: DraftCopy): string[] {
  return [...new Set(copy.names.flatMap(({ words }) => words.flatMap((word) => [...longWords(word)])))]
}

/** Whether half of a headline's words stand in the draft's own: then it may be about the same. */
function isSameStory(copy: DraftCopy, { text, words }: ShelvedHeadline): boolean {
  const own = copy.slice(copy.headline!)
  if (own === text) return true
  const ownWords = longWords(own)
  return [...words].filter((word) => ownWords.has(word)).length * 2 >= Math.min(words.size, ownWords.size)
}
