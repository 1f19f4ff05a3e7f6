/** Searches folders and globs for copy. */
import { lstatSync, readdirSync } from 'node:fs'
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path'
import type { FileFailure } from '../check/file-report.ts'
import { COPY_ENDING } from '../check/format-of.ts'
import { whyUnreadable } from '../project/file-errors.ts'
import { repositoryOf } from '../project/repository.ts'
import { Ignored, isPassedOver } from './ignored.ts'

/** What a search found. */
export interface Found {
  readonly isGlob: boolean
  /** Absolute paths. */
  readonly files: readonly string[]
  /** Whether there was copy that ignore files left out. */
  readonly leftOut: boolean
  /** Folders that could not be read, by absolute path. */
  readonly failures: readonly FileFailure[]
}

/** Searches a folder for copy, in the order of names; links are not followed. */
export function searchFolder(top: string): Found {
  const ignored = new Ignored(repositoryOf(top) ?? top)
  ignored.readDespite(top)
  const files: string[] = []
  const failures: FileFailure[] = []
  let leftOut = false
  const walk = (folder: string): void => {
    let entries
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      failures.push({ path: folder, message: whyUnreadable(error) ?? 'can not be read' })
      return
    }
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      // A link is neither a file nor a folder here, so none is followed.
      const isCopy = entry.isFile() && COPY_ENDING.test(entry.name)
      if (isPassedOver(path) || !(isCopy || entry.isDirectory())) continue
      if (ignored.has(path, isCopy ? 'file' : 'folder')) leftOut = true
      else if (isCopy) files.push(path)
      else walk(path)
    }
  }
  walk(top)
  return { isGlob: false, files, failures, leftOut }
}

/** The files that a glob matches, in the order of names; links are not followed. */
export async function searchGlob(pattern: string, cwd: string): Promise<Found> {
  const { glob } = await import('tinyglobby')
  const written = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
  const matches = await glob(written, {
    cwd, absolute: true, followSymbolicLinks: false, expandDirectories: false, ignore: '**/node_modules/**',
  })
  const tops = new Map<string, Ignored>()
  const isLeftOut = (file: string): boolean => {
    const folder = dirname(file)
    const top = repositoryOf(folder) ?? (isInside(cwd, file) ? cwd : folder)
    const ignored = tops.get(top) ?? new Ignored(top)
    tops.set(top, ignored)
    return ignored.has(file, 'file')
  }
  const plain = matches.map((match) => normalize(match)).filter((match) => lstatSync(match, { throwIfNoEntry: false })?.isFile())
  const files = plain.filter((match) => !isLeftOut(match)).sort()
  return { isGlob: true, files, failures: [], leftOut: files.length < plain.length }
}

/** Whether a path lies in a folder, at any depth. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`)
}
