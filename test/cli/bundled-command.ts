/** Bundles the command as the package does, into a package of its own, and runs it as a process. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'
import { nodeBuiltins } from '../../scripts/node-builtins.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** How a process ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How to run a process. */
export interface ProcessOptions {
  readonly cwd?: string
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  /** Arguments for Node, before the command. */
  readonly node?: readonly string[]
  /** Closes the process's stdout after so many characters. */
  readonly closeAfter?: number
}

/** A command that is bundled before the tests of a file and taken away after them. */
export interface BundledCommand {
  run(argv: readonly string[], options?: ProcessOptions): Promise<Ended>
  /** The bundle's entry. */
  readonly path: string
  /** What the bundle imports that is no part of it. */
  readonly imports: ReadonlySet<string>
  /** The same, and by which files. */
  readonly importers: ReadonlyMap<string, ReadonlySet<string>>
}

export function bundledCommand(): BundledCommand {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-bundle-')))
  const imports = new Set<string>()
  const importers = new Map<string, Set<string>>()
  const path = join(folder, 'dist/bin/copydesk.js')
  beforeAll(async () => {
    const { metafile } = await build({
      absWorkingDir: ROOT, entryPoints: { 'copydesk': 'src/bin/copydesk.ts', 'check-worker': 'src/cli/check-worker.ts' }, outdir: join(folder, 'dist/bin'), bundle: true, splitting: true,
      format: 'esm', platform: 'node', target: 'node20', conditions: ['copydesk-source'], metafile: true, logLevel: 'silent',
      alias: { yaml: join(ROOT, 'node_modules/yaml/browser/index.js') }, plugins: [nodeBuiltins],
    })
    for (const [file, { imports: all }] of Object.entries(metafile.inputs)) {
      for (const one of all.filter(({ external }) => external)) {
        const name = one.path.replace(/^node:/, '')
        imports.add(name)
        importers.set(name, new Set([...(importers.get(name) ?? []), file]))
      }
    }
    writeFileSync(join(folder, 'package.json'), '{"name": "copydesk", "version": "0.0.0-bundled", "type": "module"}')
    cpSync(join(ROOT, 'rules'), join(folder, 'rules'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { imports, importers, path, run: (argv, options = {}) => runNode([...(options.node ?? []), path, ...argv], options) }
}

/** Runs Node. */
export function runNode(argv: readonly string[], { cwd = ROOT, stdin = '', env = {}, closeAfter }: ProcessOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
      if (closeAfter !== undefined && stdout.length >= closeAfter) child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    // A process may end without having read what it was sent.
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.end(stdin)
  })
}
