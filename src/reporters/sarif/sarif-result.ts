/** Findings and notices as objects of a SARIF report. */
import type { Point, SourceOffset } from '#text'
import type { FileReport } from '../../check/file-report.ts'
import type { Finding, FindingSuggestion } from '../../check/finding.ts'
import { suggestionWords } from '../../check/wording/suggestion-words.ts'
import { Lines } from '../../text/lines.ts'
import { fileUri, isRelativePath } from '../writing/file-uri.ts'
import { oneLine } from '../writing/printable.ts'
import { SARIF_LEVELS, type SarifRules } from './sarif-rules.ts'
import { isWellFormed } from '../writing/well-formed.ts'

interface PointRange {
  readonly start: Point
  readonly end: Point
}

/** The files of a report, each once. */
export class SarifArtifacts {
  readonly #locations = new Map<string, object>()

  /** A file's `artifactLocation`. */
  locationOf(path: string): object {
    const uri = fileUri(path)
    const known = this.#locations.get(uri)
    if (known) return known
    // Relative to the root of the sources, wherever those lie for whoever reads the report.
    const location = { uri, ...(isRelativePath(path) ? { uriBaseId: '%SRCROOT%' } : {}), index: this.#locations.size }
    this.#locations.set(uri, location)
    return location
  }

  get all(): readonly object[] {
    return [...this.#locations.values()].map((location) => ({ location }))
  }
}

/** A finding as a `result`. */
export function sarifResultOf(
  report: FileReport,
  finding: Finding,
  rules: SarifRules,
  artifacts: SarifArtifacts,
): object {
  const { rule, severity, message, related, fingerprint } = finding
  const artifactLocation = artifacts.locationOf(report.path)
  const fixes = fixesOf(report, finding, artifactLocation)
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: SARIF_LEVELS[severity],
    message: { text: messageText(message) },
    locations: [locationOf(artifactLocation, finding)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((note, id) => ({
            id,
            ...locationOf(artifactLocation, note),
            message: { text: messageText(note.message) },
          })),
        }
      : {}),
    partialFingerprints: { 'copydesk/v1': fingerprint },
    ...(fixes.length > 0 ? { fixes } : {}),
  }
}

/** A word about a file, or about a stretch of it, that is no result. */
export function sarifNotificationOf(
  level: 'error' | 'note',
  message: string,
  artifactLocation: object,
  place?: PointRange,
): object {
  const location = place ? locationOf(artifactLocation, place) : { physicalLocation: { artifactLocation } }
  return { level, message: { text: messageText(message) }, locations: [location] }
}

function locationOf(artifactLocation: object, { start, end }: PointRange): object {
  return { physicalLocation: { artifactLocation, region: regionOf(start, end) } }
}

function regionOf(start: Point, end: Point): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

const linesOf = new WeakMap<FileReport, Lines>()

function fixesOf(report: FileReport, { suggestions }: Finding, artifactLocation: object): readonly object[] {
  const { source } = report
  const writable = suggestions.filter(({ edits }) => edits.length > 0 && edits.every(({ text }) => isWellFormed(text)))
  if (source === undefined || writable.length === 0) return []
  const lines = linesOf.get(report) ?? new Lines(source)
  linesOf.set(report, lines)
  // The standard wants them to differ.
  const fixes = new Map(
    writable.map((suggestion) => {
      const fix = fixOf(suggestion, lines, artifactLocation)
      return [JSON.stringify(fix), fix]
    }),
  )
  return [...fixes.values()]
}

function fixOf(suggestion: FindingSuggestion, lines: Lines, artifactLocation: object): object {
  const replacements = suggestion.edits.map(({ start, end, text }) => ({
    deletedRegion: regionOf(lines.pointAt(start as SourceOffset), lines.pointAt(end as SourceOffset)),
    ...(text === '' ? {} : { insertedContent: { text } }),
  }))
  return {
    description: { text: messageText(suggestionWords(suggestion)) },
    artifactChanges: [{ artifactLocation, replacements }],
  }
}

/** Takes the meaning from what SARIF would read as a link, “[…](…)”, or as a placeholder, “{0}”. */
function messageText(text: string): string {
  return oneLine(text)
    .replace(/\](?=\()/g, '\\]')
    .replace(/\{(\d+)\}/g, '{{$1}}')
}
