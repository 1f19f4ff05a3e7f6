/** Says in a few words why a file could not be read. */
import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  EISDIR: 'is a folder',
  EBADF: 'is closed, so that there is nothing to read',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has too long a name',
  EMFILE: 'can not be opened: too many files are open',
  EIO: 'can not be read: the disk reports an error',
  ERR_FS_FILE_TOO_LARGE: 'is too big to be read',
  ERR_INVALID_ARG_VALUE: 'is not a possible name of a file',
}

/**
 * The reason as the predicate of a sentence whose subject is the file, or nothing where the error is none of the
 * system's.
 */
export function whyUnreadable(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  if (error.code === 'ENOENT' && 'path' in error && typeof error.path === 'string' && hasUndecodableName(error.path))
    return UNDECODABLE
  return REASONS[error.code] ?? ('syscall' in error ? `can not be read (${error.code})` : undefined)
}

const UNDECODABLE = 'has a name that is not UTF-8; give it another'
// What stands for bytes that are no UTF-8 in a name that was decoded.
const REPLACEMENT = '\uFFFD'

/**
 * Whether a path that leads nowhere does so because a name on its way was decoded with a loss: its folder lists it, so
 * it is there.
 */
function hasUndecodableName(path: string): boolean {
  for (let at = path; at.includes(REPLACEMENT); at = dirname(at)) {
    if (basename(at).includes(REPLACEMENT) && listed(dirname(at)).includes(basename(at))) return true
  }
  return false
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
