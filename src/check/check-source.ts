/**
 * The one way from a text to its findings: a reader reads it, each piece of its copy becomes a story, and rules run on
 * that.
 */
import { latestDay, type CalendarDay, type Copy, type DeskName, type Format, type Notice } from '#copy'
import type { Beside } from '#rule'
import { createStory, type Story } from '#story'
import { Lines, sourceSpan } from '#text'
import type { AdoptedPlugin } from '../english/parse/adopt.ts'
import type { ReadOptions, Reader } from '../readers/reader.ts'
import { findIn } from './check-story.ts'
import type { ActiveRule } from './config/config.ts'
import { countWords } from './count-words.ts'
import type { Finding, FindingNote } from './finding.ts'
import { Fingerprints } from './fingerprint.ts'
import type { HiddenFinding } from './hiding/hidden.ts'
import { hideKnownWords, type KnownWords } from './hiding/known-words.ts'
import { suppress } from './hiding/suppress.ts'
import { assertRead, whyEmpty } from './unread.ts'

/** What a check of some copy brings. */
export interface SourceReport {
  /** In story order. */
  readonly findings: readonly Finding[]
  /** What was passed over, and where. */
  readonly notices: readonly FindingNote[]
  /** How many words the copy holds, furniture and all. */
  readonly words: number
  /** What is not reported, and why; left out where all is. */
  readonly hidden?: readonly HiddenFinding[]
  /** Notices that are not shown: a baseline hides them, or nobody asked for them. Left out where there are none. */
  readonly hiddenNotices?: readonly FindingNote[] | undefined
}

/** What else a check may be told of the rules, so that directives in the source can be judged. */
export interface RuleScope {
  /** The ids of all rules, those that don't run too. */
  readonly known?: readonly string[] | undefined
  /** Whether fewer rules run than the config wants. */
  readonly isPartial?: boolean | undefined
}

/** What copy is checked with. */
export interface CheckContext {
  readonly active: readonly ActiveRule[]
  /** The desk's names. */
  readonly names?: readonly DeskName[] | undefined
  readonly scope?: RuleScope | undefined
  /** What else rules may ask for. */
  readonly beside?: Beside | undefined
}

/** How a source is to be read and checked. */
export interface CheckPlan extends CheckContext, ReadOptions {
  readonly format: Format
  /** Reads that format. */
  readonly read: Reader
  /** Words of which a config says that what a rule finds in them is known. */
  readonly knownWords?: readonly KnownWords[] | undefined
}

/** What a check of one source brings. */
export interface CheckedSource extends SourceReport {
  readonly format: Format
  /** The day of publication, where it is known; of several stories the latest. */
  readonly date?: CalendarDay | undefined
}

/**
 * Checks a source: reads it and runs the rules on what was read.
 * @throws {UnreadError} where nothing of it was read though something stands there.
 */
export function checkSource(source: string, plan: CheckPlan): CheckedSource {
  const { format, read, path, date, kind, knownWords = [] } = plan
  const copies = read(source, { path, date, kind })
  assertRead(copies)
  return { format, date: latestDay(copies), ...hideKnownWords(checkCopies(copies, plan), knownWords) }
}

/** Checks the copy of one source, in its order: each piece by itself, and all in one report. */
export function checkCopies(
  copies: readonly Copy[],
  { active, names, scope = {}, beside }: CheckContext,
): SourceReport {
  const fingerprints = new Fingerprints()
  // One for all: a feed of a thousand items has one source.
  const lines = new Lines(copies[0]?.source ?? '')
  const plugins = pluginsOf(active)
  // A story lives for its own check: a feed of a hundred thousand items would keep all that is known of each.
  const reports = copies.map((copy) =>
    reportOn(createStory(copy, { names, plugins }), { active, beside }, fingerprints, lines),
  )
  const empty = whyEmpty(copies)
  const report = {
    findings: reports.flatMap(({ findings }) => findings),
    notices: [
      ...reports.flatMap(({ notices }) => notices),
      ...(empty === undefined
        ? []
        : [{ message: empty, ...lines.pointsOf(sourceSpan(0, 0)), about: 'empty' as const }]),
    ],
    words: reports.reduce((sum, { words }) => sum + words, 0),
  }
  return copies.some(({ directives }) => directives.length > 0)
    ? followDirectives(copies, active, report, scope)
    : report
}

function reportOn(
  story: Story,
  running: Pick<CheckContext, 'active' | 'beside'>,
  fingerprints: Fingerprints,
  lines: Lines,
): SourceReport {
  return {
    findings: findIn(story, running, fingerprints, lines),
    notices: [...story.notices, ...story.facts.notices].map(({ message, at, source, about }: Notice) => ({
      message,
      ...lines.pointsOf(source ?? story.toSource(at)),
      ...(about ? { about } : {}),
    })),
    words: countWords(story.text),
  }
}

/**
 * The report as the directives in the source want it. What they hide has been found all the same: it hides what lies
 * under it.
 */
function followDirectives(
  copies: readonly Copy[],
  active: readonly ActiveRule[],
  report: SourceReport,
  scope: RuleScope,
): SourceReport {
  const { source } = copies[0]!
  const { findings, hidden, notices } = suppress(
    report.findings,
    {
      source,
      directives: copies.flatMap(({ directives }) => directives),
      blocks: copies.flatMap((copy) =>
        copy.blocks.filter(({ start, end }) => end > start).map((block) => copy.toSource(block)),
      ),
    },
    { ...scope, active: active.map(({ rule }) => rule.id) },
  )
  const lines = new Lines(source)
  return {
    ...report,
    findings,
    notices: [
      ...report.notices,
      ...notices.map(({ message, source: at }) => ({ message, ...lines.pointsOf(at), about: 'suppression' as const })),
    ],
    ...(hidden.length > 0 ? { hidden } : {}),
  }
}

/** The stock retext plugins that some rules want run with the parse. */
export function pluginsOf(active: readonly ActiveRule[]): readonly AdoptedPlugin[] {
  return active.flatMap(({ rule }) => (rule.adopts ? [{ id: rule.id, ...rule.adopts }] : []))
}
