/** Searches folders for copy. */
import { join } from 'node:path'
import type { FileFailure } from '../../check/file-report.ts'
import { isFoundInFolders } from '../../copy/formats/format.ts'
import { whyUnreadable } from '../../project/file-errors.ts'
import { DISK, type FileTree } from './file-tree.ts'
import { Ignored, isPassedOver } from './ignored.ts'
import { unreadKind } from './unread-kinds.ts'

/** What a search found. */
export interface SearchResult {
  readonly isGlob: boolean
  /** Absolute paths. */
  readonly files: readonly string[]
  /** Files that could be copy and are not read, by absolute path. */
  readonly unread: readonly string[]
  /** Whether there was copy that ignore files left out. */
  readonly leftOut: boolean
  /** Folders that could not be read, by absolute path. */
  readonly failures: readonly FileFailure[]
}

/** Searches a folder for copy, in the order of names; links are not followed. */
export function searchFolder(top: string, cwd: string, tree: FileTree = DISK): SearchResult {
  const ignored = new Ignored(top, cwd, tree)
  ignored.readDespite(top)
  const files: string[] = []
  const unread: string[] = []
  const failures: FileFailure[] = []
  let leftOut = false
  const walk = (folder: string): void => {
    let entries
    try {
      entries = tree.entriesOf(folder)
    } catch (error) {
      failures.push({ path: folder, message: whyUnreadable(error) ?? 'can not be read' })
      return
    }
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (isPassedOver(path)) continue
      // A link is neither a file nor a folder here, so none is followed.
      if (entry.isDirectory()) {
        if (ignored.has(path, 'folder')) leftOut = true
        else walk(path)
      } else if (entry.isFile() && isFoundInFolders(entry.name)) {
        if (ignored.has(path, 'file')) leftOut = true
        else files.push(path)
      } else if (entry.isFile() && unreadKind(entry.name) !== undefined && !ignored.has(path, 'file')) unread.push(path)
    }
  }
  walk(top)
  return { isGlob: false, files, unread, failures, leftOut }
}
