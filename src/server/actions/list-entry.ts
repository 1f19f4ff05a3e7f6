/**
 * Puts an entry at the end of a list in a file of data, and leaves all else as it is: comments, order, indentation,
 * line ends.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Document,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/**
 * The text of a YAML or JSON file with one more entry in a list.
 * @param text The file as it is; empty for a new one.
 * @param key The key that the list stands under; left out, the file is the list.
 * @returns Nothing where the file isn't made that way, or can't be read.
 */
export function withListEntry(
  text: string,
  key: string | undefined,
  entry: unknown,
  format: 'yaml' | 'json',
): string | undefined {
  const read = format === 'json' ? readJson : readYaml
  const before = read(text)
  const wanted = before && withEntry(before.data, key, entry)
  if (!wanted) return undefined
  // What was put between the lines is read again: only where it says what it should is it taken.
  return [writeInPlace, format === 'json' ? writeJson : writeYaml]
    .map((write) => write(text, key, entry, format))
    .find((after) => after !== undefined && isDeepStrictEqual(read(after)?.data, wanted.data))
}

interface Read {
  readonly data: unknown
}

function readJson(text: string): Read | undefined {
  try {
    return { data: text.trim() === '' ? null : JSON.parse(text) }
  } catch {
    return undefined
  }
}

function readYaml(text: string): Read | undefined {
  try {
    const document = parse(text)
    return document.errors.length > 0 ? undefined : { data: document.toJS({ maxAliasCount: 0 }) as unknown }
  } catch {
    return undefined
  }
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { merge: false, keepSourceTokens: true })
}

/** The data as it should be; nothing where there is no place for a list. */
function withEntry(data: unknown, key: string | undefined, entry: unknown): Read | undefined {
  if (key === undefined)
    return data === null
      ? { data: [entry] }
      : Array.isArray(data)
        ? { data: [...(data as unknown[]), entry] }
        : undefined
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) return undefined
  const record = (data ?? {}) as Readonly<Record<string, unknown>>
  const list = withEntry(Object.hasOwn(record, key) ? record[key] : null, undefined, entry)
  return list && { data: { ...record, [key]: list.data } }
}

type Write = (text: string, key: string | undefined, entry: unknown, format: 'yaml' | 'json') => string | undefined

/** A file that lines are put into. */
interface ListFile {
  readonly text: string
  readonly lineEnd: string
  readonly format: 'yaml' | 'json'
}

/**
 * Writes one or two lines, or a few letters, into the text; JSON is a kind of YAML, whose parser tells where things
 * stand.
 */
const writeInPlace: Write = (text, key, entry, format) => {
  const { contents } = parse(text)
  const page: ListFile = { text, lineEnd: text.includes('\r\n') ? '\r\n' : '\n', format }
  const list: unknown = key === undefined ? contents : isMap(contents) ? contents.get(key, true) : undefined
  if (isSeq(list) && list.range) return intoList(page, list as YAMLSeq, entry)
  if (key !== undefined && isMap(contents) && contents.flow)
    return list === undefined
      ? intoFlowMap(page, contents, `${JSON.stringify(key)}: [${JSON.stringify(entry)}]`)
      : undefined
  if (format === 'json' || (contents !== null && !isMap(contents))) return undefined
  if (key === undefined) return behindAll(page, listItem(entry, 0, page))
  const item = listItem(entry, 2, page)
  if (list === undefined) return behindAll(page, `${key}:${page.lineEnd}${item}`)
  const colon = text.indexOf(':', keyEnd(contents, key))
  return put(text, lineEndAt(text, colon), `${page.lineEnd}${item}`)
}

function keyEnd(map: unknown, key: string): number {
  const pair = isMap(map) ? map.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined
  return pair && isScalar(pair.key) && pair.key.range ? pair.key.range[1] : 0
}

function put(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at)
}

/** Where a line ends, before what ends it. */
function lineEndAt(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = feed < 0 ? text.length : feed
  return text[end - 1] === '\r' ? end - 1 : end
}

function behindAll({ text, lineEnd }: ListFile, lines: string): string {
  return `${text}${text === '' || text.endsWith('\n') ? '' : lineEnd}${lines}${lineEnd}`
}

function intoList(page: ListFile, list: YAMLSeq, entry: unknown): string | undefined {
  const { text, lineEnd } = page
  const last = list.items.at(-1)
  if (list.flow)
    return last === undefined
      ? put(text, list.range![0] + 1, inFlow(entry, page))
      : behind(page, last, inFlow(entry, page))
  const token = list.srcToken
  if (token?.type !== 'block-seq' || !isNode(last) || !last.range) return undefined
  // What spans lines ends behind the end of its last one.
  const end = lineEndAt(text, last.range[1] - (text[last.range[1] - 1] === '\n' ? 1 : 0))
  return put(text, end, `${lineEnd}${listItem(entry, token.indent, page)}`)
}

function intoFlowMap(page: ListFile, map: YAMLMap, pair: string): string | undefined {
  const last: unknown = map.items.at(-1)
  if (last === undefined) return put(page.text, map.range![0] + 1, pair)
  return isPair(last) ? behind(page, last.value ?? last.key, pair, last.key) : undefined
}

/** Puts a further item behind one in brackets: on a line of its own where that one stands so. */
function behind({ text, lineEnd }: ListFile, last: unknown, what: string, first: unknown = last): string | undefined {
  if (!isNode(last) || !last.range || !isNode(first) || !first.range) return undefined
  const start = text.lastIndexOf('\n', first.range[0] - 1)
  const margin = text.slice(start + 1, first.range[0])
  return put(text, last.range[1], `,${start >= 0 && margin.trim() === '' ? lineEnd + margin : ' '}${what}`)
}

/** An entry as a line, or lines, of a list. */
function listItem(entry: unknown, indent: number, { lineEnd }: ListFile): string {
  const margin = ' '.repeat(indent)
  return stringify(entry, { lineWidth: 0, blockQuote: false })
    .trimEnd()
    .split('\n')
    .map((line, index) => `${margin}${index === 0 ? '- ' : '  '}${line}`)
    .join(lineEnd)
}

function inFlow(entry: unknown, { format }: ListFile): string {
  return format === 'yaml'
    && typeof entry === 'string'
    && /^\p{L}[\p{L}\p{N} ’.-]*$/u.test(entry)
    && stringify(entry).trimEnd() === entry
    ? entry
    : JSON.stringify(entry)
}

/** Writes the file anew: comments stay, spacing may not. */
const writeYaml: Write = (text, key, entry) => {
  const document: Document = parse(text) as Document
  const { contents } = document
  if (key !== undefined && !isMap(contents)) document.contents = document.createNode({})
  const list: unknown = key === undefined ? document.contents : (document.contents as YAMLMap).get(key, true)
  if (isSeq(list)) list.add(document.createNode(entry))
  else if (key === undefined) document.contents = document.createNode([entry])
  else if (list === undefined || isScalar(list)) (document.contents as YAMLMap).set(key, document.createNode([entry]))
  return withLineEndsOf(text, document.toString({ lineWidth: 0 }))
}

const writeJson: Write = (text, key, entry) => {
  const wanted = withEntry(readJson(text)?.data ?? null, key, entry)
  const indent = /^[[{]\s*\n([ \t]+)/.exec(text)?.[1] ?? '  '
  return wanted && withLineEndsOf(text, `${JSON.stringify(wanted.data, null, indent)}\n`)
}

function withLineEndsOf(text: string, written: string): string {
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written
}
