/** What a run finds to have changed. */
import type { Search } from '../files/find-files.ts'
import type { Blobs } from './blobs.ts'
import type { EarlierFile } from './git-files.ts'

/** The copy that has changed. */
export interface ChangedCopy {
  /** Its inputs; those from the index with what it holds. */
  readonly search: Search
  /** What it was before, by absolute path; nothing for new files. */
  readonly earlier: ReadonlyMap<string, EarlierFile>
  /** What git has of it. */
  readonly blobs: Blobs
  /** How many files were found that git can't speak of. */
  readonly foreign: number
}
