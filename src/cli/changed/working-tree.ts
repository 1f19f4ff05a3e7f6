/** The repository that a run stands in: its root, its commits, and how it names what it holds. */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { exists, repositoryOf } from '../../project/repository.ts'
import { UsageError } from '../arguments/arguments.ts'
import { askGit, git, GitFailure } from './git.ts'
import type { GitPlace } from './git-place.ts'

/** A repository with a working tree. */
export interface WorkingTree {
  readonly place: GitPlace
  /** The option that asks for it, for messages. */
  readonly option: '--since' | '--staged'
  /**
   * The working tree's root: not the path with all links followed, since files are known by the path that leads to them
   * from here.
   */
  readonly root: string
  /** What `git diff` is to be told, so that it compares the same. */
  readonly comparison: string
  /** What names of objects are made by. */
  readonly hash: 'sha1' | 'sha256'
}

/**
 * Opens the repository that a folder lies in.
 * @param since The reference to compare with; left out, the index is compared with HEAD.
 * @throws {UsageError} outside one, in a bare one or in git's own folder, and where git refuses or can't read it.
 */
export async function openWorkingTree(place: GitPlace, since: string | undefined): Promise<WorkingTree> {
  const option = since === undefined ? '--staged' : '--since'
  const none = new UsageError(`${option} needs a git repository with a working tree; this folder lies in none`)
  try {
    const [isInside, format, up = ''] = (
      await git(place, ['rev-parse', '--is-inside-work-tree', '--show-object-format', '--show-cdup'])
    )
      .toString()
      .split('\n')
    if (isInside !== 'true') throw none
    return {
      place,
      option,
      comparison: since === undefined ? '--cached' : `${since}...`,
      root: resolve(place.cwd, up),
      hash: format === 'sha256' ? 'sha256' : 'sha1',
    }
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    if (/dubious ownership/.test(error.stderr))
      throw new UsageError(`${option}: git refuses this repository, since it belongs to somebody else`)
    if (/cannot use bare repository/.test(error.stderr)) throw none
    if (!/not a git repository/.test(error.stderr))
      throw new UsageError(`${option}: git can’t read this repository: ${error.message}`)
    throw repositoryOf(place.cwd) === undefined
      ? none
      : new UsageError(`${option}: there is a .git here, which git takes for no repository; it may be damaged`)
  }
}

/**
 * The commit that HEAD is at; nothing before the first one.
 * @throws {UsageError} where there should be one and git can't find it: what is old would count as new.
 */
export async function headOf({ place, option }: WorkingTree): Promise<string | undefined> {
  const head = await askGit(place, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
  if (head !== undefined) return head
  const branch = await askGit(place, 'symbolic-ref', '--quiet', 'HEAD')
  // A branch without a commit isn't listed; one that is broken is an error, or a warning.
  if (
    branch === undefined
    || (await askGit(place, 'for-each-ref', '--format=%(objecttype)', branch)) !== ''
    || (await isBrokenRef(place, branch))
  ) {
    throw new UsageError(
      `${option}: the commit that HEAD is at can’t be read; the repository may be damaged (git fsck says more)`,
    )
  }
  return undefined
}

async function isBrokenRef(place: GitPlace, branch: string): Promise<boolean> {
  const file = await askGit(place, 'rev-parse', '--git-path', branch)
  return file !== undefined && exists(resolve(place.cwd, file))
}

/**
 * The commit where a reference and HEAD part.
 * @throws {UsageError}
 */
export async function mergeBase(tree: WorkingTree, ref: string): Promise<string> {
  const { place } = tree
  const head = await headOf(tree)
  if (head === undefined) throw new UsageError('--since: this repository has no commit yet')
  const isShallow = async (): Promise<boolean> =>
    (await askGit(place, 'rev-parse', '--is-shallow-repository')) === 'true'
  const other = await askGit(place, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
  if (other === undefined) {
    throw new UsageError(
      (await isShallow())
        ? `--since: there is no commit “${ref}” in this shallow clone; fetch it, and the whole history (fetch-depth: 0)`
        : `--since: there is no commit “${ref}” here; where it is another repository’s branch, fetch it first`,
    )
  }
  const base = await askGit(place, 'merge-base', other, head)
  if (base !== undefined && base !== '') return base
  throw new UsageError(
    (await isShallow())
      ? `--since: this clone is shallow and lacks the commit where “${ref}” and HEAD part; fetch the whole history (fetch-depth: 0)`
      : `--since: “${ref}” and HEAD have no commit in common`,
  )
}

/** The name that git gives to what a file or an empty folder holds. */
export function objectId(hash: WorkingTree['hash'], type: 'blob' | 'tree', bytes: Uint8Array): string {
  return createHash(hash).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}

/**
 * Asks git what takes reading what was committed.
 * @throws {UsageError} where a partial clone lacks it.
 * @throws {GitFailure} where git ends with another error.
 */
export async function readObjects(tree: WorkingTree, args: readonly string[], input?: string): Promise<Buffer> {
  try {
    return await git(tree.place, args, input)
  } catch (error) {
    throw error instanceof GitFailure && /promisor|lazy fetch/.test(error.stderr) ? await lackOfVersions(tree) : error
  }
}

/** Says that git lacks what it would compare with. */
export async function lackOfVersions({ place, option, comparison }: WorkingTree): Promise<UsageError> {
  const promised = await askGit(place, 'config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$')
  return new UsageError(
    promised === undefined
      ? `${option}: the repository lacks something that it should have; it may be damaged (git fsck says more)`
      : `${option}: this is a partial clone and lacks earlier versions of files; “git diff --stat ${comparison}” fetches them`,
  )
}
