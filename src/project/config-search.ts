/** Finds the config file that is nearest to a piece of copy. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exists } from './repository.ts'

/** The names that a config file may have. */
const NAMES = ['copydesk.yml', 'copydesk.yaml', 'copydesk.json'] as const

/** More than one config in one folder; the message is about the first of them. */
export class AmbiguousConfig extends Error {
  override readonly name = 'AmbiguousConfig'
  readonly file: string

  constructor(file: string, other: string) {
    super(`stands beside ${other}; keep one of the two`)
    this.file = file
  }
}

/** Searches upward, and remembers for each folder what it found. */
export class ConfigSearch {
  readonly #nearest = new Map<string, string | undefined>()

  /**
   * The absolute path of the config that holds in a folder: its own, or the nearest upward, up to and with the folder
   * that holds `.git`, or to the file system's root where there is none.
   * @throws {AmbiguousConfig} where one folder holds two.
   */
  nearest(folder: string): string | undefined {
    const passed: string[] = []
    let found: string | undefined
    for (let at = folder; ; at = dirname(at)) {
      if (this.#nearest.has(at)) {
        found = this.#nearest.get(at)
        break
      }
      passed.push(at)
      found = configIn(at)
      if (found !== undefined || exists(join(at, '.git')) || dirname(at) === at) break
    }
    for (const one of passed) this.#nearest.set(one, found)
    return found
  }
}

function configIn(folder: string): string | undefined {
  const found: string[] = NAMES.filter((name) => isFile(join(folder, name)))
  if (hasOwnKey(join(folder, 'package.json'))) found.push('package.json')
  const [first, second] = found
  if (first === undefined) return undefined
  if (second !== undefined) throw new AmbiguousConfig(join(folder, first), second)
  return join(folder, first)
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false
  }
}

/** Whether a package.json holds the key “copydesk”. One that can't be read or parsed is somebody else's trouble. */
function hasOwnKey(path: string): boolean {
  if (!isFile(path)) return false
  try {
    const text = readFileSync(path, 'utf8')
    if (!text.includes('"copydesk"')) return false
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof data === 'object' && data !== null && Object.hasOwn(data, 'copydesk')
  } catch {
    return false
  }
}
