/** Makes real repositories of invented copy. */
import { execFileSync } from 'node:child_process'
import { checkout, type Checkout } from './checkout.ts'

/** A repository that lives for one test. */
export interface GitCheckout extends Checkout {
  git(...args: readonly string[]): string
  /** Commits all that is there. */
  commit(message?: string): void
}

// What the machine's own settings say makes no difference.
const ENV = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
}

/** Makes a repository with files, all of them committed on a branch called `main`. */
export function gitCheckout(files: Readonly<Record<string, string | Uint8Array>> = {}): GitCheckout {
  const made = checkout(files, { repository: false })
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: made.root, env: ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '--quiet', '--initial-branch=main')
  const commit = (message = 'Copy'): void => {
    git('add', '--all')
    git('commit', '--quiet', '--no-gpg-sign', '--allow-empty', '-m', message)
  }
  if (Object.keys(files).length > 0) commit()
  return { ...made, git, commit }
}
