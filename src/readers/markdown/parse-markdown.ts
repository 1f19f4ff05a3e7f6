/** Parses Markdown with remark: GFM, and front matter at the top of a file. */
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'

/**
 * Takes out what GFM's extension does to the finished tree: it looks for more links in the text, some of it slowly
 * (`a.a.a.…@`), and the nodes that it makes have no positions.
 */
function withoutTransforms(this: Processor): void {
  const strip = (extension: unknown): unknown => {
    if (Array.isArray(extension)) return extension.map(strip)
    const { transforms: _, ...kept } = extension as { readonly transforms?: unknown }
    return kept
  }
  const data = this.data() as { fromMarkdownExtensions?: unknown[] }
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []).map(strip), boxes]
}

/**
 * Under an empty list item, the parser takes “[x]” at the start of a paragraph for the item's box. What builds the tree
 * asserts that it stands in an item, wherever assertions are on.
 */
const boxes = { exit: { taskListCheckValueChecked: setChecked, taskListCheckValueUnchecked: setChecked } }

function setChecked(
  this: { readonly stack: readonly { readonly type: string; checked?: boolean | null }[] },
  { type }: { readonly type: string },
): void {
  const item = this.stack.at(-2)
  if (item?.type === 'listItem') item.checked = type === 'taskListCheckValueChecked'
}

/** MDX has no code by indentation. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}

type Constructs = Readonly<Record<string, unknown>>

/** Leaves out of GFM what a text has none of: addresses are looked for at every letter, tables at every line. */
function withoutConstructs(this: Processor, names: ReadonlySet<unknown>): void {
  const isKept = (construct: unknown): boolean => !names.has((construct as { readonly name?: string }).name)
  const filtered = (constructs: Constructs): Constructs =>
    Object.fromEntries(
      Object.entries(constructs)
        .map(([code, list]) => [code, [list].flat().filter(isKept)] as const)
        .filter(([, list]) => list.length > 0),
    )
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    Object.fromEntries(
      Object.entries(extension as Readonly<Record<string, Constructs>>).map(([place, constructs]) => [
        place,
        filtered(constructs),
      ]),
    ),
  )
}

const ADDRESSES = ['wwwAutolink', 'protocolAutolink', 'emailAutolink']
const parsers = new Map<string, Processor<Root>>()

/** The parser for a stretch. */
function parserFor(stretch: string, isMdx: boolean): Processor<Root> {
  const without = [
    ...(/@|www\.|https?:/i.test(stretch) ? [] : ADDRESSES),
    ...(/\||:-|-:/.test(stretch) ? [] : ['table']),
  ]
  const key = `${without.join(' ')} ${isMdx}`
  const known = parsers.get(key)
  if (known) return known
  const gfm = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).use(withoutConstructs, new Set(without))
  const parser = (isMdx ? gfm.use(withoutIndentedCode) : gfm).freeze() as unknown as Processor<Root>
  parsers.set(key, parser)
  return parser
}

const top = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/**
 * The tree of a stretch of Markdown without front matter. Offsets count from the stretch's start.
 * @throws {RangeError} where it is nested deeper than the parser can follow.
 */
export function parseMarkdown(stretch: string): Root {
  return parserFor(stretch, false).parse(stretch)
}

/** The same of MDX, whose expressions, components and code lines are masked. */
export function parseMdx(stretch: string): Root {
  return parserFor(stretch, true).parse(stretch)
}

/** The front matter that a file starts with; offsets count from the file's start. */
export interface FrontMatterBlock {
  readonly language: 'yaml' | 'toml'
  /** Where its first line after the fence starts. */
  readonly start: number
  /** Where its last line ends, before the line end that the closing fence follows. */
  readonly end: number
  /** One past the closing fence. */
  readonly close: number
}

const FENCE = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/

/** Finds a file's front matter, between two lines of `---` (YAML) or `+++` (TOML) at its very top. */
export function findFrontMatter(source: string): FrontMatterBlock | undefined {
  const from = source.startsWith('\uFEFF') ? 1 : 0
  const opening = FENCE.exec(source.slice(from, from + 200))
  if (!opening) return undefined
  const closing = new RegExp(
    `(?:\\r\\n|\\n|\\r)${opening[1] === '---' ? '---' : '\\+\\+\\+'}[ \\t]*(?=[\\n\\r]|$)`,
    'g',
  )
  closing.lastIndex = from + opening[1]!.length
  const close = closing.exec(source)
  if (!close) return undefined
  const [node] = top.parse(source.slice(from, closing.lastIndex)).children
  if (node?.type !== 'yaml' && (node?.type as string) !== 'toml') return undefined
  const start = from + opening[0].length
  return { language: node!.type as 'yaml' | 'toml', start, end: Math.max(start, close.index), close: closing.lastIndex }
}
