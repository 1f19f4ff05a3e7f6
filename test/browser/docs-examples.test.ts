import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../rule-folders.ts'
import { CheckingWorker } from './fake-worker.ts'

const EXAMPLES = [...readFileSync(join(ROOT, 'docs/browser.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(
  ([, code]) => code!,
)
const SOURCES = {
  'copydesk/browser': 'checker',
  'copydesk/codemirror': 'codemirror',
  'copydesk/prosemirror': 'prosemirror',
  'copydesk/custom-worker': 'custom-worker',
}

/** Bundles an example with the sources in place of the package; a name that isn't exported is an error. */
async function bundled(code: string): Promise<string> {
  const { outputFiles, warnings } = await esbuild.build({
    stdin: { contents: code, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['copydesk-source'],
    logLevel: 'silent',
    alias: Object.fromEntries(
      Object.entries(SOURCES).map(([name, file]) => [name, join(ROOT, `src/browser/${file}.ts`)]),
    ),
    // Packages of the reader's own.
    external: ['./harbour.js', 'codemirror', 'prosemirror-keymap', '@codemirror/*'],
  })
  expect(warnings).toEqual([])
  return outputFiles[0]!.text
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the examples of the page on browsers', () => {
  it('are four, and name only what there is', async () => {
    expect(EXAMPLES).toHaveLength(4)
    for (const code of EXAMPLES) await bundled(code)
    await expect(bundled("import { noSuchThing } from 'copydesk/browser'; noSuchThing()")).rejects.toThrow(
      'No matching export',
    )
  })

  it('say what they find', async () => {
    const said: unknown[] = []
    vi.stubGlobal('Worker', CheckingWorker)
    vi.spyOn(globalThis.console, 'log').mockImplementation((line: unknown) => void said.push(line))
    const code = (await bundled(EXAMPLES[0]!)).replace(/new URL\("copydesk\/worker", import\.meta\.url\)/, '""')
    await import(`data:text/javascript,${encodeURIComponent(code)}`)
    expect(said).toEqual([
      '1:30 warning self-reference: “Norvik” stands on both sides of “to sue”; check whether one should be another name (Norvik)',
    ])
  })
})
