/**
 * Finds orders to colleagues among the words: “PLS CHECK”, “FIXME”, “QUOTE TO COME”, “hed goes here”, “Lindqvist, CQ”.
 */
import { Phrases, wordSet, type Story } from '#rule'
import { isAmong, wordAfter, wordBefore } from './around.ts'
import type { FormData } from './forms.ts'
import { isQuotedAlone, kindOf, type Note } from './note.ts'
import data from './notes.generated.ts'

const orders = data.orders as readonly FormData[]
const phrases = new Phrases(orders, data.classes)

// A headline in capitals, an order.
const CAPITALS = /[A-Z]{2} [A-Z]{2}/
// An order in capitals.
const SHOUTED = new RegExp(
  [
    '(?:PL[SZ]|PLEASE|CHECK|CONFIRM|VERIFY|NEEDS?|INSERT|ADD|QUERY|DUMMY|PLACEHOLDER|FILLER) [A-Z]{2}|FIX ME',
    '[A-Z]{2} (?:TK|TO COME|TO FOLLOW|NEEDED|MISSING|TB[CD]|HERE|GO|SURNAME|LAST)\\b',
  ].join('|'),
)
const HERE = /go(?:es)? here/
const ALONE = ['FIXME', 'TODO', 'TO DO', 'TNAME', 'pls ', 'plz ', 'Pls ', 'Plz ']
const COPY_READ = /(?<=[A-Z][a-z]+,? |\d,? )(?:\bCQ\b(?! [A-Z])|\bcq\b)(?=[ ,.;)]|$)/gm

/** Finds orders among the words, and “CQ” behind a name or a figure that was checked. */
export function* findOrders(story: Story): Iterable<Note> {
  const { text } = story
  if (mayHold(text)) yield* findPhrases(story)
  if (!text.includes('CQ') && !(text.includes('cq') && /\bcq\b/.test(text))) return
  for (const { 0: found, index: start } of text.matchAll(COPY_READ)) {
    const end = start + found.length
    if (!isQuotedAlone(text, start, end)) yield { start, end, severity: 'warning', ...kindOf('checked') }
  }
}

/** Whether a story may hold an order; nearly all hold none. */
function mayHold(text: string): boolean {
  return (CAPITALS.test(text) && SHOUTED.test(text)) || HERE.test(text) || ALONE.some((needle) => text.includes(needle))
}

function* findPhrases(story: Story): Iterable<Note> {
  const { text } = story
  for (const { group, start, end } of phrases.findIn(text)) {
    const form = orders[group]!
    if (isQuotedAlone(text, start, end) || !isInPlace(story, start, end, form) || isSpokenOf(text, start, end)) continue
    yield { start, end, severity: 'error', ...kindOf(form.kind) }
  }
}

const beforeOrder = wordSet(data.words.beforeOrder)
const afterOrder = wordSet(data.words.afterOrder)

/** A list of changes: “remove outdated FIXME comment”. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  if (text[end - 1] === ':' || text[end] === ':') return false
  return isAmong(beforeOrder, wordBefore(text, start)) || isAmong(afterOrder, wordAfter(text, end))
}

function isInPlace({ text, facts }: Story, start: number, end: number, form: FormData): boolean {
  switch (form.place) {
    case 'loud':
      return !isAmongCapitals(text, start, end)
    case 'opening':
      return /(?:^|[\n.[(:*] ?)$/.test(text.slice(Math.max(0, start - 2), start))
    case 'written':
      return !facts.quotations.holds(start)
    default:
      return true
  }
}

/** A line or a slogan in capitals: “PLEASE CHECK YOUR CHANGE” on a sign. */
function isAmongCapitals(text: string, start: number, end: number): boolean {
  const before = /[A-Za-z]{2,20}(?=[^A-Za-z\n]{0,3}$)/.exec(text.slice(Math.max(0, start - 24), start))?.[0]
  const after = /^[^A-Za-z\n]{0,3}([A-Za-z]{2,20})/.exec(text.slice(end, end + 24))?.[1]
  return [before, after].some((word) => word !== undefined && word === word.toUpperCase())
}
