/** Names files by their paths in the repository, as code hosts know them. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { repositoryOf } from '../../project/repository.ts'
import type { RunReport } from '../run-report.ts'
import { STDIN } from './read-input.ts'

/**
 * The run with paths from the root of the repository that the working folder lies in; a file outside it gets its
 * absolute path.
 */
export function pathsFromRepository({ files, failures, ...rest }: RunReport, cwd: string): RunReport {
  const root = repositoryOf(cwd) ?? cwd
  const fromRoot = <Named extends { readonly path: string }>(named: Named): Named => ({
    ...named,
    path: pathFrom(root, cwd, named.path),
  })
  return { ...rest, files: files.map(fromRoot), failures: failures.map(fromRoot) }
}

function pathFrom(root: string, cwd: string, path: string): string {
  if (path === STDIN) return path
  const absolute = resolve(cwd, path)
  const way = relative(root, absolute)
  const isOutside = way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  const shown = isOutside ? absolute : way
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
