/**
 * Tells a file that is called like an option: whoever hands on names that others have made, without `--` before them,
 * is not to be led by it.
 */
import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from './arguments.ts'

/**
 * Refuses what is read as an option and is the name of a file in the working folder.
 * @throws {UsageError}
 */
export function refuseFilesLikeOptions(argv: readonly string[], cwd: string): void {
  const end = argv.indexOf('--')
  const file = argv
    .slice(0, end < 0 ? undefined : end)
    .find((argument) => /^-./.test(argument) && isThere(resolve(cwd, argument)))
  if (file !== undefined)
    throw new UsageError(
      `“${file}” is the name of a file here and reads as an option; write -- before the names of files, or ./${file}`,
    )
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
