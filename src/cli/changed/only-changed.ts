/** Finds what has changed of the copy that is to be checked, and hides what was wrong with it before. */
import { checkSource } from '../../check/check-source.ts'
import { hideFindings } from '../../check/hiding/hidden.ts'
import { UnreadError } from '../../check/unread.ts'
import { planCheck, type CopyPath } from '../../project/check-plan.ts'
import { counted } from '../../reporters/content/shown.ts'
import type { Hide, HideFor } from '../../project/hide-known.ts'
import type { Settings } from '../../project/settings.ts'
import { UsageError, type Arguments } from '../arguments/arguments.ts'
import type { Blobs } from './blobs.ts'
import type { EarlierFile } from './git-files.ts'
import { openWorkingTree } from './working-tree.ts'
import { decode, UnfitFile } from '../files/read-input.ts'
import type { Search } from '../files/find-files.ts'
import { GitFailure } from './git.ts'
import type { GitPlace } from './git-place.ts'
import type { Io } from '../io.ts'
import { say } from '../say.ts'

/** A search, and what hides what the files that it found had before. */
export interface ChangedSearch extends Search {
  readonly hide: HideFor
}

/**
 * Finds what `--since` or `--staged` asks for.
 * @throws {UsageError} outside a repository, for an unknown reference, and where git lacks, or can't read, what is to
 * be compared.
 */
export async function findChanged(
  { inputs, since, staged, quiet }: Arguments,
  settings: Settings,
  io: Io,
): Promise<ChangedSearch> {
  const place: GitPlace = { cwd: io.cwd, env: io.env }
  const tree = await openWorkingTree(place, since)
  const isIgnored = (path: string): Promise<boolean> => settings.isIgnored(path)
  try {
    const { search, earlier, blobs, foreign } = staged
      ? await (await import('./staged-copy.ts')).findStaged(tree, inputs, isIgnored)
      : await (await import('./copy-since.ts')).findSince(tree, since!, inputs, isIgnored)
    if (foreign > 0)
      say(
        io,
        `passed over ${counted(foreign, 'file')} of other repositories or behind links: --since has nothing to compare with there`,
      )
    if (search.inputs.length === 0 && search.failures.length === 0 && !quiet && io.stdout.isTTY)
      say(io, 'nothing to check: no copy has changed')
    return { ...search, hide: async (copy) => hideEarlier(copy, earlier.get(copy.absolute), blobs, settings) }
  } catch (error) {
    throw error instanceof GitFailure
      ? new UsageError(`${tree.option}: git can’t say what has changed: ${error.message}`)
      : error
  }
}

/** Hides what the earlier version of a file has, checked under its name of then with the config of now. */
async function hideEarlier(
  { absolute }: CopyPath,
  was: EarlierFile | undefined,
  blobs: Blobs,
  settings: Settings,
): Promise<Hide | undefined> {
  const bytes = was && (await blobs.read(was.blob))
  if (!bytes) return undefined
  try {
    const { text } = decode(bytes)
    const plan = await planCheck({ path: was.path, absolute }, settings, text)
    const earlier = new Set(checkSource(text, plan).findings.map(({ fingerprint }) => fingerprint))
    return (report) =>
      hideFindings(report, ({ fingerprint }) => (earlier.has(fingerprint) ? { by: 'earlier version' } : undefined))
  } catch (error) {
    // A version that could not be read had no findings.
    if (error instanceof UnfitFile || error instanceof UnreadError) return undefined
    throw error
  }
}
