/** Says why, where the pointer rests on a finding: what is wrong, where else, what to do, and what the rule is for. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver'
import type { Severity } from '#rule'
import type { Finding } from '../../check/finding.ts'
import { ruleName } from '../../check/wording/rule-name.ts'
import { reportedPlaces } from '../../check/wording/reported-places.ts'
import { sentence } from '../../check/wording/sentence.ts'
import { suggestionWords, unsaidSuggestions } from '../../check/wording/suggestion-words.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { Client } from '../session/client.ts'
import { shownFindings } from './diagnostics.ts'
import type { OpenDocument } from '../documents/open-document.ts'
import type { RulePages } from './rule-pages.ts'

const VERDICTS: Readonly<Record<Severity, string>> = { error: 'must fix', warning: 'look', info: 'advice' }
const MOST_PLACES = 8

/** What is said at a position; nothing where there is no finding. */
export function hoverAt(
  position: Position,
  document: OpenDocument,
  check: CheckedDocument,
  { client, pages, level }: HoverOptions,
): Hover | null {
  const at = document.positions.offsetOf(position) - check.shift
  const found = shownFindings(check.report.findings, level).filter(
    ({ start, end }) => start.offset <= at && at <= end.offset,
  )
  const [first] = found
  if (!first) return null
  const write = client.readsMarkdown ? inMarkdown : inText
  const value = found.map((finding) => write(finding, pages)).join(client.readsMarkdown ? '\n\n---\n\n' : '\n\n')
  return {
    contents: { kind: client.readsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: document.positions.range(first.start.offset + check.shift, first.end.offset + check.shift),
  }
}

/** How a hover is written. */
export interface HoverOptions {
  readonly client: Client
  readonly pages: RulePages
  readonly level: Severity
}

function inMarkdown(finding: Finding, pages: RulePages): string {
  const { rule, title, severity, message, url } = finding
  const page = pages.linkTo(url)
  const name = page === undefined ? `**${plain(title)}**` : `[**${plain(title)}**](${page})`
  return [
    `${name} · ${VERDICTS[severity]}${title === rule ? '' : ` · ${rule}`}`,
    sentence(plain(message)),
    [...places(finding).map(plain), ...thoughts(finding).map(plain)].map((line) => `- ${line}`).join('\n'),
    plain(pages.whyOf(rule)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function inText(finding: Finding, pages: RulePages): string {
  const { rule, severity, message } = finding
  return [
    `${ruleName(finding)} · ${VERDICTS[severity]}`,
    sentence(message),
    ...places(finding),
    ...thoughts(finding),
    pages.whyOf(rule),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** What could be done besides what the message says. */
function thoughts(finding: Finding): readonly string[] {
  return unsaidSuggestions(finding).map((suggestion) => suggestionWords(suggestion))
}

function places(finding: Finding): readonly string[] {
  const related = reportedPlaces(finding)
  const lines = related.slice(0, MOST_PLACES).map(({ start, message }) => `Line ${start.line}: ${message}`)
  return related.length > MOST_PLACES ? [...lines, `And ${related.length - MOST_PLACES} more`] : lines
}

/**
 * Text of the writer's own as text, whatever it would mean as Markdown or HTML: marks, links that need none, beginnings
 * of lines.
 */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]|~<>&@$]|:(?=\/)|^ ?[#+=-]|^ ?\d{1,9}(?=[.)])/g, escaped)
    .replace(/\bwww(?=\.)/gi, '$&\\')
}

function escaped(mark: string): string {
  // A digit can't be escaped; what would make it the number of a list can.
  return /\d$/.test(mark) ? `${mark}\\` : mark.replace(/\S/, '\\$&')
}
