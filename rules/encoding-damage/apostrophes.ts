/** Finds a story that has lost its apostrophes on the way: “They dont know when the citys port opens”. */
import { around, span, wordSet, type Around, type Severity, type Span, type Story } from '#rule'

/** A word that has lost its apostrophe, and how it is written. */
export interface LostApostrophe extends Span {
  readonly repair: string
  /** A name with an “s” may be another name. */
  readonly isSure: boolean
  /**
   * Whether it shows by itself that the story has lost its apostrophes, as a name does that the story has without its
   * “s”.
   */
  readonly isProof: boolean
}

/** All such words of a story that has lost its apostrophes. */
export interface LostApostrophes {
  /** The sure ones first, each in order. */
  readonly places: readonly [LostApostrophe, ...LostApostrophe[]]
  readonly severity: Severity
}

// Contractions that are no words without their apostrophe; “cant”, “wont”, “well”, “were” and “its” are.
const NEGATED = 'do does did is was were are could would should has have had must need'
const JOINED =
  'you’re they’re we’ve they’ve you’ve I’ve I’m you’ll they’ll he’s she’s that’s what’s there’s where’s who’s you’d they’d could’ve would’ve should’ve o’clock'
const OWNERS = 'women’s men’s children’s today’s yesterday’s tomorrow’s'
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ...NEGATED.split(' ').map((verb) => [`${verb}nt`, `${verb}n’t`] as const),
  ...[...JOINED.split(' '), ...OWNERS.split(' ')].map((word) => [word.replace('’', ''), word] as const),
])
const WORD = new RegExp(
  `(?<![\\w’'@#/.-])(?:${[...CONTRACTIONS.keys()].map(eitherCase).join('|')}|[Cc]ant|[Ww]ont|[Ii]ts(?= (?:a|an|the|been|going|not)\\b)|[a-z]{2,14}[^aeiou\\W\\d_]ys)(?![\\w’'@/-])`,
  'g',
)
// “Last years figures”, “the worlds largest port”; but “the last years of the war” and “the worlds of” are sound. What
// stands before them is looked at last: a lookbehind at the head of an expression is tried at every letter of a story.
const TIMES =
  /\b(?:[Ll]ast|[Tt]his|[Nn]ext) ((?:year|week|month|night|weekend|season|decade|century|morning|summer|winter|autumn|spring)s)(?= [A-Za-z])(?<!\b(?:[Tt]he|[Tt]hese|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|my|our|your) \w{4} \w{5,8})/g
const OWNED =
  /\b[Tt]he ((?:world|nation|state|region|planet|continent|firm|club|team|group|bank|government|president|mayor)s)(?= (?:[a-z]{2,10}est|most|first|only|top|leading|own)\b)/g
