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
  '“': 'an opening quotation mark', '”': 'a closing quotation mark', '‘': 'an opening single quotation mark', '’': 'an apostrophe',
  '"': 'a straight quotation mark', "'": 'a straight apostrophe', '„': 'a low quotation mark', '‚': 'a low single quotation mark',
  '«': 'an opening guillemet', '»': 'a closing guillemet', '‹': 'an opening single guillemet', '›': 'a closing single guillemet',
  '–': 'an en dash', '—': 'an em dash', '−': 'a minus sign', '-': 'a hyphen', '‐': 'a hyphen', '…': 'an ellipsis', ' ': 'a space',
  '•': 'a bullet', '·': 'a middle dot', '°': 'a degree sign', '′': 'a prime', '″': 'a double prime', '&': 'an ampersand',
  '<': 'a less-than sign', '>': 'a greater-than sign', '£': 'a pound sign', '€': 'a euro sign',
}

/** The damaged words and how many places are like them, with the verb that fits. */
export function subject({ words, more }: Said, one: string, several: string): string {
  const quoted = `“${shortened(shown(words))}”`
  if (more === 0) return `${quoted} ${one}`
  return `${quoted} and ${more === 1 ? 'another place' : `${more} other places`} ${several}`
}

/** What is said of a lost character: “caf?” lacks it, and “?” stands in its place. */
export function lost(said: Said): string {
  const isWord = /[A-Za-z\d\u00C0-\u024F]/.test(said.words)
  return isWord ? subject(said, 'has lost a character', 'have lost a character')
    : subject(said, 'stands for a lost character', 'stand for lost ones')
}

/** What to do about it, to be put behind the rest of a message. */
export function advice({ more, repaired }: Said): string {
  const [it, object] = more === 0 ? ['it', 'it'] : ['the first', 'them']
  if (repaired === undefined) return `; look ${object} up in the original`
  return repaired === '' ? `; delete ${it}` : `; ${it} should read ${named(repaired)}`
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
  return known.length === names.length && names.length <= 3 ? known.join(' and ') : `“${shortened(text)}”`
}

/** Control characters show nothing; their pictures do. */
function shown(words: string): string {
  return words.replace(/[\x00-\x1F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0))).replace(/[\x7F-\x9F]/g, '␦')
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`
}
