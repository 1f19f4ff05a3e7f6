/** Where two neighbouring names of a sentence are one, and by what structure they are joined. */
import { around, type Mention, type Story } from '#rule'
import { bondOf, mayBeSame, type Bond } from './bond.ts'
import { readJoint, type Joint } from './joint.ts'
import { partyOf, type Party } from './party.ts'
import { structureOf, type Structure } from './structure.ts'
import { FIRMS, NOT_NAMES } from './word-classes.ts'

// In characters, from the start of a name to the end of the next.
const LONGEST_PHRASE = 160
// What stands in a story’s text for a code span.
const CODE_SPAN = '\uFFFC'

/** Two neighbouring names of a sentence, and what joins them. */
export interface JoinedNames {
  readonly one: Party
  readonly other: Party
  readonly joint: Joint
  /** Nothing where no known structure joins them. */
  readonly structure: Structure | undefined
}

/** Two neighbouring names that are one. */
export interface SameName extends JoinedNames {
  readonly bond: Bond
  /** Whether the story has the very phrase more than once: “Measure for Measure” is a play. */
  readonly isNamedAgain: boolean
  /** Whether the story quotes much code: what documents a program names one thing over and over. */
  readonly isAmongCode: boolean
}

/** The neighbours of a story that are one and the same, with what joins them. */
export function sameNamesIn(story: Story): readonly SameName[] {
  const { facts } = story
  const found: Omit<SameName, 'isNamedAgain' | 'isAmongCode'>[] = []
  const phrases = new Map<string, number>()
  const phraseOf = ({ one, other }: JoinedNames): string => story.text.slice(one.start, other.end)
  for (const [first, second] of neighbours(story)) {
    if (!mayBeSame(facts, first, second)) continue
    const joined = joinedNames(story, first, second)
    if (!joined) continue
    const bond = bondOf(facts, joined.one, joined.other)
    if (!bond) continue
    found.push({ ...joined, bond })
    phrases.set(phraseOf(joined), (phrases.get(phraseOf(joined)) ?? 0) + 1)
  }
  if (found.length === 0) return []
  const isAmongCode = quotesCode(story)
  return found.map((pair) => ({ ...pair, isNamedAgain: phrases.get(phraseOf(pair))! > 1, isAmongCode }))
}

// A post on a firm's news may show a command; what documents a program does little else.
const MUCH_CODE = 3

function quotesCode({ text, blocks }: Story): boolean {
  let count = blocks.filter(({ kind }) => kind === 'code').length
  for (let at = text.indexOf(CODE_SPAN); at >= 0 && count < MUCH_CODE; at = text.indexOf(CODE_SPAN, at + 1)) count++
  return count >= MUCH_CODE
}

/** Neighbouring mentions of a sentence that are near enough to be joined. */
export function* neighbours({ facts: { mentions } }: Story): Iterable<readonly [Mention, Mention]> {
  for (let index = 0; index + 1 < mentions.length; index++) {
    const first = mentions[index]!
    const second = mentions[index + 1]!
    if (first.sentence === second.sentence && second.end - first.start <= LONGEST_PHRASE) yield [first, second]
  }
}

/**
 * What joins two neighbouring mentions, whether they are one or two; nothing where a stop parts them or one is no name.
 */
export function joinedNames(story: Story, first: Mention, second: Mention): JoinedNames | undefined {
  const one = partyOf(story, first)
  const other = partyOf(story, second)
  const { sentences } = story.facts
  const joint = readJoint(story.text, {
    sentenceStart: sentences.start(one.sentence),
    isSentenceCase: sentences.letterCase(one.sentence) === 'sentence',
    start: withTitle(one),
    firstEnd: one.end,
    otherStart: withTitle(other),
    end: other.end,
  })
  if (!joint || isNoName(story, one) || isNoName(story, other) || isPartOfMore(story, one, other, joint))
    return undefined
  return { one, other, joint, structure: structureOf(joint) }
}

/** Where a name starts, its title included. */
function withTitle({ start, title }: Party): number {
  return title === undefined ? start : start - title.length - 1
}