// “Its currently shut” is most likely “it’s”.
const IT_IS =
  /(?<![\w’'])[Ii]ts(?= (?:also|now|currently|typically|probably|likely|difficult|hard|clear|easy|important|possible|believed|known|worth|just|still|really|only|already|always|never|about|important|time)\b)/g
const NAME = /(?<![\p{L}\d’'@#/.-])(\p{Lu}\p{L}{2,20})s(?= [\p{L}]{2})/gu
const IN_WORDS = /[A-Za-z][’'‘`´][A-Za-z]/g
// “As is his wont”, “the cant of the hour”; but “they cant”.
const SUBJECT = /\b(?:I|you|he|she|it|we|they|that|who|this|there) $/i
const FUNCTION_WORDS = wordSet(
  'a also an and are as at be but by can could did do does for from had has have he her his in into is it its later may might must nor not now should shall cannot being been whose per all any each only of on or onto over she so than '
    + 'that the their then they this to up was we were when where which while who will with would '
    + 'said says told went came won lost led got made took left found gave kept met put ran sat saw say set want wants need',
)
// “Ukrainians voted”, “Senators left”: these have a plural, and a capital.
const PEOPLES =
  /(?:[ie]an|ican|erman|crat|ist|lic|lim)$|^(?:Arab|Brit|Croat|Czech|Dane|Dem|Finn|Game|Greek|Hindu|Jew|Kurd|Nazi|Pole|Scot|Serb|Sikh|Slav|Slovak|Swede|Thai|Turk|Union|Olympic)$/
const TITLES = wordSet(
  'senator governor mayor minister officer prosecutor president general colonel captain liberal national royal conservative secretary ambassador professor doctor judge justice',
)
const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
// Fewer may be slips of one writer.
const ENOUGH = 3
const SHORTEST_SINGULAR = 4

/** The words of a story that lack their apostrophes, where the story has lost them rather than one writer one. */
export function lostApostrophes(story: Story): LostApostrophes | undefined {
  const { layout, wordEvidence } = story.facts
  const copy = story.blocks.filter((block) => layout.isCopy(block))
  const isEnglish = (place: Span): boolean => wordEvidence.isAmongEnglish(place)
  const inStory = (block: Span, places: Iterable<LostApostrophe>): readonly LostApostrophe[] =>
    [...places]
      .map(({ start, end, ...place }) => ({ ...span(block.start + start, block.start + end), ...place }))
      .filter(isEnglish)
  const kept = copy.reduce((sum, block) => sum + (story.slice(block).match(IN_WORDS)?.length ?? 0), 0)
  const contractions = copy.flatMap((block) => inStory(block, contractionsIn(story, story.slice(block))))
  const sure = contractions.filter(({ isSure }) => isSure)
  if (kept > 0 && (sure.length < ENOUGH || sure.length <= kept)) return undefined
  let words: ReadonlySet<string> | undefined
  const ownWords = (): ReadonlySet<string> => (words ??= new Set(story.text.match(/\p{Lu}\p{L}+/gu) ?? []))
  const all = [
    ...contractions,
    ...copy.flatMap((block) => inStory(block, ownersIn(story, ownWords, story.slice(block)))),
  ]
  if (kept === 0 && !all.some(({ isProof }) => isProof)) return undefined
  const [first, ...others] = all.toSorted((one, other) => rankOf(one) - rankOf(other) || one.start - other.start)
  return first && { places: [first, ...others], severity: sure.length >= ENOUGH ? 'error' : 'warning' }
}

/** What is surer comes first. */
function rankOf({ isSure, isProof }: LostApostrophe): number {
  return isSure ? 0 : isProof ? 1 : 2
}

/** “Its currently shut” and “Norviks chief”, which may be right. */
function* ownersIn(story: Story, ownWords: () => ReadonlySet<string>, text: string): Iterable<LostApostrophe> {
  for (const { index, 0: word } of text.matchAll(IT_IS)) {
    yield { ...span(index, index + word.length), repair: `${word.slice(0, 2)}’s`, isSure: false, isProof: false }
  }
  for (const { index, 0: word } of text.matchAll(NAME)) {
    const near = around(text, { start: index, end: index + word.length })
    if (!mayBeOwner(story, ownWords(), near, word)) continue
    const name = word.slice(0, -1)
    // “Supports new syntax” opens a sentence; “Natural Resources Revenue Data” is one name.
    const isProof =
      ownWords().has(name)
      && /^ \p{Ll}/u.test(near.behind())
      && !(story.facts.wordEvidence.isOrdinary(name.toLowerCase()) && /(?:^|[.!?:] )$/.test(near.before()))
    yield { ...span(index, index + word.length), repair: `${name}’s`, isSure: false, isProof }
  }
}

function* contractionsIn(story: Story, text: string): Iterable<LostApostrophe> {
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const small = word.toLowerCase()
    const near = around(text, { start: index, end: index + word.length })
    const before = near.before()
    // A capital in mid-sentence is a name’s: “Jony Ive”.
    if (/^[A-Z]/.test(word) && /[\p{L}\d,] $/u.test(before) && !/^I(?:ve|m)$/.test(word)) continue
    // “Womens Bay” is a place, and “as childrens of the node” a plural.
    const next = /^ (\p{L}+)/u.exec(near.behind())?.[1] ?? ''
    if (
      /^(?:Wom|M|Childr)ens$/i.test(word)
      && ((/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(next)) || FUNCTION_WORDS.has(next))
    )
      continue
    if (/^I(?:ve|m)$/.test(word) && (/(?<!\p{L})\p{Lu}\p{L}* $/u.test(before) || !/^ [a-z]/.test(near.behind())))
      continue
    const repair = repairOf(story, word, small, before)
    if (repair !== undefined) yield { ...span(index, index + word.length), repair, isSure: true, isProof: true }
  }
  for (const pattern of [TIMES, OWNED]) {
    for (const { index, 0: whole, 1: word } of text.matchAll(pattern)) {
      yield {
        ...span(index + whole.length - word!.length, index + whole.length),
        repair: `${word!.slice(0, -1)}’s`,
        isSure: true,
        isProof: true,
      }
    }
  }
}

function repairOf({ facts: { wordEvidence } }: Story, word: string, small: string, before: string): string | undefined {
  const known = CONTRACTIONS.get(small) ?? CONTRACTIONS.get(word)
  if (known !== undefined) return /^[A-Z]/.test(word) ? known[0]!.toUpperCase() + known.slice(1) : known
  if (small === 'cant' || small === 'wont') return SUBJECT.test(before) ? `${word.slice(0, -1)}’t` : undefined
  if (small === 'its') return `${word.slice(0, -1)}’s`
  // “Citys” is neither the plural nor a word.
  const singular = small.slice(0, -1)
  return singular.length >= SHORTEST_SINGULAR && wordEvidence.isOrdinary(singular) && !wordEvidence.isOrdinary(small)
    ? `${word.slice(0, -1)}’s`
    : undefined
}

/** “Norviks chief” in a story of Norvik; “the Browns”, “Democrats voted” and “Kate Williams” are sound. */
function mayBeOwner(story: Story, own: ReadonlySet<string>, near: Around, word: string): boolean {
  const { wordEvidence } = story.facts
  const name = word.slice(0, -1)
  const before = near.before()
  const next = /^ (\p{L}+)/u.exec(near.behind())?.[1] ?? ''
  const isGoverned = /\b(?:of|in|on|for|by|with|to|from|at|about|against|into) $/.test(before)
  if (
    FUNCTION_WORDS.has(next.toLowerCase())
    || (!isGoverned && /(?:ed|ing)$/.test(next))
    || /(?:\b[Tt]he|\d) $/u.test(before)
  )
    return false
  // “Mondays match”, but “on Mondays”.
  if (DAY.test(name)) return !/\bon $/i.test(before)
  // “Kate Williams” is a name, “Neil Ostbys side” isn’t where the story has Neil Ostby.
  const first = /(?<!\p{L})(\p{Lu}\p{L}*\.? )$/u.exec(before)?.[1]
  if (first === 'St ' || (first !== undefined && !story.text.includes(`${first}${name} `))) return false
  // “TypedArrays” is a plural.
  if (
    PEOPLES.test(name)
    || /\p{Ll}\p{Lu}/u.test(name)
    || name === name.toUpperCase()
    || wordEvidence.lowerCase(word.toLowerCase()) > 0
  )
    return false
  if (!/^\p{Lu}/u.test(next) && !wordEvidence.isOrdinary(next)) return false
  // Where the plural is a word, “Trumps lawyers” needs more of the name.
  if (wordEvidence.isOrdinary(word.toLowerCase()))
    return !TITLES.has(name.toLowerCase()) && wordEvidence.capitalised(name) > 1
  return own.has(name) || wordEvidence.isOrdinary(name.toLowerCase())
}

function eitherCase(word: string): string {
  const first = word[0]!
  return first === first.toUpperCase() ? word : `[${first.toUpperCase()}${first}]${word.slice(1)}`
}
