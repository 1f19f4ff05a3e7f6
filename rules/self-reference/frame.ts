/** Which frame, if any, joins two neighbouring mentions of one name. */
import { WEEKDAYS, wordSet, type Severity } from '#rule'
import type { Mention, Story } from '#story'
import frames from './frames.generated.ts'

/** A frame that joins a name to itself. */
export interface Frame {
  /** As the writer has it, with “…” for the first name where words stand on both sides: “remove … from”. */
  readonly text: string
  readonly severity: Severity
  /** “between X and X”, “X and X”: two of a pair, no actor and aim. */
  readonly pair: boolean
  /** The word that the first name hangs on, in lower case: “remove”. */
  readonly governor: string
  /** The word that leads to the second name, where it is a preposition. */
  readonly preposition: string | undefined
}

const DAYS = WEEKDAYS.map((day) => day.toLowerCase())
const PREPOSITIONS = wordSet(frames.prepositions)
const LOOSE_PREPOSITIONS = wordSet(frames.loosePrepositions)
const VERBS = wordSet(frames.verbs)
const AUXILIARIES = wordSet([...frames.auxiliaries, 'on', ...DAYS])
const PAIR_NOUNS = wordSet(frames.pairNouns)
const TYING_NOUNS = wordSet(frames.tyingNouns)
const TYING_VERBS = wordSet(frames.tyingVerbs)
const CHAIN_PREPOSITIONS = wordSet(frames.chainPrepositions)
const CLOSING = wordSet([...frames.closing, ...DAYS])
const FINITE = wordSet(frames.finite)
const FIRMS = wordSet(frames.firms)
// “Smith told Smith the plan was dead”: behind a verb’s object the rest of the clause begins.
const OBJECT_FOLLOWS = wordSet('the a an he she it they we his her its their one two three more all what whether how why')
// A verb in the plural takes both names for its subject: “cities like Chicago and Chicago have”.
const PLURAL = wordSet('are were have')
// Words that open a clause, whose subject comes next: “as Bush and Bush pushed”.
const CLAUSE_OPENERS = wordSet('as when while that but if since after before because although though whether where until unless and so')
const NOT_NAMES = wordSet(frames.notNames)

