/**
 * Finds crosses where a figure or a name should stand: “XX percent”, “$X million”, “Mr. XXXX”, “May XX”, “XX:XX p.m.”.
 */
import { MONTHS, wordSet } from '#rule'
import { isAmong, unitAfter, wordAfter, wordBefore } from './around.ts'
import { isQuotedAlone, kindOf, type Note } from './note.ts'
import data from './notes.generated.ts'

const units = wordSet(data.words.units)
const hyphened = wordSet(data.words.hyphened)
const approximate = wordSet(data.words.approximate)
const beforeFigure = wordSet(data.words.beforeFigure)
const beforePlace = wordSet(data.words.beforePlace)
const beforeName = wordSet(data.words.beforeName)
const beforeRoman = wordSet(data.words.beforeRoman)
const afterRoman = wordSet(data.words.afterRoman)
const drawn = wordSet(data.words.drawn)

const MONEY = '[$£€¥] ?(?:X(?:[.,]X)?(?:m|bn|tn| (?:million|billion|trillion))|X{2,5}(?:[.,]X{1,3})*(?:m|bn|k|tn)?)'
const AFTER = `(?![\\w\\/@&]|-(?!XX|(?:${data.words.hyphened.replaceAll(' ', '|')}))[A-Za-z\\d]|\\.[A-Za-z])`
const CROSSES = new RegExp(`(?<![\\w.@#\\/&=-])(?:${MONEY}|X{1,5}(?:[.,]X{1,3})+|X{2,}|x{2,})${AFTER}%?`, 'g')

