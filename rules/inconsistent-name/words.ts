/** What the rule says, in sentences short enough to be read at a glance. */
import { timesOf } from '#rule'

const LONGEST = 140
const LONGEST_FORM = 44
const SHORT_FORM = 26
const MOST_FORMS = 2

/** A form with its number of places. */
export interface CountedForm {
  readonly text: string
  readonly count: number
}

/**
 * “US” (6 times) is also “U.S.” (4 times) in this story; write it one way. The usual form first; counts give way where
 * it grows long.
 */
export function sayVaried([usual, ...others]: readonly [CountedForm, ...CountedForm[]]): string {
  const more = others.length - MOST_FORMS
  const ways = more > 0 ? ` and ${more} more form${more === 1 ? '' : 's'}` : ''
  const say = (name: (form: CountedForm) => string): string =>
    `${name(usual)} is also ${others
      .slice(0, MOST_FORMS)
      .map(name)
      .join(more > 0 ? ', ' : ' and ')}${ways} in this story; write it one way`
  return firstShort([
    say(({ text, count }) => `“${text}” (${timesOf(count)})`),
    say(({ text }) => `“${text}”`),
    say(({ text }) => `“${cut(text, others.length > 1 ? SHORT_FORM : LONGEST_FORM)}”`),
  ])
}

/** “Peter Ostby” (once) is “Pete Ostby” (once) elsewhere in this story; use one first name, or say who is who. */
export function sayTwoFirstNames([usual, ...others]: readonly [CountedForm, ...CountedForm[]]): string {
  const say = (name: (form: CountedForm) => string): string =>
    `${name(usual)} is ${others.map(name).join(' and ')} elsewhere in this story; use one first name, or say who is who`
  return firstShort([
    say(({ text, count }) => `“${text}” (${timesOf(count)})`),
    say(({ text }) => `“${text}”`),
    say(({ text }) => `“${cut(text, SHORT_FORM)}”`),
  ])
}

/** “García” looks the same everywhere and isn't: what a search for one of them misses. */
export function sayEncoded([{ text, count }, ...others]: readonly [CountedForm, ...CountedForm[]]): string {
  const all = count + others.reduce((sum, other) => sum + other.count, 0)
  return `“${cut(text.normalize('NFC'))}” (${timesOf(all)}) is stored in two ways that look the same, so that a search finds only some; use one`
}

/** The desk writes “Kyiv”, not “Kiev” (its own people’s spelling): the note where it is a few words. */
export function sayRuled(text: string, right: string, note: string | undefined): string {
  const said = `The desk writes “${right}”, not “${text}”`
  const plain = note?.trim().replace(/\.$/, '')
  const fits = plain !== undefined && plain !== '' && !/["!]|[.?…] /.test(plain)
  return firstShort([
    ...(fits ? [`${said} (${plain})`] : []),
    said,
    `The desk writes “${cut(right)}”, not “${cut(text)}”`,
  ])
}

function firstShort(sentences: readonly string[]): string {
  return sentences.find((sentence) => sentence.length <= LONGEST) ?? sentences.at(-1)!
}

function cut(text: string, longest = LONGEST_FORM): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}
