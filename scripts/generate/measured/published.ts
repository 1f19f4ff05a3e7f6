/** Writes the catalogue's section on published copy: how often rules speak there, and how often they are right. */
import { SEVERITIES, type Rule } from '#rule'
import type { LevelFigures, PublishedFigures } from '../figures.ts'
import { markdownTable } from '../markdown-table.ts'
import { introduceCopy, NOT_MEASURED, number, percent, ruleLink } from './words.ts'

const HEADINGS = [
  'Rule',
  'Level',
  'Alarms per 100,000 words',
  'Alarms',
  'Read',
  'Right',
  'Debatable',
  'Share right (95 % interval)',
  'Not right per 100,000 words',
]

/** The section “On published copy”. */
export function renderPublished(rules: readonly Rule[], published: PublishedFigures | undefined): string {
  return `${published ? introducePublished(published) : 'Not measured yet; `npm run measure -- FOLDER… --record` does it.'}

${markdownTable(
  HEADINGS,
  rules.flatMap((rule) => ruleRows(rule, published)),
)}${published ? `\n\n${sumUp(rules, published)}` : ''}`
}

function introducePublished(published: PublishedFigures): string {
  return `${introduceCopy(published)}

Findings were drawn at random and judged from the rule’s page. What editors would differ about is *debatable* and counts as not right, so a
share is rather too low. A finding that stands word for word in several articles is read once.`
}

function ruleRows(rule: Rule, published: PublishedFigures | undefined): readonly (readonly string[])[] {
  const levels = published && Object.hasOwn(published.rules, rule.id) ? published.rules[rule.id] : undefined
  if (published === undefined || levels === undefined)
    return [[ruleLink(rule.id), '–', NOT_MEASURED, '', '', '', '', '', '']]
  const fired = SEVERITIES.filter((level) => levels[level])
  if (fired.length === 0) return [[ruleLink(rule.id), '–', '0.00', '0', '', '', '', '', '0.00']]
  return fired.map((level) => [ruleLink(rule.id), level, ...levelCells(levels[level]!)])
}

function levelCells({
  alarms,
  per100k,
  read,
  right,
  debatable,
  share,
  low,
  high,
  falsePer100k,
}: LevelFigures): readonly string[] {
  const rate = [per100k.toFixed(2), number(alarms)]
  if (share === null || low === null || high === null || falsePer100k === null)
    return [...rate, '0', '', '', 'not read yet', '']
  const interval = `${percent(share)} (${(low * 100).toFixed(0)}–${percent(high)})`
  return [...rate, number(read), number(right), number(debatable), interval, falsePer100k.toFixed(2)]
}

/** All rules together, at error level: the figure that the whole checker is held to. */
function sumUp(rules: readonly Rule[], { rules: figures, words }: PublishedFigures): string {
  const errors = rules.flatMap(({ id }) => (Object.hasOwn(figures, id) ? (figures[id]?.error ?? []) : []))
  const alarms = errors.reduce((sum, one) => sum + one.alarms, 0)
  const rate = words > 0 ? (alarms / words) * 100_000 : 0
  const unread = errors.filter(({ falsePer100k }) => falsePer100k === null).reduce((sum, one) => sum + one.alarms, 0)
  const wrong = errors.reduce((sum, one) => sum + (one.falsePer100k ?? 0), 0)
  return (
    `All rules together, at error level: ${rate.toFixed(2)} alarms per 100,000 words, of which ${wrong.toFixed(2)} are not right`
    + `${unread > 0 ? ` (without ${number(unread)} alarms of rules whose findings nobody has read yet)` : ''}.`
  )
}
