/** Finds how the rest of the story completes a phrase: “removal … from the US government’s blacklist”. */
import { span } from '#rule'
import type { Mention, Span, Story } from '#story'

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
const OBJECT_END = /[,.;:!?()“”"—–]|\s(?:and|or|but|which|that|who|after|before|when|while|as|if|because|by|with|for|in|on|at|to|since|until|imposed|said|says|is|was|has|had|will|would)\s/
const LONGEST_OBJECT = 50

/**
 * The first other place where a word of the governor’s stem leads to the preposition within four words, and to an object
 * that is not the mention’s own name.
 */
export function findParallel(story: Story, governor: string, preposition: string, mention: Mention): Parallel | undefined {
  if (governor.length < STEM) return undefined
  return findIn(story, false, governor.slice(0, STEM), preposition, mention) ?? findIn(story, true, governor.slice(0, STEM), preposition, mention)
}

/** Looks in the headings or in the rest: a headline drops its articles, so the body’s phrase reads better. */
function findIn(story: Story, headings: boolean, stem: string, preposition: string, mention: Mention): Parallel | undefined {
  const { words, sentences, layout } = story.facts
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (sentence === mention.sentence || layout.isHeading(story.blocks[sentences.block(sentence)]!) !== headings) continue
    const end = sentences.endWord(sentence)
    for (let word = sentences.firstWord(sentence); word < end; word++) {
      if (!words.text(word).toLowerCase().startsWith(stem)) continue
      for (let next = word + 1; next <= word + REACH && next + 1 < end; next++) {
        if (words.text(next) !== preposition) continue
        const found = objectAfter(story, words.start(next), words.end(next), sentences.end(sentence))
        if (found && !found.object.includes(story.slice(mention))) return found
      }
    }
  }
  return undefined
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
