/** What the page says of a finding: what is wrong, where else to look, and the edit. */
import type { Severity } from '#rule'
import type { Finding, FindingNote, FindingSuggestion } from '../../check/finding.ts'
import { reportedPlaces } from '../../check/wording/reported-places.ts'
import { sentence } from '../../check/wording/sentence.ts'
import { suggestionWords } from '../../check/wording/suggestion-words.ts'
import { escapeXml } from '../writing/escape-xml.ts'
import { oneLine } from '../writing/printable.ts'

// Words to delete or to write are shown in full only where they are few.
const LONGEST_EDIT = 120
// More places than these don't help to find the mistake; the JSON report has them all.
const MOST_PLACES = 12

const LEVELS: Readonly<Record<Severity, string>> = { error: 'Must fix', warning: 'Look', info: 'Advice' }

/** Where a reason stands on the page. */
export interface ReasonPlace {
  /** What the ids of the story's elements begin with. */
  readonly prefix: string
  /** The finding's number in the story. */
  readonly number: number
  readonly source: string | undefined
  /** Whether a line is on the page, and can be linked to. */
  readonly hasLine: (line: number) => boolean
}

/** A finding's reason, as a list item. */
export function findingReason(finding: Finding, place: ReasonPlace): string {
  const { severity, message, rule, title, start } = finding
  const { prefix, number, source } = place
  const mark = source === undefined ? `${number}` : `<a href="#${prefix}m${number}">${number}</a>`
  return [
    `<li class="${severity}" id="${prefix}r${number}">${mark} <span class="level">${LEVELS[severity]}</span>, line ${start.line}: `,
    title === rule ? '' : `<span class="title">${escapeXml(title)}.</span> `,
    `<span dir="auto">${said(sentence(message))}</span> <span class="rule">${escapeXml(rule)}</span>`,
    list([...places(finding, place), ...finding.suggestions.map((suggestion) => suggested(suggestion, source))]),
    '</li>\n',
  ].join('')
}

/** What was passed over, as a list item. */
export function noticeReason({ message, start }: FindingNote): string {
  return `<li><span class="level">Passed over</span>, line ${start.line}: <span dir="auto">${said(message)}</span></li>\n`
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

function places(finding: Finding, { prefix, hasLine }: ReasonPlace): readonly string[] {
  const related = reportedPlaces(finding)
  const shown = related.slice(0, MOST_PLACES).map(({ message, start: { line } }) => {
    const where = hasLine(line) ? `<a href="#${prefix}l${line}">Line ${line}</a>` : `Line ${line}`
    return `${where}: <span dir="auto">${said(message)}</span>`
  })
  return related.length > MOST_PLACES ? [...shown, `And ${related.length - MOST_PLACES} more.`] : shown
}

function suggested(suggestion: FindingSuggestion, source: string | undefined): string {
  const [edit, ...more] = suggestion.edits
  const words = `<span dir="auto">${said(suggestionWords(suggestion))}</span>`
  if (!edit || more.length > 0 || source === undefined) return words
  const before = source.slice(edit.start, edit.end)
  if (before.length > LONGEST_EDIT || edit.text.length > LONGEST_EDIT) return words
  const deleted = before.trim() === '' ? '' : `<del>${said(before)}</del>`
  const written = edit.text.trim() === '' ? '' : `<ins>${said(edit.text)}</ins>`
  return deleted + written === '' ? words : `${words}: ${[deleted, written].filter((part) => part !== '').join(' ')}`
}

function said(text: string): string {
  return escapeXml(oneLine(text))
}
