/** Puts an entry at the end of a list in a file of data, and leaves all else as it is: comments, order, line ends. */
import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml'

/**
 * The text of a YAML or JSON file with one more entry in a list.
 * @param text The file as it is; empty for a new one.
 * @param key The key that the list stands under; left out, the file is the list.
 * @returns Nothing where the file isn't made that way, or can't be read.
 */
export function withListEntry(text: string, key: string | undefined, entry: unknown, format: 'yaml' | 'json'): string | undefined {
  const written = format === 'json' ? inJson(text, key, entry) : inYaml(text, key, entry)
  return written === undefined || !text.includes('\r\n') ? written : written.replace(/\r?\n/g, '\r\n')
}

function inYaml(text: string, key: string | undefined, entry: unknown): string | undefined {
  const document: Document = parseDocument(text, { merge: false }) as Document
  if (document.errors.length > 0) return undefined
  const { contents } = document
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null)
  if (key === undefined) {
    if (isEmpty) document.contents = document.createNode([entry])
    else if (isSeq(contents)) contents.add(document.createNode(entry))
    else return undefined
  } else {
    if (isEmpty) document.contents = document.createNode({})
    const map = document.contents
    if (!isMap(map)) return undefined
    map.flow = false
    const list: unknown = map.get(key, true)
    if (isSeq(list)) list.add(document.createNode(entry))
    else if (list === undefined || (isScalar(list) && list.value === null)) map.set(key, document.createNode([entry]))
    else return undefined
  }
  return document.toString({ lineWidth: 0 })
}

function inJson(text: string, key: string | undefined, entry: unknown): string | undefined {
  let data: unknown
  try {
    data = text.trim() === '' ? (key === undefined ? [] : {}) : JSON.parse(text)
  } catch {
    return undefined
  }
  let list: unknown = data
  if (key !== undefined) {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
    const record = data as Record<string, unknown>
    if (!Object.hasOwn(record, key) || record[key] === null) record[key] = []
    list = record[key]
  }
  if (!Array.isArray(list)) return undefined
  list.push(entry)
  const indent = /^\{?\[?\s*\n([ \t]+)/.exec(text)?.[1] ?? '  '
  return `${JSON.stringify(data, null, indent)}\n`
}
