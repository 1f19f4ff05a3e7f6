/** The layers of the house (DESIGN, “The house”): who may know whom, and who may use Node. */
import { isBuiltin } from 'node:module'
import { importsOf, packageOf, resolveImport, withoutComments, type Import } from './source-imports.ts'

/** What a layer may import besides itself. */
interface Layer {
  /** Layers, or single files of them. */
  readonly imports: readonly string[]
  /** Layers of which it may know the types. */
  readonly types?: readonly string[]
  /** Packages; left out, none. */
  readonly packages?: RegExp
  readonly node?: boolean
  /** Whether it may ask for what only a page has. */
  readonly page?: boolean
}

const PIPELINE = /^(?:unified|vfile|nlcst|mdast|hast|unist|(?:retext|remark|rehype|nlcst|mdast-util|hast-util|micromark|unist-util)-.+)$/

/** Each layer by its folder; `src` is the public interface right under it, which composes the others. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'src/words': { imports: [] },
  'src/options': { imports: [] },
  'src/parse': { imports: ['src/words', 'src/story/span.ts'], types: ['src/story'], packages: PIPELINE },
  'src/story': { imports: ['src/parse', 'src/words'], packages: /^nlcst$/ },
  // What a rule may do with spans and days, handed on; the facts themselves reach a rule through its context.
  'src/rule': {
    imports: ['src/words', 'src/options', 'src/story/span.ts', 'src/story/calendar.ts', 'src/story/sentences-around.ts'], types: ['src/story', 'src/parse'],
  },
  'rules': { imports: ['src/rule/index.ts'], types: ['src/story/index.ts'], packages: /^retext-/ },
  // What kinds of source there are, and what tells them apart.
  'src/formats': { imports: [], types: ['src/story'] },
  'src/check': { imports: ['src/rule', 'src/story', 'src/words', 'src/options', 'src/formats'], types: ['src/parse'], packages: /^(?:vfile|yaml)$/ },
  'src/readers': { imports: ['src/story', 'src/words', 'src/formats'], types: ['src/parse'], packages: /^(?:parse5|yaml|smol-toml|mdast|hast|unified|vfile|(?:remark|micromark|mdast-util|unist-util)-.+)$/ },
  // Lines and columns of edits, which know offsets only.
  'src/reporters': { imports: ['src/check', 'src/story/lines.ts'], types: ['src/rule', 'src/story'], packages: /^(?:vfile|vfile-reporter)$/ },
  'src/unified': { imports: ['src/options', 'src/check', 'src/readers', 'src/parse', 'src/rule', 'src/story', 'rules/index.ts', 'src'], packages: PIPELINE },
  'src': { imports: ['src/options', 'src/check', 'src/readers', 'src/unified', 'src/rule', 'src/story', 'rules/index.ts'], packages: /^vfile$/ },
  // A page of somebody’s, and its worker, to which each message brings the desk’s names. The editors that it speaks to are the page’s own.
  'src/browser': {
    imports: ['src', 'src/options', 'src/check', 'src/story/desk.ts', 'rules/index.ts'], types: ['src/rule', 'src/story'], packages: /^(?:@codemirror\/.+|prosemirror-.+)$/, page: true,
  },
  // What configs, names and side files on the disk say of the copy beside them; the command and the language server both ask it.
  'src/project': { imports: ['src/story/desk.ts', 'src/options', 'src/check', 'src/readers'], types: ['src/rule', 'src/story'], packages: /^ignore$/, node: true },
  'src/cli': {
    imports: ['src', 'src/options', 'src/project', 'src/check', 'src/readers', 'src/reporters', 'src/rule', 'src/story', 'src/words', 'rules/index.ts'], packages: /./, node: true,
  },
  'src/server': { imports: ['src/project', 'src/check', 'src/readers', 'rules/index.ts'], types: ['src/rule', 'src/story'], packages: /^(?:vscode-languageserver(?:-protocol)?|yaml)$/, node: true },
  'src/bin': { imports: ['src/cli', 'src/server'], node: true },
}

/** The layer that a file belongs to; nothing for a file that is in none. */
export function layerOf(path: string): string | undefined {
  if (/^src\/[^/]+\.ts$/.test(path)) return 'src'
  const folder = path.startsWith('rules/') ? 'rules' : path.split('/').slice(0, 2).join('/')
  return Object.hasOwn(LAYERS, folder) ? folder : undefined
}

/** How a file breaks the layers, a line a problem. */
export function layerProblems(path: string, source: string): readonly string[] {
  const name = layerOf(path)
  if (name === undefined) return [`${path} stands in no layer; name its layer in test/layers.ts`]
  const layer = LAYERS[name]!
  const globals = layer.node ? [] : [...withoutComments(source).matchAll(/(?<![\w.$'’-])(?:process|Buffer|require|__dirname|__filename)(?=\.\w|[([])/g)]
  return [
    ...importsOf(source).flatMap((one) => (isAllowed(path, name, layer, one) ? [] : [`${path} may not import ${one.typeOnly ? 'even types of ' : ''}${one.specifier}`])),
    ...globals.map(([global]) => `${path} uses Node’s ${global}`),
    ...(layer.page ? [] : pageGlobals(source)).map((global) => `${path} uses a page’s ${global}`),
  ]
}

/** What of a page’s a source asks for: the compiler knows a page’s types everywhere, so that it doesn’t tell. */
function pageGlobals(source: string): readonly string[] {
  return [...withoutComments(source).matchAll(/(?<![\w.$'’“-])(?:(?:navigator|localStorage|sessionStorage)(?=\.\w|\[)|document(?=\.(?:body|head|cookie|documentElement|createElement|query|getElement)))/g)].map(([global]) => global)
}

function isAllowed(path: string, name: string, layer: Layer, { specifier, typeOnly }: Import): boolean {
  if (specifier.startsWith('node:') || isBuiltin(specifier)) return layer.node === true
  const packageName = packageOf(specifier)
  if (packageName !== undefined) return layer.packages?.test(packageName) === true
  const target = resolveImport(path, specifier)
  // A rule knows no other rule; the registry knows them all.
  if (name === 'rules' && target.startsWith('rules/')) return path === 'rules/index.ts' || target.startsWith(`${path.split('/').slice(0, 2).join('/')}/`)
  if (name === 'rules' && !specifier.startsWith('#')) return false
  const isWithin = (allowed: string): boolean => target === allowed || layerOf(target) === allowed
  return layerOf(target) === name || layer.imports.some(isWithin) || (typeOnly && layer.types?.some(isWithin) === true)
}
