/** Writes the catalogue's section on what was measured. */
import { SEVERITIES, type Rule } from '#rule'
import type { Figures, InjectedFigures, LevelFigures, PublishedFigures, RecallFigures } from './figures.ts'
import { markdownTable } from './markdown-table.ts'
import { renderMeasuredEdits } from './measured-edits.ts'
import { renderMarked } from './measured-marks.ts'
import { renderUnseen } from './measured-sentences.ts'
import { introduceCopy, number, percent, ruleLink, useNote } from './measured-words.ts'

const PUBLISHED_HEADINGS = [
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
const INJECTED_HEADINGS = ['Error', 'Rule', 'Injected', 'Found at error', 'at warning or above', 'at any level']

/**
 * The section “Measured”: alarms and precision on published copy, of findings and of edits, and recall on injected
 * errors, on strangers' sentences and on marked drafts. Figures of copy held out stand before those of copy that rules
 * were tuned on.
 */
export function renderMeasured(
  rules: readonly Rule[],
  { published, edits, injected, heldOut = {}, unseen, marked }: Figures,
): string {
  const both = <Part>(
    held: Part | undefined,
    tuned: Part | undefined,
    render: (part: Part | undefined) => string,
  ): string =>
    held === undefined ? render(tuned) : [held, ...(tuned === undefined ? [] : [tuned])].map(render).join('\n\n')
  return `## Measured

### On published copy

${both(heldOut.published, published, (part) => renderPublished(rules, part))}

### On proposed edits

${both(heldOut.edits, edits, (part) => renderMeasuredEdits(rules, part))}

### On injected errors

${both(heldOut.injected, injected, (part) => (part ? renderInjected(rules, part) : 'Not measured yet; `npm run inject -- FOLDER… --record` does it.'))}

### On strangers’ sentences

${renderUnseen(rules, unseen)}

### On marked drafts

${renderMarked(marked)}
`
}

function renderPublished(rules: readonly Rule[], published: PublishedFigures | undefined): string {
  return `${published ? introducePublished(published) : 'Not measured yet; `npm run measure -- FOLDER… --record` does it.'}

${markdownTable(
  PUBLISHED_HEADINGS,
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
    return [[ruleLink(rule.id), '–', 'not measured yet', '', '', '', '', '', '']]
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

function renderInjected(
  rules: readonly Rule[],
  { articles, words, seed, sets, use = 'development', kinds }: InjectedFigures,
): string {
  const known = new Set(rules.map(({ id }) => id))
  const source = `${number(articles)} clean articles (${number(words)} words; ${sets.join(', ')}; seed ${seed})`
  return `One error at a time, put into ${source}. It counts as found only where its rule fires at the place, and didn’t before.
Kinds with * are made from words that the rule itself knows: that it finds them says little of others.
${useNote(use)}

${markdownTable(
  INJECTED_HEADINGS,
  kinds.map((one) => recallRow(one, known)),
)}`
}

function recallRow(
  { kind, rule, closed, injected, any, warning, error }: RecallFigures,
  known: ReadonlySet<string>,
): readonly string[] {
  const share = (found: number): string => (injected > 0 ? percent(found / injected) : '–')
  return [
    closed ? `${kind} *` : kind,
    known.has(rule) ? ruleLink(rule) : rule,
    number(injected),
    share(error),
    share(warning),
    share(any),
  ]
}
