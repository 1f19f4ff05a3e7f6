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
