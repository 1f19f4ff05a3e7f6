/**
 * The secret by which a cache is known for this user's own: it lies in the user's cache folder, where no checkout can
 * put anything.
 */
import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { repositoryOf } from '../../project/repository.ts'
import type { Io } from '../io.ts'
import { UnwrittenFile, writeOwn } from '../files/write-copy.ts'

/** A secret that can't be had; the message says why. */
export class NoSecret extends Error {
  override readonly name = 'NoSecret'
}

/** A user's secret. */
export interface CacheSecret {
  readonly bytes: Buffer
  /** Tells it from others, and tells nothing of it. */
  readonly name: string
}

const SECRET = /^[\da-f]{64}\n$/

/**
 * The user's secret, which is made with the first cache.
 * @param checkouts Folders in whose repositories it may not lie.
 * @throws {NoSecret}
 */
export function cacheSecret(env: Io['env'], checkouts: readonly string[]): CacheSecret {
  const folder = userFolder(env)
  if (checkouts.some((checkout) => isInside(repositoryOf(checkout), folder)))
    throw new NoSecret(`its key would lie in the checkout (${folder}), where others could put one`)
  const path = join(folder, 'cache-key')
  const text = readSecret(path) ?? makeSecret(path)
  const bytes = Buffer.from(text.trim(), 'hex')
  return { bytes, name: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
}

/** Where programs keep what they could make again. */
function userFolder(env: Io['env']): string {
  const said = env['XDG_CACHE_HOME']
  if (said !== undefined && isAbsolute(said)) return join(said, 'copydesk')
  const home = env['HOME'] ?? homedir()
  if (!isAbsolute(home)) throw new NoSecret('there is no home folder for its key')
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'copydesk')
  return join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'copydesk')
}

/** The secret that lies there; nothing where it isn't one, or others could have read or written it. */
function readSecret(path: string): string | undefined {
  try {
    const stats = lstatSync(path)
    const isOwn = process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o077) === 0)
    const text = stats.isFile() && isOwn && stats.size < 100 ? readFileSync(path, 'utf8') : ''
    return SECRET.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes a new secret, in place of one that can't be trusted. Of two runs that do so at once, the later one's holds.
 */
function makeSecret(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeOwn(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  } catch (error) {
    throw new NoSecret(`its key ${path} ${error instanceof UnwrittenFile ? error.message : 'can not be written'}`)
  }
  const text = readSecret(path)
  if (text === undefined) throw new NoSecret(`its key ${path} can not be kept from others`)
  return text
}

/** Whether a path lies in a folder, links followed; the path itself need not be there. */
function isInside(folder: string | undefined, path: string): boolean {
  if (folder === undefined) return false
  const way = relative(realpathSync(folder), realpathOf(path))
  return way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realpathOf(dirname(path)), path.slice(dirname(path).length))
  }
}
