/** Says in a few words why a file could not be read. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has too long a name',
  EMFILE: 'can not be opened: too many files are open',
  EIO: 'can not be read: the disk reports an error',
  ERR_FS_FILE_TOO_LARGE: 'is too big to be read',
  ERR_INVALID_ARG_VALUE: 'is not a possible name of a file',
}

/** The reason as the predicate of a sentence whose subject is the file, or nothing where the error is none of the system's. */
export function whyUnreadable(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return REASONS[error.code] ?? ('syscall' in error ? `can not be read (${error.code})` : undefined)
}
