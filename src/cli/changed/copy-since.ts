/**
 * Finds the copy in the folder that isn't what it was in a commit. Its bytes are hashed here: git would run the filters
 * that a repository names.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { repositoryOf } from '../../project/repository.ts'
import { LARGEST } from '../files/read-input.ts'
import { findFiles, type FileInput, type IsIgnored } from '../files/find-files.ts'
import type { ChangedCopy } from './changed-copy.ts'
import { Blobs } from './blobs.ts'
import { filesOfCommit, pathsOfIndex, renamedFiles, type EarlierFile } from './git-files.ts'
import { KnownPaths, workingFiles } from './git-trees.ts'
import { pointsAt } from './lfs-pointer.ts'
import { mergeBase, objectId, type WorkingTree } from './working-tree.ts'

/**
 * The files that some names mean and that differ from where a reference and HEAD part.
 * @throws {UsageError | GitFailure}
 */
export async function findSince(
  tree: WorkingTree,
  ref: string,
  names: readonly string[],
  isIgnored: IsIgnored,
): Promise<ChangedCopy> {
  const commit = await mergeBase(tree, ref)
  const before = await filesOfCommit(tree, commit)
  const index = await pathsOfIndex(tree)
  const known = new KnownPaths(tree.root, [...before.keys(), ...index])
  const search = await findFiles(names, tree.place.cwd, isIgnored, workingFiles(known))
  const files = search.inputs
    .filter((input) => input.kind === 'file')
    .filter(({ absolute }) => !(isGone(absolute) && known.kindOf(absolute) === 'file'))
  const isOwn = ownFilesOf(tree.root)
  const own = files.filter(isOwn)
  const earlier = await earlierFiles(tree, commit, { before, index, files: own })
  const changed = own.filter((file) => !isWhatItWas(file, earlier.get(file.absolute), tree))
  const blobs = await Blobs.open(
    tree,
    changed.flatMap(({ absolute }) => earlier.get(absolute)?.blob ?? []),
  )
  const inputs = new Set<FileInput>()
  for (const file of changed) if (!(await isWhatPointerSays(file, earlier.get(file.absolute), blobs))) inputs.add(file)
  const others = files.filter((file) => !inputs.has(file)).map(({ absolute }) => absolute)
  return { search: { ...search, inputs: [...inputs], others }, earlier, blobs, foreign: files.length - own.length }
}

/** Whether there is no such file, and not only none that can be looked at. */
function isGone(path: string): boolean {
  try {
    lstatSync(path)
    return false
  } catch (error) {
    return /^(?:ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')
  }
}

/**
 * Knows which files belong to the repository: plain ones that no link and no repository of its own (a submodule) stands
 * before.
 */
function ownFilesOf(root: string): (file: FileInput) => boolean {
  const realRoot = realpathSync(root)
  // The working tree of a repository that lies elsewhere has no .git of its own.
  const repository = repositoryOf(root)
  const folders = new Map<string, boolean>()
  const isOwnFolder = (folder: string): boolean => {
    const way = relative(root, folder)
    if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return false
    return realpathSync(folder) === join(realRoot, way) && repositoryOf(folder) === repository
  }
  return ({ absolute }) => {
    const folder = dirname(absolute)
    try {
      const isOwn = folders.get(folder) ?? isOwnFolder(folder)
      folders.set(folder, isOwn)
      return isOwn && lstatSync(absolute).isFile()
    } catch {
      // The check says why it can't be read.
      return true
    }
  }
}

interface Lists {
  readonly before: ReadonlyMap<string, string>
  readonly index: ReadonlySet<string>
  readonly files: readonly FileInput[]
}

/**
 * What some files were in a commit, by their absolute paths; git knows of those in the index whether they were renamed.
 */
async function earlierFiles(
  tree: WorkingTree,
  commit: string,
  { before, index, files }: Lists,
): Promise<ReadonlyMap<string, EarlierFile>> {
  const isMoved = [...before.keys()].some((path) => !index.has(path)) && [...index].some((path) => !before.has(path))
  const renamed = isMoved ? await renamedFiles(tree, commit) : new Map<string, EarlierFile>()
  return new Map(
    files.flatMap(({ absolute }) => {
      const path = relative(tree.root, absolute).replaceAll(sep, '/')
      const blob = before.get(path)
      const was = renamed.get(path) ?? (blob === undefined ? undefined : { path, blob })
      return was ? [[absolute, was] as const] : []
    }),
  )
}

/**
 * Whether a file has its name and bytes of then; line ends of Windows, which git may write into the folder, make no
 * difference.
 */
function isWhatItWas({ absolute }: FileInput, was: EarlierFile | undefined, { root, hash }: WorkingTree): boolean {
  if (was === undefined || relative(root, absolute).replaceAll(sep, '/') !== was.path) return false
  const bytes = bytesOf(absolute)
  if (bytes === undefined) return false
  if (objectId(hash, 'blob', bytes) === was.blob) return true
  return (
    bytes.includes('\r\n')
    && objectId(hash, 'blob', Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) === was.blob
  )
}

/** Whether the commit had a pointer of Git LFS that means this very file. */
async function isWhatPointerSays(
  { absolute }: FileInput,
  was: EarlierFile | undefined,
  blobs: Blobs,
): Promise<boolean> {
  const pointer = was && (await blobs.pointer(was.blob))
  const bytes = pointer && bytesOf(absolute)
  return bytes !== undefined && pointsAt(pointer!, bytes)
}

/** A file's bytes; nothing where the check will say why they can't be read. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return lstatSync(path).size > LARGEST ? undefined : readFileSync(path)
  } catch {
    return undefined
  }
}
