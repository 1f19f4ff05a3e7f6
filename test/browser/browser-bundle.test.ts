/** The worker as one script: smaller than its sources, and it says the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WorkerAnswer } from '../../src/browser/messages.ts'
import { check } from '../../src/check.ts'
import words from '../../src/words/common-words.generated.ts'
import { bundleWorker, frontCoded, NAMED_REFERENCES } from '../../scripts/browser-bundle.mjs'
import { ROOT } from '../rule-folders.ts'

let code: string

beforeAll(async () => {
  ({ code } = await bundleWorker(esbuild))
})

/** Sends a request to the script in a context that has what a worker has, and nothing of Node. */
function askScript(): (request: object) => WorkerAnswer {
  const answers: WorkerAnswer[] = []
  const listeners: ((event: { data: unknown }) => void)[] = []
  const context = createContext({
    TextDecoder, TextEncoder, URL, postMessage: (answer: WorkerAnswer) => void answers.push(answer),
    addEventListener: (_: string, listener: (event: { data: unknown }) => void) => void listeners.push(listener),
  })
  runInContext(code, context)
  return (request) => {
    for (const listener of listeners) listener({ data: request })
    return JSON.parse(JSON.stringify(answers.pop())) as WorkerAnswer
  }
}

/** The default export of a module's code, or another of its exports. */
async function exportOf(contents: string, name = 'default'): Promise<unknown> {
  const { outputFiles } = await esbuild.build({ stdin: { contents, resolveDir: join(ROOT, 'node_modules/parse5') }, bundle: true, write: false, format: 'cjs', logLevel: 'silent' })
  const module = { exports: {} as Record<string, unknown> }
  new Function('module', 'exports', outputFiles[0]!.text)(module, module.exports)
  return module.exports[name]
}

describe('the worker’s script', () => {
  it('is at most 350 kB gzipped', () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(350_000)
  })

  it('says of the samples what a check says', () => {
    const ask = askScript()
    for (const name of readdirSync(join(ROOT, 'samples')).filter((one) => !one.endsWith('.desk'))) {
      const text = `${readFileSync(join(ROOT, 'samples', name), 'utf8')}\nR&eacute;my saw &NotARef; and the the end.\n`
      const answer = ask({ type: 'check', id: 3, text, options: { path: name } })
      const { findings, notices, words: count } = check(text, { path: name })
      expect(answer).toMatchObject({ type: 'report', id: 3, report: JSON.parse(JSON.stringify({ findings, notices, words: count })) as object })
    }
  })

  it('passes over what is no request', () => {
    expect(() => askScript()({ type: 'hello' })).toThrow('"undefined" is not valid JSON')
  })
})

describe('what makes it small', () => {
  it('keeps the list of common words as it is', async () => {
    expect(await exportOf(frontCoded(words.split('\n')))).toBe(words)
    expect(() => frontCoded(['naïve'])).toThrow('can\'t be front-coded')
  })

  it('knows every character reference of Markdown', async () => {
    const { characterEntities } = createRequire(import.meta.url)('character-entities') as { characterEntities: Readonly<Record<string, string>> }
    const decode = await exportOf(NAMED_REFERENCES, 'decodeNamedCharacterReference') as (name: string) => string | false
    const different = Object.entries(characterEntities).filter(([name, character]) => decode(name) !== character)
    expect(different).toEqual([])
    for (const none of ['nosuch', 'ampx', '', 'AMPP']) expect(decode(none)).toBe(false)
  })
})
