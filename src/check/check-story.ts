/** Runs rules on a story and brings what they find into the coordinates of its source. */
import { isAbove, type Beside, type Rule, type RuleFinding, type Severity } from '#rule'
import type { CopyKind } from '#copy'
import type { Story } from '#story'
import { firstIndex, overlaps, type Lines, type Point, type SourceEdit, type Span } from '#text'
import type { ActiveRule } from './config/config.ts'
import type { Finding, FindingSuggestion } from './finding.ts'
import type { Fingerprints } from './fingerprint.ts'
import { gradeEdits } from './fixing/grade-edits.ts'
import { keepStrongest, type Judged } from './overlaps.ts'

/** A severity raised to the floor or lowered to the ceiling that the settings give its rule. */
function within({ floor, ceiling }: ActiveRule, severity: Severity): Severity {
  return isAbove(severity, ceiling) ? ceiling : isAbove(floor, severity) ? floor : severity
}

/** What the active rules find in a story, in its order. */
export function findIn(
  story: Story,
  { active, beside }: { readonly active: readonly ActiveRule[]; readonly beside?: Beside | undefined },
  fingerprints: Fingerprints,
  lines: Lines,
): readonly Finding[] {
  const judged: Judged[] = []
  for (const one of active) {
    const { rule, options } = one
    if (!speaksIn(rule, story)) continue
    for (const found of rule.run(story, options, beside)) {
      if (rule.quotations === 'skip' && isQuoted(story, found.at)) continue
      assertInside(story, rule.id, found)
      judged.push({ rule, severity: within(one, found.severity), found })
    }
  }
  return keepStrongest(judged).map((one) => toFinding(story, lines, fingerprints, one))
}

// Somebody else's words from the first to the last: a desk mends their names and never their style.
const OTHERS_WORDS: ReadonlySet<CopyKind> = new Set<CopyKind>(['letters', 'transcript'])

/** Whether a rule speaks in the kind of copy that a story is. */
function speaksIn(rule: Rule, { facts }: Story): boolean {
  if (rule.kind !== 'style' && rule.quietIn === undefined) return true
  return !(rule.kind === 'style' && OTHERS_WORDS.has(facts.copyKind)) && !rule.quietIn?.includes(facts.copyKind)
}

function isQuoted(story: Story, at: Span): boolean {
  return story.blockAt(at.start).quoted || touchesAny(story.facts.quotations.all, at)
}

/** Whether a span overlaps one of some spans in story order of which none overlap. */
function touchesAny(spans: readonly Span[], at: Span): boolean {
  const near = spans[firstIndex(spans.length, (index) => spans[index]!.end > at.start)]
  return near !== undefined && overlaps(near, at)
}

/** A rule whose spans leave the story or cross blocks is broken; better to hear of it than to underline other words. */
function assertInside(story: Story, rule: string, found: RuleFinding): void {
  const places = [
    found.at,
    ...found.related.map(({ at }) => at),
    ...found.suggestions.flatMap(({ edits }) => edits.map(({ at }) => at)),
  ]
  for (const at of places) {
    const block = story.blockAt(at.start)
    if (at.start < block.start || at.end > block.end || at.end < at.start) {
      throw new RangeError(`rule “${rule}” gave a span (${at.start}–${at.end}) that doesn't lie within one block`)
    }
  }
}

function toFinding(story: Story, lines: Lines, fingerprints: Fingerprints, { rule, severity, found }: Judged): Finding {
  return {
    rule: rule.id,
    title: rule.title,
    kind: rule.kind,
    severity,
    message: found.message,
    ...points(story, lines, found.at),
    quote: story.slice(found.at),
    related: found.related.map(({ at, note }) => ({ message: note, ...points(story, lines, at) })),
    suggestions: gradeEdits(story, found).flatMap((suggestion) => toSourceSuggestion(story, suggestion)),
    ...nameOf(story, fingerprints, rule, found),
    url: rule.page,
  }
}

/** By its place; where it says which forms contradict each other, by these, whichever comes first. */
function nameOf(
  story: Story,
  fingerprints: Fingerprints,
  { id }: Rule,
  { at, between = [] }: RuleFinding,
): Pick<Finding, 'fingerprint' | 'formerFingerprint'> {
  const byPlace = fingerprints.of(story, id, at)
  if (between.length < 2) return { fingerprint: byPlace }
  return { fingerprint: fingerprints.ofForms(id, between), formerFingerprint: byPlace }
}

/** A suggestion of which one edit can't be written in the source is not offered at all. */
function toSourceSuggestion(
  story: Story,
  { title, grade, edits }: RuleFinding['suggestions'][number],
): FindingSuggestion[] {
  const written = edits.flatMap(({ at, text }) => story.toSourceEdit(at, text) ?? [])
  return written.length === edits.length ? [{ title, grade, edits: joinDeletions(story.source, written) }] : []
}

/**
 * The edits in order. Deletions of neighbouring lines meet, or share the gap before a file's last line; such become
 * one.
 */
function joinDeletions(source: string, edits: readonly SourceEdit[]): readonly SourceEdit[] {
  const joined: SourceEdit[] = []
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last === undefined || last.text !== '' || edit.text !== '' || edit.start > last.end) {
      joined.push(edit)
      continue
    }
    let { start } = last
    const end = Math.max(last.end, edit.end)
    // What was the gap before the first of them is now the end of the file.
    if (source.slice(end).trim() === '') while (start > 0 && /\s/.test(source[start - 1]!)) start--
    joined[joined.length - 1] = { start, end, text: '' }
  }
  return joined
}

function points(story: Story, lines: Lines, at: Span): { start: Point; end: Point } {
  return lines.pointsOf(story.toSource(at))
}
