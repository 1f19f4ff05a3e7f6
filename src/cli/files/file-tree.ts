/** Where a search looks for files: on the disk, or in what git keeps. */
import { lstatSync, readdirSync, statSync } from 'node:fs'
import { whyUnreadable } from '../../project/file-errors.ts'

/** The two things that a path may lead to. */
export type PathKind = 'file' | 'folder'

/** What lies in a folder under a name. What is neither a file nor a folder is left out of searches. */
export interface FolderEntry {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
}

/** Why there is nothing at a path, as the predicate of a sentence about it. */
export interface Nothing {
  readonly why: string
  /** Whether it isn't there, and not only out of reach. */
  readonly isMissing: boolean
}

/** Files that can be searched. All paths are absolute. */
export interface FileTree {
  /** What is at a path, links followed. */
  look(path: string): PathKind | Nothing
  /** What lies in a folder; throws what the system throws where it can't be read. */
  entriesOf(folder: string): readonly FolderEntry[]
  /** Whether git has the file, or one in the folder: a .gitignore leaves out only what git hasn't. */
  isTracked(path: string, kind: 'file' | 'folder'): boolean
  /** Whether it is no mistake to name a folder without copy: all of it may have been deleted. */
  readonly mayBeEmpty: boolean
  /** Whether a file is to be checked; that others are found shows that a name among the arguments is right. */
  isWanted(path: string): boolean
}

/** The files on the disk, for which git isn't asked. */
export const DISK: FileTree = {
  look: (path) => {
    try {
      return statSync(path).isDirectory() ? 'folder' : 'file'
    } catch (error) {
      const why = whyUnreadable(error) ?? 'can not be read'
      const isMissing = why === 'does not exist'
      return isMissing && isDanglingLink(path)
        ? { why: 'is a link to something that does not exist', isMissing: false }
        : { why, isMissing }
    }
  },
  entriesOf: (folder) => readdirSync(folder, { withFileTypes: true }),
  isTracked: () => false,
  mayBeEmpty: false,
  isWanted: () => true,
}

function isDanglingLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}
