/** Findings as an editor shows them: diagnostics with the rule, its page and the other places. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver'
import { isAtLeast, type Severity } from '#rule'
import type { Finding, FindingNote } from '../../check/finding.ts'
import type { DocumentCheck } from '../check-document.ts'
import type { Client } from '../session/client.ts'
import type { OpenDocument } from '../documents/open-document.ts'
import { messageWithLines } from './other-lines.ts'
import type { RulePages } from './rule-pages.ts'

/** Who speaks, for editors that show it beside the message. */
export const SOURCE = 'copydesk'

// As many as a problems list can show; a page of furniture may hold thousands.
const MOST = 1000
const MOST_RELATED = 50

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** How diagnostics are written. */
export interface DiagnosticOptions {
  readonly client: Client
  readonly pages: RulePages
  /** The lowest level that is shown. */
  readonly level: Severity
}

/** The diagnostics of a document that was checked; of one that could not be, the reason, at its start. */
export function diagnosticsOf(check: DocumentCheck, document: OpenDocument, options: DiagnosticOptions): Diagnostic[] {
  if (!('report' in check)) {
    return check.problem === undefined ? [] : [notChecked(check.problem, document)]
  }
  const {
    report: { findings, notices },
    shift,
  } = check
  return [
    ...shownFindings(findings, options.level)
      .slice(0, MOST)
      .map((finding) => toDiagnostic(finding, document, shift, options)),
    // Whoever has begun to write sees that there is nothing yet.
    ...notices
      .filter(({ about }) => about !== 'empty')
      .slice(0, MOST)
      .map((notice) => toNotice(notice, document, shift, options)),
  ]
}

/** The findings that are at or over a level. */
export function shownFindings(findings: readonly Finding[], level: Severity): readonly Finding[] {
  return findings.filter(({ severity }) => isAtLeast(severity, level))
}

function toDiagnostic(
  finding: Finding,
  { uri, positions }: OpenDocument,
  shift: number,
  { client, pages }: DiagnosticOptions,
): Diagnostic {
  const place = ({ start, end }: Pick<FindingNote, 'start' | 'end'>): Diagnostic['range'] =>
    positions.range(start.offset + shift, end.offset + shift)
  const page = client.opensPages ? pages.linkTo(finding.url) : undefined
  return {
    range: place(finding),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    message: client.showsRelated ? finding.message : messageWithLines(finding),
    ...(client.showsRelated && finding.related.length > 0
      ? {
          relatedInformation: finding.related
            .slice(0, MOST_RELATED)
            .map((related) => ({ location: { uri, range: place(related) }, message: related.message })),
        }
      : {}),
    data: { fingerprint: finding.fingerprint },
  }
}

/** What was passed over, and what hides nothing any more. */
function toNotice(
  { message, start, end, about }: FindingNote,
  document: OpenDocument,
  shift: number,
  { client }: DiagnosticOptions,
): Diagnostic {
  if (about === 'unread') return notChecked(`this ${message}`, document)
  return {
    range: document.positions.range(start.offset + shift, end.offset + shift),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    code: about === 'suppression' ? 'suppression' : 'passed-over',
    message,
    ...(about === 'suppression' && client.showsTags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  }
}

function notChecked(message: string, document: OpenDocument): Diagnostic {
  return {
    range: firstLine(document),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    code: 'not-checked',
    message,
  }
}

function firstLine({ positions }: OpenDocument): Diagnostic['range'] {
  const { start, end } = positions.lineAt(0)
  return positions.range(start, end)
}
