/** Whether two forms of a name differ by a slip, or as the language has it. */
import { around, wordSet, type Story } from '#rule'
import { INITIALS, joined, levelMarks, withoutAccents, type Difference } from './difference.ts'
import { isIdentifier } from './identifiers.ts'
import data from './names.generated.ts'
import { isNoName, isOfOrdinaryWords } from './ordinary-words.ts'
import type { WrittenForm } from './places.ts'

const SPOKEN = wordSet(data.spoken)
const TITLES = wordSet(data.titles)
const OPENERS = wordSet(data.openers)
const PREFIXES = wordSet(data.prefixes)
const FAMILIES = wordSet(data.families)
const PEOPLES = wordSet(data.peoples)
const NATIONS = wordSet(data.nations)

/** Whether a form that stands seldom is a slip for the usual one, by what parts them. */
export function isSlip(story: Story, usual: WrittenForm, rare: WrittenForm, difference: Difference): boolean {
  const { facts } = story
  const texts: readonly [string, string] = [levelMarks(usual.text), levelMarks(rare.text)]
  const parts = texts.flatMap((text) => text.split(/[ -]/))
  switch (difference) {
    case 'encoding':
    case 'apostrophe':
      return true
    case 'accents':
      // “În” at a mark's slip is the word “In”.
      return parts.every((part) => !facts.wordEvidence.isOrdinary(withoutAccents(part).toLowerCase()))
    case 'dots':
      return (
        parts.every((part) => !isNoName(part)) && texts.every((text) => differsInInitials(text)) && !endsOnStop(texts)
      )
    case 'case':
      return isSlipOfCase(story, usual, rare)
    case 'separators':
      return isSlipOfSeparators(story, usual, rare, parts)
  }
}

/** Letters with or without stops, alone or before a name: “U.S.”, “J.P. Morgan”, “St. Louis”. */
function differsInInitials(text: string): boolean {
  return (
    text.split(' ').some((part) => INITIALS.test(part)) && (text.includes(' ') || text.replaceAll('.', '').length > 1)
  )
}

/** “Malcolm X.”: the stop behind a single letter may be the sentence's. */
function endsOnStop([one, other]: readonly [string, string]): boolean {
  return /[ .]\p{Lu}\.?$/u.test(one) && one.includes(' ') && one.replace(/\.$/, '') === other.replace(/\.$/, '')
}

function isSlipOfCase(story: Story, usual: WrittenForm, rare: WrittenForm): boolean {
  const { facts } = story
  const [a, b] = [usual.text, rare.text]
  if ((isOfOrdinaryWords(facts, a) && /[ ‑-]/.test(a)) || isGivenName(story, usual) || isGivenName(story, rare))
    return false
  // At the start of a sentence “iPhone” may be “IPhone” and “al-Masri” “Al-Masri”.
  if (a.slice(1) === b.slice(1)) return false
  // “ARMs” are missiles, “Arms” are arms.
  const capitals = [a, b].find(
    (text) => text.replace(/(?<=[A-Z]{2})s$/, '') === text.replace(/(?<=[A-Z]{2})s$/, '').toUpperCase(),
  )
  if (capitals === undefined) return true
  const other = capitals === a ? b : a
  const bare = other.replace(/[^\p{L}]/gu, '')
  if (isNoName(capitals) || facts.wordEvidence.isOrdinary(other.toLowerCase()) || bare.length < 3) return false
  if (SPOKEN.has(capitals.replace(/[^A-Z]/g, ''))) return true
  // “IRAN” for stress, “SAN FRANCISCO” in a caption: letters that are no acronym stand so now and then, not as a rule.
  return capitals === a && usual.places.length > rare.places.length && bare.length <= 4
}

function isSlipOfSeparators(story: Story, usual: WrittenForm, rare: WrittenForm, parts: readonly string[]): boolean {
  const texts = [levelMarks(usual.text), levelMarks(rare.text)]
  if (texts.some((text) => /\d/.test(text)) || parts.some((part) => NATIONS.has(part.replaceAll('.', '')))) return false
  // “SEMVER-MINOR” is a label, and “Semver Minor” what it says: nobody gets hyphen and capitals wrong at once.
  if (texts.some(isLabel) && !texts.every((text) => text === text.toUpperCase())) return false
  // “J-A-C-K-S-O-N” is spelled out; “Trump Trump” is two lines that have run together.
  if (parts.length > 6 || texts.some((text) => /^(.{3,})[ -]?\1$/.test(text))) return false
  const { wordEvidence } = story.facts
  const together = joined(texts[0]!)
  // “Data Base” and “Database” are a word, and no name.
  if (wordEvidence.isOrdinary(together) || wordEvidence.lowerCase(together) > 0) return false
  const split = texts.find((text) => /[ -]/.test(text))!
  const whole = texts.find((text) => !/[ -]/.test(text))
  if (whole !== undefined && isIdentifier(story, whole === texts[0] ? usual : rare, split)) return false
  // Nobody writes “SouthAfrica” on purpose, but a senator may be called Whitehouse.
  if (whole !== undefined && /.\p{Lu}/u.test(whole)) return !isNoName(whole)
  const [opener, ...rest] = split.split(/[ -]/) as [string, ...string[]]
  // “North-East” and “the North East”, but “Mid Belmorashire” is one county.
  if (
    parts.some((part) => TITLES.has(part) || PEOPLES.has(part))
    || (OPENERS.has(opener) && (isCompass(rest) || isOfOrdinaryWords(story.facts, rest.join(' '))))
  )
    return false
  if (whole !== undefined) return !isOfOrdinaryWords(story.facts, split) && !PREFIXES.has(split.split(/[ -]/)[0]!)
  const hyphenated = [usual, rare].find(({ text }) => /[‑-]/.test(text))
  if (hyphenated === undefined) return true
  if (hyphenated === rare && PREFIXES.has(split.split(/[ -]/)[0]!)) return false
  return (
    !isGivenName(story, hyphenated)
    && !(isOfOrdinaryWords(story.facts, split) && /-\p{Ll}/u.test(levelMarks(hyphenated.text)))
  )
}

/** “East Asian”, “Mid-Southern”: directions and peoples, which are joined as the sentence needs it. */
function isCompass(rest: readonly string[]): boolean {
  return rest.every((part) => OPENERS.has(part) || /^\p{Ll}|(?:ern|erners?|[ei]ans?|ese|ish)$/u.test(part))
}

const isLabel = (text: string): boolean => /^\p{Lu}{3,}(?:[-_]\p{Lu}{3,})+$/u.test(text)

/** “Kim Jong-un”, “Moon Jae-In”: the syllables of a given name, which agencies join in their own ways. */
function isGivenName(story: Story, { text, places }: WrittenForm): boolean {
  if (!/(?:^| )\p{Lu}\p{Ll}{1,5}[‑-]\p{L}\p{Ll}{1,4}$/u.test(text)) return false
  const second = /[‑-](\p{Ll}+)$/u.exec(text)?.[1]
  return (
    (second !== undefined && (second.length < 3 || !story.facts.wordEvidence.isOrdinary(second)))
    || places.some((place) => FAMILIES.has(/(?:^|[^\p{L}])(\p{L}+) $/u.exec(around(story, place).before())?.[1] ?? ''))
    || FAMILIES.has(text.split(' ')[0]!)
  )
}
