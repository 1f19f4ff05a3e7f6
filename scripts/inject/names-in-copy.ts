/**
 * Finds real names in a draft, by evidence in the draft alone: a word with a capital in mid-sentence that never stands
 * there in small letters. The checker has its own way to find names; an injector that shared it would measure it with
 * itself.
 */
import { commonWords } from '../../src/english/words/common-words.ts'
import type { TextStretch } from '../measure/context.ts'
import type { DraftCopy } from './copy.ts'

/** A name where it stands. */
export interface NameInCopy extends TextStretch {
  readonly text: string
  readonly words: readonly string[]
  /** Where its title starts, as in “President Norvik”; the name's own start where it has none. */
  readonly titleStart: number
  /** Whether it goes on as “’s”. */
  readonly possessive: boolean
}

/** What a draft shows about its words with a capital. */
export interface NameWords {
  /** Whether the word is a name's, going by the whole draft. */
  isName(word: string): boolean
  /** Whether it stands anywhere in small letters. */
  isOrdinary(word: string): boolean
}

const WORD = String.raw`(?:(?:\p{Lu}\.){2,}|\p{Ll}?\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-’'&]\p{L}[\p{L}\p{M}]*)*)`
const RUN = new RegExp(String.raw`(?<![\p{L}\p{N}’'.@#&/-])${WORD}(?: ${WORD})*(?![\p{L}\p{N}@/&-])`, 'gu')
const POSSESSIVE = /[’']s?$/
const MID_SENTENCE = /[\p{Ll}\p{N},;)] $/u

/** Words with a capital that name a day, a people, a party or an office. */
const NO_NAME = new Set(
  `
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
  November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec I I’m I'm Christmas Easter
  French Dutch Greek Thai Swiss Arab Arabic Iraqi Israeli Pakistani Saudi Kuwaiti Czech Welsh English Republican Republicans Democrat
  Democrats Democratic Conservative Conservatives Labour Tory Tories Liberal Christian Christians Muslim Muslims Jew Jews Jewish Catholic
  Internet Web Olympic Olympics Earth God TV CEO AI PC VP MP DVD PM AM GMT EST Anglo PDF PR IP API CPU GPU URL USB DNA HIV IT ID HR QA Q&A R&D SQL
  VPN DNS HTML LLM SMS GPS GDP IPO SUV ATM CD LNG OK AIDS PTSD MW GW GB TB Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
`.split(/\s+/),
)
/** Names of people, countries and firms that are words of every day, too. */
const NAMES_LIKE_WORDS = new Set(
  `
  Trump Bush Brown China Turkey Jordan Chile Apple Amazon Target Visa Shell Oracle Meta Cook Ford Rice Price Young White Green Black Gray Grant
  Marks Baker Butler Carter Cooper Fisher Hunter Mason Miller Parker Porter Potter Turner Walker Ward Webb Wood Woods Stone Hill Field Banks
  Bell Bird Bond Burns Bloom Chance Church Cross Dean Drew Fox Frank Frost Gates Guy Hall Hayes Hope Hunt Jack King Lake Lane Law Lee Long Low
  Major May Moon Moore Moss Page Park Pence Pierce Pike Pitt Pope Rich Rose Rush Sage Sessions Sharp Short Snow Speaker Starr Steel Straw
  Swift Thorn Waters Wells West Wise Wolf Paris Nice Reading Bath Cork Poland Jersey Georgia Virginia Phoenix Orange Sierra Gap Boots Orange
  Chase Sprint Delta United Dodge Jaguar Beetle Subway Yahoo Bing Discord Slack Zoom Block Square Stripe Signal Telegram Boston Memphis
  Clinton Graham Warren Harris Ryan Barr Flint Rubin Warner Morris Lewis Marshall Franklin Howard Blair Kerry Gore Dole Nixon Ross
`.split(/\s+/),
)
/** Words that open a sentence before a name. */
const OPENERS = new Set(
  `
  The A An In On At But And For As When While After Before If Since With By From To Although Though Because So Yet Then Now Of Both
  Like Under Over About That This These Those What Who Why How
`.split(/\s+/),
)
/** What ends a firm’s or a person’s name; its full stop belongs to it. */
const ABBREVIATED = /^(?:Jr|Sr|Inc|Corp|Co|Ltd|Plc|PLC|St|No|Mt|Ft)$/
const PEOPLE = /(?:[a-z](?:ese|ish|ian|ians|ans?))$/
/** Names that only sound as if they named a people. */
const NO_PEOPLE = new Set(
  `
  Iran Japan Sudan Oman Bhutan Jordan Milan Taiwan Pakistan Afghanistan Kazakhstan Uzbekistan Turkmenistan Kurdistan Rajasthan Susan
  Alan Dylan Ryan Sean Brian Ian Dan Megan Logan Reagan Duncan Nathan Ethan Jonathan Morgan Michigan Manhattan Durban Titan Nissan
  Kagan Sullivan Hassan Erdogan Chapman Freeman Bowman Coleman Goldman Sherman Norman Roman Truman Hoffman Newman
`.split(/\s+/),
)
const TITLES = new Set(
  `
  Mr Mrs Ms Dr Prof Professor Sir Lord Lady Dame President Vice Prime Minister Chancellor Secretary Senator Sen Rep Gov Governor General
  Gen Col Colonel Captain Capt Judge Justice Chairman Chairwoman King Queen Prince Princess Pope Mayor Ambassador Foreign Finance Defense
  Defence Interior Chief Attorney Deputy Former Commissioner Speaker Majority Minority Leader Treasury State Coach
`.split(/\s+/),
)

