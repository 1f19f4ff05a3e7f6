/** Reads files below a folder, and rows of JSON Lines, plain or gzipped. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { InputError } from './input-error.ts'

/** A row: an object as JSON has it, and its place for people: “news.jsonl, line 7”. */
export interface PlacedRow {
  readonly row: Readonly<Record<string, unknown>>
  readonly place: string
  /** From 1. */
  readonly line: number
}

/**
 * A file, or all files below a folder in the order of their paths, without what begins with a dot and installed
 * packages.
 * @throws {InputError} where there is nothing of that path.
 */
export function* filesBelow(path: string): Iterable<string> {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) throw new InputError(`there is no file or folder “${path}”`)
  if (!entry.isDirectory()) yield path
  else
    for (const name of readdirSync(path).toSorted())
      if (!/^(?:\.|node_modules$)/.test(name)) yield* filesBelow(join(path, name))
}

/** Whether a file's name is one of JSON Lines. */
export function isJsonLines(file: string): boolean {
  return /\.jsonl(?:\.gz)?$/.test(file)
}

/**
 * The rows of a .jsonl(.gz) file.
 * @throws {InputError} for a file that can't be unpacked, and naming the file and line of a row that isn't a JSON
 * object.
 */
export function* rowsOf(file: string): Iterable<PlacedRow> {
  for (const [index, text] of linesOf(file).entries()) {
    if (text.trim() === '') continue
    const place = `${file}, line ${index + 1}`
    yield { row: rowFrom(text, place), place, line: index + 1 }
  }
}

/** The rows of a .jsonl(.gz) file, or of all such files below a folder; throws as `filesBelow` and `rowsOf` do. */
export function* rowsBelow(path: string): Iterable<PlacedRow> {
  for (const file of filesBelow(path)) if (isJsonLines(file)) yield* rowsOf(file)
}

function linesOf(file: string): readonly string[] {
  const bytes = readFileSync(file)
  if (!file.endsWith('.gz')) return bytes.toString('utf8').split('\n')
  try {
    return gunzipSync(bytes).toString('utf8').split('\n')
  } catch (error) {
    throw new InputError(`${file} can’t be unpacked: ${(error as Error).message}`)
  }
}

function rowFrom(text: string, place: string): PlacedRow['row'] {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    throw new InputError(`${place}: this row isn’t JSON`)
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new InputError(`${place}: this row isn’t a JSON object`)
  return row as PlacedRow['row']
}
