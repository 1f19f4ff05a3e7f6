/** The JSON report: a stable contract, described by schema/report.schema.json. */
import type { Severity } from '#rule'
import type { Point } from '#text'
import { tally, type FileFailure, type FileReport, type PassedOver } from '../check/file-report.ts'
import type { Finding, FindingNote, FindingSuggestion } from '../check/finding.ts'
import { safeJson } from './writing/safe-json.ts'
import { shownFindings } from './content/shown.ts'
import { countByRule } from './statistics.ts'

export interface JsonOptions {
  /** The least level that is listed; the summary counts all. */
  readonly show: Severity
  /** Copydesk's own version. */
  readonly version: string
  /** The files that could not be checked. */
  readonly failures: readonly FileFailure[]
  /** The files that a search did not read; left out, nothing was searched. */
  readonly passedOver?: PassedOver | undefined
  /** Whether the findings are counted by rule. */
  readonly statistics?: boolean
}

/** The report as one JSON text with a line end; every string in it is exact, whatever it holds. */
export function jsonReport(
  reports: readonly FileReport[],
  { show, version, failures, passedOver = new Map(), statistics = false }: JsonOptions,
): string {
  const { error, warning, info } = tally(reports)
  const report = {
    version: 1,
    tool: { name: 'copydesk', version },
    files: reports.map(({ path, format, words, findings, notices }) => ({
      path,
      format,
      words,
      findings: shownFindings(findings, show).map(findingOf),
      notices: notices.map(noteOf),
    })),
    failures: failures.map(({ path, message }) => ({ path, message })),
    summary: {
      files: reports.length,
      words: reports.reduce((words, report) => words + report.words, 0),
      errors: error,
      warnings: warning,
      infos: info,
      suppressed: reports.reduce((count, { hidden = [] }) => count + hidden.length, 0),
      ...(passedOver.size > 0 ? { passedOver: Object.fromEntries(passedOver) } : {}),
      ...(statistics
        ? {
            rules: Object.fromEntries(
              countByRule(reports).map(({ rule, error, warning, info, hidden }) => [
                rule,
                { errors: error, warnings: warning, infos: info, suppressed: hidden },
              ]),
            ),
          }
        : {}),
    },
  }
  return `${safeJson(report, 2)}\n`
}

// The contract is written out, so that nothing joins it by being added to a finding.
/** A finding as the contract has it. */
export function findingOf({
  rule,
  title,
  kind,
  severity,
  message,
  start,
  end,
  quote,
  related,
  suggestions,
  fingerprint,
  url,
}: Finding): object {
  return {
    rule,
    title,
    kind,
    severity,
    message,
    start: pointOf(start),
    end: pointOf(end),
    quote,
    related: related.map(noteOf),
    suggestions: suggestions.map(suggestionOf),
    fingerprint,
    url,
  }
}

/** A note as the contract has it. */
export function noteOf({ message, start, end }: FindingNote): object {
  return { message, start: pointOf(start), end: pointOf(end) }
}

function pointOf({ line, column, offset }: Point): object {
  return { line, column, offset }
}

function suggestionOf({ title, grade, edits }: FindingSuggestion): object {
  return { title, grade, edits: edits.map(({ start, end, text }) => ({ start, end, text })) }
}
