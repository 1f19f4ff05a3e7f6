/** The worker as one script: smaller than its sources, and it says the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WorkerAnswer } from '../../src/browser/messages.ts'
import { answerer } from '../../src/browser/answer.ts'
import { check } from '../../src/check.ts'
import shapes from '../../src/facts/furniture/shapes/shapes.generated.ts'
import edges from '../../src/facts/furniture/shapes/edges.generated.ts'
import words from '../../src/english/words/common-words.generated.ts'
import names from '../../rules/misspelt-name/known-names.generated.ts'
import { bundleWorker } from '../../scripts/browser-bundle.mjs'
import { EDGES } from '../../scripts/browser-bundle/edges-at-load.mjs'
import { withoutBodies } from '../../scripts/browser-bundle/no-writers.mjs'
import { NAMED_REFERENCES } from '../../scripts/browser-bundle/one-table-of-entities.mjs'
import { closedClasses, packedModule, withoutClasses } from '../../scripts/browser-bundle/packed-data.mjs'
import { withoutErrors } from '../../scripts/browser-bundle/only-the-tokenizer.mjs'
import { packedExports } from '../../scripts/browser-bundle/packed-expressions.mjs'
import { packText, packWords } from '../../scripts/browser-bundle/packed-words.mjs'
import { stemsOf, wordsOf } from '../../scripts/browser-bundle/stems.mjs'
import { unpackText, unpackWords } from '../../scripts/browser-bundle/unpack-words.mjs'
import { ROOT } from '../rule-folders.ts'
import { runs } from '../runs.ts'

let code: string

beforeAll(async () => {
  ;({ code } = await bundleWorker(esbuild))
})

/** Sends a request to the script in a context that has what a worker has, and nothing of Node. */
function askScript(): (request: object) => WorkerAnswer {
  const answers: WorkerAnswer[] = []
  const listeners: ((event: { data: unknown }) => void)[] = []
  const context = createContext({
    TextDecoder,
    TextEncoder,
    URL,
    atob,
    postMessage: (answer: WorkerAnswer) => void answers.push(answer),
    addEventListener: (_: string, listener: (event: { data: unknown }) => void) => void listeners.push(listener),
  })
  runInContext(code, context)
  return (request) => {
    for (const listener of listeners) listener({ data: request })
    return JSON.parse(JSON.stringify(answers.pop())) as WorkerAnswer
  }
}

/** The default export of a module's code, or another of its exports. */
async function exportOf(contents: string, folder: string, name = 'default'): Promise<unknown> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: join(ROOT, folder), loader: 'ts' },
    conditions: ['copydesk-source'],
    bundle: true,
    write: false,
    format: 'cjs',
    logLevel: 'silent',
  })
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
      expect(answer).toMatchObject({
        type: 'report',
        id: 3,
        report: JSON.parse(JSON.stringify({ findings, notices, words: count })) as object,
      })
    }
  })

  it('passes over what is no request', () => {
    expect(() => askScript()({ type: 'hello' })).toThrow('"undefined" is not valid JSON')
  })
})

