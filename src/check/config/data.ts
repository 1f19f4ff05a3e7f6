/** Data read from a config or names file, with the line of each of its places. */
import type { DataPath } from './config.ts'

/** What a file holds. */
export interface Data {
  readonly value: unknown
  /** The line, from 1, of the key or item that a path leads to, or of the last one on the way that exists. */
  lineOf(path: DataPath): number | undefined
}

/** Text that is no data of its format; the message says what is wrong and not in which file. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}

/** The line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = 0; at < offset && at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++
  }
  return line
}
