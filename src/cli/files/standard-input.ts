/** Opens the standard input of the process, and tells where there is none to read. */
import { fstatSync, statSync, writeSync } from 'node:fs'

const STDIN = 0

/**
 * The standard input.
 * @throws an error of the system's where it is a folder (EISDIR), or was closed before the process began (EBADF): both
 * read as nothing at all, and nothing is no copy.
 */
export function standardInput(): AsyncIterable<Uint8Array | string> {
  const stats = fstatSync(STDIN)
  if (stats.isDirectory()) throw systemError('EISDIR')
  if (stats.isCharacterDevice() && stats.rdev === nullDevice() && isWritable()) throw systemError('EBADF')
  return process.stdin
}

function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}

/**
 * In place of a closed one Node opens the null device, to be read and written; a shell's `< /dev/null` can be read
 * only.
 */
function isWritable(): boolean {
  try {
    writeSync(STDIN, new Uint8Array())
    return true
  } catch {
    return false
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
