/** Finds the copy that is about to be committed, as git has it, whatever lies in the folder. */
import { resolve } from 'node:path'
import type { FileFailure } from '../../check/file-report.ts'
import { LARGEST, TOO_BIG } from '../files/read-input.ts'
import { findFiles, type Input, type IsIgnored } from '../files/find-files.ts'
import type { ChangedCopy } from './changed-copy.ts'
import { Blobs } from './blobs.ts'
import { filesOfCommit, pathsOfIndex, stagedFiles } from './git-files.ts'
import { KnownPaths, stagedTree } from './git-trees.ts'
import { headOf, type WorkingTree } from './working-tree.ts'

/**
 * The staged files that some names mean, each with what the index holds of it.
 * @throws {UsageError | GitFailure}
 */
export async function findStaged(
  tree: WorkingTree,
  names: readonly string[],
  isIgnored: IsIgnored,
): Promise<ChangedCopy> {
  const head = await headOf(tree)
  const index = await pathsOfIndex(tree)
  const known = new KnownPaths(tree.root, [...(await filesOfCommit(tree, head)).keys(), ...index])
  const changes = new Map((await stagedFiles(tree, head)).map((change) => [resolve(tree.root, change.path), change]))
  const search = await findFiles(
    names,
    tree.place.cwd,
    isIgnored,
    stagedTree(known, (path) => changes.has(path)),
  )
  const found = search.inputs.flatMap((input) =>
    input.kind === 'file' ? [{ input, change: changes.get(input.absolute)! }] : [],
  )
  const blobs = await Blobs.open(
    tree,
    found.flatMap(({ change: { blob, base } }) => [
      ...(blob === undefined ? [] : [blob]),
      ...(base ? [base.blob] : []),
    ]),
  )
  const inputs: Input[] = []
  const failures: FileFailure[] = []
  for (const {
    input,
    change: { blob },
  } of found) {
    const content = blob === undefined ? IN_CONFLICT : await contentOf(blob, blobs)
    if (typeof content === 'string') failures.push({ path: input.path, message: content })
    else inputs.push({ ...input, content })
  }
  const earlier = new Map(
    found.flatMap(({ input, change: { base } }) => (base ? [[input.absolute, base] as const] : [])),
  )
  return { search: { ...search, inputs, failures: [...search.failures, ...failures] }, earlier, blobs, foreign: 0 }
}

const IN_CONFLICT = 'is in conflict: git has no version of it to commit'

/** What a staged file holds, or why that can't be checked. */
async function contentOf(blob: string, blobs: Blobs): Promise<Uint8Array | string> {
  if (Math.max(blobs.sizeOf(blob), (await blobs.pointer(blob))?.size ?? 0) > LARGEST) return TOO_BIG
  return (
    (await blobs.read(blob))
    ?? 'is a pointer of Git LFS, and the file that it stands for is not here; git lfs fetch gets it'
  )
}
