/**
 * Packs the VS Code extension into a .vsix: the client as one file, and beside it the server that it runs, as `npm run
 * build` has left it.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { licensesOf } from '../bundled-licenses.mjs'
import { InputError } from '../input-error.ts'
import { runScript } from '../run-script.ts'

const ROOT = join(fileURLToPath(import.meta.url), '../../..')
const EXTENSION = join(ROOT, 'editors/vscode')
const VSCE = join(EXTENSION, 'node_modules/@vscode/vsce/vsce')

interface StagedManifest {
  readonly version: string
  readonly [key: string]: unknown
}

/** What the extension can't be packed without, in words that say how to get it; nothing where all is there. */
export function missingForPackage(): string | undefined {
  if (!existsSync(VSCE)) return 'the extension’s packages: npm ci --ignore-scripts --prefix editors/vscode'
  return existsSync(join(ROOT, 'dist/bin/copydesk.js')) ? undefined : 'the server: npm run build'
}

/**
 * Packs the extension.
 * @param folder Where the package goes.
 * @returns Its path.
 */
export async function packageVscode(folder: string): Promise<string> {
  const missing = missingForPackage()
  if (missing !== undefined) throw new InputError(`it needs ${missing}`)
  const staged = mkdtempSync(join(tmpdir(), 'copydesk-vsix-'))
  try {
    const { version } = await stage(staged)
    const path = join(folder, `copydesk-vscode-${version}.vsix`)
    mkdirSync(folder, { recursive: true })
    // All that belongs in it lies in the folder, and nothing else. Its links stay as they are: they lead to no
    // repository.
    const args = [
      'package',
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--allow-missing-repository',
      '--out',
      path,
    ]
    execFileSync(process.execPath, [VSCE, ...args], {
      cwd: staged,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    return path
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string }
    throw stderr ? new InputError(stderr.trim()) : error
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

/** Lays out what the package holds. */
async function stage(folder: string): Promise<StagedManifest> {
  const { private: _private, devDependencies: _development, ...manifest } = readManifest(EXTENSION)
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  for (const file of ['icon.png', 'LICENSE']) cpSync(join(EXTENSION, file), join(folder, file))
  cpSync(join(ROOT, 'CHANGELOG.md'), join(folder, 'CHANGELOG.md'))
  writeFileSync(join(folder, 'README.md'), withImages(readFileSync(join(EXTENSION, 'README.md'), 'utf8')))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/LICENSES.txt'), licensesOf(await bundle(join(folder, 'dist/extension.js'))))
  stageServer(join(folder, 'server'))
  return manifest as StagedManifest
}

async function bundle(outfile: string): Promise<esbuild.Metafile> {
  const { metafile } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['editors/vscode/src/extension.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Its other half of each package is made for loaders that know no modules.
    mainFields: ['module', 'main'],
    external: ['vscode'],
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  return metafile
}

/**
 * The command as it is built, the rules' pages and the schema of the config, and what tells the command that this is
 * its package.
 */
function stageServer(folder: string): void {
  const { name, version, type } = readManifest(ROOT)
  cpSync(join(ROOT, 'dist/bin'), join(folder, 'dist/bin'), { recursive: true })
  cpSync(join(ROOT, 'schema/config.schema.json'), join(folder, 'schema/config.schema.json'))
  for (const rule of readdirSync(join(ROOT, 'rules'), { withFileTypes: true })) {
    if (rule.isDirectory())
      cpSync(join(ROOT, 'rules', rule.name, 'rule.md'), join(folder, 'rules', rule.name, 'rule.md'))
  }
  cpSync(join(ROOT, 'NOTICE.md'), join(folder, 'NOTICE.md'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, type }, null, 2)}\n`)
}

/**
 * A page with its pictures inside: VS Code shows the page of an installed extension and loads no picture from beside
 * it.
 */
function withImages(page: string): string {
  return page.replace(
    /(?<=!\[[^\]]*\]\()[^)\s]+\.png(?=\))/g,
    (path) => `data:image/png;base64,${readFileSync(join(EXTENSION, path)).toString('base64')}`,
  )
}

function readManifest(folder: string): StagedManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as StagedManifest
}

await runScript('package:vscode', import.meta.url, async (argv, { root, say }) => {
  if (argv.length > 1) throw new InputError('it takes the folder for the package, or nothing for dist')
  say(`${await packageVscode(argv[0] ?? join(root, 'dist'))}\n`)
})
