/**
 * Names the structure that joins two neighbouring names; how often each stands in published copy is counted in
 * structures.yml.
 */
import type { Joint } from './joint.ts'
import {
  AUXILIARIES,
  BECOMES,
  CLAUSE_OPENERS,
  CONJUNCTIONS,
  COPULAS,
  DAYS,
  DETERMINERS,
  FINITE,
  IDIOMS,
  PLACE_PREPOSITIONS,
  PREPOSITIONS,
  PRONOUNS,
  SAYINGS,
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
// “for Salden would”: where a verb follows, these open a clause; “after Salden first saw it”: these do, but where the
// sentence ends.
const OPENS_BEFORE_VERB = /^(?:for|without)$/
const OPENS_CLAUSE = /^(?:after|before|as|until)$/

/**
 * The structure of a joint. Nothing where a clause of its own opens between the names, or where the sentence goes on so
 * that the second name needn’t be what is joined: “from Norvik to Norvik schools”.
 */
export function structureOf(joint: Joint): Structure | undefined {
  if (isBetween(joint)) return { name: 'between or both, and', pair: 'between … and', isBare: false }
  const contrast = contrastOf(joint)
  if (contrast) return contrast
  const tail = tailOf(joint)
  if (tail === undefined) return undefined
  const [aside, rest] = withoutAside(joint.middle)
  const middle = withoutAuxiliaries(rest)
  const last = middle.at(-1)
  if (last === undefined) return undefined
  if (middle.length === 1 && last === ',')
    return !aside && joint.following === 'and' ? pairOf('list', 'closed') : undefined
  if (middle.length > LONGEST || middle.includes(',')) return undefined
  if (middle.length === 1 && CONJUNCTIONS.has(last)) {
    const isApart =
      aside !== '' || joint.possessive || ((tail === 'then is' || ADVERB.test(joint.next)) && !isSubject(joint))
    return isApart ? undefined : pairOf(conjunctionOf(joint), tail)
  }
  if (isApposition(joint, aside, middle))
    return { name: `possessive, who it is${tail === 'closed' ? '' : `, ${tail}`}`, pair: undefined, isBare: false }
  const lead = leadOf(joint, aside, rest[0] === 'to' && /^(?:a|an|the)$/.test(rest[1]!) ? rest : middle)
  const link = linkOf(last)
  if (
    lead === undefined
    || link === undefined
    || (tail === 'then is' && middle.length === 1 && OPENS_BEFORE_VERB.test(last))
  )
    return undefined
  if (OPENS_CLAUSE.test(last) && joint.following !== 'stop') return undefined
  if (link === 'word' ? isAttribute(rest, tail) : middle.length > 1 && isTwin(joint, last)) return undefined
  if (isOfAnother(joint, rest)) return undefined
  // “those outside Norvik would need a permit to go to Norvik”: far away, the first name is not who acts.
  if (middle.length > 4 && AUXILIARIES.has(rest[0]!) && isGoverned(joint)) return undefined
  const isBare = middle.length === 1 && lead === '' && link !== 'word'
  return { name: `${lead}${coreOf(middle.length, link, lead)}${tailName(link, tail)}`, pair: undefined, isBare }
}

// “sued Norvik and Norvik promptly answered”: an adverb leads to a verb.
const ADVERB =
  /.ly$|^(?:then|now|later|soon|also|never|always|often|still|just|again|today|not|almost|nearly|rather|thereafter|afterwards|meanwhile|too|even|only)$/

function pairOf(pair: NonNullable<Structure['pair']>, tail: Tail): Structure {
  if (pair === 'both … and' && tail !== 'then of it') return { name: 'between or both, and', pair, isBare: false }
  return { name: `${pair}, ${tail}`, pair, isBare: true }
}

/**
 * “talks between Norvik and Norvik broke down”: the two are joined however the sentence goes on, but for “between
 * Norvik and Norvik’s owners”.
 */
function isBetween({ before, middle, following, possessive }: Joint): boolean {
  return (
    middle.length === 1
    && middle[0] === 'and'
    && before.includes('between')
    && !possessive
    && !/^(?:possessive|capital|joined)$/.test(following)
  )
}

/**
 * “agreement with Norvik is”: behind a preposition the second name is joined, whatever the verb has for its subject.
 */
function tailName(link: Link, tail: Tail): string {
  if ((tail === 'then is' && link !== 'word' && link !== 'in') || tail === 'closed') return ''
  return `, ${tail}`
}

/**
 * How the sentence goes on: closed, with a verb of which the second name may be the subject, or with what belongs to
 * the name.
 */
function tailOf({ following }: Joint): Tail | undefined {
  switch (following) {
    case 'stop':
    case 'figure':
    case 'small':
    case 'and':
      return 'closed'
    case 'finite':
      return 'then is'
    case 'possessive':
      return 'then of it'
    default:
      return undefined
  }
}

type Aside = '' | 'aside, ' | 'who, '

/**
 * The words between without “, which makes cars,” or “, the carmaker,” behind the first name, and without the “, who”
 * of a clause that goes on.
 */
function withoutAside(middle: readonly string[]): [aside: Aside, rest: readonly string[]] {
  if (middle[0] !== ',') return ['', middle]
  const end = middle.indexOf(',', 1)
  if (end > 0)
    return end > LONGEST_ASIDE || end < 3 || CONJUNCTIONS.has(middle[1]!)
      ? ['', middle]
      : ['aside, ', middle.slice(end + 1)]
  return middle[1] === 'who' || middle[1] === 'which' ? ['who, ', middle.slice(2)] : ['', middle]
}

// “Norvik cut its prices by a fifth, whereas Norvik raised them”: the sentence is about two.
const LONGEST_CONTRAST = 30

function contrastOf({ before, middle, possessive, following }: Joint): Structure | undefined {
  const last = middle.at(-1)!
  if (!/^(?:while|whereas|but)$/.test(last) || middle.length < 3 || middle.length > LONGEST_CONTRAST) return undefined
  const isAboutOne =
    before.every((word) => word === 'the')
    && !possessive
    && middle[0] !== ','
    && !/^(?:possessive|capital|joined|stop)$/.test(following)
  return isAboutOne && !middle.slice(0, -1).some((word) => CLAUSE_OPENERS.has(word))
    ? { name: last === 'but' ? 'contrast, but' : 'contrast', pair: undefined, isBare: false }
    : undefined
}

/** “will now sue a”: articles, and auxiliaries and adverbs in front, lengthen a predicate without making it looser. */
function withoutAuxiliaries(words: readonly string[]): readonly string[] {
  const middle = words.filter((word, index) => index === words.length - 1 || !/^(?:a|an|the)$/.test(word))
  const verb = middle.findIndex((word) => !AUXILIARIES.has(word) && !word.endsWith('ly'))
  return verb <= 0 || middle[0] === 'to' ? middle : middle.slice(verb)
}

function conjunctionOf({ before, middle }: Joint): NonNullable<Structure['pair']> {
  if (middle[0] !== 'and') return 'or'
  return before.findLast((word) => word !== 'the') === 'both' ? 'both … and' : 'and'
}

// “Norvik’s chief executive Norvik”: what somebody is.
const ROLE =
  /(?:er|or|ist|ian|man|woman)$|^(?:chief|head|captain|coach|star|boss|president|secretary|founder|giant|rival|neighbour|neighbor|favourite|favorite|hero|son|daughter|wife|husband|ally|aide|spokesperson|chairperson|executive|student|agent|resident|veteran|teenager)$/
const NO_ROLE =
  /^(?:over|after|under|for|or|nor|per|ever|never|other|whether|either|rather|former|later|earlier|better|greater|further|offer|order|number|power|matter|letter|october|november|december|september|summer|winter|quarter|corner|border|river|paper|water|weather|minor|major|poor|door|floor|labor|favor|error|terror|factor|sector|motor|tenor|list)$/

/** “Norvik’s teenage striker Norvik”: words that say who the second is, without a preposition among them. */
function isApposition({ possessive }: Joint, aside: Aside, middle: readonly string[]): boolean {
  const last = middle.at(-1)!
  return (
    possessive
    && aside === ''
    && middle.length <= 4
    && ROLE.test(last)
    && !NO_ROLE.test(last)
    && !middle.some(
      (word) =>
        PREPOSITIONS.has(word)
        || PLACE_PREPOSITIONS.has(word)
        || CLAUSE_OPENERS.has(word)
        || COPULAS.has(word)
        || SAYINGS.has(word)
        || CONJUNCTIONS.has(word)
        || /[^u]s$|ed$/.test(word),
    )
  )
}

/** “Norvik websites usually hold”, “a Norvik creditor to file a plan for”: the name only says whose or which. */
function isOfAnother({ before, possessive }: Joint, words: readonly string[]): boolean {
  if (possessive || words.length < 3) return false
  const [first = '', second = ''] = words
  const isPlural =
    /[^su]s$/.test(first)
    && !AUXILIARIES.has(first)
    && !COPULAS.has(first)
    && (/^(?:will|would|ha[sd]|have|can|could|may|might|should|must)$/.test(second) || second.endsWith('ly'))
  return isPlural || (words.length > 3 && /^an?$/.test(before.at(-1) ?? ''))
}

const PLURAL =
  /^(?:are|were|have|do|will|would|can|could|may|might|should|must|agreed)$|^(?:aren|weren|haven|don)[’']t$/

/**
 * “criticised Norvik and Norvik said”: behind an object the second name opens a clause of its own, but for a verb of
 * the plural.
 */
function isSubject({ before, next }: Joint): boolean {
  const head = before.findLast((word) => word !== 'the')
  return (
    head === undefined || head === 'both' || CLAUSE_OPENERS.has(head) || PLURAL.test(next) || isWholeSubject(before)
  )
}

// “the law on hunting in Norvik and Norvik is”: an article, and no verb before the preposition.
const LONGEST_SUBJECT = 7
const VERB = /(?:ed|[^s]s)$/

function isWholeSubject(before: readonly string[]): boolean {
  const [first = '', ...rest] = before
  const last = rest.findLast((word) => word !== 'the') ?? ''
  return (
    before.length <= LONGEST_SUBJECT
    && rest.length > 1
    && DETERMINERS.has(first)
    && /^(?:of|in|between|for|from|on)$/.test(last)
    && !rest.some(
      (word) =>
        AUXILIARIES.has(word)
        || COPULAS.has(word)
        || CLAUSE_OPENERS.has(word)
        || SAYINGS.has(word)
        || PRONOUNS.has(word)
        || FINITE.has(word)
        || VERB.test(word),
    )
  )
}

/** What leads to the second name: a preposition, or a word of an open class, which may be a verb. */
function linkOf(word: string): Link | undefined {
  if (word === 'to') return 'to'
  if (word === 'of' || word === 'for') return 'of'
  if (PREPOSITIONS.has(word)) return 'preposition'
  if (PLACE_PREPOSITIONS.has(word)) return 'in'
  return word === '#'
    || DAYS.has(word)
    || (AUXILIARIES.has(word) && word !== 'had' && word !== 'has')
    || word.endsWith('ly')
    || NO_LINKS.some((words) => words.has(word))
    ? undefined
    : 'word'
}

const NO_LINKS = [CLAUSE_OPENERS, COPULAS, CONJUNCTIONS, PRONOUNS, IDIOMS, BECOMES, SAYINGS, DETERMINERS]

/**
 * What stands between besides the words that join; nothing where there is more than one such thing, or a clause opens.
 */
function leadOf(joint: Joint, aside: Aside, middle: readonly string[]): string | undefined {
  const body = middle.slice(0, -1)
  const says = body.some((word) => SAYINGS.has(word))
  const hasPronoun = body.some((word) => PRONOUNS.has(word))
  if (body.some((word) => IDIOMS.has(word) || (CLAUSE_OPENERS.has(word) && !(word === 'that' && says && hasPronoun))))
    return undefined
  // “said coverage of Norvik was”: behind who says so a clause begins, but for when, where and to whom.
  if (says && !hasPronoun && !body.every((word, index) => !SAYINGS.has(word) || isAdverbial(middle[index + 1]!)))
    return undefined
  if (aside !== '') return joint.possessive ? undefined : aside
  const leads = [
    joint.possessive && 'possessive, ',
    says ? 'said, ' : hasPronoun && 'pronoun, ',
    body.some((word) => COPULAS.has(word)) && 'is, ',
    body.some((word) => CONJUNCTIONS.has(word)) && 'and, ',
    body[0] === 'to' && (DETERMINERS.has(body[1] ?? '') ? 'to it, ' : 'to do, '),
  ].filter((lead) => lead !== false)
  if (leads.length > 1) return undefined
  return leads[0] ?? (body.includes('#') ? 'figures, ' : '')
}

function isAdverbial(word: string): boolean {
  return DAYS.has(word) || PREPOSITIONS.has(word) || PLACE_PREPOSITIONS.has(word) || AUXILIARIES.has(word)
}

/**
 * The words that join, by their number and what the last one is; where something else stands between there are too few
 * to tell numbers apart.
 */
function coreOf(length: number, link: Link, lead: string): string {
  const isWord = link === 'word'
  const words = isWord ? length : length - 1
  if (words === 0) return lead === '' ? link : `words + ${pooled(link, lead)}`
  if (lead === 'aside, ' && link !== 'in') return 'words'
  if (SELDOM.has(lead)) return isWord ? 'words' : `words + ${pooled(link, lead)}`
  if (lead === 'to do, ' && length === 2) return '1 word'
  const isMany = words > (isWord ? 4 : 3)
  const count =
    link === 'to' && words > 1 && lead === ''
      ? '2 or more words'
      : isMany
        ? 'many words'
        : lead !== ''
          ? 'words'
          : isWord
            ? `${words} ${words === 1 ? 'word' : 'words'}`
            : link === 'of'
              ? '1–3 words'
              : words === 1
                ? '1 word'
                : '2–3 words'
  return isWord ? count : `${count} + ${pooled(link, lead)}`
}

const SELDOM: ReadonlySet<string> = new Set(['aside, ', 'who, ', 'said, ', 'pronoun, ', 'figures, '])

function pooled(link: Link, lead: string): string {
  return SELDOM.has(lead) && link !== 'in' ? 'preposition' : link
}

function isGoverned({ before }: Joint): boolean {
  const last = before.findLast((word) => word !== 'the') ?? ''
  return PREPOSITIONS.has(last) || PLACE_PREPOSITIONS.has(last)
}

/**
 * “performance on Norvik … apps hosted on Norvik”: the same word leads to both; in “one in Norvik and another in
 * Norvik” they are two.
 */
function isTwin({ before, middle, possessive }: Joint, last: string): boolean {
  if (
    possessive
    || (middle[0] === 'and' && /^(?:#|another|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(middle[1]!))
  )
    return false
  return before.findLast((word) => word !== 'the') === last
}

// “up to the moment Norvik publicly denied it”
const MOMENT = /^(?:moment|minute|hour|day|night|week|month|year|time|way)$/

/**
 * “a rich Norvik would be a less open Norvik”, “the state Norvik was born in”: the second name is one of its kind, or a
 * subject.
 */
function isAttribute(words: readonly string[], tail: Tail): boolean {
  return (
    MOMENT.test(words.at(-1)!)
    || words.slice(-3, -1).some((word) => word === 'a' || word === 'an')
    || (tail === 'then is' && words.at(-2) === 'the')
    || (words.length > 2 && DETERMINERS.has(words.at(-2)!) && words.at(-2) !== 'the')
  )
}
