/** A word that stands twice: “the the”. Adopts retext-repeated-words and weighs what it says by the word. */
import { defineRule, span, wordSet, type Severity } from '#rule'
import type { Facts, Mention, Span, Story } from '#story'
import retextRepeatedWords from 'retext-repeated-words'
import { isCertain } from './certain.ts'
import { isParticle } from './particle.ts'
import { isSound } from './sound.ts'
import { surroundingsOf } from './surroundings.ts'
import words from './words.generated.ts'

const GRAMMAR = wordSet(words.grammar)
const EMPHASIS = wordSet(words.emphasis)
const SOUND = wordSet(words.sound)
const HEIGHTENING = wordSet(words.heightening)
const PLAIN_FOLLOWERS = wordSet(words.plainFollowers)
const OBJECTS = wordSet(words.objects)
const TELLING = wordSet(words.telling)

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
  adopts: { plugin: retextRepeatedWords },
  messages: {
    doubled: ({ word }: { word: string }) => `“${word}” stands twice; delete one`,
    either: ({ word }: { word: string }) => `“${word}” stands twice; delete one, unless another word was meant there`,
    repeated: ({ word, count }: { word: string; count: number }) => `“${word}” stands ${count} times in a row; keep one`,
    doubledName: ({ word }: { word: string }) => `The name “${word}” stands twice in a row; delete one`,
  },
  *check({ story, facts, adopted, find }) {
    for (const { at, word, count } of runsOf(story, adopted.map((message) => message.at))) {
      const severity = severityOf(story, at, word.toLowerCase())
      const around = surroundingsOf(story, at)
      if (!severity || isSound(story, at, word.toLowerCase(), around)) continue
      const isPair = count === 2
      const isSafe = severity === 'error' && isPair && isCertain(story, at, word.toLowerCase(), around)
      const place = {
        at, severity,
        suggestions: [{
          title: isPair ? 'Delete one' : 'Keep one',
          grade: isSafe ? 'safe' as const : 'likely' as const,
          edits: [{ at: span(at.end - (word.length + 1) * (count - 1), at.end), text: '' }],
        }],
      }
      if (isPair) yield find(HIDING.has(word.toLowerCase()) ? 'either' : 'doubled', { ...place, word: story.slice(at) })
      else yield find('repeated', { ...place, word, count })
    }
    const doubled = facts.mentions.filter((mention) => isDoubled(story, mention))
    const timesAlone = doubled.length > 0 ? countAlone(facts.mentions) : undefined
    for (const mention of doubled) {
      // “Xiaomi Xiaomi” in a story that calls it Xiaomi elsewhere; “Duran Duran” is never just “Duran”.
      if ((timesAlone?.get(mention.core[0]!) ?? 0) < 2) continue
      const name = mention.core[0]!
      yield find('doubledName', {
        at: mention, word: `${name} ${name}`,
        suggestions: [{ title: 'Delete one', grade: 'likely', edits: [{ at: span(mention.start + name.length, mention.start + 2 * name.length + 1), text: '' }] }],
      })
    }
  },
})

/** A word that stands several times in a row. */
interface Run {
  readonly at: Span
  /** The last of them, as written. */
  readonly word: string
  readonly count: number
}

/** The pairs that the plugin found, with pairs that share a word put together: “the the the” is one run. */
function* runsOf(story: Story, pairs: readonly Span[]): Iterable<Run> {
  for (let index = 0; index < pairs.length;) {
    const { start } = pairs[index]!
    let { end } = pairs[index]!
    let count = 2
    for (index++; index < pairs.length && pairs[index]!.start < end; index++) {
      end = pairs[index]!.end
      count++
    }
    const word = story.text.slice(story.text.lastIndexOf(' ', end - 1) + 1, end)
    yield { at: span(start, end), word, count }
  }
}

/** How bad the doubling of a word is at a place, or nothing where it may be meant. */
function severityOf(story: Story, at: Span, word: string): Severity | undefined {
  // Figures and single letters: “6 6”, “a vitamin C C complex”.
  if (!/^\p{L}{2,}/u.test(word) && word !== 'a') return undefined
  if (!isSameCase(story, at) || isNamed(story, at)) return undefined
  if (EMPHASIS.has(word) || SOUND.has(word) || isStress(story, at, word) || isParticle(story, at, word)) return undefined
  if (word === 'as' && isComparison(story, at.end)) return undefined
  if (word === 'is' && endsOnIs(story, at.start)) return undefined
  if (OBJECTS.has(word) && TELLING.has(wordBefore(story, at))) return undefined
  return GRAMMAR.has(word) ? 'error' : 'warning'
}

/** “so so deeply”, “much much better”: doubled to heighten what follows, which an article or a preposition is not. */
function isStress(story: Story, { end }: Span, word: string): boolean {
  const next = /^ ([\p{L}’'-]+)/u.exec(story.text.slice(end, end + 20))?.[1]?.toLowerCase()
  if (word === 'much') return next !== undefined && /^(?:more|less|worse|too|further)$|er$/.test(next)
  return HEIGHTENING.has(word) && (next === undefined || !PLAIN_FOLLOWERS.has(next))
}

function wordBefore(story: Story, { start }: Span): string {
  return /(\p{L}+) $/u.exec(story.text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase() ?? ''
}

/** “It does not strike me as as big a problem as the other”: the second opens a comparison. */
function isComparison(story: Story, end: number): boolean {
  return /^ [^.;:!?\n]{1,60} as\b/.test(story.text.slice(end, end + 64))
}

/** “What it is is a tax”: the first of the two ends a clause that a question word opened. */
function endsOnIs(story: Story, start: number): boolean {
  return /\b(?:what|who|how|whatever|all)(?: [\p{L}’']+){1,8} $/iu.test(story.text.slice(Math.max(0, start - 90), start))
}

/** A pair that is a quotation by itself, or has a “[sic]” behind it, is spoken of, not written: the sign read “the the”. */
function isNamed(story: Story, { start, end }: Span): boolean {
  if (/^ [([]sic\b/.test(story.text.slice(end, end + 6))) return true
  return /["“‘'«]/.test(story.text[start - 1] ?? ' ') && /["”’'»]/.test(story.text[end] ?? ' ')
}

/** “Timescale Vector vector store” and a table’s “AGO AGO” are no slips; “The the vote” is one. */
function isSameCase(story: Story, at: Span): boolean {
  const [first = '', second = ''] = story.slice(at).split(' ', 2)
  if (first === second) return first.length < 3 || first !== first.toUpperCase()
  const opens = /^$|[.!?“"‘\n] ?$/.test(story.text.slice(Math.max(0, at.start - 2), at.start))
  return opens && first.slice(1) === second.slice(1)
}

/** Whether a name is one word twice, in a sentence that doesn't hide which words are names. */
function isDoubled(story: Story, mention: Mention): boolean {
  const { core, sentence, title, suffix } = mention
  // “Johnson & Johnson” is a firm.
  if (core.length !== 2 || core[0] !== core[1] || story.slice(mention) !== core.join(' ') || title !== undefined || suffix !== undefined) return false
  return story.facts.sentences.letterCase(sentence) === 'sentence'
}

/** How often each name of one word stands. */
function countAlone(mentions: Facts['mentions']): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { core: [word, ...more] } of mentions) {
    if (word !== undefined && more.length === 0) times.set(word, (times.get(word) ?? 0) + 1)
  }
  return times
}
