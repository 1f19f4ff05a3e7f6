/** What to delete from Markdown to delete a block of it, where that leaves its neighbours as they are. */
import { sourceSpan, type SourceSpan } from '#text'
import { followsGap, isBlank, lineEnd, lineStart, nextLine } from './source-lines.ts'

// What the parser reads otherwise right under a paragraph: “- 2) Two” is an item of one list or of two. In MDX,
// “import” is code where nothing stands right above it.
const LEANS = /^[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]]*\]:)[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t\n\r]|$)/
const LEANS_IN_MDX = new RegExp(`${LEANS.source}|^[ \\t]*(?:import|export)[ \\t{*]`)
// It takes indented code for a paragraph, blank line or none: under it these begin no list.
const LEANS_ON_CODE = /^ {0,3}(?:[-*+][ \t]*(?:[\n\r]|$)|\d{1,9}[.)](?:[ \t\n\r]|$))/
const INDENTED = /^(?: {4}| {0,3}\t)/

/** Where a block stands. */
interface BlockSurroundings {
  readonly source: string
  /** The source with masks over what isn't Markdown; a tag with a line for itself leaves it blank. */
  readonly masked: string
  /** Where the copy starts, after the front matter. */
  readonly top: number
  readonly isMdx: boolean
}

/**
 * The lines of a block at the top level, and one of the two gaps around it. Its neighbours mustn't grow together, so
 * there is nothing to delete where it has no blank line on either side (a list's items may do without), or where
 * indented copy follows, which a list would take.
 */
export function wholeLines(
  { source, masked, top, isMdx }: BlockSurroundings,
  start: number,
  end: number,
  isItem: boolean,
): SourceSpan | undefined {
  const from = lineStart(source, start, top)
  const last = lineEnd(source, end)
  if (!isBlank(source, from, start)) return undefined
  const gapBefore = followsGap(source, from, top)
  let next = nextLine(source, last)
  const gapAfter = next >= source.length || isBlank(source, next, lineEnd(source, next))
  if (!gapAfter && (isMdx ? LEANS_IN_MDX : LEANS).test(source.slice(next, next + 200))) return undefined
  if (!gapBefore && !gapAfter && !isItem) return undefined
  const following = nextCopy(source, next)
  if (following >= source.length) return sourceSpan(endOfCopyBefore(source, from, top), last)
  const below = nextCopy(masked, next)
  if (INDENTED.test(masked.slice(below, below + 4))) return undefined
  if (
    LEANS_ON_CODE.test(masked.slice(below, below + 200))
    && isIndented(masked, endOfCopyBefore(masked, from, top), top)
  )
    return undefined
  if (gapBefore) next = following
  return sourceSpan(from, next)
}

/** Where the first line starts, from an offset on, that isn't blank. */
function nextCopy(source: string, from: number): number {
  let at = from
  while (at < source.length && isBlank(source, at, lineEnd(source, at))) at = nextLine(source, lineEnd(source, at))
  return at
}

/** A block at the end of the file goes with the gap before it; the file's last line end stays. */
function endOfCopyBefore(source: string, from: number, top: number): number {
  let at = from
  while (at > top && /[ \t\n\r]/.test(source[at - 1]!)) at--
  return at
}

function isIndented(source: string, offset: number, top: number): boolean {
  const start = lineStart(source, offset, top)
  return INDENTED.test(source.slice(start, start + 4))
}
