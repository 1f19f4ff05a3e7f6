/** Injects names that act on themselves: “remove Norvik from Norvik”, “a merger between Norvik and Norvik”. */
import { aliasesIn } from '../aliases.ts'
import { anyOf } from '../any-of.ts'
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'
import type { NameInCopy } from '../names-in-copy.ts'
import type { Random } from '../random.ts'

const RULE = 'self-reference'
const PREPOSITION = anyOf('from to with by against over into onto than versus toward towards through upon without')
const AUXILIARY = anyOf('has had have will would could may might should did')
const MODAL = anyOf('will would could may might should did')
const VERB = anyOf(`
  sued sues accused accuses beat beats defeated defeats bought buys acquired acquires met meets joined joins replaced replaces
  succeeded succeeds urged urges asked asks warned warns attacked attacks criticised criticized criticises criticizes hired hires
  fired appointed praised praises backed visited visits banned supported supports owns owned blamed blames invaded thanked invited
  endorsed endorses challenged challenges condemned blocked faces faced contacted approached threatened hosted pressed pushed helped
  helps arrested hit struck trails trailed edged thrashed dismissed mocked nominated named chose picked tapped overtook follows
  followed rejected defended defends fought fights interviewed sacked signed courted lobbied targeted targets sanctioned outbid
  outsold plays played told tells
`)
const BASE_VERB = anyOf(`
  sue accuse beat defeat buy acquire meet join replace succeed urge ask warn attack criticise criticize hire fire back visit ban
  support own blame invite endorse challenge block face contact help host overtake follow reject defend fight sanction play tell
`)

const BY_PREPOSITION = new RegExp(`^ ${PREPOSITION} (?:the )?$`)
const BY_VERB = new RegExp(`^ (?:(?:ha[sd] |have )?(?:[a-z]+ly )?${VERB}|${MODAL} ${BASE_VERB}) (?:the )?$`)
const CHAIN_VERB = anyOf(`
  agreed signed lost won made held filed struck reached broke launched completed took cut sold lodged sent gave ended began started opened moved
  brought received called played got secured faced sealed [a-z]{3,}ed
`)
const NOT_IN_A_CHAIN = anyOf(
  'and or but that who which when while as after before because himself herself itself themselves',
)
const BY_CHAIN = new RegExp(
  `^ (?:(?:was|were|is|are|ha[sd] been|will be|would be) [a-z]+(?:ed|en|ght|ld)|(?:${AUXILIARY} )?${CHAIN_VERB})`
    + `(?: (?!${NOT_IN_A_CHAIN}\\b)[a-z][a-z-]*){0,4} (?:with|against|by|from|over|to) (?:the )?$`,
)
// “the head of Norvik met Norvik” may be right; “the two said Norvik met Norvik” is not.
const NO_SUBJECT = new RegExp(
  `(?:\\b${anyOf('of for in at on by with from to near than like about against into over de von van der bin al and or the a an')}|[-&/]) $`,
  'i',
)
// “rivals of Norvik against Norvik” may be right.
const PART_OF_A_PHRASE = /(?:\b(?:of|for|at|in|like|de|von|van|der|bin|al)|[-&/]) $/i
// What may follow where the name ends its phrase: behind “Norvik shares” or “Norvik had” it would be another sentence.
const CLOSING_WORD = anyOf(`
  to from in on at for with by over as before after because when while during until since despite amid under last this next who which and but if
  through into about against earlier later again too early late where is was are were has had will would Monday Tuesday Wednesday Thursday
  Friday Saturday Sunday [–—-]
`)
const CLOSES = new RegExp(
  `^(?! (?:for|and) \\p{Lu})(?:[,;:)]|\\.(?![\\p{L}\\d])|$| of (?!\\p{Lu})| ${CLOSING_WORD}(?!\\p{L}))`,
  'u',
)

