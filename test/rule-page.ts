/** Reads a rule's page (`rule.md`): its summary, its sections and the examples that the tests run. */
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { CalendarDay, CopyKind, DeskName } from '../src/copy/index.ts'
import type { Severity } from '#rule'
import { readFenceInfo } from './fence-info.ts'
import { readMarks, type Marked } from './marks.ts'

/** The sections of a page, in their order. */
export const SECTIONS = [
  'Why',
  'Flagged',
  'Allowed',
  'Known misses',
  'Options',
  'When to turn it off',
  'Sources',
] as const

/** The sections whose fences are run. */
export type ExampleSection = 'Flagged' | 'Allowed' | 'Known misses'

/** What a fence holds: a stretch of body copy · a whole plain-text story · Markdown · HTML inside Markdown. */
export type ExampleLanguage = 'copy' | 'draft' | 'markdown' | 'html'

/** A message that stands beneath an example, as `> error: message` or `> message`. */
export interface ExpectedMessage {
  readonly severity: Severity | undefined
  readonly message: string
}

/** One fence of a page, ready to be run. */
export interface Example extends Marked {
  readonly section: ExampleSection
  readonly language: ExampleLanguage
  /** The page's line on which the fence opens, from 1. */
  readonly line: number
  readonly messages: readonly ExpectedMessage[]
  readonly date: CalendarDay | undefined
  readonly names: readonly DeskName[] | undefined
  readonly kind: CopyKind | undefined
  readonly options: Readonly<Record<string, unknown>>
  /** Why the example is run as it stands only; nothing where it is run in every variant. */
  readonly noVariants: string | undefined
}

/** A section of a page: its heading and the Markdown under it. */
export interface PageSection {
  readonly name: string
  readonly body: string
}

/** A rule's page. */
export interface RulePage {
  readonly title: string
  /** The first paragraph, on one line. */
  readonly summary: string
  readonly sections: readonly PageSection[]
  readonly examples: readonly Example[]
}

/** A page that can't be read; the message opens with the page's line. */
export class PageError extends Error {
  override readonly name = 'PageError'
}

const parser = unified().use(remarkParse).freeze()
const LANGUAGES: ReadonlySet<string> = new Set(['copy', 'draft', 'markdown', 'html'])
const RUN: ReadonlySet<string> = new Set(['Flagged', 'Allowed', 'Known misses'])

type Node = ReturnType<typeof parser.parse>['children'][number]

/**
 * Reads a page.
 * @throws {PageError} where a fence, a mark or a message can't be understood.
 */
export function readRulePage(markdown: string): RulePage {
  const nodes = parser.parse(markdown).children
  const sourceOf = (node: Node): string => markdown.slice(node.position!.start.offset, node.position!.end.offset)
  const headings = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []))
  const sections = headings.map((index, order) => {
    const body = nodes.slice(index + 1, headings[order + 1])
    return {
      name: sourceOf(nodes[index]!)
        .replace(/^##\s*/, '')
        .trim(),
      body,
      text: body.map(sourceOf).join('\n\n'),
    }
  })
  const [title, summary] = nodes
  return {
    title: title?.type === 'heading' && title.depth === 1 ? sourceOf(title).replace(/^#\s*/, '').trim() : '',
    summary: summary?.type === 'paragraph' ? sourceOf(summary).replace(/\s*\n\s*/g, ' ') : '',
    sections: sections.map(({ name, text }) => ({ name, body: text })),
    examples: sections.flatMap(({ name, body }) =>
      RUN.has(name) ? examplesIn(name as ExampleSection, body, sourceOf) : [],
    ),
  }
}

function examplesIn(section: ExampleSection, nodes: readonly Node[], sourceOf: (node: Node) => string): Example[] {
  return nodes.flatMap((node, index) => {
    const line = node.position!.start.line
    if (node.type === 'blockquote' && nodes[index - 1]?.type !== 'code') {
      throw new PageError(`line ${line}: this message stands beneath no example`)
    }
    if (node.type !== 'code') return []
    try {
      const next = nodes[index + 1]
      return [readExample(section, line, sourceOf(node), node.value, next?.type === 'blockquote' ? sourceOf(next) : '')]
    } catch (error) {
      if (error instanceof PageError) throw error
      throw new PageError(`line ${line}: ${(error as Error).message}`, { cause: error })
    }
  })
}

function readExample(section: ExampleSection, line: number, fence: string, value: string, quote: string): Example {
  const info = readFenceInfo(/^[`~]+(.*)/.exec(fence)![1]!)
  if (!LANGUAGES.has(info.language)) throw new Error(`“${info.language}” is none of ${[...LANGUAGES].join(', ')}`)
  const marked = readMarks(value)
  const messages = quote === '' ? [] : quote.split('\n').map((text) => readMessage(text))
  if (section === 'Allowed' && (marked.marks.length > 0 || messages.length > 0)) {
    throw new Error('an example under “Allowed” has neither marks nor messages')
  }
  if (section === 'Flagged' && marked.marks.length === 0)
    throw new Error('an example under “Flagged” marks what is found: [[…]]')
  if (section === 'Flagged' && marked.marks.length !== messages.length) {
    throw new Error(
      `${marked.marks.length} marks need as many “> message” lines beneath the example; there are ${messages.length}`,
    )
  }
  const { date, names, kind, options, noVariants } = info
  return {
    ...marked,
    section,
    language: info.language as ExampleLanguage,
    line,
    messages,
    date,
    names,
    kind,
    options,
    noVariants,
  }
}

function readMessage(line: string): ExpectedMessage {
  const { severity, message } =
    /^\s*>\s?(?:(?<severity>error|warning|info): )?(?<message>.*\S)\s*$/.exec(line)?.groups ?? {}
  if (message === undefined) throw new Error(`“${line}” is no message: write “> message”, one line a finding`)
  return { severity: severity as Severity | undefined, message }
}
