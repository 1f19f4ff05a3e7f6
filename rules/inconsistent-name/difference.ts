/** How two forms of one name differ, and whether that is a slip or a way of the language. */
import { wordSet } from '#rule'
import type { Facts, Span, Story } from '#story'
import data from './names.generated.ts'
import type { Form, Place } from './places.ts'

/** What parts two forms. `separators` are spaces and hyphens; in `encoding` they look the same: “é” is one character, or a letter and its accent. */
export type Difference = 'apostrophe' | 'dots' | 'separators' | 'case' | 'accents' | 'encoding'

const NO_NAMES = wordSet(data.noNames)
const SPOKEN = wordSet(data.spoken)
const TITLES = wordSet(data.titles)
const OPENERS = wordSet(data.openers)
const PREFIXES = wordSet(data.prefixes)
const FAMILIES = wordSet(data.families)
const PEOPLES = wordSet(data.peoples)
const KEPT = wordSet(data.kept)
const BEHIND_NOUN = wordSet(data.behindNoun)
const NATIONS = wordSet(data.nations)
const OFFICIAL = wordSet(data.official)
const ROLES = wordSet([...data.titles, ...data.roles])
const CODE_NOUNS = wordSet(data.codeNouns)

const INITIALS = /^(?:(?:\p{Lu}\.?){1,4}|(?:St|Mt|Ft)\.?)$/u

/** What parts two forms that share a key; nothing where it is an apostrophe, an ampersand, or how the marks are drawn. */
export function differenceBetween(one: string, other: string): Difference | undefined {
  const [a, b] = [levelMarks(one), levelMarks(other)]
  if (a === b) return undefined
  const [plainA, plainB] = [withoutAccents(a), withoutAccents(b)]
  if (plainA === plainB) return a.normalize('NFC') === b.normalize('NFC') ? 'encoding' : 'accents'
  if (plainA.replaceAll('.', '') === plainB.replaceAll('.', '')) return 'dots'
  if (plainA.toLowerCase() === plainB.toLowerCase()) return 'case'
  const [joinedA, joinedB] = [joined(plainA), joined(plainB)]
  if (joinedA === joinedB) return 'separators'
  // “J. P. Morgan” and “JPMorgan”: dots and spaces at once.
  return joinedA.replaceAll('.', '') === joinedB.replaceAll('.', '') ? 'dots' : undefined
}

function levelMarks(text: string): string {
  return text.replaceAll('’', '\'').replaceAll('‑', '-')
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}

function joined(text: string): string {
  return text.replace(/[ -]/g, '').toLowerCase()
}

/** Whether a form is only the opening of a longer name at a place: “J.P.” of “J.P. Morgan”, “St.” of “St. Louis”. */
export function isOpening(story: Story, text: string, { end }: Span): boolean {
  if (!INITIALS.test(text) || NATIONS.has(text.replaceAll('.', ''))) return false
  return (/^[SMF]t$/.test(text) ? /^\.? \p{Lu}/u : /^ \p{Lu}/u).test(story.text.slice(end, end + 3))
}

// “The Tarn-Velka Trust” in the village of Tarn Velka: what was founded long ago keeps its hyphen.
const OLD_FIRM = /^ (?:Trust|Foundation|School|College|Academy|Hospital|Church|Hall|Arms|Inn|Club|Society|Railway|Line|Gazette|Post|Herald|Courier|Chronicle)(?!\p{L})/u

