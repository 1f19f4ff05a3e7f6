/**
 * Reads a plain sentence without a tree: words, commas and a full stop that can be nothing else. Most of news copy is
 * such.
 */
import { parseBlock } from './parser.ts'
import type { SentenceOutline } from './sentence-outline.ts'

// What parse-english makes of a character, where it makes the same of it wherever it stands: a part of a word · white
// space · a mark by itself · a mark that joins the words on either side · one that may end a sentence. Of all else
// parse-english is asked.
const [OTHER, WORD, SPACE, MARK, JOINT, STOP] = [0, 1, 2, 3, 4, 5] as const
const KINDS = new Uint8Array(0x2100)
for (let code = 0xc0; code < 0x250; code++) if (code !== 0xd7 && code !== 0xf7) KINDS[code] = WORD
const letters = 'abcdefghijklmnopqrstuvwxyz'
for (const [kind, characters] of [
  [WORD, letters + letters.toUpperCase() + '0123456789'],
  [SPACE, ' '],
  [MARK, ',;()"“”—–$£€%'],
  [JOINT, "’'-:"],
  [STOP, '.?'],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind

const STOPS_BY_ITSELF = /[a-z]{6}$/
const ONE_WORD = /^[A-Za-z\d\u00C0-\u024F]+(?:[’'-][A-Za-z\d\u00C0-\u024F]+)*$/
const MOST_KEPT = 20_000

/** A sentence, and where the next one begins. */
export interface PlainSentence extends SentenceOutline {
  readonly next: number
}

/** The sentence that begins at an offset; nothing where it isn't plain. */
export function readPlainSentence(text: string, from: number): PlainSentence | undefined {
  const words: number[] = []
  let at = from
  let kind = SPACE as number
  while (at < text.length) {
    const before = kind
    kind = kindAt(text, at)
    if (kind === WORD) {
      const start = at
      at = endOfWord(text, at)
      words.push(start, at)
    } else if (kind === MARK || (kind === SPACE && at > from) || (kind === JOINT && joinsNothing(text, at, before)))
      at++
    else if (kind === STOP && (before === WORD || (before === MARK && text.charCodeAt(at) === FULL_STOP))) {
      const word = before === WORD ? text.slice(words.at(-2), at) : ''
      const end = endOfSentence(text, at, word)
      if (end === undefined || words.length === 0) return undefined
      return {
        start: from,
        end,
        words,
        stopped: text.charCodeAt(end - 1) !== QUESTION_MARK,
        next: beginOfNext(text, end)!,
      }
    } else return undefined
  }
  if (kind === SPACE || words.length === 0) return undefined
  return { start: from, end: at, words, stopped: isQuotationMark(text.charCodeAt(at - 1)), next: at }
}

/** Where the next sentence begins that whatever stands before it has no part in; the text's end where there is none. */
export function nextBeginning(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (KINDS[text.charCodeAt(at)] !== STOP || kindAt(text, at - 1) !== WORD) continue
    const end = endOfSentence(text, at, wordBefore(text, from, at))
    if (end !== undefined) return beginOfNext(text, end)!
  }
  return text.length
}

const FULL_STOP = 46
const QUESTION_MARK = 63
const HYPHEN = 45
const COLON = 58
const SMALL_S = 115
const LONGEST_WORD = 40

const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)] ?? OTHER
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isQuotationMark = (code: number): boolean => code === 34 /* " */ || code === 0x201d

/** “He said: no”, “Norvik - and Salden”, “the workers’ rights”; but “the ol’ man” has two words. */
function joinsNothing(text: string, at: number, before: number): boolean {
  if (kindAt(text, at + 1) !== SPACE) return false
  const code = text.charCodeAt(at)
  return before === SPACE
    ? code === HYPHEN
    : before === WORD && (code === COLON || (code !== HYPHEN && (text.charCodeAt(at - 1) | 32) === SMALL_S))
}

/** “Beijing-based”, “China’s”, “2.9” are one word. */
function endOfWord(text: string, start: number): number {
  let at = start + 1
  for (;;) {
    while (kindAt(text, at) === WORD) at++
    const isJoined =
      kindAt(text, at) === JOINT
      || (text.charCodeAt(at) === FULL_STOP && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
    if (!isJoined || kindAt(text, at + 1) !== WORD) return at
    at++
  }
}

/** The end of a sentence with the stop at an offset and the quotation mark behind it; nothing where it may go on. */
function endOfSentence(text: string, at: number, word: string): number | undefined {
  const isFullStop = text.charCodeAt(at) === FULL_STOP
  if (isFullStop && word !== '' && !canEnd(word)) return undefined
  const end = isFullStop && isQuotationMark(text.charCodeAt(at + 1)) ? at + 2 : at + 1
  return beginOfNext(text, end) === undefined ? undefined : end
}

/**
 * Where a sentence with a large letter begins behind another one's end; the text's end there, and nothing where none
 * begins.
 */
function beginOfNext(text: string, end: number): number | undefined {
  if (end === text.length) return end
  let at = end
  while (kindAt(text, at) === SPACE) at++
  if (at === end) return undefined
  const first = text.charCodeAt(at)
  const letter = first === 34 || first === 0x201c ? text.charCodeAt(at + 1) : first
  return letter >= 65 && letter <= 90 ? at : undefined
}

function wordBefore(text: string, from: number, at: number): string {
  const before = text.slice(Math.max(from, at - LONGEST_WORD), at)
  return before.slice(before.lastIndexOf(' ') + 1).replace(/^["“(]+/, '')
}

const known = new Map<string, boolean>()

/**
 * Whether a full stop behind a word ends a sentence, and is no part of the word as in “Inc.”: parse-english is asked
 * once a word.
 */
function canEnd(word: string): boolean {
  if (STOPS_BY_ITSELF.test(word)) return true
  if (!ONE_WORD.test(word)) return false
  let answer = known.get(word)
  if (answer === undefined) {
    if (known.size === MOST_KEPT) known.clear()
    known.set(word, (answer = askParser(word)))
  }
  return answer
}

function askParser(word: string): boolean {
  const parsed = parseBlock(`Old ${word}. The`, { heading: false })
  const [paragraph] = 'tree' in parsed ? parsed.tree.children : []
  const first =
    paragraph?.type === 'ParagraphNode' && paragraph.children.length === 3 ? paragraph.children[0] : undefined
  return first?.type === 'SentenceNode' && first.children.at(-1)!.type === 'PunctuationNode'
}