describe('what makes it small', () => {
  it('keeps long lists of words and tables as they are', async () => {
    const lists = [words, names]
    const contents = packedModule(
      lists.map((list) => list.split('\n')),
      [shapes, { a: ['ö 1', true] }],
    )
    expect(await exportOf(contents, 'scripts/browser-bundle', 'lists')).toEqual(lists)
    expect(await exportOf(contents, 'scripts/browser-bundle', 'tables')).toEqual([shapes, { a: ['ö 1', true] }])
  })

  it('looks up the longer classes of words that stand in the code', () => {
    const long =
      'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'
    const source = `const A = wordSet(\`\n  ${long.replace(' mu ', '\n  mu ')}\`)\nconst B = wordSet('one two')\nconst C = wordSet('${long} end')\nconst D = wordSet(long)`
    expect(closedClasses(source)).toEqual([long, `${long} end`])
    expect(withoutClasses(source, ['other', `${long} end`, long])).toMatch(
      /^import \{ tables as packedTables \} .*\nconst A = wordSet\(packedTables\.at\(-1\)\[2\]\)\nconst B = wordSet\('one two'\)\nconst C = wordSet\(packedTables\.at\(-1\)\[1\]\)\nconst D = wordSet\(long\)$/,
    )
  })

  it('keeps any list as it is', () => {
    const word = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^[ab]{0,150}$/),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (list) => {
        expect(unpackWords(packWords(list))).toEqual(list)
      }),
      { numRuns: runs(10, 100) },
    )
  })

  it('keeps any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (text) => {
        expect(unpackText(packText(text))).toBe(text)
        expect(unpackText(packText(text.repeat(5)))).toBe(text.repeat(5))
      }),
      { numRuns: runs(10, 100) },
    )
  })

  it('tells the characters that the tokenizer tells', async () => {
    const expressions = (await import(
      pathToFileURL(join(ROOT, 'node_modules/parse-latin/lib/expressions.js')).href
    )) as Readonly<Record<string, RegExp>>
    const contents = packedExports(expressions)
    expect(contents).toContain('word = unpackExpression(')
    const characters = Array.from({ length: 0x11_0000 }, (_, point) => String.fromCodePoint(point))
    for (const [name, expression] of Object.entries(expressions)) {
      const again = (await exportOf(contents, 'scripts/browser-bundle', name)) as RegExp
      expect(again.flags).toBe(expression.flags)
      expect(characters.filter((one) => again.test(one) !== expression.test(one))).toEqual([])
    }
  })

  it('finds all words by their stems, and no others', () => {
    expect(
      stemsOf([
        'bake',
        'baked',
        'bakes',
        'baking',
        'boat',
        'boats',
        'play',
        'played',
        'playing',
        'plays',
        'sing',
        'singing',
        'sings',
        'the',
      ]),
    ).toEqual(['bak2', 'boat3', 'play1', 'sing3', 'singing', 'the'])
    expect(stemsOf(['bold', 'boldly', 'carried', 'carries', 'carry', 'carrying', 'cities', 'city'])).toEqual([
      'bold6',
      'carr4',
      'cit5',
    ])
    const word = fc
      .tuple(
        fc.stringMatching(/^[a-e]{0,3}$/),
        fc.constantFrom('', 's', 'e', 'es', 'ed', 'ing', 'ings', 'y', 'ies', 'ied', 'ying', 'ly', '1s'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 400 }), (list) => {
        const sorted = list.toSorted()
        expect(wordsOf(stemsOf(sorted))).toEqual(sorted)
      }),
      { numRuns: runs(15, 150) },
    )
    expect(() => stemsOf(['mp3'])).toThrow('“mp3” ends in a digit, as stems do')
  })

  it('makes the edges of furniture that are written down elsewhere', async () => {
    expect(await exportOf(EDGES, 'src/facts/furniture/shapes')).toBe(edges)
  })

  it('knows every character reference of Markdown', async () => {
    const { characterEntities } = createRequire(import.meta.url)('character-entities') as {
      characterEntities: Readonly<Record<string, string>>
    }
    const decode = (await exportOf(NAMED_REFERENCES, 'node_modules/parse5', 'decodeNamedCharacterReference')) as (
      name: string,
    ) => string | false
    const different = Object.entries(characterEntities).filter(([name, character]) => decode(name) !== character)
    expect(different).toEqual([])
    for (const none of ['nosuch', 'ampx', '', 'AMPP']) expect(decode(none)).toBe(false)
  })

  it('has of parse5 the tokenizer, which tells the one error that is asked for', () => {
    const folder = join(ROOT, 'node_modules/parse5/dist')
    expect(
      withoutErrors(readFileSync(join(folder, 'tokenizer/index.js'), 'utf8'))
        .match(/this\._err\(ERR\.\w+\);/g)
        ?.filter((one) => one !== 'this._err(ERR.eofInTag);'),
    ).toEqual([])
    expect(withoutErrors(readFileSync(join(folder, 'common/error-codes.js'), 'utf8')).match(/"[a-z-]+"/g)).toEqual([
      '"eof-in-tag"',
    ])
    const ask = askScript()
    const paragraph = '<p class=a class="b" id=\'c\'">The the mayor of Norvik &amp;c &#0; &#x110000; &notit; spoke.</p>'
    const pages = [
      `<!DOCTYPE html><html><head><title>An an office</title></head><body>${paragraph}<p>Salden <a href="the the`,
      `${paragraph}<!-- the the --!><svg><![CDATA[the the]]></svg></ p><? the the><script>the the</script><textarea>the the</p>`,
      `<h1>A a</h1>\0${paragraph}<br/ ><img alt=the the><table><td>to to</table><plaintext>${paragraph}`,
    ]
    for (const text of pages) {
      const request = { type: 'check', id: 1, text, options: { format: 'html' } } as const
      expect(ask(request)).toEqual(JSON.parse(JSON.stringify(answerer()(request))))
    }
  })

  it('has nothing that writes YAML, and reads it as before', async () => {
    const folder = join(ROOT, 'node_modules/yaml/browser/dist/stringify')
    for (const file of readdirSync(folder)) {
      const parts = (await import(pathToFileURL(join(folder, file)).href)) as object
      const stubs = (await import(
        `data:text/javascript,${encodeURIComponent(withoutBodies(readFileSync(join(folder, file), 'utf8')))}`
      )) as Readonly<Record<string, () => unknown>>
      expect(Object.keys(stubs)).toEqual(Object.keys(parts))
      for (const stub of Object.values(stubs)) expect(stub).toThrow('nothing here writes YAML')
    }
    const ask = askScript()
    const configs = [
      '{{ a }}: 1',
      '? [a]\n: 1',
      'rules: {{a: b}: !!set {c}}',
      'ignore: !!binary aGk=',
      'a: &a 1\n*a : 2',
      'known: [1.50, 0x1F, 2024-05-04, ~]',
      '1.50: 0x1F',
      '? |\n a\n: b',
      'rules: {repeated-word: off}',
    ]
    for (const config of configs) {
      const request = {
        type: 'check',
        id: 1,
        text: '---\n{{ a }}: The the\ntitle: "An an: \\u0061"\n---\nThe the town.\n',
        options: { format: 'markdown', config },
      } as const
      expect(ask(request)).toEqual(JSON.parse(JSON.stringify(answerer()(request))))
    }
  })
})
