/**
 * Writes edits into Markdown text: escapes what would become markup, and nothing else. An edit that would change the
 * markup around it (`**` with a space inside it, a line that starts a list) isn't written at all.
 */
import type { Encode } from '#copy'
import { keepsMasks } from '../templates/masks.ts'
import type { SourceRanges } from '../source-ranges.ts'

// How far round an edit is looked. In a longer line no edit is at the start.
const WINDOW = 300

/** What stands around an edit in its line. */
interface EditContext {
  /** What the edit replaces. */
  readonly old: string
  readonly before: string
  readonly after: string
}

/**
 * Edits of a block of Markdown; none in the stretches that are locked.
 * @param inHeading Whether a `#` at the block's end would be taken for the heading's own.
 */
export function encodeMarkdown(source: string, locked: SourceRanges, inHeading: boolean): Encode {
  return (text, at) => {
    if (locked.touches(at) || !keepsMasks(source, at.start, at.end, text)) return undefined
    const near = source.slice(Math.max(0, at.start - WINDOW), at.start)
    const around: EditContext = {
      old: source.slice(at.start, at.end),
      before: near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1),
      after: firstLine(source.slice(at.end, at.end + WINDOW)),
    }
    // Code and tags stand in the text as a sign or a space at most, and marks that are text hang together in ways of
    // their own: an edit takes in neither, and keeps away from a tag that isn't finished; nor does it write what ends a
    // comment.
    if (/[\n\r\0]/.test(text) || /[`<*_~[\]]/.test(around.old) || /<[A-Za-z/!?][^<>]*$/.test(near)) return undefined
    if (/[-?>\]]/.test(around.old + text) && /<[!?]/.test(near.split(/\n[ \t\r>]*\n/).at(-1)!)) return undefined
    const escaped = escapeMarks(text, around)
    const written =
      inHeading && around.after.trim() === '' ? escaped.replace(/(^|[ \t])(#+[ \t]*)$/, '$1\\$2') : escaped
    if (!keepsMarks(written, around) || completesReference(written, around)) return undefined
    if (touchesAddress(text, written, around)) return undefined
    if (
      mayBeTitle(near + written + around.after)
      && (/["'()\\]/.test(around.old + written) || !mayBeTitle(near + around.old + around.after))
    )
      return undefined
    return writeInLine(written, around)
  }
}

/** The same of MDX, in which a `<` before anything is the start of a tag. */
export function encodeMdx(source: string, locked: SourceRanges, inHeading: boolean): Encode {
  const encode = encodeMarkdown(source, locked, inHeading)
  return (text, at) =>
    /[<>`]/.test(text) || /[<>/]/.test(source.slice(Math.max(0, at.start - 1), at.end + 1))
      ? undefined
      : encode(text, at)
}

/**
 * Whether a line in a text starts with a quotation mark behind a definition: in quotes to its end, it is the title of
 * the link.
 */
function mayBeTitle(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.some(
    (line, index) =>
      /^[ \t>]*["'(]/.test(line) && lines.slice(Math.max(0, index - 2), index).some((above) => above.includes(']:')),
  )
}

function firstLine(text: string): string {
  return text.slice(0, /[\n\r]|$/.exec(text)!.index)
}

function escapeMarks(text: string, { before, after }: EditContext): string {
  let written = ''
  for (let index = 0; index < text.length; index++) {
    const previous = index > 0 ? text[index - 1]! : before.slice(-1)
    const following = text.slice(index + 1, index + 40) + (index + 40 > text.length ? after.slice(0, 40) : '')
    written += escapeMark(text[index]!, previous, following)
  }
  return written
}

const REFERENCE = /^&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][\dA-Za-z]{0,30});/

function escapeMark(character: string, previous: string, following: string): string {
  switch (character) {
    // A backtick that stands alone in the paragraph would pair with an escaped one, backslash or none.
    case '`':
      return '&#96;'
    case '&':
      return following === '' || REFERENCE.test(`&${following}`) ? '&amp;' : '&'
    case '_':
      return isWord(previous) && isWord(following) ? '_' : '\\_'
    case '<':
      return following === '' || /^[A-Za-z/!?]/.test(following) ? '\\<' : '<'
    case '!':
      return following.startsWith('[') ? '\\!' : '!'
    default:
      return /[\\*[\]>~|]/.test(character) ? `\\${character}` : character
  }
}

