/**
 * Builds `dist`: the library with its types (tsc), and the command as a bundle that starts fast (esbuild).
 * Plain JavaScript, since it runs in `npm ci` on a fresh machine.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorker } from './browser-bundle.mjs'
import { BuildError } from './build-error.mjs'
import { licensesOf } from './bundled-licenses.mjs'
import { bundleCommand } from './command-bundle.mjs'

const ROOT = join(fileURLToPath(import.meta.url), '../..')
const DIST = join(ROOT, 'dist')
const BIN = join(DIST, 'bin')
const BROWSER = join(DIST, 'browser')

try {
  installWhatNpmForgot()
  const esbuild = await loadEsbuild()
  rmSync(DIST, { recursive: true, force: true })
  compile()
  await writeCommand(esbuild)
  await writeWorker(esbuild)
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  process.stderr.write(`build: ${error.message}\n`)
  process.exitCode = 1
}

/**
 * Where npm installs a package from git for all users, as pre-commit has it do, it builds it without its development
 * dependencies (npm/cli#8440): “global” reaches the npm that should install them. They are installed here, into the
 * package's own folder.
 */
function installWhatNpmForgot() {
  const { npm_config_global: isGlobal, npm_execpath: npm, ...rest } = process.env
  if (isGlobal !== 'true' || !npm || existsSync(join(ROOT, 'node_modules/esbuild'))) return
  const env = Object.fromEntries(
    Object.entries(rest).filter(
      ([name]) => !/^npm_config_(?:prefix|local_prefix|global_prefix|location|allow_git)$/i.test(name),
    ),
  )
  const { status } = spawnSync(
    process.execPath,
    [npm, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: ROOT, env, stdio: ['ignore', 2, 2] },
  )
  if (status !== 0) throw new BuildError('the development dependencies could not be installed')
}

async function loadEsbuild() {
  try {
    return await import('esbuild')
  } catch {
    throw new BuildError('esbuild is missing; run `npm ci` with the development dependencies')
  }
}

/** Modules and types, into dist/src and dist/rules. */
function compile() {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  if (!existsSync(tsc)) throw new BuildError('TypeScript is missing; run `npm ci` with the development dependencies')
  const { status, error } = spawnSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
  })
  if (error) throw new BuildError(`tsc could not be run: ${error.message}`)
  if (status !== 0) throw new BuildError('the types have errors; `npm run types` shows them')
}

/** The command, into dist/bin. */
async function writeCommand(esbuild) {
  try {
    writeFileSync(join(BIN, 'LICENSES.txt'), licensesOf(await bundleCommand(esbuild, BIN)))
  } catch (error) {
    if (error?.errors) throw new BuildError('the command could not be bundled')
    throw error
  }
}

/** The worker for pages, into dist/browser: one script with all that it needs. */
async function writeWorker(esbuild) {
  mkdirSync(BROWSER, { recursive: true })
  try {
    const { code, metafile } = await bundleWorker(esbuild)
    writeFileSync(join(BROWSER, 'copydesk-worker.js'), code)
    writeFileSync(join(BROWSER, 'LICENSES.txt'), licensesOf(metafile))
  } catch (error) {
    if (error?.errors) throw new BuildError('the worker could not be bundled')
    throw error
  }
}
