/** Blocks that blank lines don't end: fenced code, comments, `<script>` and the like. */
import type { Code, Html, RootContent } from 'mdast'
import { isBlank, lineEnd, nextLine } from './source-lines.ts'

const FENCE = /^(?:`{3,}|~{3,})/

// How HTML of the kinds that blank lines don't end starts, and what ends it (CommonMark 4.6).
const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^\s*<!--/, /-->/g],
  [/^\s*<\?/, /\?>/g],
  [/^\s*<!\[CDATA\[/, /\]\]>/g],
  [/^\s*<![A-Za-z]/, />/g],
  [/^\s*<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
]

/**
 * Whether a block is fenced code or HTML that would go on behind `end`, where a cut was made. Offsets are the source's.
 */
export function isOpen(node: RootContent | undefined, source: string, start: number, end: number): node is Code | Html {
  return (
    (node?.type === 'html' || (node?.type === 'code' && FENCE.test(source.slice(start, start + 3))))
    && findClose(node, source, start) > end
  )
}

/** Where the line after a block's last one starts, for a block at the top level of a document. */
export function findClose(node: Code | Html, source: string, start: number): number {
  const closing =
    node.type === 'code' ? closingFence(source, start) : HTML_ENDS.find(([opening]) => opening.test(node.value))?.[1]
  if (!closing) return nextBlankLine(source, start)
  closing.lastIndex = node.type === 'code' ? nextLine(source, lineEnd(source, start)) : start
  const found = closing.exec(source)
  return found ? nextLine(source, lineEnd(source, found.index + found[0].length)) : source.length
}

function closingFence(source: string, start: number): RegExp {
  let length = 1
  while (source[start + length] === source[start]) length++
  return new RegExp(`^ {0,3}${source[start]}{${length},}[ \\t]*$`, 'gm')
}

function nextBlankLine(source: string, start: number): number {
  let at = start
  while (at < source.length) {
    const end = lineEnd(source, at)
    if (isBlank(source, at, end)) return at
    at = nextLine(source, end)
  }
  return at
}
