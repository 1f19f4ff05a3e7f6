/** What stands before, between and behind two neighbouring names: all that a structure is told by. */
import { MONTHS, WEEKDAYS } from '#rule'
import { DAYS, CLOSING, FINITE } from './word-classes.ts'

/** How the sentence goes on behind the second name. */
export type Following = 'stop' | 'figure' | 'small' | 'and' | 'finite' | 'word' | 'capital' | 'possessive' | 'joined'

/** Two neighbouring names of a sentence with what is around them; words in lower case. */
export interface Joint {
  /** Up to eight words before the first name, in its clause. */
  readonly before: readonly string[]
  /** Whether the first name is a possessive. */
  readonly possessive: boolean
  /** The words between, without a last “the”; a comma stands as “,” and a figure as “#”. */
  readonly middle: readonly string[]
  readonly following: Following
  /** The word behind the second name, in lower case; empty where it isn't one. */
  readonly next: string
}

// Signs that part two names or show that they are no running text; what stands for code in Markdown lies there too.
const NO_PHRASE = /[.;:!?()[\]{}"«»*/\\@<>#|+=_~`^\n\u2000-\u2018\u201A-\u2BFF\uFFF0-\uFFFF]| -|- | '/u
// “beat Norvik 3-0”, “paid Norvik $2m”; a bare number is often a name's own: “Norvik and Norvik 2”.
const SCORE = /^(?:[$£€¥]|\d{1,4}[-\u2013]\d|\d{1,3}(?:[.,]\d{1,3})?%|\d{2,3},\d)/
// “sold Norvik 40 turbines”
const COUNT = /^ (?:\d\d[\d,]*|\d+\.\d+) \p{Ll}{4}/u
const FIGURE = /^[$£€¥]?\d[\d,.\u2013:%-]*(?:st|nd|rd|th|m|bn|pm|am)?$/i
const CAPITAL = / \p{Lu}\p{Ll}/u
const DAY = new RegExp(` (?:${[...WEEKDAYS, ...MONTHS].join('|')})\\b`, 'g')
const AFTER = 40
const WORDS_BEFORE = 8

/** Where the two names stand in their text. */
export interface JointPlace {
  readonly sentenceStart: number
  /** The start of the first name, its title included. */
  readonly start: number
  readonly firstEnd: number
  /** The start of the second name, its title included. */
  readonly otherStart: number
  readonly end: number
  /** Whether the sentence is set as one, so that a capital says something. */
  readonly isSentenceCase: boolean
}

/** Reads a joint off a text; nothing where a stop, a bracket or a dash parts the names. */
export function readJoint(
  text: string,
  { sentenceStart, start, firstEnd, otherStart, end, isSentenceCase }: JointPlace,
): Joint | undefined {
  let between = text.slice(firstEnd, otherStart)
  const possessive = /^[’']s?(?= )/.exec(between)
  if (possessive) between = between.slice(possessive[0].length)
  if (!/^,? /.test(between) || between.endsWith(' The ')) return undefined
  // “Liberal Norvik and Conservative Norvik”: a word with a capital is part of a name; “CEO” and “Monday” aren’t.
  if (isSentenceCase && CAPITAL.test(between.replace(DAY, ''))) return undefined
  const middle = wordsOf(
    between
      .replace(/\bvs?\./g, 'v')
      .replace(/(?<=\d)[.:\u2013](?=\d)/g, '-')
      .replace(/\b(\p{Lu})\./gu, '$1'),
  )
  if (middle === undefined || (!isSentenceCase && middle.length > 1 && middle[0] === 'and')) return undefined
  if (middle.at(-1) === 'the') middle.pop()
  const behind = text.slice(end, end + AFTER)
  return {
    before: wordsBefore(text.slice(Math.max(sentenceStart, start - 80), start)),
    possessive: possessive !== null,
    middle,
    following: followingOf(behind),
    next: /^ ([\p{L}’'-]+)/u.exec(behind)?.[1]!.toLowerCase() ?? '',
  }
}

function wordsOf(between: string): string[] | undefined {
  if (NO_PHRASE.test(between) || between.includes('  ')) return undefined
  return between
    .replaceAll(',', ' ,')
    .trim()
    .split(/ +/)
    .filter(Boolean)
    .map((word) => (FIGURE.test(word) ? '#' : word.toLowerCase()))
}

function wordsBefore(before: string): readonly string[] {
  const clause = before.split(/[,;:()\u2014\u2013"“”]/).at(-1)!
  return clause
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(-WORDS_BEFORE)
    .map((word) => word.toLowerCase())
}

function followingOf(behind: string): Following {
  if (/^[’']s?(?![\p{L}\d])/u.test(behind) && !/^[’'](?: |[.,;])/.test(behind)) return 'possessive'
  // “from BBB to BBB-plus”, “the Request()”: the second name goes on.
  if (/^[+/&@#*(\\-]|^[\p{L}\p{N}]/u.test(behind)) return 'joined'
  const word = /^ ([^\s.,;:!?)\]”’"]+)/u.exec(behind)?.[1]
  if (word === undefined) return 'stop'
  if (FIGURE.test(word)) return SCORE.test(word) || COUNT.test(behind) ? 'figure' : 'word'
  const small = word.toLowerCase()
  if (DAYS.has(small)) return 'small'
  if (/^\p{Lu}/u.test(word)) return 'capital'
  if (small === 'and' || small === 'or' || small === '&') return 'and'
  if (FINITE.has(small) || /\p{Ll}{3}ed$/u.test(small)) return 'finite'
  if (CLOSING.has(small) || /.ly$/.test(small) || /^[–—-]/.test(small)) return 'small'
  return 'word'
}