/** The places of a form that show how the desk writes the name, where it differs so from another that stands `rival` times. */
export function tellingPlaces(story: Story, form: Form, difference: Difference, rival: number): readonly Place[] {
  const { text } = form
  if (KEPT.has(text)) return form.places.filter(({ end }) => !/^ (?:(?:and|&) )?\p{Lu}/u.test(story.text.slice(end, end + 6)))
  if (difference === 'dots') {
    const isNation = /^U\.? ?S\.?$/.test(text)
    return form.places.filter((place) => (isNation ? !isOfficial(story.text, place) : !isCurrency(story.text, place)))
  }
  if (difference === 'case') {
    return form.places.filter((place) => !place.heading && !isAmongCapitals(story.text, text, place) && !explainsInitials(story.text, place)
      && !isDesignation(story.text, text, place) && !isInTitle(story, text, place))
  }
  // “Calle José Salden”, “José Salden Avenue”: a street has its sign's spelling.
  if (difference === 'accents') return form.places.filter((place) => !isInAddress(story.text, place))
  if (difference === 'separators' && text.includes('-') && form.places.every(({ end }) => OLD_FIRM.test(story.text.slice(end, end + 20)))) return []
  if (difference === 'separators' && text.includes('-') && form.places.length <= rival && isOfOrdinaryWords(story.facts, text)) {
    return form.places.filter(({ end }) => !isAttributive(story.text, end))
  }
  return form.places
}

/** “US$3 million”, “US Airways”, “U.S. District Court”, “the good old US of A”: as it writes itself. */
function isOfficial(text: string, { start, end }: Place): boolean {
  // “US-EAST-2”: a code.
  if (/^ of A\b|^-[A-Za-z]+-\d/.test(text.slice(end, end + 20))) return true
  if (isCurrency(text, { start, end })) return true
  const next = /^ ([A-Z][A-Za-z]+)/.exec(text.slice(end, end + 20))?.[1]
  return next !== undefined && OFFICIAL.has(next)
}

/** “HK$40 million”, “US $6.9 billion”. */
function isCurrency(text: string, { start, end }: Pick<Place, 'start' | 'end'>): boolean {
  return /^ ?[$£€¥]/.test(text.slice(end, end + 2)) || text[start - 1] === '$'
}

/** “BREAKING: TRUMP WINS”: a word in capitals beside others in capitals. */
function isAmongCapitals(text: string, form: string, { start, end }: Place): boolean {
  if (form !== form.toUpperCase()) return false
  return /^[^\p{L}\n]{1,3}\p{Lu}{2,}(?!\p{Ll})/u.test(text.slice(end, end + 8))
    || /(?<!\p{Ll})\p{Lu}{2,}[^\p{L}\n]{1,3}$/u.test(text.slice(Math.max(0, start - 8), start))
}

