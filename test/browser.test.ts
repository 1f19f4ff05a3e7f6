/** Bundles the public interface for a browser and runs it where there is nothing of Node. */
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build, type BuildOptions } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { ROOT } from './rule-folders.ts'

const PAGE = ['copydesk-source']
// In a page, a part of remark-parse asks the document what `&eacute;` means; a worker has none, and it knows by itself.
const WORKER = ['copydesk-source', 'worker']

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'browser',
  format: 'iife',
  globalName: 'copydesk',
  target: 'es2022',
  logLevel: 'silent',
  // Left outside instead of failing the bundle, so that the test can say who imports them.
  external: [...builtinModules, 'node:*'],
} satisfies BuildOptions

/** Bundles for a browser; what of Node is imported, and by which file. */
async function bundle(options: BuildOptions): Promise<{ code: string; node: string[] }> {
  const { outputFiles, metafile } = await build({ ...OPTIONS, ...options, metafile: true, write: false })
  const node = Object.entries(metafile.inputs).flatMap(([path, { imports }]) =>
    imports.filter(({ external }) => external).map((one) => `${path} imports ${one.path}`),
  )
  return { code: outputFiles[0]!.text, node }
}

describe('the public interface', () => {
  it('imports no Node module when it is bundled for a page or a worker', async () => {
    for (const conditions of [PAGE, WORKER]) {
      const { node } = await bundle({ entryPoints: [join(ROOT, 'src/index.ts')], conditions })
      expect(node).toEqual([])
    }
  })

  it('runs without any of Node’s globals, and without a page’s', async () => {
    const { code } = await bundle({ entryPoints: [join(ROOT, 'src/index.ts')], conditions: WORKER })
    // A context of its own has the language's globals alone: no process, Buffer, require or console.
    const context = createContext({ TextDecoder, TextEncoder, URL })
    const story =
      'Council puts off library vote\n\nThe council put off the the vote on Monday, after residents asked it for more time.\n'
    const run = (expression: string): unknown =>
      JSON.parse(runInContext(`JSON.stringify(${expression})`, context) as string)
    runInContext(code, context)
    expect(
      run(
        `copydesk.check(${JSON.stringify(story)}).findings.map(({ rule, quote, start }) => [rule, quote, start.line])`,
      ),
    ).toEqual([['repeated-word', 'the the', 3]])
    expect(
      run(
        `copydesk.check(${JSON.stringify(`# ${story.replace('after', '*after*')}`)}, { path: 'draft.md' }).file.messages.length`,
      ),
    ).toBe(1)
    expect(run('typeof process + typeof Buffer + typeof require')).toBe('undefinedundefinedundefined')
  })

  it('would be caught importing a Node module', async () => {
    const { node } = await bundle({
      stdin: {
        contents: 'import { readFileSync } from "node:fs"; export const read = readFileSync',
        resolveDir: ROOT,
        sourcefile: 'bad.js',
      },
    })
    expect(node).toEqual(['bad.js imports node:fs'])
  })
})
