/**
 * Makes text of unknown origin safe to print: it can't move the cursor, reorder a line, end it or command a build
 * server.
 */

// Line ends, tabs and the like: a line of a report stays one line.
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
// Control characters; marks that reorder a line; characters that show nothing; halves of a surrogate pair.
const UNPRINTABLE =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDFFF]|[\u{E0000}-\u{E007F}]/gu
// GitHub obeys “::error::…” at a line's start, older agents “##[error]…” and “##vso[…]”, TeamCity “##teamcity[…]”
// anywhere.
const LINE_COMMAND = /(^|\s):(?=:)/g
const COMMAND = /#(?=#(?:\[|[a-z]+\[))/gi

// A report's line is for reading; a message far beyond that is an attack or an accident.
const LONGEST = 500

/**
 * A message or quotation on one line of at most 500 characters; what can't be shown is written as its number: \u001B.
 */
export function printable(text: string): string {
  return withoutCommands(oneLine(text))
}

/** As `printable`, but commands to build servers stay: for a report whose own syntax keeps them from a line's start. */
export function oneLine(text: string): string {
  return escapeUnprintable(clip(text).replace(BREAKS, ' '))
}

/** A path on one line; other than in `printable`, a line end in it shows, since it is part of the name. */
export function printablePath(path: string): string {
  const safe = withoutCommands(escapeUnprintable(path))
  // A name such as “:” would make a command together with what follows it.
  return safe.startsWith(':') ? `./${safe}` : safe
}

function clip(text: string): string {
  if (text.length <= LONGEST) return text
  const code = text.charCodeAt(LONGEST - 1)
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? LONGEST - 1 : LONGEST)}…`
}

/** The whole text with what can't be shown, line ends too, written as its number. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    let escaped = ''
    for (let at = 0; at < character.length; at++) escaped += asEscape(character.charCodeAt(at))
    return escaped
  })
}

function withoutCommands(text: string): string {
  return text.replace(LINE_COMMAND, `$1${asEscape(0x3a)}`).replace(COMMAND, asEscape(0x23))
}

/** The way in which JavaScript and JSON write a UTF-16 unit: \u001B. */
export function asEscape(code: number): string {
  return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
}