/** Units, time zones, letters and figures: “from 9 a.m. GMT to GMT”. */
function isNoName(story: Story, party: Party): boolean {
  const { core, key } = party
  // “long URLs into short URLs”
  if (/^\p{Lu}{2,}s$/u.test(core.at(-1)!)) return true
  // “Lot 4”; “Green Line” is a name.
  if (key.length < 2 || (core.length === 1 && NOT_NAMES.has(core[0]!))) return true
  // “M25”, “Q3” and “B2” are too short to be sure of; “S-400s” and “GPT-5” are names.
  if (/\d/.test(key) && key.replace(/\d/g, '').length < 2) return true
  // “8 KV”, but not “2,000 U.S. troops”
  return (
    core.length === 1
    && /[\d$£€¥] ?$/.test(around(story, party).before())
    && core[0] === core[0]!.toUpperCase()
    && story.facts.entities.country(party) === undefined
  )
}

const AT_WORK =
  /^(?:partner|lawyer|attorney|associate|counsel|solicitor|accountant|consultant|broker|analyst|architect|editor|work|job|intern|clerk|years)/
const ON_STAGE =
  /^(?:play(?:s|ed|ing)?|star(?:s|red|ring)?|role|part|cast|voice|voiced|portray(?:s|ed|ing)?|sang|sings)$/
const IN_PART = /^(?:in|at|on|of|from|near)$/

/** Whether the names are parts of longer ones: titles of works, papers, firms, places with their states. */
function isPartOfMore(
  story: Story,
  one: Party,
  other: Party,
  { middle, following, before, possessive }: Joint,
): boolean {
  const behind = around(story, other).behind(24)
  const last = middle.at(-1) ?? ''
  // “the Mail and the Mail on Sunday”
  if (/^ on Sunday\b/.test(behind)) return true
  // “the firm Epstein, Hale & Ostby”, “a Norvik branch for flights between Norvik and Salden”
  if (/^, \p{Lu}[^.]*?&/u.test(behind) || (following === 'and' && last === 'between')) return true
  // “Department of Energy sued Department of State”, “converted to ISO 1 and checked against the ISO 2 schema”
  if (middle[0] === 'of' && /^ of (?:the )?\p{Lu}/u.test(behind)) return true
  // “its 2020 loss” and “beat Norvik 4-3 at” say nothing of a kind.
  if (middle[0] === '#' && !possessive && !/^ \d{1,3}[-\u2013]\d/.test(around(story, one).behind())) return true
  if (middle.length !== 1) return false
  // “the voice of Wombat in Wombat: The Early Years”, “Hale Motors of Festus in Festus, Mo.”
  if (
    IN_PART.test(last)
    && /^(?::|, (?:\p{Lu}\p{Ll}{1,4}\.|\p{Lu}\.\p{Lu}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:[,.;]|$)))/u.test(behind)
  )
    return true
  // “for Griggs of Griggs and Santow”, “as Jack in Jack and the Beanstalk”
  if (/^ (?:and|&) (?:the )?\p{Lu}/u.test(behind) && /^(?:of|for|in|at|on)$/.test(last) && other.core.length === 1)
    return true
  // “played Jane in Jane and a nurse on television”
  if (last === 'in' && before.some((word) => ON_STAGE.test(word))) return true
  // “files go from Norvik to Norvik or between”: from one of a kind to another
  if (last === 'to' && before.at(-1) === 'from' && /^ or /.test(behind)) return true
  // “prices differ from Norvik to Norvik”
  if (
    last === 'to'
    && before.at(-1) === 'from'
    && before.some((word) => /^(?:var|differ|chang|switch|rang)/.test(word))
  )
    return true
  if (last !== 'and' || before.at(-1) === 'between') return false
  // “a partner at Hale and Hale”
  if (before.at(-1) === 'at' && one.core.length === 1 && before.some((word) => AT_WORK.test(word))) return true
  // “Saatchi and Saatchi”; “between North and South as well as North and North”
  return (one.core.length === 1 && FIRMS.has(one.core[0]!)) || (before.includes('between') && before.includes('and'))
}
