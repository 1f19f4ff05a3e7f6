/** Tells pairs of equal words that a sound sentence holds: a verb and its noun, a name and its verb, what is doubled by nature. */
import { wordSet } from '#rule'
import type { Span, Story } from '#story'
import { isStranded } from './stranded.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

const REDUPLICATIONS = wordSet(words.reduplications)
const HOMOGRAPHS = wordSet(words.homographs)
const NAMES = wordSet(words.names)
const OPENERS = wordSet(words.openers)
const NOUNS = wordSet(words.nouns)
const AUXILIARIES = wordSet('is are was were am be been being has have had do does did will would shall should can could may might must ’s')
// Before the first of the two, a verb is due: “to record record profits”, “who address address fraud”, “Farmers produce produce”.
const BEFORE_VERBS = wordSet('to will would shall should can could may might must not never i we you they who which help helps helped let lets and or also often always they’ll we’ll')
const MADE = wordSet('make makes made making let lets be keep keeps give gives gave show showed tell told')
const OBJECTS = wordSet('me us him them you it her')
// “Will will travel”, “his will will be read”, “a human being being held”.
const NOUNS_TOO = wordSet('will might must being can may')

/** Whether a pair of the word `word`, in lower case, stands in a sound sentence or may well do so. */
export function isSound(story: Story, at: Span, word: string, around: Surroundings): boolean {
  const [first = '', second = ''] = story.slice(at).split(' ', 2)
  const [previous = ''] = around.before
  if (REDUPLICATIONS.has(word)) return true
  if (first !== second && /^\p{Lu}/u.test(first) && (NAMES.has(word) || isNamedElsewhere(story, first))) return true
  if (NOUNS_TOO.has(word) && (NOUNS.has(previous) || /[’']s$/.test(previous))) return true
  if (HOMOGRAPHS.has(word) && (BEFORE_VERBS.has(previous) || /[^s]s$/.test(previous)) && /^[\p{L}$£€\d]/u.test(around.next)) return true
  // “What makes us us is the sea”.
  if (OBJECTS.has(word) && MADE.has(previous)) return true
  if (word === 'while' && /^(?:a|the|long|little|short|good|some|worth)$/.test(previous)) return true
  if (word === 'all' && /^(?:above|after|at|for|us|you|them|it|we|they|and)$/.test(previous)) return true
  return endsClause(word, around) || isStranded(word, around)
}

/** “What it was was a tax”, “those who could could leave”: the first of the two ends a clause that a word before it opened. */
function endsClause(word: string, { before, opensClause }: Surroundings): boolean {
  if (!AUXILIARIES.has(word) || opensClause) return false
  const [previous = ''] = before
  if (/^(?:who|that|which|what|there)$/.test(previous)) return before.slice(1).some((one) => OPENERS.has(one)) || previous === 'what'
  return before.slice(1).some((one) => /^(?:what|who|whoever|whatever|how|however|all|everything|anything|nothing)$/.test(one)) && before.length >= 2
}

/** Whether the story writes a capital word in mid-sentence, so that “Rose rose” is a name and its verb. */
function isNamedElsewhere(story: Story, word: string): boolean {
  return story.facts.mentions.some(({ core, start }) => core.includes(word) && /[\p{L},] $/u.test(story.text.slice(Math.max(0, start - 2), start)))
}
