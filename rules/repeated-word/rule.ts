/**
 * A word or a phrase that stands twice: “the the”, “of the of the”. Adopts retext-repeated-words and weighs what it
 * says by the word.
 */
import {
  around,
  defineRule,
  shortened,
  span,
  timesOf,
  wordSet,
  type Around,
  type Severity,
  type Span,
  type Story,
} from '#rule'
import retextRepeatedWords from 'retext-repeated-words'
import { mayBeSlip } from './capitals.ts'
import { isCertain } from './certain.ts'
import { elsewhereIn, type Elsewhere } from './elsewhere.ts'
import { doubledNames } from './names.ts'
import { isParticle } from './particle.ts'
import { doubledPhrases } from './phrases.ts'
import { isMeant } from './refrains.ts'
import { runsOf } from './runs.ts'
import { isSound } from './sound.ts'
import { isStress } from './stress.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const GRAMMAR = wordSet(words.grammar)
const SOUND = wordSet(words.sound)
const HOMOGRAPHS = wordSet(words.homographs)

const LONGEST_QUOTE = 60
// One of the two may hide another word: “take a look a a few of them”, “leading up the the vote”.
const HIDING = wordSet('a an the as')

export default defineRule({
  id: 'repeated-word',
  title: 'A word twice',
  summary: 'A word stands twice where once is meant, as in “the the”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'warning',
  since: '0.1.0',
  quotations: 'check',
  // Speech stumbles, and a transcript keeps it.
  quietIn: ['transcript'],
  adopts: { plugin: retextRepeatedWords, onlyWhere: 'doubled-word' },
  messages: {
    doubled: ({ word }: { word: string }) => `“${word}” stands twice in a row; delete one`,
    either: ({ word }: { word: string }) =>
      `“${word}” stands twice in a row; delete one, unless another word was meant there`,
    repeated: ({ word, count }: { word: string; count: number }) =>
      `“${word}” stands ${timesOf(count)} in a row; keep one`,
    phrase: ({ phrase, count }: { phrase: string; count: number }) =>
      `“${shortened(phrase, LONGEST_QUOTE)}” stands ${timesOf(count)} in a row; keep one`,
    doubledName: ({ word }: { word: string }) => `The name “${word}” stands twice in a row; delete one`,
  },
  *check({ story, adopted, find }) {
    const elsewhere = elsewhereIn(story)
    for (const { at, word, count } of runsOf(
      story,
      adopted.map((message) => message.at),
    )) {
      const place = surroundingsOf(story, at)
      const severity = severityOf(story, at, word.toLowerCase(), place, elsewhere)
      if (!severity || isSound(word.toLowerCase(), place, story.facts.layout.isHeading(story.blockAt(at.start))))
        continue
      const isPair = count === 2
      const isSafe = severity === 'error' && isPair && isCertain(story, at, word.toLowerCase(), place)
      const found = {
        at,
        severity,
        suggestions: [
          {
            title: isPair ? 'Delete one' : 'Keep one',
            grade: isSafe ? ('safe' as const) : ('likely' as const),
            edits: [{ at: span(at.end - (word.length + 1) * (count - 1), at.end), text: '' }],
          },
        ],
      }
      if (isPair)
        yield find(HIDING.has(word.toLowerCase()) ? 'either' : 'doubled', { ...found, word: firstOf(story, at) })
      else yield find('repeated', { ...found, word, count })
    }
    for (const phrase of doubledPhrases(story)) {
      if (isMeant(story, phrase) || !story.facts.wordEvidence.isAmongEnglish(phrase.at)) continue
      const { at, written, count, isPlain } = phrase
      yield find('phrase', {
        at,
        count,
        phrase: written,
        severity: isPlain ? 'error' : 'warning',
        suggestions: [
          { title: 'Keep one', grade: 'likely', edits: [{ at: span(at.start + written.length, at.end), text: '' }] },
        ],
      })
    }
    for (const { at, name } of doubledNames(story)) {
      yield find('doubledName', {
        at,
        word: name,
        suggestions: [
          {
            title: 'Delete one',
            grade: 'likely',
            edits: [{ at: span(at.start + name.length, at.start + 2 * name.length + 1), text: '' }],
          },
        ],
      })
    }
  },
})

/** How bad the doubling of a word is at a place, or nothing where it may be meant. */
function severityOf(
  story: Story,
  at: Span,
  word: string,
  place: Surroundings,
  elsewhere: Elsewhere,
): Severity | undefined {
  // Figures and single letters: “6 6”, “a vitamin C C complex”.
  if (!/^\p{L}{2,}/u.test(word) && word !== 'a' && word !== 'i') return undefined
  const near = around(story, at)
  if (
    !mayBeSlip(story, at, word, place, elsewhere)
    || near.isSic
    || near.isSetApart
    || isMember(near)
    || isOrder(near, story.slice(at), word)
  )
    return undefined
  // “Si vous vous demandez”: other languages double other words.
  if (!story.facts.wordEvidence.isAmongEnglish(at)) return undefined
  // “The few who do do so”, but “why do do we hear”.
  if ((SOUND.has(word) && !(word === 'do' && /^(?:we|they|he|she|i)$/i.test(place.next))) || isParticle(word, place))
    return undefined
  if (isStress(word, place.next.toLowerCase(), story.facts.ownCopy.isQuoted(at) || near.opensSentence)) return undefined
  if (word === 'as' && isComparison(near)) return undefined
  return GRAMMAR.has(word) ? 'error' : 'warning'
}

/** “It does not strike me as as big a problem as the other”: the second opens a comparison. */
function isComparison(near: Around): boolean {
  return /^ (?!well\b|soon\b)[^,.;:!?\n]{1,30} as\b/.test(near.behind())
}

function firstOf(story: Story, at: Span): string {
  return story.slice(at).split(' ', 1)[0]!
}

/**
 * “Function::Call call”, “path.join join”: the first belongs to a name of a program, the second is the noun behind it.
 */
function isMember(near: Around): boolean {
  return /[\p{L}\d)](?:::|->|[.#/_])$/u.test(near.before())
}

/** “stream: revert revert of the merge”: an order to do something to the like, behind a label in small letters. */
function isOrder(near: Around, pair: string, word: string): boolean {
  return HOMOGRAPHS.has(word) && pair.startsWith(word) && /\p{Ll}: $/u.test(near.before())
}
