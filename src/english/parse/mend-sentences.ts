/**
 * Mends the sentence ends that parse-english gets wrong in news copy. It runs on after “the U.S. The”, “Inc. He”,
 * “5 p.m. Police” and “March 19. Officials”; it breaks in “No. 2”, “vs. 3”, “Yahoo! Inc.” and “‘Stop!’ Smith said”.
 */
import type { Paragraph, Root, Sentence, SentenceContent } from 'nlcst'
import { startsLarge } from '../words/letters.ts'
import { wordSet } from '../words/word-set.ts'
import data from './sentence-words.generated.ts'

/** Abbreviations that stand before a name or a number and so end no sentence. */
const BEFORE_A_NAME = wordSet(data.beforeAName)
const BEFORE_A_NUMBER =
  /(?:^|[\s(“"‘'])(?:N[Oo]s?|NOS|nos?|Art|Fig|Figs|Sec|Ch|Vol|pp?|[Cc]a|c|Op|[Vv]s?|approx|est)\.$/

/** Words that begin a sentence and hardly ever a name. */
const STARTERS = wordSet(data.starters)
const AFTER_A_TIME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|^(?:E[SD]?T|C[SED]*T|M[SD]?T|P[SD]?T|GMT|BST|UTC|IST|JST)\b|^(?:Eastern|Central|Mountain|Pacific)\b|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? time\b/u
const COMPANY_END = /^(?:Inc|Corp|Co|Ltd|LLC|Group|Holdings|Japan|News|Sports|Finance|Mail|Music|Answers)\b/
const ATTRIBUTION =
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){0,3} (?:said|says|asked|asks|(?:is|was) (?:told|asked)|told|wrote|added|replied|shouted|yelled|tweeted|recalled|joked)\b/u

const startOf = (node: { position?: Sentence['position'] | undefined }): number => node.position!.start.offset!
const endOf = (node: { position?: Sentence['position'] | undefined }): number => node.position!.end.offset!

/** Mends a block's tree in place. In a heading no sentence is broken after an abbreviation: “U.S. To Leave Pact”. */
export function mendSentences(tree: Root, text: string, options: { readonly heading: boolean }): void {
  for (const child of tree.children) {
    if (child.type !== 'ParagraphNode') continue
    mergeBroken(child, text)
    if (!options.heading) splitRunOn(child, text)
  }
}

function mergeBroken(paragraph: Paragraph, text: string): void {
  const mended: Paragraph['children'] = []
  for (const child of paragraph.children) {
    const space = mended.at(-1)
    const before = mended.at(-2)
    if (
      child.type === 'SentenceNode'
      && space?.type === 'WhiteSpaceNode'
      && before?.type === 'SentenceNode'
      && isBroken(
        text.slice(Math.max(startOf(before), endOf(before) - 40), endOf(before)),
        text.slice(startOf(child), startOf(child) + 80),
      )
    ) {
      mended.pop()
      before.children.push(space, ...child.children)
      before.position!.end = child.position!.end
      continue
    }
    mended.push(child)
  }
  paragraph.children = mended
}

/** Whether a break between two stretches of text is none. */
function isBroken(left: string, right: string): boolean {
  // “I saw the ball drop and … Luka does that every day”: a pause, no end.
  if (/[,\s](?:and|but|or|the|a|an|to|of|so|that|with) ?(?:…|\.\.\.)$/.test(left)) return true
  const last = left.charCodeAt(left.length - 1)
  if (last === 46 /* . */) {
    const word = left.slice(left.lastIndexOf(' ') + 1).replace(/^[(“"‘'[]+/, '')
    if (BEFORE_A_NAME.has(word)) return true
    if (/^\d/.test(right) && BEFORE_A_NUMBER.test(left)) return true
    return (
      word.length === 2
      && startsLarge(word)
      && /\p{Lu}[\p{L}.’-]* \p{Lu}\.$/u.test(left)
      && /^\p{Lu}\p{Ll}/u.test(right)
      && !startsSentence(right)
    )
  }
  // “Yahoo! Japan”, but not “They lost! Japan cheered”.
  if (last === 33 /* ! */ && /(?:^|[^\p{L}])\p{Lu}\p{L}*!$/u.test(left)) return COMPANY_END.test(right)
  return /[!?]["”'’]$/.test(left) && ATTRIBUTION.test(right)
}

function splitRunOn(paragraph: Paragraph, text: string): void {
  const mended: Paragraph['children'] = []
  let changed = false
  for (const child of paragraph.children) {
    const breaks = child.type === 'SentenceNode' ? missedEnds(child, text) : []
    if (child.type !== 'SentenceNode' || breaks.length === 0) {
      mended.push(child)
      continue
    }
    changed = true
    let from = 0
    for (const at of [...breaks, child.children.length]) {
      const part = child.children.slice(from, at)
      mended.push(sentenceOf(part))
      const space = child.children[at]
      if (space?.type === 'WhiteSpaceNode') mended.push(space)
      from = at + 1
    }
  }
  if (changed) paragraph.children = mended
}

function sentenceOf(children: SentenceContent[]): Sentence {
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end }
  return { type: 'SentenceNode', children, position }
}

/** The white space (as places among the sentence's children) at which a sentence should have ended. */
function missedEnds(sentence: Sentence, text: string): number[] {
  const ends: number[] = []
  const { children } = sentence
  let first = 0
  for (let index = 1; index < children.length - 1; index++) {
    if (children[index]!.type !== 'WhiteSpaceNode') continue
    let before = index - 1
    while (before > first && /^["”’')\]]$/.test(valueOf(children[before]!))) before--
    const word = children[before]!
    if (text.charCodeAt(endOf(word) - 1) !== 46 /* . */ || word.type !== 'WordNode' || before === first) continue
    const [start, next] = [startOf(word), endOf(children[index]!)]
    if (
      endsSentence(
        text.slice(start, endOf(word)),
        text.slice(Math.max(0, start - 4), start),
        text.slice(next, next + 40),
      )
    ) {
      ends.push(index)
      first = index + 1
    }
  }
  return ends
}

function valueOf(node: SentenceContent): string {
  return 'value' in node ? node.value : ''
}

// “Roberts was drafted in. Defenders …”: parse-english takes these words for inches, days and gallons.
const WORD_NOT_UNIT = /^(?:in|sun|sat|wed|gal|mar|min|pro|man|hung|cap|van|miss|ill|ore|mass|wash|cal|tex)\.$/

/** Whether a word with a full stop ends its sentence, given what stands before and behind it. */
function endsSentence(word: string, before: string, following: string): boolean {
  const next = following.replace(/^["“‘'([]+/, '')
  if (BEFORE_A_NAME.has(word)) return false
  // “on eBay. eBay said”: a small letter is the brand’s own.
  if (/^[ei][A-Z][a-z]/.test(next)) return word.length > 3
  if (!startsLarge(next)) return false
  if (/^[ap]\.?m\.$/i.test(word)) return !AFTER_A_TIME.test(next)
  if (/^\D?\d[\d,.:]*\.$/.test(word)) return true
  if (WORD_NOT_UNIT.test(word) && !/\d[ -]?$/.test(before)) return true
  return startsSentence(next)
}

function startsSentence(text: string): boolean {
  const match = /^([A-Z][a-z]*)(?=[\s,’'])/.exec(text)
  return match !== null && STARTERS.has(match[1]!)
}
