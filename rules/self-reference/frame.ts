/** Which frame, if any, joins two neighbouring mentions of one name. */
import type { Mention, Story } from '#story'
import type { Bond } from './bond.ts'
import { judgeChain, judgeGovernment } from './chain.ts'
import type { Following, Frame, Judged } from './frame-parts.ts'
import {
  CLAUSE_OPENERS, CLOSING, FINITE, FIRMS, LOOSE_PREPOSITIONS, NOT_NAMES, OBJECT_FOLLOWS, PAIR_NOUNS, PLURAL, PREPOSITIONS, VERBS,
} from './frame-words.ts'
import type { Party } from './party.ts'

const LONGEST_CHAIN = 8
// Signs, figures, and all of Unicode’s punctuation but the apostrophe; what stands for code in Markdown lies there too.
const NO_PHRASE = /[.,;:!?()[\]{}"«»*/\\@<>#&|+=_~`^%$£€\d\n\u2000-\u2018\u201A-\u2BFF\uFFF0-\uFFFF]| -|- /

/** Two neighbouring parties that are one, and what makes them so. */
export interface Pair {
  readonly one: Party
  readonly other: Party
  readonly bond: Bond
  /** The mention behind them. */
  readonly next: Mention | undefined
}

/** Finds the frame that joins two neighbouring parties in a sentence, or none. */
export function frameBetween(story: Story, pair: Pair): Frame | undefined {
  const { one, other, bond } = pair
  const { words, sentences } = story.facts
  const raw = story.text.slice(one.end, other.start)
  // A comma, a bracket, a dash or a figure between the two starts something new; so does the “The” of a title.
  if (!raw.startsWith(' ') || raw.endsWith(' The ') || NO_PHRASE.test(raw.replace(/\bvs?\./, ''))) return undefined
  // “the Daily Mail and Mail+”, “from BBB to BBB-plus”, “the Request()”: the second name goes on.
  if (/^[+/&@#*(-]/.test(story.text.slice(other.end, other.end + 1))) return undefined
  if (isNoName(story, one) || isNoName(story, other)) return undefined
  const titleLength = other.title?.split(' ').length ?? 0
  const middle: string[] = []
  for (let word = one.endWord; word < other.firstWord - titleLength; word++) middle.push(words.text(word).toLowerCase())
  if (middle.length === 0 || middle.length > LONGEST_CHAIN) return undefined
  const sentenceEnd = sentences.endWord(one.sentence)
  const following = other.endWord < sentenceEnd && words.joinsNext(other.endWord - 1) ? words.text(other.endWord).toLowerCase() : ''
  const before = wordsBefore(story, one)
  const judged = bond === 'government' ? judgeGovernment(middle, before, following, other)
    : middle.length === 1 || (middle.length === 2 && middle[1] === 'the') ? judgeOneWord(middle[0]!, { ...pair, story, before, following })
    : judgeChain(middle, following, other)
  if (!judged) return undefined
  const governor = before.at(-1) ?? ''
  const isGoverned = judged.preposition !== undefined && middle.length === 1 && /^[a-zß-ɏ]{3,}$/.test(governor) && !CLOSING.has(governor)
  const middleText = story.text.slice(one.end, other.start).trim()
  const text = isGoverned ? `${words.text(one.firstWord - 1)} … ${middleText}` : middleText
  const frame = { pair: false, mayBeFirm: false, preposition: undefined, governor, text, ...judged }
  // Two forms of one name are sometimes two things: “Hale” and “Jan Hale”, a country and its people.
  return bond === 'name' ? frame : { ...frame, severity: 'warning' }
}

interface Surroundings extends Pair {
  readonly story: Story
  readonly before: readonly string[]
  readonly following: Following
}

const GOVERNING = /^(?:to|of|in|at|from|for|with|by|near|on|against|about)$/

function judgeOneWord(word: string, surroundings: Surroundings): Judged | undefined {
  const { story, following, other } = surroundings
  const closes = following === '' || CLOSING.has(following)
  if (PREPOSITIONS.has(word)) return judgePreposition(word, surroundings)
  if (LOOSE_PREPOSITIONS.has(word)) {
    // “against Halden at the Motor Dome Halden”: another form of the name may be a place's own.
    if (surroundings.bond !== 'name') return undefined
    // “the voice of Batman in Batman: The Animated Series”, “Sinclair Ford of Festus in Festus, Mo.”
    const goesOn = /^(?::|, \p{Lu})/u.test(story.text.slice(other.end, other.end + 3))
    return !other.possessive && closes && !goesOn && following !== 'and' && following !== 'or' ? { severity: 'warning', preposition: word } : undefined
  }
  if (word === 'and' || word === 'or') return judgePair(word, surroundings)
  if (!VERBS.has(word)) return undefined
  // “the ambassador to Torvia accused Torvia”: the first name is not who acts.
  const isObject = GOVERNING.test(surroundings.before.findLast((each) => each !== 'the') ?? '')
  if (isObject && surroundings.bond !== 'name') return undefined
  // “Clinton criticised Clinton’s attacks” may be meant, though “her attacks” would be usual.
  if (other.possessive) return { severity: 'warning' }
  if (closes || OBJECT_FOLLOWS.has(following)) return { severity: isObject ? 'warning' : 'error' }
  return FINITE.has(following) ? { severity: 'warning' } : undefined
}

function judgePreposition(word: string, { story, following, one, other, next }: Surroundings): Judged | undefined {
  const isFinite = FINITE.has(following)
  if (other.possessive || !(isFinite || following === '' || CLOSING.has(following))) return undefined
  // “for Griggs of Griggs and Santow”: the second name goes on; “a bid from Salden for Salden and Jan Okafor” ends before “and”.
  const goesOn = following === 'and' && other.core.length === 1 && /^(?:of|for)$/.test(word)
  if (goesOn && !(next && next.sentence === other.sentence && next.firstWord === other.endWord + 1 && next.core.length > 1)) return undefined
  if (/^(?:vs?\.?|versus)$/.test(word)) {
    // “Kendrick v Kendrick”: a headline may pit somebody against himself, or one of his works against another.
    const { layout, sentences } = story.facts
    if (layout.isHeading(story.blockAt(one.start)) || sentences.letterCase(one.sentence) !== 'sentence') return undefined
    return isFinite ? undefined : { severity: 'error', preposition: word }
  }
  // “more from Salden than Salden had”, “for Salden would”: these may open a clause.
  if (isFinite && /^(?:for|than|without)$/.test(word)) return undefined
  return { severity: 'error', preposition: word }
}

/** “between X and X”, “both X and X”, or a name joined to itself: “drivers X and X”. */
function judgePair(word: string, { story, before, following, one, other }: Surroundings): Judged | undefined {
  if (word === 'and' && isFurtherPair(story, one)) return undefined
  const closes = following === '' || CLOSING.has(following)
  if (before.includes('between') && word === 'and') return { severity: 'error', pair: true, text: `between … ${word}` }
  const noun = before.findLast((each) => each !== 'of' && each !== 'the')
  if (before.includes('of') && noun !== undefined && PAIR_NOUNS.has(noun)) return { severity: 'error', pair: true, text: `${noun} of … ${word}` }
  // “the Daily Mail and Mail on Sunday”: a last name alone is too little here, and “on Sunday” may belong to a paper's name.
  if (other.possessive || one.key !== other.key || /^ on Sunday\b/.test(story.text.slice(other.end, other.end + 11))) return undefined
  const isPredicate = FINITE.has(following) || /(?:n[’']t|ed)$/.test(following)
  const last = before.at(-1)
  if ((last === 'both' || last === 'either') && (closes || isPredicate)) return { severity: 'error', pair: true, text: `${last} … ${word}` }
  const head = before.findLast((each) => each !== 'the')
  const isSubject = head === undefined || CLAUSE_OPENERS.has(head) || PLURAL.has(following)
  // “criticised Obama and Obama said”: the second name opens a clause of its own.
  if (isPredicate ? !isSubject : !closes) return undefined
  const joined = { pair: true, mayBeFirm: true, text: `… ${word} …` }
  if (one.core.length === 1) {
    if (FIRMS.has(one.core[0]!)) return undefined
    // “Brandt and Brandt”: a firm’s name, where that is all that the story says of either; “Oslo, Bergen and Bergen” is a list.
    if (story.facts.entities.of(one).mentions.length < 3) return { ...joined, severity: 'warning' }
  }
  const isFullName = one.core.length > 1 && other.core.length > 1
  return { ...joined, severity: isFullName || following === '' || following === 'of' || isSubject ? 'error' : 'warning' }
}

// “between East and West as well as East and East”
const FURTHER_PAIR = /\bbetween (?:the )?\p{Lu}[^.;:!?\n]{0,60}? and (?:the )?\p{Lu}[^.;:!?\n]{0,60}?,? (?:as well as|and also|and) (?:the )?$/u
const LONGEST_PAIR = 160

/** Whether a pair comes behind one of two different names, as the other way to pair them. */
function isFurtherPair({ text, facts: { sentences } }: Story, { start, sentence }: Party): boolean {
  return FURTHER_PAIR.test(text.slice(Math.max(sentences.start(sentence), start - LONGEST_PAIR), start))
}

/** Units, time zones, letters and figures: “from 9 a.m. GMT to GMT”. */
function isNoName(story: Story, { core, start, key }: Party): boolean {
  if (key.length < 2 || NOT_NAMES.has(core.at(-1)!)) return true
  // “M25”, “Q3” and “B2” are too short to be sure of; “S-400s” and “GPT-5” are names.
  if (/\d/.test(key) && key.replace(/\d/g, '').length < 2) return true
  return core.length === 1 && /[\d$£€¥] ?$/.test(story.text.slice(Math.max(0, start - 2), start)) && core[0] === core[0]!.toUpperCase()
}

/** Up to six words before a mention in its sentence and clause, in lower case. */
function wordsBefore(story: Story, mention: Party): readonly string[] {
  const { words, sentences } = story.facts
  const first = Math.max(sentences.firstWord(mention.sentence), mention.firstWord - 6)
  const before: string[] = []
  for (let word = first; word < mention.firstWord; word++) {
    if (!words.joinsNext(word)) before.length = 0
    else before.push(words.text(word).toLowerCase())
  }
  return before
}
