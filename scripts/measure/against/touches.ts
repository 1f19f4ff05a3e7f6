/** Decides whether a finding has found a marked error: it must stand on it, and be about it. */
import type { Finding } from '../../../src/check/finding.ts'
import type { SourceEdit } from '../../../src/text/index.ts'
import type { TextStretch } from '../context.ts'
import { KINDS_OF_BLOCKS, KINDS_OF_RULES } from './kinds-of-rules.ts'
import type { MarkedError } from './marked-errors.ts'

// A related place that is longer names a paragraph, not a spot.
const LONGEST_PLACE = 80

/**
 * Whether a finding touches an error of its draft: its span, or a related place of at most 80 characters, overlaps the
 * error, and its rule speaks of that kind of error, or one of its suggestions makes of the words what the reader would.
 * A span of more than 80 characters, or of a whole line in which the error is only a part, counts for leftovers and
 * duplicates only.
 */
export function touches(finding: Finding, error: MarkedError): boolean {
  const { text } = error.article
  const span = { start: finding.start.offset, end: finding.end.offset }
  const places = finding.related.map(({ start, end }) => ({ start: start.offset, end: end.offset })).filter(isShort)
  const spans = KINDS_OF_BLOCKS.has(error.kind) || !isBlock(span, error, text) ? [span] : []
  if (![...spans, ...places].some((place) => overlap(place, error))) return false
  return (
    KINDS_OF_RULES[finding.rule]?.includes(error.kind) === true
    || finding.suggestions.some(({ edits }) => mends(edits, error))
  )
}

function isShort({ start, end }: TextStretch): boolean {
  return end - start <= LONGEST_PLACE
}

function isBlock(span: TextStretch, error: TextStretch, text: string): boolean {
  if (!isShort(span)) return true
  const lineBefore = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start)
  const nextLine = text.indexOf('\n', span.end)
  const lineBehind = text.slice(span.end, nextLine === -1 ? undefined : nextLine)
  const isPart = error.start > span.start || error.end < span.end
  return isPart && (lineBefore + lineBehind).trim() === ''
}

function overlap(one: TextStretch, other: TextStretch): boolean {
  return one.start < other.end && one.end > other.start
}

/** Whether edits make of the words what the reader would, spaces aside. */
function mends(edits: readonly SourceEdit[], { article: { text }, start, end, fix }: MarkedError): boolean {
  const near = edits.filter((edit) => edit.start <= end && edit.end >= start)
  if (near.length === 0) return false
  const from = Math.min(start, ...near.map((edit) => edit.start))
  const to = Math.max(end, ...near.map((edit) => edit.end))
  const wordsWith = (some: readonly SourceEdit[]): string => someSpaces(applied(text, { start: from, end: to }, some))
  return fix.split(' / ').some((words) => wordsWith(near) === wordsWith([{ start, end, text: words }]))
}

function applied(text: string, { start, end }: TextStretch, edits: readonly SourceEdit[]): string {
  const parts: string[] = []
  let at = start
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return [...parts, text.slice(at, end)].join('')
}

function someSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