const SUBORDINATING = wordSet('and or but nor that which who whose whom what where when while if because as since after before until unless although though whether so how why he she we i you there this these those')
const LONGEST_CHAIN = 8
// Signs, figures, and all of Unicode’s punctuation but the apostrophe; what stands for code in Markdown lies there too.
const NO_PHRASE = /[.,;:!?()[\]{}"«»*/\\@<>#&|+=_~`^%$£€\d\n\u2000-\u2018\u201A-\u2BFF\uFFF0-\uFFFF]| -|- /

/** What follows the second name, in lower case; empty at a stop, a comma, a bracket or the sentence's end. */
type Following = string

/** Finds the frame that joins two neighbouring mentions of one name in a sentence, or none. */
export function frameBetween(story: Story, one: Mention, other: Mention): Frame | undefined {
  const { words, sentences } = story.facts
  const raw = story.text.slice(one.end, other.start)
  // A comma, a bracket, a dash or a figure between the two starts something new.
  if (!raw.startsWith(' ') || NO_PHRASE.test(raw.replace(/\bvs?\./, ''))) return undefined
  // “the Daily Mail and Mail+”, “from BBB to BBB-plus”: the second name goes on.
  if (/^[+/&@#*-]/.test(story.text.slice(other.end, other.end + 1))) return undefined
  if (isNoName(story, one) || isNoName(story, other)) return undefined
  const titleLength = other.title?.split(' ').length ?? 0
  const middle: string[] = []
  for (let word = one.endWord; word < other.firstWord - titleLength; word++) middle.push(words.text(word).toLowerCase())
  if (middle.length === 0 || middle.length > LONGEST_CHAIN) return undefined
  const sentenceEnd = sentences.endWord(one.sentence)
  const following = other.endWord < sentenceEnd && words.joinsNext(other.endWord - 1) ? words.text(other.endWord).toLowerCase() : ''
  const before = wordsBefore(story, one)
  const judged = middle.length === 1
    ? judgeOneWord(middle[0]!, { story, before, following, one, other })
    : judgeChain(middle, following, other)
  if (!judged) return undefined
  const governor = before.at(-1) ?? ''
  const isGoverned = judged.preposition !== undefined && middle.length === 1 && /^[a-zß-ɏ]{3,}$/.test(governor) && !CLOSING.has(governor)
  const middleText = story.text.slice(one.end, other.start).trim()
  return { pair: false, preposition: undefined, governor, text: isGoverned ? `${governor} … ${middleText}` : middleText, ...judged }
}

type Judged = Pick<Frame, 'severity'> & Partial<Frame>

interface Surroundings {
  readonly story: Story
  readonly before: readonly string[]
  readonly following: Following
  readonly one: Mention
  readonly other: Mention
}

function judgeOneWord(word: string, surroundings: Surroundings): Judged | undefined {
  const { story, following, one, other } = surroundings
  const closes = following === '' || CLOSING.has(following)
  if (PREPOSITIONS.has(word)) {
    // “for Griggs of Griggs and Santow”: the second name goes on.
    if (other.possessive || !(closes || FINITE.has(following)) || (following === 'and' && other.core.length === 1 && /^(?:of|for)$/.test(word))) return undefined
    // “Kendrick v Kendrick”: a headline may pit somebody against himself.
    if (/^vs?\.?$/.test(word) && story.facts.layout.isHeading(story.blockAt(one.start))) return undefined
    if (FINITE.has(following) && !/^(?:from|to|with|by|against|of)$/.test(word)) return undefined
    return { severity: 'error', preposition: word }
  }
  if (LOOSE_PREPOSITIONS.has(word)) {
    // “the voice of Batman in Batman: The Animated Series”, “Sinclair Ford of Festus in Festus, Mo.”
    const goesOn = /^(?::|, \p{Lu})/u.test(story.text.slice(other.end, other.end + 3))
    return !other.possessive && closes && !goesOn && following !== 'and' && following !== 'or' ? { severity: 'warning', preposition: word } : undefined
  }
  if (word === 'and' || word === 'or') return judgePair(word, surroundings)
  if (!VERBS.has(word)) return undefined
  // “Clinton criticised Clinton’s attacks” may be meant, though “her attacks” would be usual.
  if (other.possessive) return { severity: 'warning' }
  if (closes || OBJECT_FOLLOWS.has(following)) return { severity: 'error' }
  return FINITE.has(following) ? { severity: 'warning' } : undefined
}

/** “between X and X”, “both X and X”, or a name joined to itself: “drivers X and X”. */
function judgePair(word: string, { story, before, following, one, other }: Surroundings): Judged | undefined {
  const closes = following === '' || CLOSING.has(following)
  if (before.includes('between') && word === 'and') return { severity: 'error', pair: true, text: `between … ${word}` }
  const noun = before.findLast((each) => each !== 'of' && each !== 'the')
  if (before.includes('of') && noun !== undefined && PAIR_NOUNS.has(noun)) return { severity: 'error', pair: true, text: `${noun} of … ${word}` }
  // “the Daily Mail and Mail on Sunday”: a last name alone is too little here.
  if (other.possessive || one.key !== other.key) return undefined
  const isPredicate = FINITE.has(following) || /(?:n[’']t|ed)$/.test(following)
  const last = before.at(-1)
  if ((last === 'both' || last === 'either') && (closes || isPredicate)) return { severity: 'error', pair: true, text: `${last} … ${word}` }
  const head = before.findLast((each) => each !== 'the')
  const isSubject = head === undefined || CLAUSE_OPENERS.has(head) || PLURAL.has(following)
  // “criticised Obama and Obama said”: the second name opens a clause of its own.
  if (isPredicate ? !isSubject : !closes) return undefined
  // “Saatchi and Saatchi”: a firm’s name, and all that the story says of either.
  if (one.core.length === 1 && (FIRMS.has(one.core[0]!) || story.facts.entities.of(one).mentions.length < 3)) return undefined
  const isFullName = one.core.length > 1 && other.core.length > 1
  return { severity: isFullName || following === '' || following === 'of' || isSubject ? 'error' : 'warning', pair: true, text: `… ${word} …` }
}

/** “has agreed to buy”, “signed a contract with”, “from the”: a short chain of words from one name to the other. */
function judgeChain(middle: readonly string[], following: Following, other: Mention): Judged | undefined {
  const closes = following === '' || CLOSING.has(following)
  if (other.possessive || !(closes || OBJECT_FOLLOWS.has(following))) return undefined
  const article = /^(?:the|a|an)$/.test(middle.at(-1)!)
  const chain = article ? middle.slice(0, -1) : middle
  const last = chain.at(-1)!
  const body = chain.slice(0, -1)
  if (body.length === 0) {
    if (/^(?:from|to|with|by|against|over|versus)$/.test(last)) return { severity: 'error', preposition: last }
    return VERBS.has(last) ? { severity: 'error' } : undefined
  }
  const said = body.includes('said') || body.includes('says')
  const hasPronoun = body.some((word) => /^(?:it|they|he|she)$/.test(word))
  const plain = body.filter((word) => !/^(?:said|says|that)$/.test(word))
  if (VERBS.has(last) && plain.every(isAuxiliary) && (hasPronoun || !body.includes('that'))) {
    return { severity: said && !hasPronoun ? 'warning' : 'error' }
  }
  if (article || !closes || !CHAIN_PREPOSITIONS.has(last) || body.some((word) => SUBORDINATING.has(word) && !(said && hasPronoun))) return undefined
  const first = body[0]!
  const startsAsPredicate = isAuxiliary(first) || VERBS.has(first) || TYING_VERBS.has(first) || /(?:ed|ing)$/.test(first)
  const tie = body.at(-1)!
  if (TYING_VERBS.has(tie) && /^(?:with|against|by|from|over)$/.test(last) && startsAsPredicate) return { severity: 'error', preposition: last }
  if (TYING_NOUNS.has(tie) && startsAsPredicate) return { severity: /^(?:with|against|in)$/.test(last) ? 'error' : 'warning', preposition: last }
  // “leave Nomura to join firms affiliated with Nomura”: a purpose has room for the same name, as has “with his … by”.
  const isShort = body.length <= 5 && first !== 'to' && !body.some((word) => /^(?:his|her|its|their|own)$/.test(word))
  if (isShort && startsAsPredicate && /^(?:with|against|by|from|over)$/.test(last)) return { severity: 'warning', preposition: last }
  return undefined
}

function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word) || /ly$/.test(word)
}

/** Units, time zones, letters and figures: “from 9 a.m. GMT to GMT”. */
function isNoName(story: Story, { core, start, end, key }: Mention): boolean {
  if (key.length < 2 || NOT_NAMES.has(core.at(-1)!) || /\d/.test(story.text.slice(start, end))) return true
  return core.length === 1 && /[\d$£€¥] ?$/.test(story.text.slice(Math.max(0, start - 2), start)) && core[0] === core[0]!.toUpperCase()
}

/** Up to six words before a mention in its sentence and clause, in lower case. */
function wordsBefore(story: Story, mention: Mention): readonly string[] {
  const { words, sentences } = story.facts
  const first = Math.max(sentences.firstWord(mention.sentence), mention.firstWord - 6)
  const before: string[] = []
  for (let word = first; word < mention.firstWord; word++) {
    if (!words.joinsNext(word)) before.length = 0
    else before.push(words.text(word).toLowerCase())
  }
  return before
}
