/**
 * Every place where a name stands in a story: runs of capitalised words, weighed with the evidence of the whole story.
 * On news this beats the general name finders by far: “Xiaomi.” and “Xiaomi” are one name, “Officials” is none.
 */
import { commonWords } from '../../words/common-words.ts'
import {
  CALENDAR, COMMON_ACRONYMS, HEADS_BEFORE_OF, LINKS, NAME_OPENERS, POSSESSIVE_OPENERS, STANDING_NAMES, STARTERS, TRADE,
} from '../../words/name-words.ts'
import { span, type Span } from '../span.ts'
import type { Story } from '../story.ts'
import { DeskNames } from './desk-names.ts'
import { bareName } from './bare-name.ts'
import { isCapital, isNameLike } from './letter-case.ts'
import { findNameRun } from './name-run.ts'
import { splitRun, type NamePart } from './name-parts.ts'
import { opensClause, withoutPossessive } from './word-evidence.ts'
import type { Words } from './words.ts'

/** A place where a name stands; its span is the name with its suffix, without title and possessive. */
export interface Mention extends Span {
  readonly sentence: number
  /** The index of its first word. */
  readonly firstWord: number
  /** One past the index of its last word. */
  readonly endWord: number
  /** The words of the name alone: no title, no suffix, no possessive. */
  readonly core: readonly string[]
  /** What two mentions of one name share: the core in lower case, without dots, hyphens, accents and spaces. */
  readonly key: string
  /** “Sen.”, “Prime Minister”. */
  readonly title: string | undefined
  /** “Inc.”, “Jr.”. */
  readonly suffix: string | undefined
  readonly possessive: boolean
  /** Opens its sentence or a clause in it, where any word has a capital. */
  readonly initial: boolean
}

// The small words that also stand before a surname alone: “von der Leyen said”. “La” and “le” are left to their capitals.
const PERSONAL_LINKS: ReadonlySet<string> = new Set(['von', 'van', 'de', 'di', 'da', 'du', 'del', 'della', 'bin', 'ibn', 'al', 'el'])

