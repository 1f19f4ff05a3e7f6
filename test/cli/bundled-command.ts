/** Bundles the command with what bundles it for the package, into a package of its own, and runs it as a process. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import type { Metafile } from 'esbuild'
import { beforeAll, inject } from 'vitest'
import { bundleCommand } from '../../scripts/command-bundle.mjs'

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
  /** Ends it after so many milliseconds; without it, it may take as long as it wants. */
  readonly timeout?: number
}

/**
 * The command as the package brings it, bundled for the first test file that asks for it and shared by all of a run.
 */
export interface BundledCommand {
  run(argv: readonly string[], options?: ProcessOptions): Promise<Ended>
  /** The bundle's entry. */
  readonly path: string
  /** What the bundle imports that is no part of it, and by which files. */
  readonly importers: ReadonlyMap<string, ReadonlySet<string>>
}

const LONGEST_WAIT = 120_000

export function bundledCommand(): BundledCommand {
  const folder = inject('commandFolder')
  const path = join(folder, 'dist/bin/copydesk.js')
  const importers = new Map<string, ReadonlySet<string>>()
  beforeAll(async () => {
    for (const [name, files] of await bundleOnce(folder)) importers.set(name, new Set(files))
  }, LONGEST_WAIT)
  return { importers, path, run: (argv, options = {}) => runNode([...(options.node ?? []), path, ...argv], options) }
}

type Importers = readonly (readonly [name: string, files: readonly string[]])[]

/** Bundles the command, or waits until another test file's process has. */
async function bundleOnce(folder: string): Promise<Importers> {
  const whole = join(folder, 'importers.json')
  if (isFirst(folder)) {
    const importers = importersIn(await bundleCommand(esbuild, join(folder, 'dist/bin')))
    writeFileSync(join(folder, 'package.json'), '{"name": "copydesk", "version": "0.0.0-bundled", "type": "module"}')
    cpSync(join(ROOT, 'rules'), join(folder, 'rules'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
    writeFileSync(`${whole}.new`, JSON.stringify(importers))
    renameSync(`${whole}.new`, whole)
  }
  for (const start = performance.now(); !existsSync(whole); await setTimeout(50)) {
    if (performance.now() - start > LONGEST_WAIT)
      throw new Error('the command was not bundled; the test file that tried it says why')
  }
  return JSON.parse(readFileSync(whole, 'utf8')) as Importers
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'begun'))
    return true
  } catch {
    return false
  }
}

function importersIn({ inputs }: Metafile): Importers {
  const importers = new Map<string, string[]>()
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path, external } of imports) {
      const name = path.replace(/^node:/, '')
      if (external) importers.set(name, [...(importers.get(name) ?? []), file])
    }
  }
  return [...importers]
}

/** Runs Node. */
export function runNode(
  argv: readonly string[],
  { cwd = ROOT, stdin = '', env = {}, closeAfter, timeout }: ProcessOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout,
    })
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
