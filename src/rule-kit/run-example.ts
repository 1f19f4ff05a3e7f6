/** Runs an example of a rule in one of its renditions and says how what was found differs from what it marks. */
import type { Rule } from '#rule'
import { checkSource } from '../check/check-source.ts'
import { READERS } from '../readers/index.ts'
import { activeRules, type ActiveRule } from '../check/config/config.ts'
import type { Finding } from '../check/finding.ts'
import type { Mark } from './marks.ts'
import type { Rendition } from './rendition.ts'
import type { Example, ExpectedEdit } from './examples.ts'

/** Two texts that are equal where an example holds: the source with marks, then a line a message. */
export interface ExampleOutcome {
  readonly expected: string
  readonly actual: string
}

/** Checks a rendition, or a source made from it by an edit, with some rules. */
export function checkRendition(
  example: Example,
  { format }: Rendition,
  source: string,
  active: readonly ActiveRule[],
): readonly Finding[] {
  const { date, names, kind } = example
  return checkSource(source, { format, read: READERS[format], date, names, kind, active }).findings
}

/** The rule of an example alone, with the example's options. */
export function ruleAlone(rule: Rule, example: Example): readonly ActiveRule[] {
  return activeRules([rule], { rules: { [rule.id]: ['on', example.options] } })
}

/**
 * Runs an example that isn't a known miss. Edits are compared where the example says them, as it stands.
 * A variant may quote other quotation marks than the page does, so there the quotes in messages are levelled.
 */
export function runExample(rule: Rule, example: Example, rendition: Rendition): ExampleOutcome {
  const findings = checkRendition(example, rendition, rendition.source, ruleAlone(rule, example))
  const isAsItStands = rendition.name === 'as it stands'
  const level = isAsItStands ? (text: string): string => text : levelQuotes
  const said = (edits: readonly ExpectedEdit[] | undefined): readonly ExpectedEdit[] => (isAsItStands && edits) || []
  return {
    expected: show(
      rendition.source,
      expectedMarks(example, rendition),
      example.messages.flatMap(({ severity, message, edits }) => lines(severity, level(message), said(edits))),
    ),
    actual: show(
      rendition.source,
      findings.map(({ start, end, related }) => ({
        start: start.offset,
        end: end.offset,
        related: related.map((place) => ({ start: place.start.offset, end: place.end.offset })),
      })),
      findings.flatMap(({ severity, message, suggestions }, index) => {
        const expected = example.messages[index]
        return lines(
          expected?.severity === undefined ? undefined : severity,
          level(message),
          said(expected?.edits && suggestions),
        )
      }),
    ),
  }
}

/**
 * Which of a known miss's marks are found exactly after all; also an example without marks in which nothing is found.
 */
export function foundAfterAll(rule: Rule, example: Example, rendition: Rendition): string | undefined {
  const findings = checkRendition(example, rendition, rendition.source, ruleAlone(rule, example))
  if (example.marks.length === 0) {
    return findings.length === 0
      ? 'nothing is found here: mark what should be found, or, if nothing should, move it to Allowed'
      : undefined
  }
  const found = example.marks.filter(({ start, end }) =>
    findings.some((finding) => finding.start.offset === start && finding.end.offset === end),
  )
  if (found.length === 0) return undefined
  return `this known miss is found now: move it to Flagged (${found.map(({ start, end }) => `“${example.text.slice(start, end)}”`).join(', ')})`
}

interface MarkedPlace extends Mark {
  readonly related: readonly Mark[]
}

function expectedMarks(example: Example, rendition: Rendition): readonly MarkedPlace[] {
  const place = (mark: Mark): Mark => {
    const span = rendition.spanOf(mark)
    if (!span)
      throw new Error(
        `“${example.text.slice(mark.start, mark.end)}” is marked across what ${rendition.name} is no copy`,
      )
    return span
  }
  return example.marks.map((mark, index) => ({
    ...place(mark),
    related: example.related.filter(({ finding }) => finding === index + 1).map(place),
  }))
}

/** The source with marks put in, as a page writes them, and the messages under it. */
function show(source: string, places: readonly MarkedPlace[], messages: readonly string[]): string {
  const marks = places.flatMap((place, index) => [
    { start: place.start, end: place.end, label: '' },
    ...place.related.map(({ start, end }) => ({ start, end, label: `${index + 1}:` })),
  ])
  const inserts = marks
    .flatMap(({ start, end, label }) => [
      { at: start, text: `[[${label}`, order: start === end ? 1 : 2 },
      { at: end, text: ']]', order: start === end ? 1.5 : 0 },
    ])
    .toSorted((one, other) => one.at - other.at || one.order - other.order || (one.text < other.text ? -1 : 1))
  let shown = ''
  let from = 0
  for (const { at, text } of inserts) {
    shown += source.slice(from, at) + text
    from = at
  }
  return [shown + source.slice(from), ...messages].join('\n')
}

function lines(severity: string | undefined, message: string, edits: readonly ExpectedEdit[]): readonly string[] {
  return [
    severity === undefined ? `> ${message}` : `> ${severity}: ${message}`,
    ...edits.map(({ title, grade }) => `> - ${title} (${grade})`),
  ]
}

function levelQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}
