/** Lists the files that git knows of: in a commit, in the index, and what differs between the two. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { exists } from '../../project/repository.ts'
import { UsageError } from '../arguments/arguments.ts'
import { askGit, git } from './git.ts'
import { objectId, readObjects, type WorkingTree } from './working-tree.ts'

/** A file as it was. */
export interface EarlierFile {
  /** From the root, with slashes. */
  readonly path: string
  readonly blob: string
}

/** A file that the index has in another version than a commit. */
export interface StagedFile {
  readonly path: string
  /** What it is in the index; nothing where it is in conflict. */
  readonly blob: string | undefined
  /** What it was, and what it was called; nothing for a new file. */
  readonly base?: EarlierFile
}

/** The plain files of a commit, by their paths from the root; none before the first commit. */
export async function filesOfCommit(
  tree: WorkingTree,
  commit: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (commit === undefined) return new Map()
  // “mode type blob”, a tab, the path.
  const entries = namesIn(await readObjects(tree, ['ls-tree', '-r', '-z', '--full-tree', commit])).map((line) =>
    /^(\d+) blob ([\da-f]+)\t([^]+)$/.exec(line),
  )
  return new Map(entries.flatMap((entry) => (entry && isFile(entry[1]!) ? [[entry[3]!, entry[2]!] as const] : [])))
}

/**
 * The paths of all that the index holds, from the root.
 * @throws {UsageError} where it is damaged.
 */
export async function pathsOfIndex(tree: WorkingTree): Promise<ReadonlySet<string>> {
  const { place } = tree
  await assertSoundIndex(tree)
  return new Set(namesIn(await git(place, ['ls-files', '-z', '--full-name', '--', ':/'])))
}

/**
 * Git lists what it takes for names in an index that was cut off, and says nothing: only its last bytes, the digest of
 * the others, tell.
 */
async function assertSoundIndex({ place, option, hash }: WorkingTree): Promise<void> {
  const path = await askGit(place, 'rev-parse', '--git-path', 'index')
  const file = resolve(place.cwd, path ?? '')
  if (path === undefined || !exists(file)) return
  const bytes = readFileSync(file)
  const end = bytes.length - (hash === 'sha1' ? 20 : 32)
  const digest = bytes.subarray(Math.max(end, 0))
  // “index.skipHash” leaves the digest out.
  if (
    end > 0
    && (digest.every((byte) => byte === 0) || createHash(hash).update(bytes.subarray(0, end)).digest().equals(digest))
  )
    return
  throw new UsageError(`${option}: git’s index is damaged; delete ${path}, and “git reset” makes a new one`)
}

/** The files that the index has in another version than a commit, or than nothing; those that are gone are left out. */
export async function stagedFiles(tree: WorkingTree, commit: string | undefined): Promise<readonly StagedFile[]> {
  const raw = namesIn(await compareIndex(tree, commit))
  const changed: StagedFile[] = []
  // “:mode mode blob blob status”, then the path, or two where it was renamed.
  for (let at = 0; at + 1 < raw.length;) {
    const [modeBefore = '', mode = '', before = '', blob = '', status = ''] = raw[at++]!.slice(1).split(' ')
    const from = raw[at++]!
    const path = /^[RC]/.test(status) ? raw[at++]! : from
    const isInConflict = status === 'U'
    if (!isInConflict && (!isFile(mode) || (blob === before && path === from))) continue
    changed.push({
      path,
      blob: isInConflict ? undefined : blob,
      ...(isFile(modeBefore) ? { base: { blob: before, path: from } } : {}),
    })
  }
  return changed
}

/** What files of the index were called in a commit, where git takes them for renamed. */
export async function renamedFiles(tree: WorkingTree, commit: string): Promise<ReadonlyMap<string, EarlierFile>> {
  const changed = await stagedFiles(tree, commit)
  return new Map(changed.flatMap(({ path, base }) => (base && base.path !== path ? [[path, base] as const] : [])))
}

// Only ids are asked for: neither the folder nor what writes into it is looked at.
const COMPARE = [
  'diff-index',
  '--cached',
  '--raw',
  '--find-renames',
  '-z',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--ignore-submodules',
  '--ita-invisible-in-index',
]

function compareIndex(tree: WorkingTree, commit: string | undefined): Promise<Buffer> {
  return readObjects(tree, [...COMPARE, commit ?? objectId(tree.hash, 'tree', new Uint8Array()), '--'])
}

function isFile(mode: string): boolean {
  return mode.startsWith('100')
}

function namesIn(output: Buffer): readonly string[] {
  return output
    .toString('latin1')
    .split('\0')
    .slice(0, -1)
    .map((name) => decodedName(Buffer.from(name, 'latin1')))
}

/** A name as text; bytes that are none stand there as their numbers, since two such names must not become one. */
function decodedName(bytes: Buffer): string {
  const name = bytes.toString()
  return name.includes('\uFFFD') && !Buffer.from(name).equals(bytes)
    ? bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)
    : name
}
