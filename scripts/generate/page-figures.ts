/** Writes a rule's figures into its page, under the heading “Figures”, in words for editors. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEVERITIES, type Rule } from '#rule'
import type { Figures, InjectedFigures, Precision, ProposedEditFigures, PublishedFigures } from './figures.ts'
import { errorsPutIn } from './measured/by-rule.ts'
import { number, percent } from './measured/words.ts'

const SECTION = /^(## Figures\n)[^]*?(?=^## |$(?![^]))/m

/** The pages that have room for figures, with these brought up to date, by their paths from the root. */
export function renderPages(root: string, rules: readonly Rule[], figures: Figures): ReadonlyMap<string, string> {
  return new Map(
    rules.flatMap(({ id }) => {
      const path = `rules/${id}/rule.md`
      if (!existsSync(join(root, path))) return []
      const page = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
      return [
        [path, page.replace(SECTION, (_, heading: string) => `${heading}\n${renderPageFigures(id, figures)}\n\n`)],
      ] as const
    }),
  )
}

/** What is on record of a rule, an item a line; what never was measured is left out. */
export function renderPageFigures(id: string, figures: Figures): string {
  const { heldOut = {}, unseen = {} } = figures
  const sentences = Object.hasOwn(unseen, id) ? (unseen[id]?.heldOut ?? unseen[id]) : undefined
  const items = [
    ...putIn(id, heldOut.injected ?? figures.injected),
    ...(sentences
      ? [
          `Written by strangers: ${sentences.found} of ${sentences.faulty} mistakes found, ${sentences.quiet} of ${sentences.sound} sound sentences left alone.`,
        ]
      : []),
    ...published(id, figures.published),
    ...published(id, heldOut.published),
    ...edits(id, heldOut.edits ?? figures.edits),
  ]
  return items.length === 0 ? 'Not measured yet.' : items.map((item) => `- ${item}`).join('\n')
}

function putIn(id: string, injected: InjectedFigures | undefined): readonly string[] {
  const { all, found } = errorsPutIn(id, injected)
  return all === 0
    ? []
    : [`Put into published stories: ${number(found)} of ${number(all)} mistakes found (${percent(found / all)}).`]
}

function published(id: string, figures: PublishedFigures | undefined): readonly string[] {
  const levels = figures && Object.hasOwn(figures.rules, id) ? figures.rules[id] : undefined
  if (!figures || !levels) return []
  const fired = SEVERITIES.flatMap((level) => {
    const at = levels[level]
    return at ? [`${at.per100k.toFixed(2)} at ${level} (${rightOf(at)})`] : []
  })
  const copy = figures.use === 'held out' ? 'words that no rule was tuned on' : 'published words'
  return [`Per 100,000 ${copy}: ${fired.join(', ') || 'none'}.`]
}

function edits(id: string, figures: ProposedEditFigures | undefined): readonly string[] {
  const grades = figures && Object.hasOwn(figures.rules, id) ? figures.rules[id]! : {}
  const told = (['safe', 'likely'] as const).flatMap((grade) => {
    const of = grades[grade]
    return of ? [`${grade} (${rightOf(of)})`] : []
  })
  return told.length === 0 ? [] : [`Edits: ${told.join(', ')}.`]
}

function rightOf({ read, right }: Precision): string {
  return read === 0 ? 'not read yet' : `right: ${number(right)} of ${number(read)} read`
}
