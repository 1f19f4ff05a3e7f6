/**
 * Bundles the worker for a page: one classic script, as small as it can be made without changing what it says.
 * Plain JavaScript, since the build runs in `npm ci` on a fresh machine.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
    entryPoints: ['src/browser/worker.ts'],
    // A worker has no document to ask what `&eacute;` means.
    conditions: ['copydesk-source', 'worker'],
    plugins: [frontCodedWords, oneTableOfEntities, noWriterOfMarkdown],
  })
  return { code: outputFiles[0].text, metafile }
}

/** The list of common words, a third of the bundle, at less than half the gzipped size: each word without what it shares with the one before. */
const frontCodedWords = {
  name: 'front-coded words',
  setup(build) {
    build.onLoad({ filter: /[/\\]common-words\.generated\.ts$/ }, async ({ path }) => {
      const { code } = await build.esbuild.transform(readFileSync(path, 'utf8'), { loader: 'ts', format: 'cjs' })
      const module = { exports: {} }
      new Function('module', 'exports', code)(module, module.exports)
      return { contents: `${frontCoded(module.exports.default.split('\n'))}`, loader: 'js' }
    })
  },
}

/** A module that exports the list as it was: before each word stands, as a capital or beyond, how many letters of the last one go. */
export function frontCoded(words) {
  let before = ''
  const coded = words.map((word) => {
    let shared = 0
    while (shared < word.length && word[shared] === before[shared]) shared++
    const dropped = before.length - shared
    before = word
    if (!/^[a-z]+$/.test(word) || dropped > 31) throw new Error(`“${word}” can't be front-coded`)
    return `${String.fromCharCode(64 + dropped)}${word.slice(shared)}`
  })
  return `const words = []
let word = ''
for (const [, dropped, rest] of ${JSON.stringify(coded.join(''))}.matchAll(/([@-_])([a-z]*)/g)) words.push(word = word.slice(0, word.length + 64 - dropped.charCodeAt(0)) + rest)
export default words.join('\\n')`
}

/** The parsers of Markdown and of HTML each bring a table of character references; the one of HTML has them all. */
const oneTableOfEntities = {
  name: 'one table of entities',
  setup(build) {
    build.onResolve({ filter: /^decode-named-character-reference$/ }, () => ({ path: 'named', namespace: 'entities' }))
    build.onLoad({ filter: /.*/, namespace: 'entities' }, () => ({ contents: NAMED_REFERENCES, loader: 'js', resolveDir: join(ROOT, 'node_modules/parse5') }))
  },
}

/** What stands for decode-named-character-reference. */
export const NAMED_REFERENCES = `import { decodeHTMLStrict } from 'entities/decode'
export function decodeNamedCharacterReference(name) {
  const reference = '&' + name + ';'
  const decoded = decodeHTMLStrict(reference)
  return decoded === reference ? false : decoded
}`

/** GitHub’s Markdown comes with what writes it; nothing here writes Markdown. */
const noWriterOfMarkdown = {
  name: 'no writer of Markdown',
  setup(build) {
    build.onResolve({ filter: /^mdast-util-to-markdown$/ }, () => ({ path: 'writer', namespace: 'nothing' }))
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export const defaultHandlers = {}', loader: 'js' }))
  },
}
