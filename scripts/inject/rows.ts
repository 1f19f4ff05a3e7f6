/** Reads rows of JSON Lines, plain or gzipped. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { InputError } from '../input-error.ts'

/** A row: an object as JSON has it. */
export type Row = Readonly<Record<string, unknown>>

/**
 * The rows of a .jsonl(.gz) file, or of all below a folder in the order of their paths. What isn't an object is passed over.
 * @throws {InputError} naming what is missing or can't be unpacked, or the file and line of a row that isn't JSON.
 */
export function* rowsIn(path: string): Iterable<Row> {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) throw new InputError(`there is no file or folder “${path}”`)
  if (entry.isDirectory()) {
    for (const name of readdirSync(path).toSorted()) yield* rowsIn(join(path, name))
    return
  }
  if (!/\.jsonl(?:\.gz)?$/.test(path)) return
  for (const [index, line] of linesOf(path).entries()) {
    if (line.trim() === '') continue
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch {
      throw new InputError(`${path}, line ${index + 1}: this row isn’t JSON`)
    }
    if (typeof row === 'object' && row !== null) yield row as Row
  }
}

function linesOf(path: string): readonly string[] {
  const bytes = readFileSync(path)
  if (!path.endsWith('.gz')) return bytes.toString('utf8').split('\n')
  try {
    return gunzipSync(bytes).toString('utf8').split('\n')
  } catch (error) {
    throw new InputError(`${path} can’t be unpacked: ${(error as Error).message}`)
  }
}
