/** What to delete from HTML to delete an element. */
import { sourceSpan, type SourceSpan } from '#text'
import { BLOCK_LEVEL } from './elements.ts'

// How much around an element is looked at.
const NEAR = 500
const MOST_COMMENTS = 4

/** Elements that hold nothing but one text, as a rule, and that a page can do without. */
export const DELETABLE: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section'])

/**
 * An element from its start tag to its end tag, and the rest of its lines where there is nothing else on them. Nothing
 * where the texts on its two sides would grow together.
 * @param parts Whether an element, by its name as written, parts the texts on its two sides; left out, as in HTML.
 */
export function wholeElement(source: string, start: number, end: number, parts = isBlock): SourceSpan | undefined {
  if (
    !endsBlock(source.slice(Math.max(0, start - NEAR), start), parts)
    && !startsBlock(source.slice(end, end + NEAR), parts)
  )
    return undefined
  let from = start
  while (from > 0 && isSpace(source.charCodeAt(from - 1))) from--
  let to = end
  while (to < source.length && isSpace(source.charCodeAt(to))) to++
  const isFirst = from === 0 || isEol(source.charCodeAt(from - 1))
  const isLast = to === source.length || isEol(source.charCodeAt(to))
  if (!isFirst || !isLast) return sourceSpan(start, end)
  return sourceSpan(from, to + (source.startsWith('\r\n', to) ? 2 : to < source.length ? 1 : 0))
}

/** Whether what stands before the element is no text of the same block: another block's tag, or nothing. */
function endsBlock(before: string, parts: typeof isBlock): boolean {
  let rest = before.trimEnd()
  for (let comments = 0; comments < MOST_COMMENTS && rest.endsWith('-->') && rest.includes('<!--'); comments++) {
    rest = rest.slice(0, rest.lastIndexOf('<!--')).trimEnd()
  }
  const tag = rest.slice(rest.lastIndexOf('<'))
  return rest === '' || (isBlockTag(tag, parts) && endsAtOnce(tag))
}

/** Whether a tag ends with the first `>` outside of quotes: in `<p>>` the second is text. */
function endsAtOnce(tag: string): boolean {
  const bare = tag.replace(/"[^"]*"|'[^']*'/g, '')
  return bare.indexOf('>') === bare.length - 1
}

/** The same of what stands behind it. */
function startsBlock(after: string, parts: typeof isBlock): boolean {
  let rest = after.trimStart()
  for (let comments = 0; comments < MOST_COMMENTS && rest.startsWith('<!--') && rest.includes('-->'); comments++) {
    rest = rest.slice(rest.indexOf('-->') + '-->'.length).trimStart()
  }
  return rest === '' || isBlockTag(rest, parts)
}

function isBlockTag(tag: string, parts: typeof isBlock): boolean {
  const name = /^<\/?([A-Za-z][\w.:-]*)/.exec(tag)?.[1]
  return name !== undefined && parts(name)
}

function isBlock(name: string): boolean {
  return BLOCK_LEVEL.has(/^[\dA-Za-z]*/.exec(name)![0].toLowerCase())
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

function isEol(code: number): boolean {
  return code === 10 || code === 13
}
