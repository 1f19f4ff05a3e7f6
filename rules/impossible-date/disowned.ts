/**
 * Tells where the copy itself knows that a date can't be: it denies it, corrects it, jokes about it or names a work
 * with it.
 */
import { around, contains, sentencesAround, type Span, type Story } from '#rule'

const anyOf = (patterns: readonly string[]): RegExp => new RegExp(`\\b(?:${patterns.join('|')})(?!\\w)`, 'i')

// “There is no such date”, “February 30 doesn’t exist”, “a typo gave …”: said beside a date, it is about the date.
const DENIAL = anyOf([
  'no such (?:date|day)',
  "(?:doesn|didn|don)[’']t exist",
  '(?:does|did|do) not exist',
  'non-?existent',
  'typos?',
  'misprint(?:ed|s)?',
  "(?:not|\\w+n[’']t) (?:a |an )?(?:real|actual|valid|possible) (?:date|day)",
  '(?:made-up|invented) (?:date|day)',
  '(?:month|february|april|june|september|november)s?(?: only| just)? (?:has|have|had)(?: only| just)? (?:2[89]|30) days',
])
// In the date's own sentence these are enough.
const DOUBT = anyOf([
  'impossible',
  'never (?:comes?|came|existed|exists|arrives|arrived|happened)',
  '(?:that is|in other words|which is to say|meaning|or|as in),? never',
  'fictional',
  'fictitious',
  'imaginary',
  'bogus',
  'jok(?:e|es|ed|ing|ingly)',
  'prank',
  'hoax',
  'satir\\w*',
  'in error',
  'corrected',
  'correction:',
  'misstat\\w+',
  'misdated',
  'earlier version',
  '(?:incorrect|erroneous|mistaken)ly (?:said|stated|gave|listed|reported|put|dated)',
  'leap (?:years?|days?)',
  'julian',
  'gregorian',
  'old style',
  'euphemism',
  'sic',
])

/** Whether the copy disowns a date or a time, so that it needs no editor to. */
export function isDisowned(story: Story, at: Span): boolean {
  return (
    around(story, at).isRejected
    || standsInTitle(story, at)
    || DOUBT.test(sentencesAround(story, at))
    || DENIAL.test(sentencesAround(story, at, 1))
  )
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'by',
  'from',
  'with',
])
const LONGEST_TITLE = 60

/**
 * “The 31st of June”, ‘September 31’: alone between quotation marks, or among words with capitals, it is a work's
 * title.
 */
function standsInTitle(story: Story, at: Span): boolean {
  const near = around(story, at)
  if (/["“'‘«](?:the |on )?$/i.test(near.before()) && /^(?:,? \d{4})?[,.?!]?["”'’»]/.test(near.behind())) return true
  const quotation = story.facts.quotations.all.find((each) => contains(each, at))
  if (!quotation || quotation.end - quotation.start > LONGEST_TITLE) return false
  const words = story.slice(quotation).match(/\p{L}[\p{L}’']*/gu) ?? []
  return words.every((word) => SMALL_WORDS.has(word.toLowerCase()) || /^\p{Lu}/u.test(word))
}
