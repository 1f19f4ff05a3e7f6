/** Writes a file so that at every moment it is either as it was or as it is to be, whatever happens in between. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
  type Stats,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'

/** A file that was not written; the message is the predicate of a sentence about it. It is as it was. */
export class UnwrittenFile extends Error {
  override readonly name = 'UnwrittenFile'
}

/**
 * Writes a file in place of the one that was read: into a temporary file in the same folder, flushed to the disk, given
 * the same mode and owner, then renamed. Neither a link nor anything but a plain file is written to.
 * @param was The bytes that were read. Where the file holds others by now, it is left alone.
 * @throws {UnwrittenFile}
 */
export function writeCopy(path: string, was: Uint8Array, bytes: Uint8Array): void {
  guarded(() => {
    const stats = writableFile(path)
    withTemporary(path, bytes, stats, () => {
      const now = lstatSync(path)
      if (now.ino !== stats.ino || now.dev !== stats.dev || !readFileSync(path).equals(was)) {
        throw new UnwrittenFile('has changed since it was read; it was left as it is')
      }
    })
  })
}

/**
 * Writes a file of Copydesk's own, new or not, in the same way.
 * @param options Who may read and write it; left out, who could before, or everybody whom the process lets.
 * @throws {UnwrittenFile}
 */
export function writeOwn(path: string, text: string, { mode }: { readonly mode?: number } = {}): void {
  guarded(() => {
    const there = lstatSync(path, { throwIfNoEntry: false })
    const stats = there && writableFile(path)
    withTemporary(path, new TextEncoder().encode(text), mode === undefined ? stats : { mode }, () => undefined)
  }, 'can not be written: its folder does not exist')
}

/**
 * Writes a file that isn't there yet; one that is there, were it a link to nothing, is left alone.
 * @throws {UnwrittenFile}
 */
export function writeNew(path: string, text: string): void {
  guarded(() => {
    let file: number
    try {
      file = openSync(path, 'wx')
    } catch (error) {
      throw error instanceof Error && 'code' in error && error.code === 'EEXIST'
        ? new UnwrittenFile('is there already; it was left as it is')
        : error
    }
    try {
      const bytes = new TextEncoder().encode(text)
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } catch (error) {
      quietly(() => unlinkSync(path))
      throw error
    } finally {
      closeSync(file)
    }
  }, 'can not be written: its folder does not exist')
}

/**
 * A plain file that may be written. The superuser may write any; a file without any right to write is meant to stay all
 * the same.
 */
function writableFile(path: string): Stats {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) throw new UnwrittenFile('is a link; fixes are not written through links')
  if (!stats.isFile()) throw new UnwrittenFile('is no plain file; it can not be fixed in place')
  // A rename would part the two names: one would keep the old copy.
  if (stats.nlink > 1) throw new UnwrittenFile('has a second name (a hard link); it was left as it is')
  if ((stats.mode & 0o222) === 0) throw new UnwrittenFile('is read-only')
  accessSync(path, constants.W_OK)
  return stats
}

/** Who may do what with a file; where no owner is named, it is whoever writes it. */
interface Owned {
  readonly mode: number
  readonly uid?: number
  readonly gid?: number
}

/** Writes the temporary file, looks once more, and renames; nothing is left behind where any of it fails. */
function withTemporary(path: string, bytes: Uint8Array, stats: Owned | undefined, lookAgain: () => void): void {
  const folder = dirname(path)
  const temporary = join(folder, `.copydesk-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  const file = openSync(temporary, 'wx', stats ? 0o600 : 0o666)
  try {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      if (stats) keepOwnerAndMode(file, stats)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    lookAgain()
    renameSync(temporary, path)
  } catch (error) {
    quietly(() => unlinkSync(temporary))
    throw error
  }
  // The new name, too, is to outlive a loss of power; not every system can flush a folder.
  quietly(() => {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}

function keepOwnerAndMode(file: number, { uid, gid, mode }: Owned): void {
  // Only the superuser may give files away; others keep what they can. The owner goes first: a change of it resets the
  // mode.
  if (uid !== undefined && gid !== undefined) quietly(() => fchownSync(file, uid, gid))
  fchmodSync(file, mode & 0o7777)
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Whether it worked makes no difference to what the file holds.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written (permission denied)',
  EPERM: 'may not be written (permission denied)',
  EROFS: 'can not be written: the disk is read-only',
  ENOSPC: 'can not be written: the disk is full',
  EDQUOT: 'can not be written: the disk quota is used up',
  EIO: 'can not be written: the disk reports an error',
  EISDIR: 'is a folder',
}

/** Runs what writes, and says in words what the system says in codes. */
function guarded(write: () => void, missing = 'does not exist any more'): void {
  try {
    write()
  } catch (error) {
    if (error instanceof UnwrittenFile || !(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ENOENT') throw new UnwrittenFile(missing)
    throw new UnwrittenFile(REASONS[String(error.code)] ?? `can not be written (${String(error.code)})`)
  }
}