/** The names in a draft's prose, outside quotation marks. */
export function namesOf(copy: DraftCopy): { readonly names: readonly NameInCopy[]; readonly words: NameWords } {
  const words = lookAtWords(copy)
  return { names: copy.matches(RUN).flatMap((match) => readName(copy.text, match, words) ?? []), words }
}

function lookAtWords(copy: DraftCopy): NameWords {
  const inMidSentence = new Set<string>()
  const small = new Set<string>()
  for (const paragraph of copy.prose) {
    const text = copy.slice(paragraph)
    for (const { index, 0: run } of text.matchAll(RUN)) {
      if (!MID_SENTENCE.test(text.slice(Math.max(0, index - 2), index))) continue
      for (const word of run.split(' ')) inMidSentence.add(word.replace(POSSESSIVE, ''))
    }
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’'-]*/gu)) small.add(word.replace(POSSESSIVE, ''))
  }
  const isOrdinary = (word: string): boolean => small.has(word.toLowerCase())
  return {
    isOrdinary,
    isName: (word) =>
      word.length > 1
      && inMidSentence.has(word)
      && !isOrdinary(word)
      && !NO_NAME.has(word)
      && (!PEOPLE.test(word) || NO_PEOPLE.has(word))
      && !/-\p{Ll}|^\p{Lu}{2,}s$/u.test(word),
  }
}

/** A run of words with capitals without its title; nothing where any of the rest is no name's word. */
function readName(text: string, { index, 0: run }: RegExpExecArray, known: NameWords): NameInCopy | undefined {
  const words = run.split(' ')
  let start = index
  let titleStart = index
  if (words.length > 1 && OPENERS.has(words[0]!)) titleStart = start = index + words.shift()!.length + 1
  while (words.length > 1 && TITLES.has(words[0]!)) start += words.shift()!.length + 1
  const last = words.at(-1)!
  const possessive = POSSESSIVE.test(last)
  words[words.length - 1] = last.replace(POSSESSIVE, '')
  if (!words.every((word) => known.isName(word)) || TITLES.has(words[0]!) || ABBREVIATED.test(words.at(-1)!))
    return undefined
  // “Affordable Care Act”, “Senate”: words of every day with a capital, and no name that gets mixed up with another.
  if (words.every((word) => commonWords.has(word.toLowerCase()) && !NAMES_LIKE_WORDS.has(word))) return undefined
  const name = words.join(' ')
  const end = start + name.length
  return { start, end, text: name, words, titleStart, possessive: possessive || /^[’']/.test(text.slice(end, end + 1)) }
}
