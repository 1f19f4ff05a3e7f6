/** Turns the command line's files, folders and globs into the files to check, each once, in a stable order. */
import { extname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path'
import type { FileFailure, PassedOver } from '../../check/file-report.ts'
import { DISK, type FileTree } from './file-tree.ts'
import type { SearchResult } from './search.ts'

/** Something to check. */
export type Input = InputKind & {
  /** What to check in place of what would be read: a fixed draft, a file as git has it. */
  readonly content?: Uint8Array
}

/** An input that is a file of its own, and not the standard input. */
export type FileInput = Extract<Input, { kind: 'file' }>

type InputKind =
  | { readonly kind: 'stdin' }
  | {
      readonly kind: 'file'
      /** As the user knows it: as written, or found under what was written. */
      readonly path: string
      readonly absolute: string
    }

/** What a search brought. */
export interface Search {
  readonly inputs: readonly Input[]
  /** Files that were found and are not to be checked. */
  readonly others: readonly string[]
  readonly failures: readonly FileFailure[]
  /** Files in the searched folders that could be copy and are not read. */
  readonly passedOver: PassedOver
}

/** Whether the config leaves a file out of searches. */
export type IsIgnored = (absolute: string) => Promise<boolean>

const GLOB = /[*?[\]{}]|[!+@]\(/

/**
 * Finds the files that the arguments name. A file that is named itself is taken whatever its name and whatever ignores
 * it.
 */
export async function findFiles(
  names: readonly string[],
  cwd: string,
  isIgnored: IsIgnored,
  tree: FileTree = DISK,
): Promise<Search> {
  const inputs: Input[] = []
  const others: string[] = []
  const failures: FileFailure[] = []
  const seen = new Set<string>()
  const unread = new Set<string>()
  const add = (path: string, absolute: string): void => {
    if (seen.has(absolute)) return
    seen.add(absolute)
    if (tree.isWanted(absolute)) inputs.push({ kind: 'file', path, absolute })
    else others.push(absolute)
  }
  for (const name of names) {
    if (name === '-') {
      if (!inputs.some(({ kind }) => kind === 'stdin')) inputs.push({ kind: 'stdin' })
      continue
    }
    const absolute = resolve(cwd, name)
    const there = tree.look(absolute)
    if (there === 'file') {
      add(shownPath(name), absolute)
      continue
    }
    if (there !== 'folder' && !(there.isMissing && GLOB.test(name))) {
      failures.push({ path: name, message: there.why })
      continue
    }
    const search =
      there === 'folder'
        ? (await import('./search.ts')).searchFolder(absolute, cwd, tree)
        : (await import('./search-glob.ts')).searchGlob(name, cwd, tree)
    failures.push(...search.failures.map(({ path, message }) => ({ path: pathUnder(name, absolute, path), message })))
    let found = 0
    for (const file of search.files) {
      if (await isIgnored(file)) continue
      found++
      add(search.isGlob ? pathFrom(cwd, file, name) : pathUnder(name, absolute, file), file)
    }
    for (const file of search.unread) if (tree.isWanted(file) && !(await isIgnored(file))) unread.add(file)
    if (found === 0 && search.failures.length === 0 && !(there === 'folder' && tree.mayBeEmpty))
      failures.push({ path: name, message: nothingIn(search) })
  }
  return { inputs, others, failures, passedOver: countKinds([...unread].filter((file) => !seen.has(file))) }
}

/** How many files there are of each ending, the most first. */
export function countKinds(files: readonly string[]): PassedOver {
  const counts = new Map<string, number>()
  for (const file of files) {
    const kind = extname(file).toLowerCase()
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return new Map([...counts].toSorted(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1)))
}

function nothingIn({ isGlob, leftOut, files }: SearchResult): string {
  if (leftOut || files.length > 0)
    return isGlob ? 'matches only files that are ignored' : 'holds only copy that is ignored'
  return isGlob ? 'matches no file' : 'holds no copy (.txt, .md, .mdx, .html …)'
}

/** A path below what the user wrote, in the user's own terms. */
function pathUnder(written: string, absolute: string, path: string): string {
  return shownPath(join(written, relative(absolute, path)))
}

function pathFrom(cwd: string, path: string, pattern: string): string {
  return shownPath(isAbsolute(pattern) ? path : relative(cwd, path))
}

function shownPath(path: string): string {
  const shown = normalize(path)
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
