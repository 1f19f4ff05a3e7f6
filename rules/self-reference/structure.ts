/** Names the structure that joins two neighbouring names; how often each stands in published copy is counted in structures.yml. */
import type { Joint } from './joint.ts'
import {
  AUXILIARIES, CLAUSE_OPENERS, CONJUNCTIONS, COPULAS, DAYS, DETERMINERS, IDIOMS, PLACE_PREPOSITIONS, PREPOSITIONS, PRONOUNS, SAYINGS,
} from './word-classes.ts'

/** How two neighbouring names hang together. */
export interface Structure {
  /** As structures.yml has it: `is, words + preposition`. */
  readonly name: string
  /** Two of a kind, as in “between X and X”, rather than an actor and an aim. */
  readonly pair: 'between … and' | 'both … and' | 'and' | 'or' | 'list' | undefined
  /** Whether the names hang together by one small word that says little: “X for X”, “X and X”. */
  readonly isBare: boolean
}

type Tail = 'closed' | 'then is' | 'then of it'
type Link = 'preposition' | 'of' | 'to' | 'in' | 'word'

const LONGEST = 7
const LONGEST_ASIDE = 12
// “for Salden would”: where a verb follows, these open a clause; “after Salden first saw it”: these do, but where the sentence ends.
const OPENS_BEFORE_VERB = /^(?:for|without)$/
const OPENS_CLAUSE = /^(?:after|before|as|until)$/

/**
 * The structure of a joint. Nothing where a clause of its own opens between the names, or where the sentence goes on so that the
 * second name needn’t be what is joined: “from Norvik to Norvik schools”.
 */
export function structureOf(joint: Joint): Structure | undefined {
  if (isBetween(joint)) return { name: 'between or both, and', pair: 'between … and', isBare: false }
  const tail = tailOf(joint)
  if (tail === undefined) return undefined
  const [hasAside, rest] = withoutAside(joint.middle)
  const middle = withoutAuxiliaries(rest)
  const last = middle.at(-1)
  if (last === undefined) return undefined
  if (middle.length === 1 && last === ',') return !hasAside && joint.following === 'and' ? pairOf('list', 'closed') : undefined
  if (middle.length > LONGEST || middle.includes(',')) return undefined
  if (middle.length === 1 && CONJUNCTIONS.has(last)) {
    const isApart = hasAside || joint.possessive || (tail === 'then is' && !isSubject(joint))
    return isApart ? undefined : pairOf(conjunctionOf(joint), tail)
  }
  const lead = leadOf(joint, hasAside, middle)
  const link = linkOf(last)
  if (lead === undefined || link === undefined || (tail === 'then is' && OPENS_BEFORE_VERB.test(last))) return undefined
  if (OPENS_CLAUSE.test(last) && joint.following !== 'stop') return undefined
  if (link === 'word' ? isAttribute(joint, middle) : middle.length > 2 && isTwin(joint, last)) return undefined
  const isBare = middle.length === 1 && lead === '' && link !== 'word'
  return { name: `${lead}${coreOf(middle.length, link, lead)}${tailName(link, tail)}`, pair: undefined, isBare }
}

function pairOf(pair: NonNullable<Structure['pair']>, tail: Tail): Structure {
  if (pair === 'both … and' && tail !== 'then of it') return { name: 'between or both, and', pair, isBare: false }
  return { name: `${pair}, ${tail}`, pair, isBare: true }
}

/** “talks between Norvik and Norvik broke down”: the two are joined however the sentence goes on, but for “between Norvik and Norvik’s owners”. */
function isBetween({ before, middle, following, possessive }: Joint): boolean {
  return middle.length === 1 && middle[0] === 'and' && before.includes('between') && !possessive && !/^(?:possessive|capital|joined)$/.test(following)
}

/** “agreement with Norvik is”: behind a preposition the second name is joined, whatever the verb has for its subject. */
function tailName(link: Link, tail: Tail): string {
  if (tail === 'then is' && link !== 'word' && link !== 'in' || tail === 'closed') return ''
  return `, ${tail}`
}

/** How the sentence goes on: closed, with a verb of which the second name may be the subject, or with what belongs to the name. */
function tailOf({ following }: Joint): Tail | undefined {
  switch (following) {
    case 'stop': case 'figure': case 'small': case 'and': return 'closed'
    case 'finite': return 'then is'
    case 'possessive': return 'then of it'
    default: return undefined
  }
}

/** The words between without “, which makes cars,” or “, the carmaker,” behind the first name. */
function withoutAside(middle: readonly string[]): [hasAside: boolean, rest: readonly string[]] {
  if (middle[0] !== ',') return [false, middle]
  const end = middle.indexOf(',', 1)
  return end < 0 || end > LONGEST_ASIDE ? [false, middle] : [true, middle.slice(end + 1)]
}

