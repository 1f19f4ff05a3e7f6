/** Tells what a source is from its path and its content: a format that is read, or a kind that isn't. */
import { FORMAT_FACTS, formatOfName, type Format } from './format.ts'
import { jsonKind } from './json-kinds.ts'
import { refusal, type RefusedKind } from './refusal.ts'
import { textKind } from './text-kinds.ts'
import { isKnownRoot, xmlKind, xmlRootOf } from './xml-kinds.ts'
import { aString, refuseWrong } from '../../options/expectations.ts'

/** What a source is: in a format that is read, or unread, and why: the predicate of a sentence about it. */
export type SourceKind = { readonly format: Format } | { readonly unread: string }

/**
 * The format of a source.
 * @param source Its text, for paths that tell nothing: none at all, `story.json`, `wire.xml`.
 * @returns Plain text where nothing tells another; nothing where the source is of a kind that isn't read (an RTF,
 * unknown XML).
 * @throws {TypeError} for a path or a source that is no string.
 */
export function formatOf(path: string | undefined, source = ''): Format | undefined {
  if (path !== undefined) refuseWrong('formatOf', 'path', path, aString)
  refuseWrong('formatOf', 'source', source, aString)
  const kind = kindOfSource(path, source)
  return 'format' in kind ? kind.format : undefined
}

/**
 * What a source is. Most names tell; behind `.xml`, `.json`, an unknown ending or none the content does, and in a text
 * file it is asked whether that is text.
 */
export function kindOfSource(path: string | undefined, source = ''): SourceKind {
  const known = path === undefined ? undefined : formatOfName(path)
  if (known === 'text') return kindOfTextFile(source)
  if (known === 'feed') return { format: isWordpress(source) ? 'wordpress' : known }
  if (known !== undefined) return { format: known }
  const kind = kindOfText(source, {
    isXml: /\.(?:xml|rdf|wxr)$/i.test(path ?? ''),
    isJson: /\.json$/i.test(path ?? ''),
  })
  return typeof kind === 'string' ? { format: kind } : { unread: refusal(kind) }
}

/** Whether what is called a feed is an export of WordPress, which is written as one. */
function isWordpress(source: string): boolean {
  const root = xmlRootOf(source)
  return root !== undefined && xmlKind(root) === 'wordpress'
}

/** A text file is text, unless it is clear that somebody has only called it so. */
function kindOfTextFile(source: string): SourceKind {
  const kind = kindOfText(source, {})
  if (typeof kind !== 'string') return { unread: refusal(kind) }
  if (
    kind === 'text'
    || kind === 'markdown'
    || kind === 'mdx'
    || (kind === 'html' && !WHOLE_PAGE.test(openingOf(source)))
  )
    return { format: 'text' }
  return {
    unread: `is ${FORMAT_FACTS[kind].name} under the name of a text file; give it another ending, or say --input ${kind}`,
  }
}

// How much of a source is looked at.
const READ = 4000
const WHOLE_PAGE = /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html)\b/i
const HTML = /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main)\b|^<!-- wp:[a-z]/i
const DUMP = /^b?["']<(?:!doctype\s+html|html)\b/i
const FRONT_MATTER = /^---[ \t]*\r?\n(?:(?:\w[\w-]*:|[ \t#]|-[ \t]).*\r?\n|\r?\n)+---[ \t]*(?:\r?\n|$)/
const NINJS_KEY =
  /"(?:headlines?|headline_\w+|body_\w+|bod(?:y|ies)|byline|description_\w+|versioncreated|slugline)"\s*:/i

/** What an ending says that doesn't say all. */
interface Ending {
  readonly isXml?: boolean
  readonly isJson?: boolean
}

/** The format that a source's content shows, or the kind it is of. */
function kindOfText(source: string, { isXml = false, isJson = false }: Ending): Format | RefusedKind {
  const start = openingOf(source)
  const text = textKind(source)
  if (text) return text
  if (DUMP.test(start)) return { name: 'a dump of HTML, quotes and all', advice: 'saveAs' }
  const isHtml = HTML.test(start)
  if (start.startsWith('<') && (isXml || !isHtml)) {
    const root = xmlRootOf(source)
    if (root && !(isHtml && !isKnownRoot(root)) && (isXml || root.isDeclared || isKnownRoot(root))) return xmlKind(root)
  }
  if (isHtml) return 'html'
  if ((isJson ? /^[[{]/ : /^[[{]\s*[[{"\]}]/).test(start)) return kindOfJson(source, start, isJson)
  return FRONT_MATTER.test(start) ? 'markdown' : 'text'
}

function openingOf(source: string): string {
  return source.slice(0, READ).replace(/^[\s\uFEFF]+/, '')
}

/** A text may begin with a brace and be no JSON; JSON that is broken is taken for what its members are called. */
function kindOfJson(source: string, start: string, isJson: boolean): Format | RefusedKind {
  const value = parsed(source.replace(/^\uFEFF/, ''))
  if (value !== undefined) return jsonKind(value) ?? 'text'
  if (NINJS_KEY.test(start)) return isRows(source) ? { name: 'JSON Lines', advice: 'stream' } : 'ninjs'
  if (isRows(source)) return { name: 'JSON Lines', advice: 'stream' }
  return isJson ? { name: 'JSON that is not valid', advice: 'mend' } : 'text'
}

/** Whether each of the first two lines is an object by itself. */
function isRows(source: string): boolean {
  const [first, second] = source.trimStart().split('\n', 2)
  return [first, second].every((line) => /^\{/.test(line ?? '') && parsed(line!) !== undefined)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
