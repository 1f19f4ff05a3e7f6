/** Makes folders of invented copy for the command's tests and runs the command in them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommand } from '../../src/cli/run-command.ts'
import type { Rule } from '#rule'
import { FIXTURE_RULES } from './fixture-rules.ts'

/** What a run of the command came to. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** What a run may be told about its world. */
export interface World {
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rules?: readonly Rule[]
  /** The module of the threads. */
  readonly worker?: URL
}

/** A folder that lives for one test. */
export interface Checkout {
  /** Its absolute path, all links followed. */
  readonly root: string
  path(...names: string[]): string
  write(name: string, content: string | Uint8Array): void
  link(name: string, target: string): void
  /** Runs the command in it with the fixture's rules. */
  run(argv: readonly string[], world?: World): Promise<Outcome>
}

/** Makes a folder with files; it is a repository unless told otherwise. */
export function checkout(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: { readonly repository?: boolean } = {},
): Checkout {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-test-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const made: Checkout = {
    root,
    path: (...names) => join(root, ...names),
    write: (name, content) => {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    },
    link: (name, target) => {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      symlinkSync(target, join(root, name))
    },
    run: (argv, world = {}) => runIn(root, argv, world),
  }
  if (options.repository !== false) mkdirSync(join(root, '.git'))
  for (const [name, content] of Object.entries(files)) made.write(name, content)
  return made
}

async function runIn(root: string, argv: readonly string[], world: World): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const code = await runCommand(
    argv,
    {
      cwd: join(root, world.cwd ?? ''),
      env: world.env ?? {},
      stdin: async function* () {
        yield typeof world.stdin === 'string'
          ? new TextEncoder().encode(world.stdin)
          : (world.stdin ?? new Uint8Array())
      },
      stdout: { write: (text) => (stdout += text), isTTY: world.isTTY ?? false, columns: world.columns },
      stderr: { write: (text) => (stderr += text), isTTY: world.isTTY ?? false, columns: world.columns },
      ...(world.worker ? { worker: world.worker } : {}),
    },
    world.rules ?? FIXTURE_RULES,
  )
  return { code, stdout, stderr }
}