/** What two spellings of one name share: “U.S.” and “US”, “Coca-Cola” and “Coca Cola”, “Müller” and “Muller”. */
export function nameKey(core: readonly string[]): string {
  const joined = core.join('').toLowerCase().replace(/[.’'&!\-‑,]/g, '')
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(joined) ? joined : joined.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Finds the mentions of all sentences, in story order. */
export function findMentions(story: Story): readonly Mention[] {
  const { sentences } = story.facts
  const desk = new DeskNames(story.names)
  const mentions: (readonly Mention[])[] = []
  const known = new Set<string>()
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (sentences.letterCase(sentence) !== 'sentence') {
      mentions.push([])
      continue
    }
    const found = readSentence(story, sentence, desk)
    mentions.push(found)
    for (const mention of found) for (const word of mention.core) known.add(word.toLowerCase())
  }
  // Titles and capitals hide which words are names; the sentences of the story have told by now.
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (sentences.letterCase(sentence) !== 'sentence') mentions[sentence] = readHeading(story, sentence, desk, known)
  }
  return mentions.flat()
}

function readSentence(story: Story, sentence: number, desk: DeskNames): readonly Mention[] {
  const { sentences, words } = story.facts
  const first = sentences.firstWord(sentence)
  const end = sentences.endWord(sentence)
  const found: Mention[] = []
  for (let word = first; word < end;) {
    const deskEnd = desk.isEmpty ? undefined : desk.match(words, word, end)
    if (deskEnd !== undefined) {
      found.push(mentionOf(story, sentence, { first: word, core: [word, deskEnd], end: deskEnd, title: undefined, suffix: undefined }))
      word = deskEnd
      continue
    }
    const small = !isNameLike(words.text(word))
    if (small && !(PERSONAL_LINKS.has(words.text(word)) && leadsToCapital(words, word, end))) {
      word++
      continue
    }
    if (small) {
      const runEnd = findNameRun(words, word, end)
      found.push(mentionOf(story, sentence, { first: word, core: [word, runEnd], end: runEnd, title: undefined, suffix: undefined }))
      word = runEnd
      continue
    }
    const initial = opensClause(story.text, words, word, first)
    if (!startsName(story, word, end, initial)) {
      word++
      continue
    }
    const runEnd = findNameRun(words, word, end)
    for (const part of splitRun(words, word, runEnd)) found.push(mentionOf(story, sentence, part))
    word = runEnd
  }
  return found
}

/** Whether small words of names, from `word` on, lead to a capital: “von der Leyen”. */
function leadsToCapital(words: Words, word: number, end: number): boolean {
  let next = word + 1
  while (next < end && next < word + 3 && LINKS.has(words.text(next))) next++
  if (next >= end || !isCapital(words.text(next)) || CALENDAR.has(words.text(next))) return false
  for (let at = word; at < next; at++) if (!words.joinsNext(at)) return false
  return true
}

/** Whether a capitalised word begins a name, and isn't just a word at the start of a sentence. */
function startsName(story: Story, word: number, end: number, initial: boolean): boolean {
  const { words, wordEvidence } = story.facts
  const text = words.text(word)
  const bare = bareName(text)
  // “she wrote on X”: the one firm of a single letter.
  if (bare === 'X') return /\bon $/.test(story.text.slice(Math.max(0, words.start(word) - 4), words.start(word)))
  if (CALENDAR.has(text) || CALENDAR.has(bare.replace(/\.$/, '')) || COMMON_ACRONYMS.has(bare) || /^I(?:[’'].*)?$/.test(bare)) return false
  if (bare === 'May' && wordEvidence.capitalised('May') === 0) return false
  if (bare.length < 2) return false
  // “Ex-banker jailed”, “Right-hander Morina”: a compound of ordinary words.
  if (text.includes('-') && /^\p{Lu}\p{Ll}*-\p{Ll}/u.test(text) && (initial || bare.length < 3) && isCompound(story, text)) return false
  const lower = bare.toLowerCase()
  if (!initial) return !STARTERS.has(lower) || wordEvidence.lowerCase(lower) === 0 && bare.length > 3
  if (STARTERS.has(lower)) return false
  if (TRADE.test(lower) && wordEvidence.capitalised(bare) === 0) return false
  // “De Santis needed”, “Von der Leyen warns”: a small word of names, capitalised by its place.
  if (LINKS.has(lower) && leadsToCapital(words, word, end)) return true
  if (STANDING_NAMES.has(bare) && bare !== 'Fed') return true
  const asName = wordEvidence.capitalised(bare)
  const asWord = wordEvidence.lowerCase(lower)
  if (asName > 0 && asName >= asWord) return true
  if (asWord === 0 && !commonWords.has(lower)) return true
  if (bare !== withoutPossessive(text)) return true
  if (text !== bare && POSSESSIVE_OPENERS.has(bare) && isCapital(words.text(Math.min(word + 1, end - 1)))) return true
  // “General Motors said”, “Bank of America fell”: an ordinary word, but the first of a name.
  if (word + 1 >= end || !words.joinsNext(word)) return false
  const next = withoutPossessive(words.text(word + 1))
  if (next === 'of') return HEADS_BEFORE_OF.has(bare) && word + 2 < end && isCapital(words.text(word + 2))
  return isCapital(next) && (NAME_OPENERS.has(bare[0] + lower.slice(1)) || wordEvidence.pair(bare, next) || (commonWords.has(next.toLowerCase()) && wordEvidence.lowerCase(next.toLowerCase()) === 0))
    && !CALENDAR.has(next)
}

function isCompound(story: Story, text: string): boolean {
  return text.split('-').every((part) => part.length < 3 || story.facts.wordEvidence.isOrdinary(part.toLowerCase()))
}

/** In a title or in capitals every word has a capital: a name is what the story knows as one, or no English word. */
function readHeading(story: Story, sentence: number, desk: DeskNames, known: ReadonlySet<string>): readonly Mention[] {
  const { sentences, words, wordEvidence } = story.facts
  const found: Mention[] = []
  const end = sentences.endWord(sentence)
  const capitals = sentences.letterCase(sentence) === 'capitals'
  const isName = (word: number): boolean => {
    const bare = withoutPossessive(words.text(word))
    const lower = bare.toLowerCase()
    if (!isNameLike(bare) || bare.length < 2 || STARTERS.has(lower) || COMMON_ACRONYMS.has(bare)) return false
    if (CALENDAR.has(bare[0] + lower.slice(1))) return false
    if (STANDING_NAMES.has(bare)) return true
    const unused = wordEvidence.lowerCase(lower) === 0
    if (known.has(lower)) return unused || !commonWords.has(lower)
    // In capitals an unknown word is as likely a verb: “RAMÍREZ HOMERS TWICE”.
    if (capitals && known.size > 2) return false
    return unused && !commonWords.has(lower) && /\p{L}{2}/u.test(bare) && !(bare.includes('-') && isCompound(story, bare))
  }
  for (let word = sentences.firstWord(sentence); word < end;) {
    const deskEnd = desk.isEmpty ? undefined : desk.match(words, word, end)
    let runEnd = deskEnd ?? word
    if (deskEnd === undefined) {
      while (runEnd < end && isName(runEnd) && (runEnd === word || (joinsInName(story, runEnd - 1) && !isPossessive(story, runEnd - 1)))) {
        runEnd++
        // “Margarethe von Hollen Dies”: small words of names are small in a title too.
        let link = runEnd
        while (link < end && link < runEnd + 3 && LINKS.has(words.text(link)) && words.joinsNext(link - 1)) link++
        if (link > runEnd && link < end && isName(link) && words.joinsNext(link - 1)) runEnd = link
      }
    }
    if (runEnd === word) {
      word++
      continue
    }
    for (const part of splitRun(words, word, runEnd)) found.push(mentionOf(story, sentence, part))
    word = runEnd
  }
  return found
}

/** Whether a word and the next stand in one name: a space between, or the stop of “ST. LOUIS”. */
function joinsInName(story: Story, word: number): boolean {
  const { words } = story.facts
  return words.joinsNext(word) || (words.gapAfter(word) === '. ' && /^S[tT]$/.test(words.text(word)))
}

function isPossessive(story: Story, word: number): boolean {
  const text = story.facts.words.text(word)
  return withoutPossessive(text) !== text
}

function mentionOf(story: Story, sentence: number, part: NamePart): Mention {
  const { words, sentences } = story.facts
  const [coreFirst, coreEnd] = part.core
  const core: string[] = []
  for (let word = coreFirst; word < coreEnd; word++) core.push(bareName(words.text(word)))
  const last = words.text(part.end - 1)
  const bareLast = bareName(last)
  let end = words.start(part.end - 1) + bareLast.length
  // “Yahoo! said”: a mark with the sentence going on behind it belongs to the name.
  if (story.text[end] === '!' && /^! \p{Ll}/u.test(story.text.slice(end, end + 3))) end++
  if (bareLast.endsWith('.') && /^[ei]\p{Lu}\p{L}+\.$/u.test(bareLast)) end--
  // “a forecast from Target Corp.”: the sentence’s full stop is the suffix’s too.
  if (story.text[end] === '.' && /^(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|Cos|Pvt|Pte)$/.test(bareLast)) end++
  const after = story.text[words.end(part.end - 1)]
  return {
    ...span(words.start(coreFirst), end),
    sentence,
    firstWord: coreFirst,
    endWord: part.end,
    core,
    key: nameKey(core),
    title: part.title,
    suffix: part.suffix,
    possessive: last.length > bareLast.length && !/^-/.test(last.slice(bareLast.length))
      || ((after === '’' || after === '\'') && /[sS]$/.test(last) && !/\p{L}/u.test(story.text[words.end(part.end - 1) + 1] ?? '')),
    initial: opensClause(story.text, words, part.first, sentences.firstWord(sentence)),
  }
}
