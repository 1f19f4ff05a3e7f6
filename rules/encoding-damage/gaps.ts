/** Finds letters and signs that were replaced by “�” or “?”: “Garc�a”, “caf?”, “a ?5m deal”. */
import { around, type Around } from '#rule'
import { matchesAt, type Damage } from './damage.ts'
import { lookUpIn, type LookUp } from './known-words.ts'

const LONGEST_WORD = 24
const SUFFIX = /^(?:s|t|re|ve|ll|d|m)(?![A-Za-z\u00C0-\u024F])/i

// “?v=” and “?s&x” are parts of an address.
const STARTS_WORD = /^[A-Za-z]+(?![\w=&-])/
const GOES_ON = /^(?: [a-z]|[,;:.)])/
const REPLACED = /\uFFFD+/y
const MARK = /\?+/y
const ELLIPSIS = /\.\?\.\?\.(?:\?\.)?/y
// A large letter behind small ones, with a small one or none behind it: “BeyoncÈ”, “ErdoÄan”.
const LARGE_INSIDE = /[\u00C0-\u00D6\u00D8-\u00DE\u0152\u0160\u0178\u017D](?<=[a-z]{2}.)(?![A-Z\u00C0-\u00DE])/
// What no question mark of good copy has around it, so that most stories need no second look.
const UNUSUAL_MARK = /\?(?: ?[a-z\d(]|[A-Z?,;:.)])|[\s,.(]\?|^\?/
// A word that asks: behind it “?” may be what it is, though a space is missing: “He asked what?he had done”.
const ASKS = /\b(?:what|who|whom|whose|why|how|when|where|which|whether|really|right|yes|no)\b/i
const BEGINS_QUESTION = 'is|are|was|were|am|do|does|did|can|could|will|would|should|has|have|had|may|might'
const QUESTION = new RegExp(`(?:^|[.!?“"] ?)(?:${BEGINS_QUESTION})\\b[^.!?]*$`, 'i')
const LONGEST_QUESTION = 60

/** Where a question mark stands for a sign, whatever words are around, and what the sign was. */
const SIGNS: readonly (readonly [pattern: RegExp, repair: string | undefined])[] = [
  // “It rained,? he said”, “It rained.? He left”: it closed a quotation; “in cities etc.?” asks.
  [/(?<=[a-z],)\?{1,3}(?=[ \n]|$)/y, '”'],
  [
    /(?<=(?<![A-Za-z.])(?:[a-z]{2,20}|[A-Z][a-z]{4,20})\.)(?<!(?<![a-z])(?:etc|vs|no|am|pm|al)\.)\?{1,3}(?=[ \n]|$)/y,
    '”',
  ],
  // “He called it “a fine day? and left”: nothing else closes the quotation.
  [/(?<=“[A-Za-z’ ,-]{1,80})\?{1,3}(?= [a-z(])(?![^“”\n]*”)/y, '”'],
  // “a ?5m deal”, “$76m (?40.7m)”; “(?1931)” is a year in doubt.
  [/(?<=[a-z] )\?(?=\d[\d.,]*(?:m|bn|k|tn| million| billion)?(?!\w))/y, undefined],
  [/(?<=[a-z] |[a-z\d] \()\?{1,3}(?=\d[\d.,]*(?:m|bn|k|tn| million| billion)(?!\w)|\d{1,3},\d{3})/y, undefined],
  [/(?<=(?<!\d)(?:1[5-9]|20)\d\d)\?(?=(?:1[5-9]|20)?\d\d(?!\d))/y, '–'],
  // A word in another script, letter for letter: “(???????? ???)”.
  [/(?<![^\s(“"[])\?{3,}(?: \?{2,})+/y, undefined],
  [/(?<=[a-z,] )\?{1,3}(?= [a-z])/y, '—'],
  [/(?<=[a-z][.!] )\?{1,3}(?= [A-Z][a-z])/y, '—'],
  [/(?<=^|[ (])\?{1,3}(?=[A-Z][a-z’']* ?[a-z]|[a-z]{2,}[ ,”"])/my, '“'],
]

/** Finds gaps in a text; `isAddress` tells whether an offset stands in an address of the web, where “?” is right. */
export function* findGaps(text: string, isAddress: (at: number) => boolean): Iterable<Damage> {
  const lookUp = lookUpIn(text)
  yield* findReplaced(text, lookUp)
  // The spaces of an ellipsis were no-break ones: “he said .?.?. nothing”.
  for (const {
    0: { length },
    index,
  } of matchesAt(text, '.?.?.', ELLIPSIS))
    yield { ...gap(index, length), repair: '. . .' }
  if (LARGE_INSIDE.test(text)) yield* findLargeInside(text, lookUp)
  if (UNUSUAL_MARK.test(text)) yield* findMarks(text, isAddress, lookUp)
}

function* findReplaced(text: string, lookUp: LookUp): Iterable<Damage> {
  for (const { 0: sign, index } of matchesAt(text, '\uFFFD', REPLACED)) {
    if (!isApostrophe(around(text, { start: index, end: index + sign.length })))
      yield { ...gap(index, sign.length), repair: lookUp(index, sign.length) }
  }
}

function* findLargeInside(text: string, lookUp: LookUp): Iterable<Damage> {
  for (const { 0: letter, index } of text.matchAll(new RegExp(LARGE_INSIDE, 'g'))) {
    const repair = lookUp(index, 1)
    if (repair !== undefined && repair !== letter) yield { ...gap(index, 1), kind: 'encoding', repair }
  }
}

/**
 * Question marks. One between two letters may be a question with a space missing, unless the words around ask nothing
 * or other places show that signs were lost.
 */
function* findMarks(text: string, isAddress: (at: number) => boolean, lookUp: LookUp): Iterable<Damage> {
  const doubtful: Damage[] = []
  let isDamaged = false
  for (const {
    0: { length },
    index,
  } of matchesAt(text, '?', MARK)) {
    const near = around(text, { start: index, end: index + length })
    const isInside = STARTS_WORD.test(near.behind(LONGEST_WORD))
    if (!mayBeLetter(near, length, isInside) || isAddress(index)) continue
    if (isApostrophe(near)) {
      // Another part of the rule speaks of “don?t”, but it shows what happened.
      isDamaged ||= isInside
      continue
    }
    const repair = lookUp(index, length)
    if (repair !== undefined) yield { ...gap(index, length), repair, severity: isInside ? 'error' : 'warning' }
    if (repair !== undefined || !isInside) continue
    isDamaged ||= /[a-z]/.test(near.behind(1)) && !isQuestion(near.before(LONGEST_QUESTION))
    doubtful.push({ ...gap(index, length), severity: 'warning' })
  }
  for (const damage of findSigns(text, isAddress)) {
    isDamaged = true
    yield damage
  }
  if (isDamaged) yield* doubtful
}

function* findSigns(text: string, isAddress: (at: number) => boolean): Iterable<Damage> {
  for (const [pattern, repair] of SIGNS) {
    for (const {
      0: { length },
      index,
    } of matchesAt(text, '?', pattern)) {
      if (!isAddress(index) && !(repair === '—' && isSpokenOf(text, index, length)))
        yield { ...gap(index, length), repair, severity: 'warning' }
    }
  }
}

// “Remove the ? from the query”, “unnecessary ?? operator”, “including ? and *”: no dash stands behind such words.
const NAMED_BEFORE = new RegExp(
  `\\b(?:${[
    'an?|the|this|that|of|in|on|by|with|without|for|from|to|as|and|or|no',
    'prepended|appended|leading|trailing|unnecessary|unknown|missing|extra|optional|literal|single|double',
    'including|excluding|removes?|adds?|replaces?|uses?|using|handles?|escapes?|allows?|supports?|types?|press|called|means?',
  ].join('|')}) $`,
  'i',
)
const NAMED_BEHIND =
  /^ (?:operators?|characters?|marks?|signs?|symbols?|strings?|wildcards?|tokens?|suffix|prefix|keys?|means|matches|stands|is used)\b/
// A line about programs: “v8::Function”, “call()”, “#1234”, “error_code”, “% multiply by 100”, a code span.
const ABOUT_PROGRAMS = /\w\(\)|\w::\w|#\d{3}|[A-Za-z]_[A-Za-z]|\uFFFC|(?:^|\s)(?:--[a-z]|[%*^~] [a-z])/
const LINE = 200

/** Whether a question mark between words is one that copy about programs speaks of. */
function isSpokenOf(text: string, at: number, length: number): boolean {
  const near = around(text, { start: at, end: at + length })
  const [before, behind] = [near.before(LINE), near.behind(LINE)]
  if (NAMED_BEFORE.test(before) || NAMED_BEHIND.test(behind)) return true
  return ABOUT_PROGRAMS.test(before.slice(before.lastIndexOf('\n') + 1) + '?' + behind.split('\n', 1)[0]!)
}

function gap(start: number, length: number): Damage {
  return { start, end: start + length, kind: 'lost', repair: undefined, certain: false }
}

/** Whether question marks may stand for a letter or a sign: within a word, or at its end where no sentence ends. */
function mayBeLetter(near: Around, length: number, isInside: boolean): boolean {
  if (length > (isInside ? 3 : 2) || !/[A-Za-z]/.test(near.before(1))) return false
  return isInside || GOES_ON.test(near.behind(2))
}

function isQuestion(before: string): boolean {
  return ASKS.test(before) || QUESTION.test(before)
}

/** “don?t”, “D?Angelo”: another part of the rule speaks of it. */
function isApostrophe(near: Around): boolean {
  if (!/[A-Za-z]/.test(near.before(1))) return false
  const after = near.behind(3)
  return SUFFIX.test(after) || (/(?:^|[^A-Za-z])[DO]$/.test(near.before()) && /^[A-Z][a-z]{2}/.test(after))
}
