/**
 * All lists and tables of words that the worker brings along, packed, in one module that stands first: gzip sees only a
 * stretch of 32 kB, and packed data in the midst of code would make it forget the code before.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { packText, packWords } from './packed-words.mjs'
import { stemsOf } from './stems.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '../..')
/** What the module is imported by. */
export const PACKED_DATA = 'packed-data'
const LIST = /[/\\](?:common-words|known-names)\.generated\.ts$/
const MADE_AT_LOAD = /[/\\]edges\.generated\.ts$/
const CHARACTER_REFERENCES = /[/\\]decode-data-html\.js$/
/** A shorter class takes as many bytes to look up as to write down. */
const SHORTEST_CLASS = 80
const CLASS = new RegExp(
  `(?<=\\bwordSet\\(\\s*)(?:\`([^\`$\\\\]{${SHORTEST_CLASS},})\`|'([^'\\\\]{${SHORTEST_CLASS},})')(?=\\s*\\))`,
  'g',
)

export const packedData = {
  name: 'packed data',
  async setup(build) {
    const {
      htmlDecodeData: [names, characters],
    } = await characterReferences()
    const sources = ['src', 'rules']
      .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((path) => join(ROOT, folder, path)))
      .filter((path) => path.endsWith('.ts') && !MADE_AT_LOAD.test(path))
      .toSorted()
    const tables = sources.filter((path) => path.endsWith('.generated.ts') && !LIST.test(path))
    const lists = sources.filter((path) => LIST.test(path))
    const classes = sources
      .filter((path) => !path.endsWith('.generated.ts'))
      .flatMap((path) => closedClasses(readFileSync(path, 'utf8')))
    const valueOf = (path) =>
      defaultOf(build.esbuild.transformSync(readFileSync(path, 'utf8'), { loader: 'ts', format: 'cjs' }).code)

    // The package says that only what is built has side effects.
    build.onResolve({ filter: /\bworker\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: true,
    }))
    build.onResolve({ filter: new RegExp(`^${PACKED_DATA}$`) }, () => ({ path: 'all', namespace: PACKED_DATA }))
    build.onLoad({ filter: /.*/, namespace: PACKED_DATA }, () => ({
      contents: packedModule(
        lists.map((path) => valueOf(path).split('\n')),
        [...tables.map(valueOf), hexOf(characters), classes],
      ),
      loader: 'js',
      resolveDir: HERE,
    }))
    const oneOf = (name, index) => ({
      contents: `import { ${name} } from '${PACKED_DATA}'\nexport default ${name}[${index}]`,
      loader: 'js',
      resolveDir: HERE,
    })
    build.onLoad({ filter: LIST }, ({ path }) => oneOf('lists', lists.indexOf(path)))
    build.onLoad({ filter: /\.generated\.ts$/ }, ({ path }) =>
      tables.includes(path) ? oneOf('tables', tables.indexOf(path)) : undefined,
    )
    build.onLoad({ filter: CHARACTER_REFERENCES }, () => ({
      contents: referencesModule(names, tables.length),
      loader: 'js',
      resolveDir: HERE,
    }))
    build.onLoad({ filter: /[/\\](?:src|rules)[/\\].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      return closedClasses(source).length === 0
        ? undefined
        : { contents: withoutClasses(source, classes), loader: 'ts', resolveDir: dirname(path) }
    })
  },
}

/** The table of HTML’s character references: their names, and the characters in the same order. */
function characterReferences() {
  const decode = createRequire(createRequire(import.meta.url).resolve('parse5')).resolve('entities/decode')
  return import(pathToFileURL(join(dirname(decode), 'generated/decode-data-html.js')).href)
}

/** Its characters lie in a few blocks of Unicode: half of their digits go on as before. */
function referencesModule(names, index) {
  return `import { tables } from '${PACKED_DATA}'
export const htmlDecodeData = [${JSON.stringify(names)}, tables[${index}].replace(/.{4}/g, (digits) => String.fromCharCode('0x' + digits))]`
}

function hexOf(text) {
  return text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')
}

function defaultOf(code) {
  const module = { exports: {} }
  new Function('module', 'exports', code)(module, module.exports)
  return module.exports.default
}

/**
 * A module that exports lists, each of them sorted, as they were, a line for each word; and tables, any data, as they
 * were. It takes up to a fifth of a second to load.
 */
export function packedModule(lists, tables) {
  const stems = lists.map(stemsOf)
  return `import { unpackLists, unpackText } from './unpack-words.mjs'
export const lists = unpackLists(${JSON.stringify(packWords(stems.flat()))}, ${JSON.stringify(stems.map(({ length }) => length))})
export const tables = JSON.parse(unpackText(${JSON.stringify(packText(JSON.stringify(tables)))}))`
}

/** The longer classes of words that stand in a module’s source: what `wordSet` is called with. */
export function closedClasses(source) {
  return [...source.matchAll(CLASS)].map(([, lines, line]) => wordsIn(lines ?? line))
}

/** The source with its longer classes of words looked up in the last of the tables. */
export function withoutClasses(source, classes) {
  const lookedUp = source.replace(
    CLASS,
    (_, lines, line) => `packedTables.at(-1)[${classes.indexOf(wordsIn(lines ?? line))}]`,
  )
  return `import { tables as packedTables } from '${PACKED_DATA}'\n${lookedUp}`
}

function wordsIn(text) {
  return text.trim().split(/\s+/).join(' ')
}
