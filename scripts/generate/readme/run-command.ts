/** Runs the command from its sources, for what is shown of it. */
import { spawnSync } from 'node:child_process'

/**
 * What the command prints, in a process of its own, so that it runs with what has just been generated.
 * @throws {Error} with what it said where the run itself failed.
 */
export function runCommand(root: string, args: readonly string[]): string {
  const command = ['--conditions=copydesk-source', '--import', 'tsx', 'src/bin/copydesk.ts', '--no-config', ...args]
  const { status, stdout, stderr, error } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  // 1 says that something was found.
  if (error || status === null || status > 1) throw new Error(`copydesk ${args.join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}