const WORDS_BETWEEN =
  /^(?:[’']s?)?(?: (?:\p{Ll}[\p{L}’'-]*|\d[\d.,-]*|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)){1,4} $/u
const CLAUSE_OPENER = anyOf(`
  that which who whom whose what where when while because although though if unless since than like whether why how but as is are was were says said
`)
const OPENS_CLAUSE = new RegExp(` ${CLAUSE_OPENER} `)

/** The kinds of names that act on themselves; the open ones have no list of what joins, only of what opens a clause. */
const kinds: readonly ErrorKind[] = [
  {
    name: 'self-reference, any pair',
    rule: RULE,
    bar: 0.85,
    change: ofOpenPairs((pair) => closes(pair) && !opensClause(pair)),
  },
  {
    name: 'self-reference, any pair, sentence goes on',
    rule: RULE,
    change: ofOpenPairs((pair) => !closes(pair) && !opensClause(pair)),
  },
  { name: 'self-reference, any pair, clause between', rule: RULE, change: ofOpenPairs(opensClause) },
  { name: 'self-reference, preposition', rule: RULE, closed: true, bar: 0.95, change: byPreposition },
  { name: 'self-reference, verb', rule: RULE, closed: true, bar: 0.95, change: ofPairs(isByVerb) },
  { name: 'self-reference, between', rule: RULE, closed: true, bar: 0.85, change: ofPairs(isBetween) },
  { name: 'self-reference, joined to itself', rule: RULE, closed: true, bar: 0.85, change: ofPairs(isJoined) },
  { name: 'self-reference, chain', rule: RULE, closed: true, change: ofPairs(isByChain) },
  { name: 'self-reference, another form of the name', rule: RULE, closed: true, change: byAnotherForm },
]
export default kinds

/** Two neighbouring names, and the second's place. */
interface NamePair {
  readonly copy: DraftCopy
  readonly one: NameInCopy
  readonly other: NameInCopy
  readonly between: string
  readonly before: string
}

function ofPairs(isPlace: (pair: NamePair) => boolean): ErrorKind['change'] {
  return (copy, { random }) => {
    const pair = random.pick(pairsOf(copy).filter(isPlace))
    return pair && replaced(pair, nameAgain(pair.copy, pair.one, random))
  }
}

/**
 * Any two neighbouring names with one to four words between; the second may not be a possessive, which would be another
 * sentence.
 */
function ofOpenPairs(isPlace: (pair: NamePair) => boolean): ErrorKind['change'] {
  return (copy, { random }) => {
    const pair = random.pick(
      neighbours(copy).filter((each) => !each.other.possessive && WORDS_BETWEEN.test(each.between) && isPlace(each)),
    )
    return pair && replaced(pair, nameAgain(pair.copy, pair.one, random))
  }
}

function opensClause({ between }: NamePair): boolean {
  return OPENS_CLAUSE.test(between)
}

function closes({ copy, other }: NamePair): boolean {
  return CLOSES.test(copy.text.slice(other.end, other.end + 12))
}

/** The second name replaced, with or without its “the” as the first one has it. */
function replaced({ other, between, before }: NamePair, words: string): Replacement {
  const has = / the $/.test(between)
  const wants = /\bthe $/i.test(before)
  return {
    start: has ? other.titleStart - 'the '.length : other.titleStart,
    end: other.end,
    words: wants ? `the ${words}` : words,
  }
}

/** The name as it stands, or by chance the surname alone where the story uses that, too. */
function nameAgain(copy: DraftCopy, one: NameInCopy, random: Random): string {
  const short = one.words.at(-1)!
  const isFullName = one.words.length === 2 && copy.names.some(({ text }) => text === short)
  return isFullName && random.chance(0.25) ? short : one.text
}

function pairsOf(copy: DraftCopy): NamePair[] {
  return neighbours(copy).filter((pair) => !pair.one.possessive && !pair.other.possessive && closes(pair))
}

