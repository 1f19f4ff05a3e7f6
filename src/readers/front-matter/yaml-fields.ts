/**
 * Finds the fields of YAML front matter, with exact positions, wherever a site generator reads it or a human
 * understands it.
 */
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml'
import { valueOf, type Field, type ScalarPiece } from './field.ts'
import { findPublicationDate } from '../publication-date.ts'
import type { FrontMatter } from './front-matter.ts'
import { encodeBlock, encodeFlow, encodeProved } from './yaml-edits.ts'
import { literalStrings, splitEntries, type YamlEntry } from './yaml-entries.ts'
import { indentStretches, longStretches } from './yaml-margin.ts'
import { scalarPieces, type ScalarStyle } from './yaml-scalars.ts'

// Deeper than that nobody files a caption.
const DEEPEST = 20

// So many entries are no front matter; and each is parsed by itself.
const MOST_ENTRIES = 300

/**
 * Reads YAML that stands in the source from `start` to `end`. Anchors and aliases are never followed. What no parser
 * takes as a whole is read an entry at a time.
 * @returns Nothing where it isn't keys with values, but copy between two rules.
 */
export function readYaml(source: string, start: number, end: number): FrontMatter | undefined {
  const yaml = withFeeds(source.slice(start, end))
  const fields = new YamlFields(source, start, yaml)
  const whole = parseYaml(yaml)
  if (!whole.error) return whole.contents === null || isMap(whole.contents) ? resultOf(fields.add(whole)) : undefined
  const { message, from, to } = whole.error
  const entries = splitEntries(yaml, longStretches(yaml))
  if (entries.length <= MOST_ENTRIES) for (const entry of entries) fields.addEntry(entry)
  return { ...resultOf(fields), error: { message, start: start + from, end: start + to } }
}

/** YAML knows no lone carriage return as a line's end. */
const withFeeds = (text: string): string => text.replace(/\r(?!\n)/g, '\n')

interface ParsedYaml {
  readonly contents: unknown
  readonly error?: { readonly message: string; readonly from: number; readonly to: number }
  /** Leads from the text that the parser took back to the one that it was given. */
  readonly toOriginal: (offset: number) => number
}

/** Parses YAML as site generators do: strings and lists in brackets may go on at the margin. */
function parseYaml(yaml: string): ParsedYaml {
  const { yaml: indented, toOriginal } = indentStretches(yaml, longStretches(yaml))
  const parsed = parseStrictly(indented)
  if (indented === yaml) return parsed
  return parsed.error ? parseStrictly(yaml) : { ...parsed, toOriginal }
}

function parseStrictly(yaml: string): ParsedYaml {
  const {
    contents,
    errors: [error],
  } = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
  const parsed = { contents, toOriginal: (offset: number): number => offset }
  return error ? { ...parsed, error: { message: error.message, from: error.pos[0], to: error.pos[1] } } : parsed
}

/** The fields of an entry that stands alone; none where the text is several. */
function readEntry(text: string): readonly Field[] {
  const yaml = withFeeds(text)
  const entries = splitEntries(yaml, longStretches(yaml))
  return entries.length === 1 ? new YamlFields(text, 0, yaml).addEntry(entries[0]!).all : []
}

const resultOf = ({ all, dates }: YamlFields): FrontMatter => ({ fields: all, date: findPublicationDate(dates) })

/** The fields that were found so far, and the values in which the day of publication may stand. */
class YamlFields {
  readonly all: Field[] = []
  readonly dates = new Map<string, string>()
  readonly #source: string
  readonly #start: number
  readonly #yaml: string

  constructor(source: string, start: number, yaml: string) {
    this.#source = source
    this.#start = start
    this.#yaml = yaml
  }

  /** Adds the strings of a document that starts at an offset of the front matter. */
  add({ contents, toOriginal }: ParsedYaml, from = 0): this {
    const read = (node: unknown, path: readonly string[], inFlow: boolean): void => {
      if (path.length > DEEPEST) return
      if (isMap(node)) {
        for (const { key, value } of node.items) {
          if (isScalar(key)) read(value, [...path, String(key.value)], inFlow || node.flow === true)
        }
      } else if (isSeq(node)) {
        for (const item of node.items) read(item, path, inFlow || node.flow === true)
      } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
        const [start, end] = node.range
        this.#add(
          this.#toField(
            node as Scalar<string>,
            from + toOriginal(start),
            from + toOriginal(end),
            path.join('.'),
            inFlow,
          ),
          path.length,
          node.value,
        )
      }
    }
    read(contents, [], false)
    return this
  }

  /** Adds the strings of an entry: what a parser makes of it or, failing that, what stands there. */
  addEntry(entry: YamlEntry): this {
    const parsed = parseYaml(this.#yaml.slice(entry.start, entry.end))
    if (!parsed.error && isMap(parsed.contents)) return this.add(parsed, entry.start)
    const shift = this.#start
    const place = { start: shift + entry.start, end: shift + entry.end }
    for (const { key, style, pieces: own } of literalStrings(this.#yaml, entry)) {
      const pieces = shifted(own, shift)
      const encode = encodeProved(this.#source, place, style, { key, pieces }, readEntry)
      this.#add({ key, pieces, encode }, key === entry.key ? 1 : 2, valueOf(pieces))
    }
    return this
  }

  #add(field: Field, depth: number, value: string): void {
    this.all.push(field)
    if (depth === 1 && !this.dates.has(field.key)) this.dates.set(field.key, value)
  }

  #toField(node: Scalar<string>, from: number, to: number, key: string, inFlow: boolean): Field {
    const style = node.type as ScalarStyle
    const shift = this.#start
    const own = scalarPieces(this.#yaml, from, to, style)
    const isBlock = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED'
    const value = isBlock ? node.value.replace(/\n+$/, '') : node.value
    if (valueOf(own) !== value) {
      return {
        key,
        pieces: [{ text: value, start: from + shift, end: to + shift, plain: false }],
        encode: () => undefined,
      }
    }
    const pieces = shifted(own, shift)
    const encode = isBlock
      ? encodeBlock(this.#source)
      : encodeFlow(this.#source, from + shift, to + shift, style, pieces, inFlow)
    return { key, pieces, encode }
  }
}

const shifted = (pieces: readonly ScalarPiece[], shift: number): readonly ScalarPiece[] =>
  pieces.map((piece) => ({ ...piece, start: piece.start + shift, end: piece.end + shift }))
