/** Narrows a run down to the files that have changed, and to what is new in them. */
import { resolve } from 'node:path'
import { checkerOf, type Place } from '../project/copy-checker.ts'
import type { Hide, HideFor } from '../project/hide-known.ts'
import type { Settings } from '../project/settings.ts'
import type { Arguments } from './arguments.ts'
import { hideFindings } from '../check/hidden.ts'
import { UnreadError } from '../check/unread.ts'
import { decode, UnfitFile } from './check-files.ts'
import type { Input } from './find-files.ts'
import { Blobs, changedFiles, headTree, mergeBase, rootOf, type ChangedFile, type GitPlace } from './git.ts'
import type { Io } from './io.ts'

/** What of a run is left. */
export interface ChangedRun {
  /** The inputs that have changed; those from the index with what it holds. */
  readonly inputs: readonly Input[]
  /** Hides what a file had before. */
  readonly hide: HideFor
}

/**
 * Narrows a run down to what `--since` or `--staged` asks for.
 * @throws {UsageError} outside a repository, for an unknown reference, or where the history doesn't reach far enough.
 */
export async function onlyChanged(inputs: readonly Input[], { since, staged }: Pick<Arguments, 'since' | 'staged'>, settings: Settings, io: Io): Promise<ChangedRun> {
  const place: GitPlace = { cwd: io.cwd, env: io.env }
  const root = await rootOf(place, staged ? '--staged' : '--since')
  const base = since === undefined ? await headTree(place) : await mergeBase(place, since)
  const changes = new Map((await changedFiles(place, base, staged ? 'index' : 'working tree')).map((change) => [resolve(root, change.path), change]))
  const changed = inputs.filter((input) => input.kind === 'file' && changes.has(input.absolute))
  const ofInputs = changed.map((input) => changes.get((input as Place).absolute)!)
  const bases = new Blobs(place, ofInputs.flatMap(({ base: was }) => was?.blob ?? []))
  const hide: HideFor = async (copy) => hideEarlier(copy, changes.get(copy.absolute), bases, settings)
  if (!staged) return { inputs: changed, hide }
  const index = new Blobs(place, ofInputs.flatMap(({ staged: blob }) => blob ?? []))
  const contents = await Promise.all(ofInputs.map(({ staged: blob }) => (blob === undefined ? undefined : index.read(blob))))
  return { inputs: changed.map((input, at) => ({ ...input, content: contents[at] ?? new Uint8Array() })), hide }
}

/** Hides what the base version of a file has, checked under its name of then with the config of now. */
async function hideEarlier({ absolute }: Place, change: ChangedFile | undefined, blobs: Blobs, settings: Settings): Promise<Hide | undefined> {
  const bytes = change?.base && await blobs.read(change.base.blob)
  if (!bytes) return undefined
  try {
    const { text } = decode(bytes)
    const checkText = await checkerOf({ path: change.base!.path, absolute }, settings, text)
    const earlier = new Set(checkText(text).findings.map(({ fingerprint }) => fingerprint))
    return (report) => hideFindings(report, ({ fingerprint }) => (earlier.has(fingerprint) ? { by: 'earlier version' } : undefined))
  } catch (error) {
    // A version that could not be read had no findings.
    if (error instanceof UnfitFile || error instanceof UnreadError) return undefined
    throw error
  }
}
