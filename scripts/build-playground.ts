/**
 * Builds the playground into `dist/playground`: one page that holds its script, styles and worker, and a page a rule.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { BROWSER_OPTIONS, bundleWorker } from './browser-bundle.mjs'
import { renderRulePage } from './playground/rule-page.ts'
import { InputError } from './input-error.ts'
import { runScript } from './run-script.ts'

const ROOT = join(fileURLToPath(import.meta.url), '../..')
const PLAYGROUND = join(ROOT, 'playground')

/**
 * Builds the playground.
 * @param folder Where it goes; what stands there is taken away.
 */
export async function buildPlayground(folder: string): Promise<void> {
  const script = await bundlePage((await bundleWorker(esbuild)).code)
  const style = await minified(readFileSync(join(PLAYGROUND, 'style.css'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'rules'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), page(script, style))
  const rulePageStyle = await minified(readFileSync(join(PLAYGROUND, 'rule-page.css'), 'utf8'))
  for (const rule of readdirSync(join(ROOT, 'rules'), { withFileTypes: true })) {
    if (!rule.isDirectory()) continue
    const html = await renderRulePage(
      readFileSync(join(ROOT, 'rules', rule.name, 'rule.md'), 'utf8'),
      rulePageStyle,
      hashOf(rulePageStyle),
    )
    writeFileSync(join(folder, 'rules', `${rule.name}.html`), html)
  }
}

async function minified(css: string): Promise<string> {
  return (await esbuild.transform(css, { loader: 'css', minify: true, target: 'chrome123' })).code.trim()
}

async function bundlePage(worker: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    ...BROWSER_OPTIONS,
    entryPoints: ['playground/main.ts'],
    conditions: ['copydesk-source'],
    plugins: [holding('worker', worker), holding('samples', sampleDrafts())],
  })
  return outputFiles[0]!.text
}

/** Makes some data a module of its own: `playground:worker`. */
function holding(name: string, data: unknown): esbuild.Plugin {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^playground:${name}$`) }, ({ path }) => ({ path, namespace: 'playground' }))
      build.onLoad({ filter: new RegExp(`^playground:${name}$`), namespace: 'playground' }, () => ({
        contents: `export default ${JSON.stringify(data)}`,
        loader: 'js',
      }))
    },
  }
}

function sampleDrafts(): readonly { readonly name: string; readonly text: string }[] {
  const folder = join(ROOT, 'samples')
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.desk'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** The page with all in it; its policy names the one script and the one style sheet by what is in them. */
function page(script: string, style: string): string {
  const code = script.trim().replace(/<(?=!--|\/?script)/gi, String.raw`\x3C`)
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}'`,
    `style-src '${hashOf(style)}'`,
    'worker-src blob:',
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types copydesk',
  ].join('; ')
  return readFileSync(join(PLAYGROUND, 'index.html'), 'utf8')
    .replace(
      '<meta charset="utf-8">',
      (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('<link rel="stylesheet" href="style.css">', () => `<style>${style}</style>`)
    .replace('<script src="main.ts"></script>', () => `<script>${code}</script>`)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

await runScript('build-playground', import.meta.url, async (argv, { root, say }) => {
  if (argv.length > 1) throw new InputError('it takes the folder to build into, or nothing for dist/playground')
  const folder = argv[0] ?? join(root, 'dist/playground')
  await buildPlayground(folder)
  say(`The playground is in ${folder}; open its index.html.\n`)
})