const STREET_BEFORE = /\b(?:Rue|Avenue|Boulevard|Place|Quai|Calle|Avenida|Paseo|Plaza|Camino|Via|Viale|Piazza|Rua|Praça|Avda?|Stra(?:ß|ss)e)\.?(?: [^ ]{1,20}){0,3} (?:[Ll][’'])?$/u
const STREET_BEHIND = /^[’'s]{0,2}(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,2} (?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Square|Place|Lane|Drive|Way|Terrace|Crescent|Plaza|Park|Bridge|Station|School|Highway|Parkway|Court)(?![\p{L}])/u

function isInAddress(text: string, { start, end }: Place): boolean {
  return STREET_BEFORE.test(text.slice(Math.max(0, start - 50), start)) || STREET_BEHIND.test(text.slice(end, end + 60))
}

/** “ECMA-262”, “ECMA: …” over what the letters stand for: the name of a standard, and a word that is explained. */
function isDesignation(text: string, form: string, { start, end }: Place): boolean {
  if (form !== form.toUpperCase()) return false
  return /^-\d/.test(text.slice(end, end + 2)) || (text[end] === ':' && (start === 0 || text[start - 1] === '\n'))
}

// “the UNIX Foundation”: no word before it that belongs to a title.
const TITLE_WORD_BEFORE = /(?<!\p{L})(?!The |An? |In |At |On |For |And )\p{Lu}\p{Ll}+ $/u
const TITLE_WORD_BEHIND = /^ \p{Lu}\p{Ll}+/u

/** “Single UNIX Specification”, “Advanced GIF-Making Techniques”: a title keeps its own capitals. */
function isInTitle({ text, facts: { wordEvidence } }: Story, form: string, { start, end }: Place): boolean {
  const hyphened = /-(\p{Lu}\p{Ll}+)$/u.exec(form)?.[1]
  const mayBeTitled = hyphened === undefined ? /^\p{Lu}{3,}$/u.test(form) : wordEvidence.isOrdinary(hyphened.toLowerCase())
  return mayBeTitled && TITLE_WORD_BEHIND.test(text.slice(end, end + 20)) && TITLE_WORD_BEFORE.test(text.slice(Math.max(0, start - 24), start))
}

/** “The HArd COre Team (HACT)”, “COmmon BAsis, or COBA”: capitals that show where the letters come from. */
function explainsInitials(text: string, { start, end }: Place): boolean {
  const behind = /^[\p{L} ’'-]{0,60}?(?: \(|,? or |, called |, known as )[“"]?(\p{Lu}{2,8})(?!\p{L})/u.exec(text.slice(end, end + 90))?.[1]
  const before = /(?<!\p{L})(\p{Lu}{2,8})(?: \(| stands for | is short for |, short for |, or |, for )[“"]?(?:the )?(?:[\p{L}’'-]+ ){0,5}$/u.exec(text.slice(Math.max(0, start - 90), start))?.[1]
  const initials = behind ?? before
  return initials !== undefined && (text.slice(start, end).match(/\p{Lu}/gu) ?? []).every((letter) => initials.includes(letter))
}

/** “White-House officials”: a hyphen joins two words that stand before a third. */
function isAttributive(text: string, end: number): boolean {
  const next = /^(?:-| )([\p{L}\d]+)/u.exec(text.slice(end, end + 20))?.[1]
  return next !== undefined && !BEHIND_NOUN.has(next)
}

function isOfOrdinaryWords({ wordEvidence }: Facts, text: string): boolean {
  return text.split(/[ ‑-]/).every((part) => part.length < 3 || isNoName(part) || wordEvidence.isOrdinary(part.toLowerCase()))
}

/** Whether a form that stands seldom is a slip for the usual one, by what parts them. */
export function isSlip(story: Story, usual: Form, rare: Form, difference: Difference): boolean {
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
      return parts.every((part) => !isNoName(part)) && texts.every((text) => differsInInitials(text)) && !endsOnStop(texts)
    case 'case':
      return isSlipOfCase(story, usual, rare)
    case 'separators':
      return isSlipOfSeparators(story, usual, rare, parts)
  }
}

/** Letters with or without stops, alone or before a name: “U.S.”, “J.P. Morgan”, “St. Louis”. */
function differsInInitials(text: string): boolean {
  return text.split(' ').some((part) => INITIALS.test(part))
    && (text.includes(' ') || text.replaceAll('.', '').length > 1)
}

/** “SEPT.”, “Ltd”, “AI”: a month, a title, a suffix, letters for a thing. */
function isNoName(part: string): boolean {
  const letters = part.replaceAll('.', '')
  return NO_NAMES.has(letters) || NO_NAMES.has(letters.slice(0, 1) + letters.slice(1).toLowerCase())
}

/** “Malcolm X.”: the stop behind a single letter may be the sentence's. */
function endsOnStop([one, other]: readonly [string, string]): boolean {
  return /[ .]\p{Lu}\.?$/u.test(one) && one.includes(' ') && one.replace(/\.$/, '') === other.replace(/\.$/, '')
}

function isSlipOfCase(story: Story, usual: Form, rare: Form): boolean {
  const { facts } = story
  const [a, b] = [usual.text, rare.text]
  if (isOfOrdinaryWords(facts, a) && /[ ‑-]/.test(a) || isGivenName(story, usual) || isGivenName(story, rare)) return false
  // At the start of a sentence “iPhone” may be “IPhone” and “al-Masri” “Al-Masri”.
  if (a.slice(1) === b.slice(1)) return false
  // “ARMs” are missiles, “Arms” are arms.
  const capitals = [a, b].find((text) => text.replace(/(?<=[A-Z]{2})s$/, '') === text.replace(/(?<=[A-Z]{2})s$/, '').toUpperCase())
  if (capitals === undefined) return true
  const other = capitals === a ? b : a
  const bare = other.replace(/[^\p{L}]/gu, '')
  if (isNoName(capitals) || facts.wordEvidence.isOrdinary(other.toLowerCase()) || bare.length < 3) return false
  if (SPOKEN.has(capitals.replace(/[^A-Z]/g, ''))) return true
  // “IRAN” for stress, “SAN FRANCISCO” in a caption: letters that are no acronym stand so now and then, not as a rule.
  return capitals === a && usual.places.length > rare.places.length && bare.length <= 4
}

function isSlipOfSeparators(story: Story, usual: Form, rare: Form, parts: readonly string[]): boolean {
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
  if (parts.some((part) => TITLES.has(part) || PEOPLES.has(part)) || OPENERS.has(split.split(/[ -]/)[0]!)) return false
  if (whole !== undefined) return !isOfOrdinaryWords(story.facts, split) && !PREFIXES.has(split.split(/[ -]/)[0]!)
  const hyphenated = [usual, rare].find(({ text }) => /[‑-]/.test(text))
  if (hyphenated === undefined) return true
  if (hyphenated === rare && PREFIXES.has(split.split(/[ -]/)[0]!)) return false
  return !isGivenName(story, hyphenated) && !(isOfOrdinaryWords(story.facts, split) && /-\p{Ll}/u.test(levelMarks(hyphenated.text)))
}

const isLabel = (text: string): boolean => /^\p{Lu}{3,}(?:[-_]\p{Lu}{3,})+$/u.test(text)

/**
 * “GridPixelSquare” beside “Grid Pixel Square”, “the ChiefEditor class” beside “Chief Editor”: what a programme calls a thing, and
 * what its users do. Two humps alone may be a name, such as “YouTube”.
 */
function isIdentifier(story: Story, { text, places }: Form, split: string): boolean {
  const parts = split.split(/[ -]/)
  // “BrellanTarnVelka” is a firm: a programme’s parts are called by words, and there are several.
  if (parts.length > 2 && isOfOrdinaryWords(story.facts, parts.at(-1)!)) return speaksOfCode(story.text)
  if (!/\p{Ll}\p{Lu}/u.test(text) || !isOfOrdinaryWords(story.facts, split)) return false
  return ROLES.has(parts.at(-1)!) || places.every((place) => standsAsCode(story.text, place))
}

const JOINED_WORDS = /(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}+){3,}/gu
const CODE = /->|::|\(\)|\b(?:programme|class|function|method|module|parameter)\b/
const MOST_NAMES = 2

/** Whether a story has more words with humps than firms are called by. */
function speaksOfCode(text: string): boolean {
  return CODE.test(text) || new Set(text.match(JOINED_WORDS)).size > MOST_NAMES
}

/** “the SalesDesk object”, “a function called SalesDesk”. */
function standsAsCode(text: string, { start, end }: Place): boolean {
  const behind = /^ (\p{Ll}+)/u.exec(text.slice(end, end + 20))?.[1] ?? ''
  const before = /(\p{Ll}+) (?:called |named )?$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? ''
  return CODE_NOUNS.has(behind) || CODE_NOUNS.has(before)
}

/** “Kim Jong-un”, “Moon Jae-In”: the syllables of a given name, which agencies join in their own ways. */
function isGivenName(story: Story, { text, places }: Form): boolean {
  if (!/(?:^| )\p{Lu}\p{Ll}{1,5}[‑-]\p{L}\p{Ll}{1,4}$/u.test(text)) return false
  const second = /[‑-](\p{Ll}+)$/u.exec(text)?.[1]
  return second !== undefined && (second.length < 3 || !story.facts.wordEvidence.isOrdinary(second))
    || places.some(({ start }) => FAMILIES.has(/(?:^|[^\p{L}])(\p{L}+) $/u.exec(story.text.slice(Math.max(0, start - 8), start))?.[1] ?? ''))
    || FAMILIES.has(text.split(' ')[0]!)
}
