/**
 * Reads YAML that no parser takes, an entry at a time, as anybody would who looks at it: `title: Storm: the harbour is
 * shut`.
 */
import { valueOf, type ScalarPiece } from './field.ts'
import type { LongValue } from './yaml-margin.ts'
import { scalarPieces, type ScalarStyle } from './yaml-scalars.ts'

/** A key on a line, and what follows it up to the next one. */
export interface YamlEntry {
  readonly key: string
  readonly start: number
  /** Where its value starts. */
  readonly value: number
  readonly end: number
}

/** A string of an entry; offsets are the text's that it was read from. */
export interface LiteralString {
  readonly key: string
  readonly pieces: readonly ScalarPiece[]
  readonly style: ScalarStyle
}

const KEY = String.raw`[A-Za-z_][\w-]*(?: [\w-]+){0,3}|"[^"\n]+"|'[^'\n]+'`
const ENTRY = new RegExp(String.raw`^([ \t]*)(${KEY})[ \t]*:(?=\s|$)`, 'gm')

/** The entries of the outermost level. Lines inside a quoted string or a list in brackets start none. */
export function splitEntries(yaml: string, stretches: readonly LongValue[]): readonly YamlEntry[] {
  const starts: Omit<YamlEntry, 'end'>[] = []
  let depth = -1
  let stretch = 0
  for (const { index, 0: match, 1: indent, 2: key } of yaml.matchAll(ENTRY)) {
    while (stretch < stretches.length && stretches[stretch]!.end <= index) stretch++
    if (stretch < stretches.length && stretches[stretch]!.start < index) continue
    if (depth < 0) depth = indent!.length
    if (indent!.length <= depth) starts.push({ key: unquoted(key!), start: index, value: index + match.length })
  }
  return starts.map((entry, place) => ({ ...entry, end: starts[place + 1]?.start ?? yaml.length }))
}

const unquoted = (text: string): string => (/^["']/.test(text) ? text.slice(1, -1) : text)

// A line of a list or of a map under a key.
const ITEM = new RegExp(String.raw`^[ \t]*(?:-[ \t]+)*(?:(${KEY})[ \t]*:(?:[ \t]+|$))?`)

/** The strings of an entry that no parser takes, at their word: quotation marks around them aside. */
export function literalStrings(yaml: string, entry: YamlEntry): readonly LiteralString[] {
  const lineEnd = endOfLine(yaml, entry.value, entry.end)
  if (/\S/.test(yaml.slice(entry.value, lineEnd))) return literalString(yaml, entry.key, entry.value, entry.end)
  const strings: LiteralString[] = []
  for (let at = lineEnd + 1; at < entry.end; at = endOfLine(yaml, at, entry.end) + 1) {
    const line = yaml.slice(at, endOfLine(yaml, at, entry.end))
    const [before, key] = ITEM.exec(line)!
    strings.push(
      ...literalString(
        yaml,
        key === undefined ? entry.key : `${entry.key}.${unquoted(key)}`,
        at + before.length,
        at + line.length,
      ),
    )
  }
  return strings
}

function endOfLine(yaml: string, from: number, end: number): number {
  const feed = yaml.indexOf('\n', from)
  return feed < 0 || feed > end ? end : feed
}

const BLOCK_HEADER = /^[|>][-+\d]*[ \t]*(?=\r?\n)/

/** A value up to where its comment or its last blank line starts; none where it is empty or a template's. */
function literalString(yaml: string, key: string, start: number, end: number): readonly LiteralString[] {
  if (/\{[{%]/.test(yaml.slice(start, end))) return []
  const header = skipSpace(yaml, start, end)
  const from = skipSpace(yaml, header + (BLOCK_HEADER.exec(yaml.slice(header, end))?.[0].length ?? 0), end)
  const value = yaml.slice(from, end)
  const quote = /^["']/.exec(value)?.[0]
  const comment = quote === undefined ? value.search(/\s#/) : -1
  const to = from + (comment < 0 ? value : value.slice(0, comment)).trimEnd().length
  const isQuoted = to - from > 1 && yaml[to - 1] === quote
  const style = !isQuoted ? 'PLAIN' : quote === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE'
  const pieces = scalarPieces(yaml, from, to, style)
  return valueOf(pieces).trim() === '' ? [] : [{ key, pieces, style }]
}

function skipSpace(yaml: string, from: number, end: number): number {
  const length = yaml.slice(from, end).search(/\S/)
  return length < 0 ? end : from + length
}
