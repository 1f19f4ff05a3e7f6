/**
 * Bundles the command so that it starts fast; what only some runs need (Markdown, YAML, globs) stands in chunks of its
 * own. Plain JavaScript, since the build runs in `npm ci` on a fresh machine. The tests run what this makes.
 */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BuildError } from './build-error.mjs'
import { nodeBuiltins } from './node-builtins.mjs'

const ROOT = join(fileURLToPath(import.meta.url), '../..')

/** The command as files in a folder; the metafile says what is in them. */
export async function bundleCommand(esbuild, folder) {
  mkdirSync(folder, { recursive: true })
  const { metafile } = await esbuild.build({
    absWorkingDir: ROOT,
    // The threads' own entries, of a run and of the language server, stand beside the command's, which names them so.
    entryPoints: {
      copydesk: 'src/bin/copydesk.ts',
      'check-worker': 'src/cli/workers/check-worker.ts',
      'check-thread': 'src/server/thread/check-thread.ts',
    },
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['copydesk-source'],
    // For Node, yaml offers CommonJS alone; its other half is the same code as modules, which can be bundled in part.
    alias: { yaml: join(ROOT, 'node_modules/yaml/browser/index.js') },
    plugins: [nodeBuiltins],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'external',
    metafile: true,
    logLevel: 'warning',
  })
  refuseRequires(metafile)
  for (const path of Object.keys(metafile.outputs)) if (path.endsWith('.js')) inAscii(resolve(ROOT, path))
  chmodSync(join(folder, 'copydesk.js'), 0o755)
  return metafile
}

/**
 * Escapes what esbuild leaves in regular expressions: one letter beyond ASCII makes V8 keep the whole file at two bytes
 * a letter, and half a megabyte of words is read slower for it. Strings are escaped already, so all of it stands in
 * expressions.
 */
function inAscii(path) {
  const code = readFileSync(path, 'utf8')
  if (!/[^\0-\x7F]/.test(code)) return
  if (/String\.raw/.test(code)) return
  writeFileSync(
    path,
    code.replace(/[^\0-\x7F]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** In a bundle of modules there is no `require`: a package that asks for a Node module by it would fail in mid-run. */
function refuseRequires({ inputs }) {
  for (const [path, { imports }] of Object.entries(inputs)) {
    const required = imports.find(({ kind, external }) => kind === 'require-call' && external)
    if (required) throw new BuildError(`${path} asks for ${required.path} by require, which the bundle can't give it`)
  }
}
