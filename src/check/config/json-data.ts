/** Reads JSON as data whose places have lines: those of YAML, which every JSON text is. */
import { Lines, sourceSpan } from '#text'
import { DataError, type Data } from './data.ts'
import { linesOfYaml } from './yaml-data.ts'

// Nobody wrote more by hand, and to find a line in it would take seconds.
const LONGEST = 1_000_000

/**
 * Reads a JSON text.
 * @throws {DataError} where it is none.
 */
export function readJson(text: string): Data {
  try {
    const value: unknown = JSON.parse(text)
    let lineOf: Data['lineOf'] | undefined
    return { value, lineOf: (path) => (text.length > LONGEST ? undefined : (lineOf ??= linesOfYaml(text))(path)) }
  } catch (error) {
    // The engine's words quote the text; only the place is taken from them.
    const offset = Number(/ position (\d+)/.exec(String(error))?.[1])
    const line = Number.isNaN(offset) ? undefined : new Lines(text).pointsOf(sourceSpan(offset, offset)).start.line
    throw new DataError('is not valid JSON', line)
  }
}
