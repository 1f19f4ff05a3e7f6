/** Lends a checkout of another git revision, in a temporary folder, with this project's packages. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../input-error.ts'

/** A checkout that is there while some work is done. */
export interface Checkout {
  readonly folder: string
  /** Aborted when the user breaks off: stop, and throw. */
  readonly signal: AbortSignal
}

/**
 * Checks a revision out, does some work with it and takes it away again, also when the work fails or the user breaks
 * off (the process ends then).
 * @param root The repository's root.
 * @throws {InputError} where there is no such revision.
 */
export async function withCheckout<Result>(
  root: string,
  ref: string,
  work: (checkout: Checkout) => Promise<Result>,
): Promise<Result> {
  const commit = commitOf(root, ref)
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-compare-')))
  const folder = join(temporary, 'checkout')
  const abort = new AbortController()
  const remove = (): void => removeCheckout(root, temporary)
  const breakOff = (signal: NodeJS.Signals): void => {
    abort.abort()
    remove()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, breakOff)
  try {
    git(root, 'worktree', 'add', '--detach', '--quiet', folder, commit)
    const packages = join(root, 'node_modules')
    if (existsSync(packages)) symlinkSync(packages, join(folder, 'node_modules'), 'junction')
    return await work({ folder, signal: abort.signal })
  } finally {
    for (const signal of signals) process.off(signal, breakOff)
    remove()
  }
}

/**
 * The revision of a checkout, in a few characters.
 * @throws {InputError} where there is none.
 */
export function revisionOf(root: string): string {
  return commitOf(root, 'HEAD').slice(0, 7)
}

function commitOf(root: string, ref: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim()
  } catch {
    throw new InputError(`git knows no revision “${ref}” here`)
  }
}

function removeCheckout(root: string, temporary: string): void {
  const folder = join(temporary, 'checkout')
  // The packages are only linked; nothing that removes folders may follow that link.
  if (existsSync(join(folder, 'node_modules'))) unlinkSync(join(folder, 'node_modules'))
  rmSync(temporary, { recursive: true, force: true })
  git(root, 'worktree', 'prune')
}

function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
