/**
 * Fixes a source: makes the edits that findings suggest, checks again, and goes on until there is nothing left to make.
 */
import type { Grade } from '#rule'
import { firstIndex, type SourceEdit } from '#text'
import { applyEdits, composeEdits, isSound } from '../../text/edits.ts'
import type { Finding } from '../finding.ts'

/** Edits to make at once, and the findings that they answer. */
export interface FixPlan {
  /** In order; none touches another. */
  readonly edits: readonly SourceEdit[]
  readonly fixed: readonly Finding[]
}

/** What fixing a source came to. */
export interface FixResult {
  readonly source: string
  /** What was done, as edits of the source that it began with, in order. */
  readonly edits: readonly SourceEdit[]
  /** How many findings were answered. */
  readonly fixed: number
}

/** Finds what is wrong with a source. */
export type FindIn = (source: string) => readonly Finding[]

// Edits that touch wait for the next pass, so that each pass does half of a run of neighbours: ten do a thousand.
const MOST_PASSES = 10

/**
 * Fixes a source. Where an edit brings back a finding that was fixed, or doesn't silence its own, nothing of that rule
 * is fixed: fixing again then changes nothing more.
 * @param findIn Called with the source, and again after each pass.
 * @param grades The grades of suggestions that may be followed.
 */
export function fixSource(source: string, findIn: FindIn, grades: ReadonlySet<Grade>): FixResult {
  const found = findIn(source)
  const barred = new Set<string>()
  for (;;) {
    const { returned, ...result } = fixWithout(barred, source, found, findIn, grades)
    if (returned.size === 0) return result
    for (const rule of returned) barred.add(rule)
  }
}

/** Fixes all but the findings of some rules. `returned` are the rules of which a finding came back. */
function fixWithout(
  barred: ReadonlySet<string>,
  original: string,
  found: readonly Finding[],
  findIn: FindIn,
  grades: ReadonlySet<Grade>,
): FixResult & { readonly returned: ReadonlySet<string> } {
  const done = new Set<string>()
  let result: FixResult = { source: original, edits: [], fixed: 0 }
  let before = found
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { edits, fixed } = planFixes(
      result.source,
      before.filter(({ rule }) => !barred.has(rule)),
      grades,
    )
    if (fixed.length === 0) break
    const source = applyEdits(result.source, edits)
    const after = findIn(source)
    const returned = rulesThatReturned(before, after, fixed, done)
    if (returned.size > 0) return { ...result, returned }
    for (const finding of fixed) done.add(keyOf(finding))
    result = { source, edits: composeEdits(original, result.edits, edits), fixed: result.fixed + fixed.length }
    before = after
  }
  return { ...result, returned: new Set() }
}

/**
 * The rules of findings that were fixed and are there again, or still. A finding is known by its words: its fingerprint
 * changes with every edit beside it.
 */
function rulesThatReturned(
  before: readonly Finding[],
  after: readonly Finding[],
  fixed: readonly Finding[],
  done: ReadonlySet<string>,
): ReadonlySet<string> {
  const [were, are, now] = [count(before), count(after), count(fixed)]
  const returned = after.filter((finding) => {
    const key = keyOf(finding)
    const growth = are.get(key)! - (were.get(key) ?? 0)
    return now.has(key) ? growth >= 0 : done.has(key) && growth > 0
  })
  return new Set(returned.map(({ rule }) => rule))
}

function count(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}

function keyOf({ rule, quote }: Finding): string {
  return `${rule}\n${quote}`
}

/**
 * What can be fixed at once: of each finding the first suggestion of a grade that is allowed, all of its edits or none,
 * and none that touches an edit planned before it.
 * @param read The source that the findings were found in; an edit of a stretch that reads otherwise now is refused.
 */
export function planFixes(
  source: string,
  findings: readonly Finding[],
  grades: ReadonlySet<Grade>,
  read: string = source,
): FixPlan {
  const planned: SourceEdit[] = []
  const fixed: Finding[] = []
  for (const finding of findings) {
    const suggestion = finding.suggestions.find(({ grade }) => grades.has(grade))
    const edits = suggestion?.edits.toSorted((one, other) => one.start - other.start || one.end - other.end) ?? []
    if (edits.length === 0 || !edits.every((edit) => isSound(edit, source) && isAsRead(edit, source, read))) continue
    if (edits.some((edit, index) => (index > 0 && edit.start < edits[index - 1]!.end) || touches(planned, edit)))
      continue
    if (edits.every(({ start, end, text }) => source.slice(start, end) === text)) continue
    for (const edit of edits) planned.splice(placeOf(planned, edit), 0, edit)
    fixed.push(finding)
  }
  return { edits: planned, fixed }
}

function isAsRead({ start, end }: SourceEdit, source: string, read: string): boolean {
  return source === read || source.slice(start, end) === read.slice(start, end)
}

function touches(planned: readonly SourceEdit[], { start, end }: SourceEdit): boolean {
  const near = planned[firstIndex(planned.length, (index) => planned[index]!.end >= start)]
  return near !== undefined && near.start <= end
}

function placeOf(planned: readonly SourceEdit[], { start }: SourceEdit): number {
  return firstIndex(planned.length, (index) => planned[index]!.start > start)
}
