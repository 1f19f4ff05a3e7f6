/** Reads a config or names file as data. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { DataError, type Data } from '../check/config/data.ts'
import { decodeBytes, DecodeError } from '../readers/bytes/decode-bytes.ts'
import { ConfigError } from './config-error.ts'
import { whyUnreadable } from './file-errors.ts'

// A desk of 50,000 names fits in; more is no file that somebody wrote.
const LARGEST = 5_000_000

/**
 * The data of a file: JSON where its name ends so, else YAML; of a package.json only what stands under “copydesk”.
 * @param shown The path by which errors name the file.
 * @throws {ConfigError}
 */
export async function readDataFile(path: string, shown: string): Promise<Data> {
  try {
    const stats = statSync(path)
    // A pipe or a device may never end.
    if (!stats.isFile() && !stats.isDirectory()) throw new ConfigError(shown, 'is no plain file')
    if (stats.size > LARGEST) throw new ConfigError(shown, 'is too big (over 5 MB)')
    const { text } = decodeBytes(readFileSync(path))
    if (!/\.json$/i.test(path)) return (await import('../check/config/yaml-data.ts')).readYaml(text)
    const data = (await import('../check/config/json-data.ts')).readJson(text)
    return basename(path) === 'package.json' ? underKey(data, 'copydesk') : data
  } catch (error) {
    if (error instanceof DataError) throw new ConfigError(shown, error.message, error.line)
    if (error instanceof DecodeError) throw new ConfigError(shown, error.message)
    const reason = whyUnreadable(error)
    if (reason !== undefined) throw new ConfigError(shown, reason)
    throw error
  }
}

function underKey({ value, lineOf }: Data, key: string): Data {
  const inner =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined
  return { value: inner, lineOf: (path) => lineOf([key, ...path]) }
}
