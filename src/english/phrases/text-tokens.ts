/** The tokens of running text: words, numbers and every mark but those that may stand for a space between two words. */
import { LETTERS } from '../words/letters.ts'
import { keysOf, type Token, type Tokens } from './token.ts'

// A line's end · a colon, or a dash between spaces · what stands for a space · a number · “t.b.c” · a word · a mark,
// repeated or not.
const LETTER = `[${LETTERS}]`
const PIECE = new RegExp(
  [
    '(?<end>\\n)',
    '(?<colon>:|\\/\\/|(?<= )(?:--|[-–—])(?= ))',
    '(?<space>[ \\t\\r;/&+–—-]|,(?!\\d))',
    `(?<number>\\d[\\d.,]*(?![\\d${LETTERS}]))`,
    `(?<word>${LETTER}(?:\\.${LETTER})+(?!${LETTER})|[\\d${LETTERS}]+(?:['’]${LETTER}+)*)`,
    '(?<mark>\\S)\\k<mark>*',
  ].join('|'),
  'g',
)

/** The tokens of a text; their keys are in small letters unless case makes a difference. */
export class TextTokens implements Tokens {
  readonly #made: readonly Token[]

  constructor(text: string, isExact = false) {
    this.#made = readTokens(text, isExact)
  }

  at(index: number): Token | undefined {
    return this.#made[index]
  }
}

function readTokens(text: string, isExact: boolean): readonly Token[] {
  const tokens: Token[] = []
  let joinedAt = -1
  for (const { 0: piece, index: start, groups } of text.matchAll(PIECE)) {
    if (groups!['space'] !== undefined) continue
    const end = start + piece.length
    const { end: lineEnd, colon, number, word } = groups!
    const kind = lineEnd ? 'break' : number ? 'number' : word ? 'word' : 'mark'
    const written = piece.replaceAll('’', "'")
    const key = colon ? ':' : isExact ? written : written.toLowerCase()
    tokens.push({ kind, key, joined: colon === undefined && start === joinedAt, start, end })
    joinedAt = colon || lineEnd ? -1 : end
  }
  return tokens
}

/** The keys of a template's words. */
export const textKeys = (words: string): readonly string[] => keysOf(new TextTokens(words, true))
