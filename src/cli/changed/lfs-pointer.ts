/** Follows the pointers that Git LFS commits in place of files to what it keeps of them. Nothing is run for it. */
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { askGit } from './git.ts'
import type { WorkingTree } from './working-tree.ts'

/** What a pointer says of its file. */
export interface LfsPointer {
  /** The SHA-256 of what the file holds. */
  readonly digest: string
  readonly size: number
}

/** No pointer has more bytes. */
export const LONGEST_POINTER = 1024

const POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([\da-f]{64})\nsize (\d{1,15})\n$/

/** The pointer that some bytes are; nothing where they are anything else. */
export function pointerIn(bytes: Uint8Array): LfsPointer | undefined {
  const [, digest, size] =
    bytes.length > LONGEST_POINTER ? [] : (POINTER.exec(Buffer.from(bytes).toString('latin1')) ?? [])
  return digest === undefined ? undefined : { digest, size: Number(size) }
}

/** Whether a file is the one that a pointer stands for. */
export function pointsAt({ digest, size }: LfsPointer, file: Uint8Array): boolean {
  return file.length === size && createHash('sha256').update(file).digest('hex') === digest
}

/** The file that a pointer stands for, from where LFS keeps it; nothing where it isn't there. */
export async function fileOf(pointer: LfsPointer, { place }: WorkingTree): Promise<Uint8Array | undefined> {
  const folder = await askGit(place, 'rev-parse', '--git-common-dir')
  if (folder === undefined) return undefined
  const { digest, size } = pointer
  const path = join(resolve(place.cwd, folder), 'lfs/objects', digest.slice(0, 2), digest.slice(2, 4), digest)
  try {
    const stats = lstatSync(path)
    const file = stats.isFile() && stats.size === size ? readFileSync(path) : undefined
    return file && pointsAt(pointer, file) ? file : undefined
  } catch {
    return undefined
  }
}
