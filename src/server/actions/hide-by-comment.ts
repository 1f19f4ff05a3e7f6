/** Comments that hide a finding, in formats that have comments: on its paragraph, or in the whole file. */
import { FORMAT_FACTS } from '../../copy/formats/format.ts'
import type { Finding } from '../../check/finding.ts'
import { applyEdits } from '../../text/edits.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { OpenDocument } from '../documents/open-document.ts'

/** A comment to be put into a document. Its reason is still to be written. */
export interface HidingComment {
  /** Where it goes, an offset in the document. */
  readonly at: number
  /** What stands before and behind the reason. */
  readonly before: string
  readonly behind: string
}

/** What stands where the writer is to say why. */
export const REASON = 'reason'

/** Whether a document's format has comments that directives can stand in. */
export function hasComments({ format }: CheckedDocument): boolean {
  return FORMAT_FACTS[format].hasComments === true
}

/**
 * The comment that hides a finding where it stands. It is tried before it is offered: a place where it would hide
 * nothing, or where something else would be found for it, is no place.
 */
export async function commentOnNextLine(
  finding: Finding,
  check: CheckedDocument,
  document: OpenDocument,
): Promise<HidingComment | undefined> {
  const { text, positions } = document
  const { line } = positions.at(finding.start.offset + check.shift)
  const lineEnd = lineEndOf(text)
  for (const one of check.format === 'html' ? [line] : blockStarts(line, document)) {
    const { start: lineStart, end } = positions.lineAt(one)
    const start = Math.max(lineStart, check.shift)
    for (const margin of marginsOf(text.slice(start, end), check)) {
      const place = { at: start, ...comment('disable-next-line', finding.rule, check, { margin, lineEnd }) }
      if (await hides(place, finding, check, document)) return place
    }
  }
  return undefined
}

/** The comment that hides all findings of the rule in the file, tried like the other. */
export async function commentOnFile(
  finding: Finding,
  check: CheckedDocument,
  document: OpenDocument,
): Promise<HidingComment | undefined> {
  const { text } = document
  const opening = check.format === 'html' ? [FRONT_MATTER, HTML_OPENING] : [FRONT_MATTER]
  const at = opening.reduce(
    (from, beginning) => from + (beginning.exec(text.slice(from))?.[0].length ?? 0),
    check.shift,
  )
  const place = { at, ...comment('disable-file', finding.rule, check, { margin: '', lineEnd: lineEndOf(text) }) }
  return (await hides(place, finding, check, document)) ? place : undefined
}

const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n)*?\1[ \t]*\r?\n(?:[ \t]*\r?\n)?/
// What must come first in a page: before it, a comment changes how a browser lays the page out.
const HTML_OPENING = /^(?:<\?xml[^>\n]{0,200}>\s{0,20})?(?:<!doctype[^>]{0,400}>(?:\r?\n)?)?/i

// A line that begins a block of Markdown wherever it stands, and one that ends the block above it.
const BEGINS_BLOCK = /^[ \t>]*(?:[-*+] |\d{1,9}[.)] |#{1,6} )/
const ENDS_BLOCK = /^[ \t>]*(?:#{1,6} |=+[ \t]*$|-+[ \t]*$)|-->[ \t]*$|\*\/\}[ \t]*$/
// How far up the start of a paragraph is looked for, and how many places are tried.
const MOST_LINES = 200
const MOST_STARTS = 3

/**
 * The lines that begin a block at or above a line, the nearest first, up to a blank one. Between others a comment would
 * cut a paragraph or a table in two; only in HTML it may stand between any.
 */
function* blockStarts(line: number, { text, positions }: OpenDocument): Generator<number> {
  const contentOf = (at: number): string => {
    const { start, end } = positions.lineAt(at)
    return text.slice(start, end)
  }
  let isHtml = false
  let top = line
  for (let found = 0; top > 0 && line - top < MOST_LINES; top--) {
    const above = contentOf(top - 1)
    if (/^[ \t>]*$/.test(above)) break
    if (found < MOST_STARTS && (BEGINS_BLOCK.test(contentOf(top)) || ENDS_BLOCK.test(above))) {
      found++
      yield top
    }
    isHtml ||= /^[ \t>]*</.test(above)
  }
  yield top
  if (isHtml && top < line) yield line
}

/**
 * What a comment's line may begin with: inside the item above, so that a list stays one list, else as its neighbour
 * does.
 */
function marginsOf(line: string, { format }: CheckedDocument): readonly string[] {
  const [, margin, marker] = /^([ \t]*(?:>[ \t]?)*)([-*+] +|\d{1,9}[.)] +)?/.exec(line)!
  return marker === undefined || format === 'html' ? [margin!] : [margin! + ' '.repeat(marker.length), margin!]
}

function comment(
  order: string,
  rule: string,
  { format }: CheckedDocument,
  { margin, lineEnd }: { margin: string; lineEnd: string },
): Omit<HidingComment, 'at'> {
  const [open, close] = format === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->']
  return { before: `${margin}${open} copydesk-${order} ${rule} -- `, behind: ` ${close}${lineEnd}` }
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/**
 * Whether a comment hides a finding and changes nothing else: what is left was there before, and nothing of other rules
 * is gone.
 */
async function hides(
  { at, before, behind }: HidingComment,
  finding: Finding,
  check: CheckedDocument,
  { text }: OpenDocument,
): Promise<boolean> {
  const after = await check.check(applyEdits(text, [{ start: at, end: at, text: `${before}${REASON}${behind}` }]))
  if (!after) return false
  const isHidden = after.hidden?.some((one) => one.finding.fingerprint === finding.fingerprint) === true
  const were = new Set(check.report.findings.map(({ fingerprint }) => fingerprint))
  const others = check.report.findings.filter(({ rule }) => rule !== finding.rule).length
  return (
    isHidden
    && after.findings.every(({ fingerprint }) => were.has(fingerprint))
    && after.findings.filter(({ rule }) => rule !== finding.rule).length === others
    && after.notices.length <= check.report.notices.length
  )
}
