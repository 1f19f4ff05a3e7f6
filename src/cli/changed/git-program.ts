/** Finds git on the path, and never in the checkout, where a stranger could have put a program of that name. */
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, relative, sep } from 'node:path'
import { repositoryOf } from '../../project/repository.ts'
import type { GitPlace } from './git-place.ts'

const NAME = process.platform === 'win32' ? 'git.exe' : 'git'
// What a system takes where nothing is said.
const USUAL_PATH = process.platform === 'win32' ? '' : '/usr/bin:/bin'

/**
 * The absolute path of git; nothing where the path leads to none outside the checkout. Windows itself would look into
 * the working folder first.
 */
export function gitProgram({ cwd, env }: GitPlace): string | undefined {
  const path = env['PATH'] ?? env['Path'] ?? USUAL_PATH
  const checkout = realpathOf(repositoryOf(cwd) ?? cwd)
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !isInside(checkout, realpathOf(folder)))
    .map((folder) => join(folder, NAME))
    .find(isProgram)
}

function realpathOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
