/** Comments that hide a finding, in formats that have comments: on its paragraph, or in the whole file. */
import type { Finding } from '../../check/finding.ts'
import { applyEdits } from '../../check/edits.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { OpenDocument } from '../open-document.ts'

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

/** Whether a format has comments that orders can stand in. */
export function hasComments({ format }: CheckedDocument): boolean {
  return format === 'markdown' || format === 'html' || format === 'mdx'
}

/**
 * The comment that hides a finding where it stands. It is tried before it is offered: a place where it would hide nothing,
 * or where something else would be found for it, is no place.
 */
export function commentOnNextLine(finding: Finding, check: CheckedDocument, document: OpenDocument): HidingComment | undefined {
  const { text, positions } = document
  const { line } = positions.at(finding.start.offset + check.shift)
  const places = [paragraphStart(line, document), line].map((one) => {
    const { start, end } = positions.lineAt(one)
    const margin = /^[ \t]*(?:>[ \t]?)*/.exec(text.slice(start, end))![0]
    return { at: start, ...comment('disable-next-line', finding.rule, check, { margin, lineEnd: lineEndOf(text) }) }
  })
  return places.find((place) => hides(place, finding, check, document))
}

/** The comment that hides all findings of the rule in the file, tried like the other. */
export function commentOnFile(finding: Finding, check: CheckedDocument, document: OpenDocument): HidingComment | undefined {
  const { text } = document
  const at = check.shift + (FRONT_MATTER.exec(text.slice(check.shift))?.[0].length ?? 0)
  const place = { at, ...comment('disable-file', finding.rule, check, { margin: '', lineEnd: lineEndOf(text) }) }
  return hides(place, finding, check, document) ? place : undefined
}

const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n)*?\1[ \t]*\r?\n(?:[ \t]*\r?\n)?/

function comment(order: string, rule: string, { format }: CheckedDocument, { margin, lineEnd }: { margin: string; lineEnd: string }): Omit<HidingComment, 'at'> {
  const [open, close] = format === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->']
  return { before: `${margin}${open} copydesk-${order} ${rule} -- `, behind: ` ${close}${lineEnd}` }
}

/** The first line of the paragraph that a line is part of. */
function paragraphStart(line: number, { text, positions }: OpenDocument): number {
  let start = line
  while (start > 0) {
    const above = positions.lineAt(start - 1)
    if (text.slice(above.start, above.end).replace(/^[ \t>]+/, '') === '') break
    start--
  }
  return start
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** Whether a comment hides a finding and changes nothing else: what is left was there before, and nothing of other rules is gone. */
function hides({ at, before, behind }: HidingComment, finding: Finding, check: CheckedDocument, { text }: OpenDocument): boolean {
  const after = check.check(applyEdits(text, [{ start: at, end: at, text: `${before}${REASON}${behind}` }]))
  const isHidden = after.hidden?.some((one) => one.finding.fingerprint === finding.fingerprint) === true
  const were = new Set(check.report.findings.map(({ fingerprint }) => fingerprint))
  const others = check.report.findings.filter(({ rule }) => rule !== finding.rule).length
  return isHidden && after.findings.every(({ fingerprint }) => were.has(fingerprint))
    && after.findings.filter(({ rule }) => rule !== finding.rule).length === others
    && after.notices.length <= check.report.notices.length
}
