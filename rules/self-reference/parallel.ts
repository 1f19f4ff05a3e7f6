/** Finds how the rest of the story completes a phrase: “removal … from the US government’s blacklist”. */
import { span, type Mention, type Span, type Story } from '#rule'

/** The same phrase elsewhere in the story. */
export interface Parallel {
  /** The preposition and its object. */
  readonly at: Span
  readonly phrase: string
  /** The object alone: “the US government’s blacklist”. */
  readonly object: string
}

const STEM = 5
const REACH = 4
// The object of a phrase ends at a stop, a comma or a word that begins another clause.
const OBJECT_END =
  /[,.;:!?()“”"—–]|\s(?:and|or|but|which|that|who|after|before|when|while|as|if|because|by|with|for|in|on|at|to|since|until|imposed|said|says|is|was|has|had|will|would)\s/
const LONGEST_OBJECT = 50

/** A phrase, and the sentence that holds it. */
interface Candidate extends Parallel {
  readonly sentence: number
}

/** The phrases of one story; what was looked up once is known, however often its names meet themselves. */
export class Parallels {
  readonly #story: Story
  #byStem: ReadonlyMap<string, readonly number[]> | undefined
  readonly #candidates = new Map<string, readonly Candidate[]>()
  readonly #fitting = new Map<string, readonly Candidate[]>()

  constructor(story: Story) {
    this.#story = story
  }

  /**
   * The first other place where a word of the governor’s stem leads to the preposition within four words, and to an
   * object that is not the mention’s own name. A headline drops its articles, so the body’s phrases go before those of
   * headings.
   */
  find(governor: string, preposition: string, mention: Mention): Parallel | undefined {
    if (governor.length < STEM) return undefined
    const phrase = `${governor.slice(0, STEM)} ${preposition}`
    const name = this.#story.slice(mention)
    const fitting = known(this.#fitting, `${phrase} ${name}`, () => this.#fittingFor(phrase, name))
    return fitting.find(({ sentence }) => sentence !== mention.sentence)
  }

  /**
   * The first phrase whose object isn't a name, and the first of another sentence: one of the two stands beside any
   * place of the name.
   */
  #fittingFor(phrase: string, name: string): readonly Candidate[] {
    const candidates = known(this.#candidates, phrase, () =>
      this.#collect(...(phrase.split(' ', 2) as [string, string])),
    )
    const first = candidates.find(({ object }) => !object.includes(name))
    if (!first) return []
    const second = candidates.find(({ object, sentence }) => sentence !== first.sentence && !object.includes(name))
    return second ? [first, second] : [first]
  }

  #collect(stem: string, preposition: string): readonly Candidate[] {
    const { words, sentences, layout } = this.#story.facts
    this.#byStem ??= indexStems(this.#story)
    const inBody: Candidate[] = []
    const inHeadings: Candidate[] = []
    for (const word of this.#byStem.get(stem) ?? []) {
      const sentence = words.sentence(word)
      const end = sentences.endWord(sentence)
      for (let next = word + 1; next <= word + REACH && next + 1 < end; next++) {
        if (words.text(next) !== preposition) continue
        const found = objectAfter(this.#story, words.start(next), words.end(next), sentences.end(sentence))
        const isHeading = layout.isHeading(this.#story.blocks[sentences.block(sentence)]!)
        if (found) (isHeading ? inHeadings : inBody).push({ ...found, sentence })
      }
    }
    return [...inBody, ...inHeadings]
  }
}

/** The places of all words that are long enough, by their first letters. */
function indexStems({ facts: { words } }: Story): ReadonlyMap<string, readonly number[]> {
  const byStem = new Map<string, number[]>()
  for (let word = 0; word < words.count; word++) {
    if (words.end(word) - words.start(word) < STEM) continue
    const stem = words.text(word).toLowerCase().slice(0, STEM)
    const places = byStem.get(stem)
    if (places) places.push(word)
    else byStem.set(stem, [word])
  }
  return byStem
}

function known<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  let value = values.get(key)
  if (value === undefined) values.set(key, (value = make()))
  return value
}

function objectAfter(story: Story, start: number, prepositionEnd: number, sentenceEnd: number): Parallel | undefined {
  const rest = story.text.slice(prepositionEnd + 1, Math.min(sentenceEnd, prepositionEnd + 1 + LONGEST_OBJECT + 10))
  // A full stop inside “U.S.” ends nothing.
  const stop = OBJECT_END.exec(rest.replace(/(?<=\b\p{Lu})\./gu, '_'))?.index ?? rest.length
  const object = rest.slice(0, stop).trim()
  if (object.length < 3 || stop > LONGEST_OBJECT) return undefined
  const end = prepositionEnd + 1 + object.length
  return { at: span(start, end), phrase: story.text.slice(start, end), object }
}
