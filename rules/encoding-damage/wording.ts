/** Says in words what is damaged and what it should read: “donâ€™t” by its letters, lone signs by their names. */

/** What a message says. */
export interface Said {
  /** The damaged words as they stand. */
  readonly words: string
  /** How many other places are damaged like it. */
  readonly more: number
  /** What it should read; nothing where nobody can tell. */
  readonly repaired: string | undefined
}

const LONGEST_QUOTE = 30
// Signs that can't be told apart, or not be seen, between quotation marks.
const SIGN_NAMES: Readonly<Record<string, string>> = {
  '“': 'an opening quotation mark',
  '”': 'a closing quotation mark',
  '‘': 'an opening single quotation mark',
  '’': 'an apostrophe',
  '"': 'a straight quotation mark',
  "'": 'a straight apostrophe',
  '„': 'a low quotation mark',
  '‚': 'a low single quotation mark',
  '«': 'an opening guillemet',
  '»': 'a closing guillemet',
  '‹': 'an opening single guillemet',
  '›': 'a closing single guillemet',
  '–': 'an en dash',
  '—': 'an em dash',
  '−': 'a minus sign',
  '-': 'a hyphen',
  '‐': 'a hyphen',
  '…': 'an ellipsis',
  ' ': 'a space',
  '•': 'a bullet',
  '·': 'a middle dot',
  '°': 'a degree sign',
  '′': 'a prime',
  '″': 'a double prime',
  '&': 'an ampersand',
  '<': 'a less-than sign',
  '>': 'a greater-than sign',
  '£': 'a pound sign',
  '€': 'a euro sign',
}

/** What is wrong, what it should be, and in how many places: “HTML code in copy: “&amp;” should be “&” (9 places)”. */
export function told(what: string, { words, more, repaired }: Said): string {
  return `${what}: “${shortened(shown(words))}”${advice(repaired)}${places(more)}`
}

/** The same of characters that show nothing. */
export function control({ words, more, repaired }: Said): string {
  const letters = words.replace(INVISIBLE, '')
  const where =
    letters.trim() === ''
      ? 'An invisible control character'
      : `An invisible control character in “${shortened(letters)}”`
  return `${where}${advice(repaired)}${places(more)}`
}

/** Whether all that is wrong with words is a character that shows nothing. */
export function isInvisible(words: string): boolean {
  const letters = words.replace(INVISIBLE, '')
  return letters !== words && /^[\x20-\x7E‘’“”–—…]*$/.test(letters)
}

/** What is said of a lost character: “caf?” lacks it, and “?” stands in its place. */
export function lost({ words, more, repaired }: Said): string {
  const isWord = /[A-Za-z\d\u00C0-\u024F]/.test(words)
  const what = isWord
    ? `A character is lost in “${shortened(words)}”`
    : `“${shortened(words)}” stands for a lost character`
  return `${what}${repaired === undefined ? '' : '; it'}${advice(repaired)}${places(more)}`
}

/** The same of a mark that may be meant. */
export function doubtful({ words, more, repaired }: Said): string {
  const isWord = /[A-Za-z\d\u00C0-\u024F]/.test(words)
  const what = isWord
    ? `“${shortened(words)}” looks as if a character is lost`
    : `“${shortened(words)}” looks as if it stands for a lost character`
  return `${what}; check${repaired === undefined ? ' the original' : ` whether it should be ${named(repaired)}`}${places(more)}`
}

/** What is said of a code in front matter, which some sites decode and others show. */
export function coded({ words, more, repaired }: Said): string {
  const todo =
    repaired === undefined ? 'look it up in the original' : `write ${repaired === '' ? 'nothing' : named(repaired)}`
  return `HTML code in front matter: “${shortened(shown(words))}”; ${todo} unless the site decodes it${places(more)}`
}

/** What is said of a name with an “s”, which may be another name. */
export function owner({ words, more, repaired }: Said): string {
  return `“${shortened(words)}” looks as if its apostrophe is lost; check whether it should be ${named(repaired ?? words)}${places(more)}`
}

function advice(repaired: string | undefined): string {
  if (repaired === undefined) return '; look it up in the original'
  return repaired === '' ? '; delete it' : ` should be ${named(repaired)}`
}

function places(more: number): string {
  return more === 0 ? '' : ` (${more + 1} places)`
}

/** What to do about some places of which the first should read so. */
export function titleOf(repaired: string, places: number): string {
  if (places > 1) return `Mend ${places} places`
  return repaired === '' ? 'Delete it' : `Write ${named(repaired)}`
}

/** A text in quotation marks, or the names of the signs that it is. */
function named(text: string): string {
  const names = [...text].map((character) => SIGN_NAMES[character])
  const known = names.filter((name) => name !== undefined)
  if (known.length === names.length && names.length <= 3) return known.join(' and ')
  return /^“.*”$/.test(text) ? shortened(text) : `“${shortened(text)}”`
}

const INVISIBLE = /[\x00-\x1F\x7F-\x9F\u00AD]/g

/** Control characters show nothing. */
function shown(words: string): string {
  return words.replace(INVISIBLE, '')
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`
}