const ESCAPABLE = /[!-/:-@[-`{-~]/

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text)
}

/** Half a reference before the edit (the `&l` of “R&l”) that the edit would complete. */
function completesReference(written: string, { before, after }: EditContext): boolean {
  const half = /&#?[\dA-Za-z]*$/.exec(before)
  return half !== null && REFERENCE.test(half[0] + written + after)
}

/**
 * Whether the marks beside the edit stay what they are. What a `*` or a `_` does hangs on the kinds of characters on
 * its two sides, and a backslash works on punctuation; so the kind must stay the same where the edit touches one.
 */
function keepsMarks(written: string, { old, before, after }: EditContext): boolean {
  const previous = before.slice(-1)
  const next = after.slice(0, 1)
  if (previous === '<' || (written === '' && /^(?:\[\]|[*_~]{2})$/.test(previous + next))) return false
  // A backslash that escaped nothing mustn't come to.
  if (previous === '\\' && ESCAPABLE.test((written || next)[0] ?? '')) return false
  if (/[*_~\\]/.test(previous) && kind((written || next)[0] ?? '') !== kind(old[0] ?? '')) return false
  return !/[*_~]/.test(next) || kind((written || previous).slice(-1)) === kind(old.slice(-1))
}

function kind(character: string): 'space' | 'mark' | 'letter' {
  if (character === '' || /\s/.test(character)) return 'space'
  // NUL is read as U+FFFD, which is a symbol.
  return /[\p{P}\p{S}\0]/u.test(character) ? 'mark' : 'letter'
}

/** In a bare address (`www.example.org/a_b`) a backslash is a backslash, and markup behind it is part of it. */
function touchesAddress(text: string, written: string, { before, after }: EditContext): boolean {
  const attached = /\S*$/.exec(before)![0]
  if (!/:\/\/|www\.|@/i.test(attached + text + /^\S*/.exec(after)![0])) return false
  // What ends an address, and what an address ends with, hangs on what follows: “&shy;” and then a mark is none of it.
  return /[&\\]/.test(attached) || written !== text || !/^[\p{L}\p{N}.,;:!?)"”’/-]*(?:\s|$)/u.test(after)
}

// What starts a block at the start of a line, or makes one of the line before it; the group is what to escape.
const LINE_MARKS = [/^(#)#{0,5}(?:[ \t]|$)/, /^([-+])(?:[ \t]|$)/, /^([-+=:])[-+=: \t|]*$/, /^\d{1,9}([.)])(?:[ \t]|$)/]

/**
 * Escapes an edit that would start a block, where it stands at a line's start; one that changes what starts there isn't
 * written.
 */
function writeInLine(written: string, { old, before, after }: EditContext): string | undefined {
  if (after.trim() === '' && /[ \t]$/.test(written)) return undefined
  if (before.length === WINDOW) return written
  let line = written
  if (lineOpening(before).rest === '') {
    // Indented far enough, a line is code, and so is what stands behind a list's mark: “-     word”.
    const more = /^[ \t]*/.exec(written + after)![0]
    const indentation = before.slice(before.trimEnd().length) + more
    if (more.length > 1 || (more !== '' && (indentation.length > 3 || indentation.includes('\t')))) return undefined
    for (const mark of LINE_MARKS) {
      const match = mark.exec(written + after)
      const place = match ? match[0].indexOf(match[1]!) : Infinity
      if (place < written.length) line = `${written.slice(0, place)}\\${written.slice(place)}`
    }
  }
  const was = lineOpening(before + firstLine(old) + (/[\n\r]/.test(old) ? '' : after))
  const is = lineOpening(before + line + after)
  return was.marks === is.marks && was.shape === is.shape && is.shape !== 'rule' && !/\[[^^].*\]:/.test(was.marks)
    ? line
    : undefined
}

// The marks of quotations, lists, headings, tasks and definitions that a line starts with.
const OPENING =
  /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|#{1,6}(?=[ \t]|$)|\[[ xX]\](?=[ \t])|\[[^\]]*\]:))*[ \t]*/

function lineOpening(line: string): {
  readonly marks: string
  readonly rest: string
  readonly shape: 'rule' | 'tag' | 'fence' | 'text'
} {
  const opening = OPENING.exec(line)![0]
  const rest = line.slice(opening.length)
  // A blank line parts a paragraph in two, as a rule does.
  const shape = /^[-=+*_:|\s]*$/.test(rest)
    ? 'rule'
    : /^<[A-Za-z/!?]/.test(rest)
      ? 'tag'
      : /^(?:`{3}|~{3})/.test(rest)
        ? 'fence'
        : 'text'
  return { marks: opening.replace(/\s+/g, ' ').trim(), rest, shape }
}
