/** Reads a rule's two pages: `rule.md`, which is for editors, and `cases.md`, which is the rule's test. */
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { readExamples, type Example } from '../src/rule-kit/examples.ts'

/** The sections of a rule's page, in their order. */
export const PAGE_SECTIONS = [
  'Why',
  'Examples',
  'Never flagged',
  'Turn it off or down',
  'Figures',
  'Options',
  'Sources',
] as const

/** The sections of a rule's cases, in their order. */
export const CASE_SECTIONS = ['Flagged', 'Allowed', 'Known misses'] as const

/** A section: its heading and the Markdown under it. */
export interface PageSection {
  readonly name: string
  readonly body: string
}

/** A rule's page, or its cases. */
export interface RulePage {
  readonly title: string
  /** The first paragraph, on one line. */
  readonly summary: string
  readonly sections: readonly PageSection[]
  readonly examples: readonly Example[]
  /** How many words there are: all that stands between spaces. */
  readonly words: number
}

const parser = unified().use(remarkParse).freeze()

type Node = ReturnType<typeof parser.parse>['children'][number]

/**
 * Reads a rule's page, or its cases.
 * @throws {PageError} where a fence, a mark or a message can't be understood.
 */
export function readRulePage(markdown: string): RulePage {
  const nodes = parser.parse(markdown).children
  const sourceOf = (node: Node): string => markdown.slice(node.position!.start.offset, node.position!.end.offset)
  const headings = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []))
  const sections = headings.map((index, order) => ({
    name: sourceOf(nodes[index]!)
      .replace(/^##\s*/, '')
      .trim(),
    body: nodes
      .slice(index + 1, headings[order + 1])
      .map(sourceOf)
      .join('\n\n'),
  }))
  const [title, summary] = nodes
  return {
    title: title?.type === 'heading' && title.depth === 1 ? sourceOf(title).replace(/^#\s*/, '').trim() : '',
    summary: summary?.type === 'paragraph' ? sourceOf(summary).replace(/\s*\n\s*/g, ' ') : '',
    sections,
    examples: readExamples(markdown),
    words: markdown.match(/\S+/g)?.length ?? 0,
  }
}

/** What a page quotes between “ and ” under “Never flagged”, as examples that must be left in peace. */
export function neverFlagged({ sections }: RulePage): readonly Example[] {
  const listed = sections.find(({ name }) => name === 'Never flagged')?.body ?? ''
  return [...listed.matchAll(/“([^“”]+)”/g)].flatMap(([, quotation]) =>
    readExamples(`## Allowed\n\n\`\`\`copy\n${quotation}\n\`\`\`\n`),
  )
}
