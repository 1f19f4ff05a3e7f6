/** Finds the files that a glob among the arguments means. */
import { dirname, join, resolve, sep } from 'node:path'
import type { FileFailure } from '../../check/file-report.ts'
import { whyUnreadable } from '../../project/file-errors.ts'
import { globParts, type GlobPart } from '../../project/glob.ts'
import { expandBraces, nextParts, passing } from '../../project/patterns.ts'
import { exists } from '../../project/repository.ts'
import { DISK, type FileTree } from './file-tree.ts'
import { Ignored } from './ignored.ts'
import type { SearchResult } from './search.ts'

/**
 * The files that a glob matches, in the order of names. Links are followed only where the glob names them; hidden files
 * and node_modules are passed over, unless it names them, too.
 */
export function searchGlob(pattern: string, cwd: string, tree: FileTree = DISK): SearchResult {
  const written = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
  const matches = new Set<string>()
  const failures: FileFailure[] = []
  for (const one of expandBraces(written)) {
    const { folder, parts } = beginningOf(one, cwd)
    walk(folder, parts, passing(parts, new Set([0])), {
      tree,
      found: (file) => matches.add(file),
      failed: (failure) => failures.push(failure),
    })
  }
  const ignored = new Map<string, Ignored>()
  const isLeftOut = (file: string): boolean => {
    const folder = dirname(file)
    const inside = ignored.get(folder) ?? new Ignored(folder, cwd, tree)
    ignored.set(folder, inside)
    return inside.has(file, 'file')
  }
  const files = [...matches].filter((match) => !isLeftOut(match)).sort()
  return { isGlob: true, files, unread: [], failures, leftOut: files.length < matches.size }
}

/** The folder that a glob begins in, and the parts that are left: what it names outright is not searched for. */
function beginningOf(pattern: string, cwd: string): { readonly folder: string; readonly parts: readonly GlobPart[] } {
  const parts = globParts(pattern)
  let folder = pattern.startsWith('/') ? '/' : cwd
  let at = 0
  for (; at < parts.length - 1; at++) {
    const part = parts[at]!
    const name =
      part === '**'
        ? undefined
        : (part.name ?? (part.spelt !== undefined && exists(join(folder, part.spelt)) ? part.spelt : undefined))
    if (name === undefined) break
    folder = resolve(folder, name)
  }
  return { folder, parts: parts.slice(at) }
}

interface Finds {
  readonly tree: FileTree
  found(file: string): void
  failed(failure: FileFailure): void
}

/** Goes through a folder once for all parts that may be next in it. */
function walk(folder: string, parts: readonly GlobPart[], reached: ReadonlySet<number>, finds: Finds): void {
  let entries
  try {
    entries = finds.tree.entriesOf(folder)
  } catch (error) {
    const reason = whyUnreadable(error) ?? 'can not be read'
    // Where there is nothing, nothing matches.
    if (exists(folder) || reason !== 'does not exist') finds.failed({ path: folder, message: reason })
    return
  }
  for (const entry of entries) {
    if (!entry.isFile() && !entry.isDirectory()) continue
    const open = isHidden(entry.name)
      ? new Set([...reached].filter((index) => names(parts[index], entry.name)))
      : reached
    const next = nextParts(parts, open, entry.name, folder)
    if (entry.isFile() && next.has(parts.length)) finds.found(join(folder, entry.name))
    if (entry.isDirectory() && [...next].some((index) => index < parts.length))
      walk(join(folder, entry.name), parts, next, finds)
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

/** Whether a part speaks of hidden names, or names this one. */
function names(part: GlobPart | undefined, name: string): boolean {
  return part !== undefined && part !== '**' && (part.isHidden || part.name === name)
}
