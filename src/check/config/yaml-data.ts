/**
 * Reads YAML as plain data: no tags, no aliases, no keys but words, nothing that makes more of the file than stands in
 * it.
 */
import { isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import type { DataPath } from './config.ts'
import { DataError, type Data } from './data.ts'

/**
 * Reads a YAML text of one document.
 * @throws {DataError} where it is none, or holds tags, aliases or keys that are lists.
 */
export function readYaml(text: string): Data {
  const lines = new LineCounter()
  const lineOfOffset = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false })
    const [error] = document.errors
    if (error) throw new DataError(`is not valid YAML: ${firstLine(error.message)}`, lineOfOffset(error.pos[0]))
    const [warning] = document.warnings
    if (warning) throw new DataError(`is not plain data: ${firstLine(warning.message)}`, lineOfOffset(warning.pos[0]))
    const refuse = (what: string, range: Node['range']): never => {
      throw new DataError(`is not plain data: ${what}`, range ? lineOfOffset(range[0]) : undefined)
    }
    visit(document, {
      Node: (_, { tag, range }) =>
        tag === undefined ? undefined : refuse('it says by a tag (“!!name”) what a value is', range),
      Alias: (_, { range }) => refuse('it repeats a part by an alias (“*name”); write it out', range),
      Pair: (_, { key }) => (isCollection(key) ? refuse('a key is itself a list, or has keys', key.range) : undefined),
    })
    return { value: document.toJS({ maxAliasCount: 0 }), lineOf: (path) => lineOfOffset(offsetOf(document, path)) }
  } catch (error) {
    if (error instanceof RangeError) throw new DataError('is nested too deeply')
    throw error
  }
}

/**
 * Finds the lines of places in a YAML text, whether or not it is plain data; where a key stands twice, the last counts.
 */
export function linesOfYaml(text: string): Data['lineOf'] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  return (path) => lines.linePos(offsetOf(document, path)).line
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!
}

function offsetOf(document: Document.Parsed, path: DataPath): number {
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      offset = rangeStart(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = rangeStart(node) ?? offset
    } else break
  }
  return offset
}

function rangeStart(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined
}
