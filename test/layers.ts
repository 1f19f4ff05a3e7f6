/**
 * The layers of the house (DESIGN, “The house”): who may know whom. What a platform has (Node, a page) is held by
 * src/tsconfig.*.json.
 */
import { isBuiltin } from 'node:module'
import { importsOf, packageOf, resolveImport, type Import } from './source-imports.ts'

/** What a layer may import besides itself. */
interface Layer {
  /** Layers, or single files of them. */
  readonly imports: readonly string[]
  /** Layers of which it may know the types. */
  readonly types?: readonly string[]
  /** Packages; left out, none. */
  readonly packages?: RegExp
  readonly node?: boolean
}

const PIPELINE =
  /^(?:unified|vfile|nlcst|mdast|hast|unist|(?:retext|remark|rehype|nlcst|mdast-util|hast-util|micromark|unist-util)-.+)$/

/**
 * Each layer by its folder, the lowest first; `src` is the public interface right under it, which composes the others.
 * An arrow only points down: copy below, facts beside, story on top.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'src/options': { imports: [] },
  'src/text': { imports: [] },
  'src/copy': { imports: ['src/text', 'src/options'] },
  'src/english': { imports: ['src/text'], packages: PIPELINE },
  'src/readers': {
    imports: ['src/text', 'src/copy', 'src/english'],
    packages: /^(?:parse5|yaml|smol-toml|mdast|hast|unified|vfile|(?:remark|micromark|mdast-util|unist-util)-.+)$/,
  },
  'src/facts': { imports: ['src/text', 'src/copy', 'src/english'], packages: /^nlcst$/ },
  'src/story': { imports: ['src/text', 'src/copy', 'src/facts'], types: ['src/english'] },
  // All that a rule may know: what it may do with spans, days and words, and the types of the story and its facts.
  'src/rule': { imports: ['src/text', 'src/copy', 'src/english', 'src/options'], types: ['src/story', 'src/facts'] },
  rules: { imports: ['src/rule/index.ts'], packages: /^retext-/ },
  'src/check': {
    imports: ['src/text', 'src/copy', 'src/story', 'src/rule', 'src/options'],
    types: ['src/english', 'src/readers'],
    packages: /^(?:vfile|yaml)$/,
  },
  // For authors of rules: what a rule may use, and a trial of their cases against all rules.
  'src/rule-kit': {
    imports: [
      'src/options',
      'src/text',
      'src/copy',
      'src/readers',
      'src/story',
      'src/rule',
      'src/check',
      'rules/index.ts',
    ],
    packages: /^(?:unified|remark-parse)$/,
  },
  // Lines and columns of edits, which know offsets only.
  'src/reporters': {
    imports: ['src/check', 'src/text', 'src/rule'],
    types: ['src/copy'],
    packages: /^(?:vfile|vfile-reporter)$/,
  },
  'src/unified': { imports: ['src/options', 'src/check', 'src'], packages: PIPELINE },
  src: {
    imports: ['src/options', 'src/check', 'src/copy', 'src/readers', 'src/unified', 'src/rule', 'rules/index.ts'],
    types: ['src/text'],
    packages: /^vfile$/,
  },
  // A page of somebody’s, and its worker, to which each message brings the desk’s names. The editors that it speaks to
  // are the page’s own.
  'src/browser': {
    imports: ['src', 'src/options', 'src/check', 'src/copy/desk.ts', 'rules/index.ts'],
    types: ['src/rule', 'src/copy', 'src/text'],
    packages: /^(?:@codemirror\/.+|prosemirror-.+)$/,
  },
  // What configs, names and side files on the disk say of the copy beside them; the command and the language server
  // both ask it.
  'src/project': {
    imports: ['src/copy', 'src/options', 'src/check', 'src/readers'],
    types: ['src/rule', 'src/text'],
    packages: /^ignore$/,
    node: true,
  },
  'src/cli': {
    imports: [
      'src',
      'src/options',
      'src/project',
      'src/check',
      'src/copy',
      'src/readers',
      'src/reporters',
      'src/rule',
      'src/text',
      'src/english',
      'rules/index.ts',
    ],
    packages: /./,
    node: true,
  },
  'src/server': {
    imports: ['src/project', 'src/check', 'src/copy', 'src/readers', 'src/text', 'src/rule', 'rules/index.ts'],
    packages: /^(?:vscode-languageserver|yaml)$/,
    node: true,
  },
  'src/bin': { imports: ['src/cli', 'src/server'], node: true },
}

/** The layer that a file belongs to; nothing for a file that is in none. */
function layerOf(path: string): string | undefined {
  if (/^src\/[^/]+\.ts$/.test(path)) return 'src'
  const folder = path.startsWith('rules/') ? 'rules' : path.split('/').slice(0, 2).join('/')
  return Object.hasOwn(LAYERS, folder) ? folder : undefined
}

/** How a file breaks the layers, a line a problem. */
export function layerProblems(path: string, source: string): readonly string[] {
  const name = layerOf(path)
  if (name === undefined) return [`${path} stands in no layer; name its layer in test/layers.ts`]
  const layer = LAYERS[name]!
  return importsOf(source).flatMap((one) =>
    isAllowed(path, name, layer, one)
      ? []
      : [`${path} may not import ${one.typeOnly ? 'even types of ' : ''}${one.specifier}`],
  )
}

function isAllowed(path: string, name: string, layer: Layer, { specifier, typeOnly }: Import): boolean {
  if (specifier.startsWith('node:') || isBuiltin(specifier)) return layer.node === true
  const packageName = packageOf(specifier)
  if (packageName !== undefined) return layer.packages?.test(packageName) === true
  const target = resolveImport(path, specifier)
  // A rule knows no other rule; the registry knows them all.
  if (name === 'rules' && target.startsWith('rules/'))
    return path === 'rules/index.ts' || target.startsWith(`${path.split('/').slice(0, 2).join('/')}/`)
  if (name === 'rules' && !specifier.startsWith('#')) return false
  const isWithin = (allowed: string): boolean => target === allowed || layerOf(target) === allowed
  return layerOf(target) === name || layer.imports.some(isWithin) || (typeOnly && layer.types?.some(isWithin) === true)
}
