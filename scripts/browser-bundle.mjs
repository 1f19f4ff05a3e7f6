/**
 * Bundles the worker for a page: one classic script, as small as it can be made without changing what it says.
 * Plain JavaScript, since the build runs in `npm ci` on a fresh machine.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minify } from 'terser'
import { edgesAtLoad } from './browser-bundle/edges-at-load.mjs'
import { noWriters } from './browser-bundle/no-writers.mjs'
import { oneTableOfEntities } from './browser-bundle/one-table-of-entities.mjs'
import { onlyTheTokenizer } from './browser-bundle/only-the-tokenizer.mjs'
import { PACKED_DATA, packedData } from './browser-bundle/packed-data.mjs'
import { packedExpressions } from './browser-bundle/packed-expressions.mjs'

const ROOT = join(fileURLToPath(import.meta.url), '../..')

/** How everything that runs in a browser is bundled. */
export const BROWSER_OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: ['chrome110', 'firefox115', 'safari16.4'],
  minify: true,
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
}

/** The worker as one script; the metafile says what is in it. */
export async function bundleWorker(esbuild) {
  const { outputFiles, metafile } = await esbuild.build({
    ...BROWSER_OPTIONS,
    stdin: { contents: `import '${PACKED_DATA}'\nimport './src/browser/worker.ts'`, resolveDir: ROOT },
    // A worker has no document to ask what `&eacute;` means.
    conditions: ['copydesk-source', 'worker'],
    plugins: [packedData, packedExpressions, edgesAtLoad, oneTableOfEntities, noWriters, onlyTheTokenizer],
  })
  // Three per cent smaller than esbuild makes it alone: what is used once stands where it is used.
  const { code } = await minify(outputFiles[0].text, { module: true, ecma: 2022, compress: { passes: 2 } })
  return { code, metafile }
}
