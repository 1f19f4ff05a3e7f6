/** Runs rules on a story and brings what they find into the coordinates of its source. */
import type { AdoptedPlugin } from '../parse/adopt.ts'
import type { Rule, RuleFinding, Severity } from '#rule'
import { firstIndex, Lines, overlaps, sourceSpan, type CopyKind, type Notice, type Point, type SourceEdit, type SourceSpan, type Span, type Story } from '#story'
import { isAbove, type ActiveRule } from './config.ts'
import type { Finding, FindingNote, FindingSuggestion } from './finding.ts'
import { Fingerprints } from './fingerprint.ts'
import type { HiddenFinding } from './hidden.ts'
import { gradeEdits } from './grade-edits.ts'
import { keepStrongest, type Judged } from './overlaps.ts'
import { suppress } from './suppress.ts'
import { whyEmpty } from './unread.ts'

/** What a check of a story, or of several of one source, brings. */
export interface StoryReport {
  /** In story order. */
  readonly findings: readonly Finding[]
  /** What was passed over, and where. */
  readonly notices: readonly FindingNote[]
  /** How many words the copy holds, furniture and all. */
  readonly words: number
  /** What is not told, and why; left out where all is. */
  readonly hidden?: readonly HiddenFinding[]
  /** Notices that are not shown: a baseline hides them, or nobody asked for them. Left out where there are none. */
  readonly hiddenNotices?: readonly FindingNote[] | undefined
}

/** What else a check may be told of the rules, so that orders in the source can be judged. */
export interface RuleScope {
  /** The ids of all rules, those that don't run too. */
  readonly known?: readonly string[] | undefined
  /** Whether fewer rules run than the config wants. */
  readonly isPartial?: boolean | undefined
}

/** A severity raised to the floor or lowered to the ceiling that the settings give its rule. */
function within({ floor, ceiling }: ActiveRule, severity: Severity): Severity {
  return isAbove(severity, ceiling) ? ceiling : isAbove(floor, severity) ? floor : severity
}

/** Checks a story with the rules that are active. The story must have been made with their plugins (see `pluginsOf`). */
export function checkStory(story: Story, active: readonly ActiveRule[], scope: RuleScope = {}): StoryReport {
  return checkStories([story], active, scope)
}

/** Checks the stories of one source, in their order: each by itself, and all in one report. */
export function checkStories(stories: readonly Story[], active: readonly ActiveRule[], scope: RuleScope = {}): StoryReport {
  const fingerprints = new Fingerprints()
  // One for all: a feed of a thousand items has one source.
  const lines = new Lines(stories[0]?.source ?? '')
  const reports = stories.map((story) => {
    const report = checkWith(story, active, fingerprints, lines)
    // A feed of a hundred thousand items would keep all that is known of each.
    if (stories.length > 1) story.forgetFacts()
    return report
  })
  const empty = whyEmpty(stories)
  const report = {
    findings: reports.flatMap(({ findings }) => findings),
    notices: [...reports.flatMap(({ notices }) => notices), ...(empty === undefined ? [] : [emptyNotice(empty, lines)])],
    words: reports.reduce((sum, { words }) => sum + words, 0),
  }
  return stories.some(({ directives }) => directives.length > 0) ? followOrders(stories, active, report, scope) : report
}

/** The report as the orders in the source want it. What they hide has been found all the same: it hides what lies under it. */
function followOrders(stories: readonly Story[], active: readonly ActiveRule[], report: StoryReport, scope: RuleScope): StoryReport {
  const { source } = stories[0]!
  const { findings, hidden, notices } = suppress(report.findings, {
    source,
    directives: stories.flatMap(({ directives }) => directives),
    blocks: stories.flatMap((story) => story.blocks.filter(({ start, end }) => end > start).map((block) => story.toSource(block))),
  }, { ...scope, active: active.map(({ rule }) => rule.id) })
  const lines = new Lines(source)
  return {
    ...report,
    findings,
    notices: [...report.notices, ...notices.map(({ message, source: at }) => ({ message, ...sourcePoints(lines, at), about: 'suppression' as const }))],
    ...(hidden.length > 0 ? { hidden } : {}),
  }
}

function emptyNotice(message: string, lines: Lines): FindingNote {
  return { message, ...sourcePoints(lines, sourceSpan(0, 0)), about: 'empty' }
}

function checkWith(story: Story, active: readonly ActiveRule[], fingerprints: Fingerprints, lines: Lines): StoryReport {
  const judged: Judged[] = []
  for (const one of active) {
    const { rule, options } = one
    if (!speaksIn(rule, story)) continue
    for (const found of rule.run(story, options)) {
      if (rule.quotations === 'skip' && isQuoted(story, found.at)) continue
      assertInside(story, rule.id, found)
      judged.push({ rule, severity: within(one, found.severity), found })
    }
  }
  return {
    findings: keepStrongest(judged).map((one) => toFinding(story, lines, fingerprints, one)),
    notices: [...story.notices, ...story.facts.notices].map(({ message, at, source, about }: Notice) => (
      { message, ...sourcePoints(lines, source ?? story.toSource(at)), ...(about ? { about } : {}) }
    )),
    words: countWords(story.text),
  }
}

// Somebody else's words from the first to the last: a desk mends their names and never their style.
const OTHERS_WORDS: ReadonlySet<CopyKind> = new Set<CopyKind>(['letters', 'transcript'])

/** Whether a rule speaks in the kind of copy that a story is. */
function speaksIn(rule: Rule, { facts }: Story): boolean {
  if (rule.kind !== 'style' && rule.quietIn === undefined) return true
  return !(rule.kind === 'style' && OTHERS_WORDS.has(facts.copyKind)) && !rule.quietIn?.includes(facts.copyKind)
}

/** The stock retext plugins that some rules want run with the parse. */
export function pluginsOf(active: readonly ActiveRule[]): readonly AdoptedPlugin[] {
  return active.flatMap(({ rule }) => (rule.adopts ? [{ id: rule.id, ...rule.adopts }] : []))
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
  const places = [found.at, ...found.related.map(({ at }) => at), ...found.suggestions.flatMap(({ edits }) => edits.map(({ at }) => at))]
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
    fingerprint: fingerprints.of(story, rule.id, found.at),
    url: rule.page,
  }
}

/** A suggestion of which one edit can't be written in the source is not offered at all. */
function toSourceSuggestion(story: Story, { title, grade, edits }: RuleFinding['suggestions'][number]): FindingSuggestion[] {
  const written = edits.flatMap(({ at, text }) => story.toSourceEdit(at, text) ?? [])
  return written.length === edits.length ? [{ title, grade, edits: joinDeletions(story.source, written) }] : []
}

/** The edits in order. Deletions of neighbouring lines meet, or share the gap before a file's last line; such become one. */
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
  return sourcePoints(lines, story.toSource(at))
}

function sourcePoints(lines: Lines, { start, end }: SourceSpan): { start: Point; end: Point } {
  return { start: lines.pointAt(start), end: lines.pointAt(end) }
}

/** Stretches between spaces that hold a letter or a digit: what a desk counts as words. */
function countWords(text: string): number {
  let count = 0
  let counted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10) counted = false
    else if (!counted && ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 192 && code < 0x2000) || code >= 0x2c00)) {
      counted = true
      count++
    }
  }
  return count
}