/** “will now sue”: auxiliaries and adverbs in front lengthen a predicate without making it looser. */
function withoutAuxiliaries(middle: readonly string[]): readonly string[] {
  const verb = middle.findIndex((word) => !AUXILIARIES.has(word) && !word.endsWith('ly'))
  return verb <= 0 || middle[0] === 'to' ? middle : middle.slice(verb)
}

function conjunctionOf({ before, middle }: Joint): NonNullable<Structure['pair']> {
  if (middle[0] !== 'and') return 'or'
  return before.findLast((word) => word !== 'the') === 'both' ? 'both … and' : 'and'
}

const PLURAL = /^(?:are|were|have|do|will|would|can|could|may|might|should|must|agreed)$|^(?:aren|weren|haven|don)[’']t$/

/** “criticised Norvik and Norvik said”: behind an object the second name opens a clause of its own, but for a verb of the plural. */
function isSubject({ before, next }: Joint): boolean {
  const head = before.findLast((word) => word !== 'the')
  return head === undefined || head === 'both' || CLAUSE_OPENERS.has(head) || PLURAL.test(next)
}

/** What leads to the second name: a preposition, or a word of an open class, which may be a verb. */
function linkOf(word: string): Link | undefined {
  if (word === 'to') return 'to'
  if (word === 'of' || word === 'for') return 'of'
  if (PREPOSITIONS.has(word)) return 'preposition'
  if (PLACE_PREPOSITIONS.has(word)) return 'in'
  return word === '#' || DAYS.has(word) || NO_LINKS.some((words) => words.has(word)) ? undefined : 'word'
}

const NO_LINKS = [CLAUSE_OPENERS, COPULAS, CONJUNCTIONS, PRONOUNS, IDIOMS, SAYINGS, DETERMINERS]

/** What stands between besides the words that join; nothing where there is more than one such thing, or a clause opens. */
function leadOf(joint: Joint, hasAside: boolean, middle: readonly string[]): string | undefined {
  const body = middle.slice(0, -1)
  const says = body.some((word) => SAYINGS.has(word))
  const hasPronoun = body.some((word) => PRONOUNS.has(word))
  if (body.some((word) => IDIOMS.has(word) || (CLAUSE_OPENERS.has(word) && !(word === 'that' && says && hasPronoun)))) return undefined
  // “said coverage of Norvik was”: behind who says so a clause begins, but for when, where and to whom.
  if (says && !hasPronoun && !body.every((word, index) => !SAYINGS.has(word) || isAdverbial(middle[index + 1]!))) return undefined
  const leads = [
    hasAside && 'aside, ',
    joint.possessive && 'possessive, ',
    says ? 'said, ' : hasPronoun && 'pronoun, ',
    body.some((word) => COPULAS.has(word)) && 'is, ',
    body.some((word) => CONJUNCTIONS.has(word)) && 'and, ',
    body.includes('#') && 'figures, ',
    body[0] === 'to' && 'to do, ',
  ].filter((lead) => lead !== false)
  return leads.length > 1 ? undefined : leads[0] ?? ''
}

function isAdverbial(word: string): boolean {
  return DAYS.has(word) || PREPOSITIONS.has(word) || PLACE_PREPOSITIONS.has(word) || AUXILIARIES.has(word)
}

/** The words that join, by their number and what the last one is; where something else stands between there are too few to tell numbers apart. */
function coreOf(length: number, link: Link, lead: string): string {
  const isWord = link === 'word'
  const words = isWord ? length : length - 1
  if (words === 0) return lead === '' ? link : `words + ${pooled(link, lead)}`
  if (SELDOM.has(lead)) return isWord ? 'words' : `words + ${pooled(link, lead)}`
  const isMany = words > (isWord ? 4 : 3)
  const count = isMany ? 'many words' : lead !== '' ? 'words' : isWord ? `${words} ${words === 1 ? 'word' : 'words'}` : link === 'of' ? '1–3 words' : words === 1 ? '1 word' : '2–3 words'
  return isWord ? count : `${count} + ${pooled(link, lead)}`
}

const SELDOM: ReadonlySet<string> = new Set(['aside, ', 'said, ', 'pronoun, ', 'figures, '])

function pooled(link: Link, lead: string): string {
  return SELDOM.has(lead) && link !== 'in' ? 'preposition' : link
}

/** “performance on Norvik … apps hosted on Norvik”: the same word leads to both. */
function isTwin({ before }: Joint, last: string): boolean {
  return before.findLast((word) => word !== 'the') === last
}

/** “a blue Norvik … a pink Norvik”: both names are told apart by what they are. */
function isAttribute({ before }: Joint, middle: readonly string[]): boolean {
  return middle.length > 2 && DETERMINERS.has(middle.at(-2)!) && DETERMINERS.has(before.at(-2) ?? '')
}