function neighbours(copy: DraftCopy): NamePair[] {
  const { names, text } = copy
  return names.slice(0, -1).flatMap((one, index) => {
    const other = names[index + 1]!
    const between = text.slice(one.end, other.titleStart)
    if (between.length > 60 || between.includes('\n') || shareAWord(one, other)) return []
    return [{ copy, one, other, between, before: wordsBefore(copy, one) }]
  })
}

function wordsBefore({ text }: DraftCopy, { titleStart }: NameInCopy): string {
  return text.slice(Math.max(0, titleStart - 40), titleStart)
}

/** Whether the story names it more than once, or in full: such names get mixed up. */
function isRepeated(copy: DraftCopy, { words }: NameInCopy): boolean {
  return words.length > 1 || copy.names.filter((name) => name.words.at(-1) === words.at(-1)).length >= 2
}

function shareAWord(one: NameInCopy, other: NameInCopy): boolean {
  return one.words.some((word) => other.words.includes(word))
}

function isSubject({ before }: NamePair): boolean {
  return !NO_SUBJECT.test(before)
}

function isByVerb(pair: NamePair): boolean {
  return isSubject(pair) && BY_VERB.test(pair.between) && isRepeated(pair.copy, pair.one)
}

function isByChain(pair: NamePair): boolean {
  return isSubject(pair) && BY_CHAIN.test(pair.between)
}

// “from the list.”: a short phrase that ends there.
const PHRASE = new RegExp(
  `^ ${PREPOSITION} (?=((?:the|a|an|its|their|his|her) [a-z]+(?: [a-z]+)?)(?:[.;]|, (?:and|but|which|who|after|while)\\b))`,
)

/** “Norvik from Belmora”, or “Norvik from the list” with the list made a second name. */
function byPreposition(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const ofPhrases = copy.names.flatMap((one): Replacement[] => {
    if (one.possessive || !isRepeated(copy, one) || PART_OF_A_PHRASE.test(wordsBefore(copy, one))) return []
    const match = PHRASE.exec(copy.text.slice(one.end, one.end + 60))
    if (!match) return []
    const start = one.end + match[0].length
    return [{ start, end: start + match[1]!.length, words: one.text }]
  })
  const ofNames = pairsOf(copy)
    .filter(
      ({ one, before, between }) =>
        !PART_OF_A_PHRASE.test(before) && BY_PREPOSITION.test(between) && isRepeated(copy, one),
    )
    .map((pair) => replaced(pair, nameAgain(copy, pair.one, random)))
  return random.pick([...ofNames, ...ofPhrases])
}

function isBetween({ before, between }: NamePair): boolean {
  return /\bbetween (?:the )?$/.test(before) && /^ and (?:the )?$/.test(between)
}

function isJoined({ copy, one, other, before, between }: NamePair): boolean {
  if (!/^ and (?:the )?$/.test(between) || /\bbetween\b/.test(before) || PART_OF_A_PHRASE.test(before)) return false
  // “Rosa and Karim Tolvanen”: a first name.
  if (one.words.length === 1 && other.words.length > 1) return false
  // A firm that is called so: “Norvik and Belmora” stands more than once.
  return copy.text.split(`${one.text} and ${other.text}`).length === 2
}

const JOINS = [BY_PREPOSITION, BY_VERB, BY_CHAIN]

/** “Norvikia sued the Norvikian government”: the same name in another form that the story or everybody uses. */
function byAnotherForm(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const aliases = aliasesIn(copy)
  const places = pairsOf(copy).flatMap((pair): Replacement[] => {
    const { one, other, between } = pair
    if (!isBetween(pair) && !(isSubject(pair) && JOINS.some((join) => join.test(between)))) return []
    const start = other.titleStart - (/ the $/.test(between) ? 'the '.length : 0)
    return (aliases.get(one.text) ?? []).map((words) => ({ start, end: other.end, words }))
  })
  return random.pick(places)
}
