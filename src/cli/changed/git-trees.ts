/** Shows a search what git has: in place of the disk, or beside it. */
import { dirname, resolve, sep } from 'node:path'
import { DISK, type FileTree, type FolderEntry, type PathKind } from '../files/file-tree.ts'

/** Paths and all folders above them. */
export class KnownPaths {
  readonly #folders = new Map<string, Map<string, PathKind>>()
  readonly #root: string

  /** @param paths From the root, with slashes; what would lead out of it is left out. */
  constructor(root: string, paths: Iterable<string>) {
    this.#root = root
    this.#folders.set(root, new Map())
    for (const path of paths) {
      const absolute = resolve(root, path)
      if (absolute.startsWith(root.endsWith(sep) ? root : root + sep)) this.#add(absolute, 'file')
    }
  }

  kindOf(path: string): PathKind | undefined {
    return this.#folders.has(path) ? 'folder' : this.#folders.get(dirname(path))?.get(nameOf(path))
  }

  entriesOf(folder: string): readonly FolderEntry[] {
    return [...(this.#folders.get(folder) ?? [])].map(([name, kind]) => ({
      name,
      isFile: () => kind === 'file',
      isDirectory: () => kind === 'folder',
    }))
  }

  #add(path: string, kind: PathKind): void {
    const folder = dirname(path)
    let names = this.#folders.get(folder)
    if (!names) {
      names = new Map()
      this.#folders.set(folder, names)
      if (folder !== this.#root) this.#add(folder, 'folder')
    }
    names.set(nameOf(path), kind)
  }
}

/** What git is about to commit, whatever lies in the folder. */
export function stagedTree(known: KnownPaths, isWanted: FileTree['isWanted']): FileTree {
  return {
    look: (path) => known.kindOf(path) ?? DISK.look(path),
    entriesOf: (folder) => known.entriesOf(folder),
    isTracked: () => true,
    mayBeEmpty: true,
    isWanted,
  }
}

/**
 * The files in the folder, and the names of those that git has and the folder has not: whoever names them is not
 * mistaken.
 */
export function workingFiles(known: KnownPaths): FileTree {
  return {
    ...DISK,
    look: (path) => {
      const there = DISK.look(path)
      return typeof there === 'object' && there.isMissing ? (known.kindOf(path) ?? there) : there
    },
    entriesOf: (folder) => {
      const there = DISK.look(folder) === 'folder' ? DISK.entriesOf(folder) : []
      const names = new Set(there.map(({ name }) => name))
      return [...there, ...known.entriesOf(folder).filter(({ name }) => !names.has(name))]
    },
    isTracked: (path, kind) => known.kindOf(path) === kind,
    mayBeEmpty: true,
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1)
}
