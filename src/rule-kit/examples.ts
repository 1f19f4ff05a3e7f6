/** Reads a rule's examples as its pages have them: fences of copy with marks, and under each what is said of them. */
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { CalendarDay, CopyKind, DeskName } from '#copy'
import type { Grade, Severity } from '#rule'
import { readFenceInfo } from './fence-info.ts'
import { readMarks, type Marked } from './marks.ts'

/** The sections whose fences are run: the first of a rule's page, the others of its cases. */
export type ExampleSection = 'Examples' | 'Flagged' | 'Allowed' | 'Known misses'

/** What a fence holds: a stretch of body copy · a whole plain-text story · Markdown · HTML inside Markdown. */
export type ExampleLanguage = 'copy' | 'draft' | 'markdown' | 'html'

/** An edit that a finding offers, beneath its message as `> - title (grade)`. */
export interface ExpectedEdit {
  readonly title: string
  readonly grade: Grade
}

/** A message that stands beneath an example, as `> error: message` or `> message`. */
export interface ExpectedMessage {
  readonly severity: Severity | undefined
  readonly message: string
  /** All that the finding offers; nothing where the example doesn't say. */
  readonly edits: readonly ExpectedEdit[] | undefined
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

/** A page that can't be read; the message opens with the page's line. */
export class PageError extends Error {
  override readonly name = 'PageError'
}

const parser = unified().use(remarkParse).freeze()
const LANGUAGES: ReadonlySet<string> = new Set(['copy', 'draft', 'markdown', 'html'])
const RUN: ReadonlySet<string> = new Set(['Examples', 'Flagged', 'Allowed', 'Known misses'])

type Node = ReturnType<typeof parser.parse>['children'][number]

/**
 * Reads the examples under “Examples”, “Flagged”, “Allowed” and “Known misses”, each a heading of level 2; all else is
 * passed over.
 * @throws {PageError} where a fence, a mark or a message can't be understood.
 */
export function readExamples(markdown: string): readonly Example[] {
  const nodes = parser.parse(markdown).children
  const sourceOf = (node: Node): string => markdown.slice(node.position!.start.offset, node.position!.end.offset)
  const headings = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []))
  return headings.flatMap((index, order) => {
    const name = sourceOf(nodes[index]!)
      .replace(/^##\s*/, '')
      .trim()
    const body = nodes.slice(index + 1, headings[order + 1])
    return RUN.has(name) ? examplesIn(name as ExampleSection, body, sourceOf) : []
  })
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
  const { language, ...told } = readFenceInfo(/^[`~]+(.*)/.exec(fence)![1]!)
  if (!LANGUAGES.has(language)) throw new Error(`“${language}” is none of ${[...LANGUAGES].join(', ')}`)
  const messages = quote === '' ? [] : quote.replace(/^[ \t]*> ?/gm, '').split(/\n(?!- )/)
  return exampleOf(section, { ...told, language: language as ExampleLanguage, line, marked: value, messages })
}

/** What an example is made of. */
export interface ExampleParts extends Omit<Example, keyof Marked | 'section' | 'messages'> {
  /** The copy with its marks. */
  readonly marked: string
  /** Each as “error: message” or “message”, and beneath it a line “- title (grade)” for each edit. */
  readonly messages: readonly string[]
}

/**
 * Makes an example.
 * @throws {Error} where marks and messages don't go with each other and with the section.
 */
export function exampleOf(section: ExampleSection, { marked, messages, ...rest }: ExampleParts): Example {
  const read = readMarks(marked)
  if (section === 'Allowed' && (read.marks.length > 0 || messages.length > 0)) {
    throw new Error('an example under “Allowed” has neither marks nor messages')
  }
  const isFlagged = section === 'Flagged' || section === 'Examples'
  if (isFlagged && read.marks.length === 0) throw new Error(`an example under “${section}” marks what is found: [[…]]`)
  if (isFlagged && read.marks.length !== messages.length) {
    throw new Error(
      `${read.marks.length} marks need as many “> message” lines beneath the example; there are ${messages.length}`,
    )
  }
  return { ...read, ...rest, section, messages: messages.map((text) => readMessage(section, text)) }
}

/** A message with its edits: a rule's page says all that are offered, its cases may. */
function readMessage(section: ExampleSection, text: string): ExpectedMessage {
  const [first = '', ...further] = text.split('\n')
  const { severity, message } = /^(?:(?<severity>error|warning|info): )?(?<message>.*\S)\s*$/.exec(first)?.groups ?? {}
  if (message === undefined || message.startsWith('- '))
    throw new Error(`“${first}” is no message: write “> message”, one line a finding`)
  const isSilent = further.length === 0 && section !== 'Examples'
  return { severity: severity as Severity | undefined, message, edits: isSilent ? undefined : further.map(readEdit) }
}

function readEdit(line: string): ExpectedEdit {
  const { title, grade } = /^- (?<title>\S.*) \((?<grade>safe|likely|idea)\)\s*$/.exec(line)?.groups ?? {}
  if (title === undefined)
    throw new Error(`“${line}” is no edit: write “> - title (grade)”; a grade is safe, likely or idea`)
  return { title, grade: grade as Grade }
}
