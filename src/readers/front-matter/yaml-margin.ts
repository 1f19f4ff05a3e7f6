/**
 * Finds what YAML's other parsers let stand at the margin: further lines of a quoted string, or of a list in brackets.
 */
import { firstIndex } from '../../text/first-index.ts'

/**
 * A quoted string or a list in brackets that is longer than its line, and the column of the key or the dash before it.
 */
export interface LongValue {
  readonly start: number
  readonly end: number
  readonly column: number
}

const INDENT = /[ \t]*(?:-[ \t]+)*/y
const KEY = /(?:"(?:[^"\\\n]|\\.)*"[ \t]*|'[^'\n]*'[ \t]*|[^\s"'#[\]{},&*!|>%@`-][^:\n]*):[ \t]+/y
const PROPERTIES = /(?:[!&]\S*[ \t]+){0,2}/y
const OPENS = /["'[{]|[|>][-+\d]*[ \t]*(?:#.*)?$/my
const CLOSED = /[ \t]*(?:#.*)?$/my
// What is nested deeper is no copy.
const DEEPEST_COLUMN = 60
// How often a letter may be looked at before the search is given up, as every parser would.
const PATIENCE = 20

/**
 * Finds the stretches of several lines, in order. Block scalars, in which quotation marks mean nothing, are passed by.
 */
export function longStretches(yaml: string): readonly LongValue[] {
  const stretches: LongValue[] = []
  let patience = yaml.length * PATIENCE
  let block = -1
  for (let at = 0; at < yaml.length;) {
    const lineEnd = endOfLine(yaml, at)
    const isContent = isInBlock(yaml, at, lineEnd, block)
    const value = isContent ? undefined : findValue(yaml, at)
    if (!isContent) block = value?.isBlock ? value.column : -1
    at = lineEnd + 1
    if (!value || value.isBlock) continue
    const end = closeOf(yaml, value.start, value.start + patience)
    if (end === undefined) return stretches
    patience -= end - value.start
    CLOSED.lastIndex = end
    if (end > lineEnd && CLOSED.test(yaml)) {
      stretches.push({ start: value.start, end, column: value.column })
      at = end
    }
  }
  return stretches
}

function endOfLine(yaml: string, from: number): number {
  const feed = yaml.indexOf('\n', from)
  return feed < 0 ? yaml.length : feed
}

/** The value on a line that may be longer than it; `isBlock` where its first line is the header of a block scalar. */
function findValue(yaml: string, line: number): { start: number; column: number; isBlock: boolean } | undefined {
  const key = skip(yaml, line, INDENT)
  const start = skip(yaml, skip(yaml, key, KEY), PROPERTIES)
  OPENS.lastIndex = start
  if (!OPENS.test(yaml)) return undefined
  return { start, column: key - line, isBlock: yaml[start] === '|' || yaml[start] === '>' }
}

/** Past what a sticky expression finds at an offset. */
function skip(yaml: string, from: number, what: RegExp): number {
  what.lastIndex = from
  return what.test(yaml) ? what.lastIndex : from
}

/**
 * Whether a line belongs to a block scalar: it is blank, or stands deeper than a column, which is below 0 outside of
 * one.
 */
function isInBlock(yaml: string, at: number, lineEnd: number, column: number): boolean {
  if (column < 0) return false
  const depth = yaml.slice(at, lineEnd).search(/\S/)
  return depth < 0 || depth > column
}

/** One past the quotation mark or the bracket that closes what opens at `start`; nothing where none does. */
function closeOf(yaml: string, start: number, limit: number): number | undefined {
  let quote = ''
  let depth = 0
  const stop = Math.min(yaml.length, limit)
  for (let at = start; at < stop; at++) {
    const character = yaml[at]!
    if (quote !== '') {
      if (quote === '"' && character === '\\') at++
      else if (character === quote && quote === "'" && yaml[at + 1] === quote) at++
      else if (character === quote) quote = ''
    } else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    else if ((character === '"' || character === "'") && (depth === 0 || /[[{,:\s]/.test(yaml[at - 1]!)))
      quote = character
    if (quote === '' && depth <= 0) return at + 1
  }
  return undefined
}

/** A text with spaces before some lines, and the way back. */
export interface Indented {
  readonly yaml: string
  /** The offset in the text as it was. */
  toOriginal(offset: number): number
}

/** Indents the further lines of stretches that stand no deeper than their key, as YAML’s grammar wants them. */
export function indentStretches(yaml: string, stretches: readonly LongValue[]): Indented {
  const added: { readonly at: number; readonly total: number }[] = []
  let indented = ''
  let from = 0
  for (const { start, end, column } of stretches) {
    if (column > DEEPEST_COLUMN) continue
    for (let feed = yaml.indexOf('\n', start); feed >= 0 && feed < end; feed = yaml.indexOf('\n', feed + 1)) {
      if (!/\S/.test(yaml.slice(feed + 1, feed + 2 + column))) continue
      indented += yaml.slice(from, feed + 1) + ' '.repeat(column + 1)
      from = feed + 1
      added.push({ at: indented.length, total: indented.length - from })
    }
  }
  const toOriginal = (offset: number): number => {
    const behind = firstIndex(added.length, (index) => added[index]!.at > offset)
    return behind === 0 ? offset : offset - added[behind - 1]!.total
  }
  return { yaml: indented + yaml.slice(from), toOriginal }
}
