/**
 * The tokens of a page's line, of a stretch of it: words in lower case, numbers, addresses and the marks between
 * buttons; commas, full stops and brackets make no difference.
 */
import { LARGE, LETTERS, SMALL } from '../words/letters.ts'
import { keysOf, type Token, type TokenKind, type Tokens } from './token.ts'

// Numbers with their colons, stops and slashes (“5:59”, “11.17.2025”), “U.S.”, words, marks. Hyphens part words:
// “e-mail” is two, as in the templates. A small letter before a capital parts two buttons whose markup is lost:
// “FacebookTwitter”.
const NUMBER = String.raw`\d(?:[\d.,:/]*\d)?`
// Other scripts' letters, roughly: their words belong to no template, but a line that holds them is not that of its
// rest.
const OTHER_WORD = '[\\u0250-\\u1FFF\\u2C00-\\u2DFF\\u3040-\\uD7FF\\uF900-\\uFDCF]+'
const WORD = `[${LETTERS}](?:\\.[${LETTERS}])+|(?:[${LARGE}]+|[${LETTERS}])[${SMALL}\\u0300-\\u036F]*(?:['’][${LETTERS}]+)?|${OTHER_WORD}`
const MARKS = ':|•·»›>→▸►–—/+*©&-'
const MARK = '[:|•·»›>→▸►–—/+*©&]|^-$'
const PIECE = new RegExp(`${NUMBER}|${WORD}|${MARK}`, 'g')
// What nearly every chunk is; the rest of this file is for the others.
const PLAIN_WORD = /^([A-Za-z][a-z]*)[.,;!?]?$/
const ADDRESS = /^[([]*(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.co\/)/i
const POST = String.raw`pic\.twitter\.com/|t\.co/|(?:twitter|x)\.com/[^/]+/status/|instagram\.com/(?:p|reel)/`
const VIDEO = String.raw`youtu\.be/|youtube\.com/watch|facebook\.com/[^/]+/(?:posts|videos)/`
const EMBED = new RegExp(String.raw`^[([]*(?:https?://)?(?:www\.|mobile\.)?(?:${POST}|${VIDEO})`, 'i')
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const HANDLE = /^[([]*@[A-Za-z_]/
const OPENING_QUOTE = /^["“‘'«„]/
// What is longer is no word; it is read up to here.
const LONGEST_CHUNK = 80

/** The tokens of a stretch of text, made one by one as they are asked for. */
export class LineTokens implements Tokens {
  readonly #text: string
  readonly #end: number
  readonly #made: Token[] = []
  #from: number

  constructor(text: string, start: number, end: number) {
    this.#text = text
    this.#from = start
    this.#end = end
  }

  /** The token at an index, or nothing past the last one. */
  at(index: number): Token | undefined {
    while (this.#made.length <= index && this.#from < this.#end) this.#readChunk()
    return this.#made[index]
  }

  #readChunk(): void {
    let start = this.#from
    while (start < this.#end && this.#text.charCodeAt(start) === 32) start++
    // Not `indexOf`, which would run on past a line without spaces and make a file of such lines quadratic.
    let stop = start
    while (stop < this.#end && this.#text.charCodeAt(stop) !== 32) stop++
    this.#from = stop
    if (start === stop) return
    const chunk = this.#text.slice(start, Math.min(stop, start + LONGEST_CHUNK))
    readChunk(chunk, start, this.#made)
    if (stop + 1 < this.#end && endsSentence(chunk) && STARTS_SENTENCE.test(this.#text[stop + 1]!)) {
      this.#made.push({ kind: 'stop', key: '<stop>', start: stop, end: stop })
    }
  }
}

const STARTS_SENTENCE = new RegExp(`[${LARGE}\\d"“‘']`)
// “p.m. ET”, “Dow & Sons, Inc. All rights …”, “Nov. 19”: these end no sentence.
const MONTH = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const ABBREVIATION = new RegExp(
  `^(?:[${LETTERS}]|(?:[${LETTERS}]\\.)+[${LETTERS}]?|Inc|Co|Corp|Ltd|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|No|vs|${MONTH})\\.$`,
)

function endsSentence(chunk: string): boolean {
  const last = chunk.charCodeAt(chunk.length - 1) | 32
  if (last >= 97 && last <= 122) return false
  return /[.!?…]["”’')\]]{0,2}$/.test(chunk) && !ABBREVIATION.test(chunk)
}

/** The tokens of one stretch without spaces. */
function readChunk(chunk: string, start: number, into: Token[]): void {
  const plain = PLAIN_WORD.exec(chunk)
  if (plain) {
    into.push({ kind: 'word', key: plain[1]!.toLowerCase(), start, end: start + plain[1]!.length })
    return
  }
  if (chunk.startsWith('((')) into.push({ kind: 'mark', key: '<brackets>', start, end: start + 2 })
  const address = addressKind(chunk)
  if (address) {
    into.push({ kind: address, key: `<${address}>`, start, end: start + chunk.length })
    return
  }
  if (OPENING_QUOTE.test(chunk)) into.push({ kind: 'quote', key: '<quote>', start, end: start + 1 })
  if (/^\(c\)/i.test(chunk)) into.push({ kind: 'mark', key: '©', start, end: start + 3 })
  else for (const { 0: piece, index } of chunk.matchAll(PIECE)) into.push(toToken(piece, start + index))
}

function addressKind(chunk: string): TokenKind | undefined {
  // All addresses hold one of these, and hardly any word of copy does.
  if (!chunk.includes('/') && !chunk.includes('@') && !/www\./i.test(chunk)) return undefined
  if (EMBED.test(chunk)) return 'embed'
  if (ADDRESS.test(chunk)) return 'url'
  if (!chunk.includes('@')) return undefined
  return HANDLE.test(chunk) ? 'handle' : EMAIL.test(chunk) ? 'email' : undefined
}

function toToken(piece: string, start: number): Token {
  const end = start + piece.length
  if (piece === '&') return { kind: 'word', key: 'and', start, end }
  const first = piece.charCodeAt(0)
  if (first >= 48 && first <= 57) return { kind: 'number', key: '<number>', start, end }
  if (piece.length === 1 && MARKS.includes(piece)) return { kind: 'mark', key: piece, start, end }
  return { kind: 'word', key: piece.toLowerCase().replaceAll('’', "'"), start, end }
}

/** The keys of a template's words. */
export const lineKeys = (words: string): readonly string[] => keysOf(new LineTokens(words, 0, words.length))