const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.|Month)`
const DATES = new RegExp(
  [
    '(?<![\\w-])(?:XX[\\/.-]XX[\\/.-](?:XX|\\d\\d){1,2}',
    '(?:XX?|xx):(?:XX|xx)(?: ?[ap]\\.?m\\.?)?',
    `${MONTH} XX(?:, (?:\\d{4}|XXXX))?`,
    `XX(?:st|nd|rd|th)? ${MONTH})(?![\\w-])`,
  ].join('|'),
  'g',
)

// “A freighter called the 787-XX”; a number with its end blotted out is none: “plate 320-XX”.
const MODEL = /(?<![\w.@#/&-])[A-Z]{0,3}\d{2,4}[A-Z]?-XX(?![\w/-])/g

const ABOUT_ROMAN = /chromosom|karyotyp|\bXY\b|\bSuper Bowl\b|\bOlympi/

const gap = kindOf('gap')
const beforeModel = wordSet(data.words.beforeModel)

/** Finds crosses for figures, names and dates. */
export function* findCrosses(text: string): Iterable<Note> {
  if (!text.includes('xx') && !(text.includes('X') && /XX|X[.,:]X|[$£€¥] ?X/.test(text))) return
  for (const { 0: found, index: start } of text.matchAll(DATES)) {
    const end = start + found.length
    if (!isQuotedAlone(text, start, end)) yield { start, end, severity: 'error', ...gap }
  }
  const isAboutRoman = ABOUT_ROMAN.test(text)
  for (const { 0: found, index: start } of text.matchAll(MODEL)) {
    const end = start + found.length
    if (isBeforeModel(wordBefore(text, start)) && !isQuotedAlone(text, start, end))
      yield { start, end, severity: 'warning', ...gap }
  }
  for (const { 0: found, index: start } of text.matchAll(CROSSES)) {
    const end = start + found.length
    if (/["“‘]/.test(text[start - 1] ?? '') || isQuotedAlone(text, start, end)) continue
    // “Visit bug XXXXXX, where XXXXXX is its number.”
    if (isExplained(text, found) || ABOUT_CODE.test(wordBefore(text, start))) continue
    const severity = judge({
      text,
      isAboutRoman,
      start,
      end,
      found,
      before: wordBefore(text, start),
      after: wordAfter(text, end),
    })
    if (severity) yield { start, end, severity, ...gap }
  }
}

const BLOTTED = /^(?:Plate|Number|Phone|Tel|Call|Account|Card|Case|File|Flight)$/

/** “the 44-XX”, “an Orla 44-XX”; the end of a plate's or a telephone's number is blotted out. */
const isBeforeModel = (word: string): boolean =>
  beforeModel.has(word.toLowerCase()) || (/^\p{Lu}\p{Ll}{2,}$/u.test(word) && !BLOTTED.test(word))

// “Remove XXX and print the table”, “--halt xx%”
const ABOUT_CODE = /^(?:remove[ds]?|drop|rename|--[a-z-]+)$/i

/** Whether a story says what its crosses stand for: “…, where XXXX is the number of the berth”. */
const isExplained = (text: string, found: string): boolean =>
  text.includes(`where ${found} is `) || text.includes(`where ${found} stands `)

/** Crosses with the words around them. */
interface Cross {
  readonly text: string
  /** Whether the story tells of what is written “XX” as a rule. */
  readonly isAboutRoman: boolean
  readonly start: number
  readonly end: number
  readonly found: string
  readonly before: string
  readonly after: string
}

function judge(cross: Cross): Note['severity'] | undefined {
  const { text, start, end, found, before, after } = cross
  const isSmall = found.startsWith('x')
  if (isFigure(cross)) return isSmall && found.length < 3 ? 'warning' : 'error'
  if (isNumberGroup(text, start, end)) return undefined
  const isBeforeSmall = /^[a-z]/.test(after)
  // “he xxx said”, but not “xxx Anna” at a letter’s end.
  if (isSmall) return found.length > 2 && /[a-z]$/.test(before) && isBeforeSmall ? 'warning' : undefined
  if (isRoman(cross) || (isAmong(drawn, before) && !isCount(cross))) return undefined
  if (isAmong(beforeName, before) || isAge(cross)) return 'error'
  if (found.length === 2)
    return (isBeforeSmall && isAmong(approximate, before)) || isCount(cross) || isPlace(cross) ? 'warning' : undefined
  if (!isBeforeSmall && !isAmong(beforeFigure, before)) return undefined
  return found.length > 3 ? 'error' : 'warning'
}

/** Money, a percentage, a decimal, a range, or a unit behind: “XX to XX people”, “XX-year-old”. */
function isFigure({ text, end, found, before, start }: Cross): boolean {
  if (/^[$£€¥]/.test(found)) return true
  const unit = unitAfter(text, end)
  if (/%$/.test(found) || /^ %/.test(text.slice(end, end + 2)) || /^(?:per|pct|percent|million|billion)$/.test(unit))
    return true
  const isRange =
    /^ (?:to|and|or|–|-) XX/.test(text.slice(end, end + 7))
    || /XX (?:to|and|or) $/.test(text.slice(Math.max(0, start - 7), start))
  const isHyphened = text[end] === '-' && hyphened.has(unit)
  return (/[.,]X/.test(found) || isRange || isHyphened || units.has(unit)) && !isBehindNumeral(before)
}

const isBehindNumeral = (before: string): boolean => before.toLowerCase() === 'the' || isAmong(beforeRoman, before)

/**
 * A number of Rome, chromosomes, a size, a film, a name: “Super Bowl XX”, “XXX films”, “XX: The Return”, “XXX’s album”.
 */
function isRoman(cross: Cross): boolean {
  const { text, end, found, before, after } = cross
  // “The report by the XXX says”: three of them are no century.
  if (isAmong(beforeRoman, before) || (found.length === 2 && before.toLowerCase() === 'the' && !isCount(cross)))
    return true
  // No numeral has four: “the XXXX film”.
  return (
    (found.length < 4 && isAmong(afterRoman, after))
    || /^(?:\/|-(?:rated|large|\d)|[:;]? [A-Z]|[’']s| (?:and|or) XY)/.test(text.slice(end, end + 7))
  )
}

/** “Valdas, XX, has led the bank since 2018”. */
function isAge({ text, isAboutRoman, start, end, found }: Cross): boolean {
  return (
    !isAboutRoman
    && found.length === 2
    && text[end] === ','
    && /[A-Z][a-z’'-]+, $/.test(text.slice(Math.max(0, start - 20), start))
  )
}

/** “XX flamingos”, “XX of the 84 towns”: what stands behind is counted. */
function isCount({ text, isAboutRoman, end, after }: Cross): boolean {
  if (isAboutRoman) return false
  return (
    /^[a-z]+(?:-[a-z]+)*[^siu]s$/.test(after)
    || /^ of (?:the|its|their|his|her|our|these|those|all)\b/.test(text.slice(end, end + 12))
  )
}

/** “drove across XX to the border”. */
function isPlace({ text, isAboutRoman, start, end, before }: Cross): boolean {
  if (isAboutRoman || !beforePlace.has(before)) return false
  const beginning = start - before.length - 1
  return (
    /[a-z] $/.test(text.slice(Math.max(0, beginning - 2), beginning))
    && /^(?:,? [a-z]|\.? ?(?:$|\n))/.test(text.slice(end, end + 3))
  )
}

/** “call 0300 XXX XXXX”: a number with its figures blotted out. */
function isNumberGroup(text: string, start: number, end: number): boolean {
  return /[\dXx] $/.test(text.slice(Math.max(0, start - 2), start)) || /^ [\dXx]{3}/.test(text.slice(end, end + 4))
}
