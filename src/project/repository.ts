/** Finds the root of the repository that a folder lies in. */
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder upward, the folder itself included, that holds `.git`; nothing outside a repository. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) return at
    if (dirname(at) === at) return undefined
  }
}

/** Whether something is there; what can't be looked at isn't. */
export function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
